package org.bindfold.variant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.GenomicAllele;
import org.bindfold.io.TsvHeader;
import org.bindfold.io.TsvRow;

/** The columns of a MAF by name, in lower case, and the rows read with them. */
final class MafColumns {
  private static final Set<String> MISSING = Set.of("", ".", "na", "n/a", "null");

  /** In the order in which they are believed; the GDC writes the first two, Oncotator the third. */
  private static final List<String> PROTEIN_COLUMNS =
      List.of("hgvsp_short", "hgvsp", "protein_change", "amino_acid_change", "aachange");

  /** Classifications that a protein can feel, as Sequence Ontology terms. */
  private static final Map<String, String> CONSEQUENCES =
      Map.of(
          "silent", "synonymous",
          "missense_mutation", "missense",
          "nonsense_mutation", "stop_gained",
          "nonstop_mutation", "stop_lost",
          "frame_shift_del", "frameshift",
          "frame_shift_ins", "frameshift",
          "in_frame_del", "inframe_deletion",
          "in_frame_ins", "inframe_insertion",
          "translation_start_site", "start_lost",
          "splice_site", "splice_donor");

  private final TsvHeader columns;

  private MafColumns(TsvHeader columns) {
    this.columns = columns;
  }

  static MafColumns of(String header) {
    return new MafColumns(TsvHeader.of(header).withMissing(MISSING));
  }

  /** Whether these are the columns of a MAF, and not of another table with genes. */
  boolean isMaf() {
    return columns.has("hugo_symbol")
        && (columns.has("tumor_sample_barcode") || columns.has("variant_classification"))
        && (PROTEIN_COLUMNS.stream().anyMatch(columns::has) || columns.has("start_position"));
  }

  /**
   * A row.
   *
   * @throws IllegalArgumentException when it has more cells than the header, or not those up to the
   *     gene; cells left out at the end are empty
   */
  Row row(String line) {
    return new Row(columns.rowUpTo("hugo_symbol", line));
  }

  /** One mutation. */
  static final class Row {
    private final TsvRow cells;

    private Row(TsvRow cells) {
      this.cells = cells;
    }

    /** A cell by column name in lower case; empty where the file leaves it empty. */
    Optional<String> text(String column) {
      return cells.text(column);
    }

    String gene() {
      return text("hugo_symbol")
          .orElseThrow(() -> new IllegalArgumentException("has no Hugo_Symbol; expected a gene"));
    }

    /** Whether the classification places the mutation in the coding sequence. */
    boolean isCoding() {
      return classification().filter(CONSEQUENCES::containsKey).isPresent();
    }

    private Optional<String> classification() {
      return text("variant_classification").map(text -> text.toLowerCase(Locale.ROOT));
    }

    Annotation annotation(String gene) {
      Optional<String> protein =
          PROTEIN_COLUMNS.stream().flatMap(column -> text(column).stream()).findFirst();
      return new Annotation(
          gene,
          text("transcript_id").or(() -> text("annotation_transcript")).orElse(""),
          classification().map(CONSEQUENCES::get).stream().toList(),
          text("hgvsc").map(coding -> coding.substring(coding.lastIndexOf(':') + 1)),
          protein.map(change -> change.substring(change.lastIndexOf(':') + 1).replace("%3D", "=")),
          true);
    }

    Optional<Assembly> assembly() {
      Optional<String> build = text("ncbi_build");
      if (build.isEmpty()) {
        return Optional.empty();
      }
      String name = build.get().toLowerCase(Locale.ROOT);
      if (name.matches("(grch|hg|b)?(37|19)(\\D.*)?")) {
        return Optional.of(Assembly.GRCH37);
      }
      if (name.matches("(grch|hg|b)?38(\\D.*)?")) {
        return Optional.of(Assembly.GRCH38);
      }
      throw TsvRow.unfit("NCBI_Build", build.get(), "GRCh37 or GRCh38");
    }

    /**
     * The allele on the genome. A MAF gives the two bases around an insertion, and {@code -} for no
     * bases.
     */
    Optional<GenomicAllele> allele() {
      Optional<String> chromosome = text("chromosome");
      Optional<String> start = text("start_position");
      Optional<String> reference = text("reference_allele");
      Optional<String> alternate =
          text("tumor_seq_allele2")
              .filter(allele -> !Optional.of(allele).equals(reference))
              .or(() -> text("tumor_seq_allele1"));
      if (chromosome.isEmpty() || start.isEmpty() || reference.isEmpty() || alternate.isEmpty()) {
        return Optional.empty();
      }
      if (!start.get().matches("[1-9]\\d{0,8}")) {
        throw TsvRow.unfit("Start_Position", start.get(), "one, 1-based");
      }
      String from = bases(reference.get(), "Reference_Allele");
      String to = bases(alternate.get(), "Tumor_Seq_Allele2");
      if (from.equals(to)) {
        return Optional.empty();
      }
      int position = Integer.parseInt(start.get()) + (from.isEmpty() ? 1 : 0);
      return Optional.of(
          new GenomicAllele(Chromosomes.canonicalName(chromosome.get()), position, from, to));
    }

    private static String bases(String text, String column) {
      String upper = text.toUpperCase(Locale.ROOT);
      if (!upper.matches("-|[ACGTN]{1,10000}")) {
        throw TsvRow.unfit(column, text, "bases, or - for none");
      }
      return upper.equals("-") ? "" : upper;
    }

    OptionalInt depth() {
      OptionalInt depth = count("t_depth");
      OptionalInt reference = count("t_ref_count");
      OptionalInt alternate = count("t_alt_count");
      return depth.isEmpty() && reference.isPresent() && alternate.isPresent()
          ? OptionalInt.of(reference.getAsInt() + alternate.getAsInt())
          : depth;
    }

    OptionalDouble alleleFraction() {
      OptionalInt depth = depth();
      OptionalInt alternate = count("t_alt_count");
      if (depth.isPresent()
          && alternate.isPresent()
          && depth.getAsInt() >= alternate.getAsInt()
          && depth.getAsInt() > 0) {
        return OptionalDouble.of((double) alternate.getAsInt() / depth.getAsInt());
      }
      return List.of("t_vaf", "tumor_vaf", "vaf").stream()
          .flatMap(column -> text(column).stream())
          .map(Fractions::parse)
          .findFirst()
          .orElse(OptionalDouble.empty());
    }

    private OptionalInt count(String column) {
      return cells.count(column, "a number of reads");
    }
  }
}
