package org.bindfold.variant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bindfold.genome.GeneModel;
import org.bindfold.genome.GeneModels;
import org.bindfold.genome.GeneNames;
import org.bindfold.io.InputFile;
import org.bindfold.io.PrintableText;
import org.bindfold.io.TsvHeader;
import org.bindfold.io.TsvRow;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.CodingChange;
import org.bindfold.sequence.CodingNotation;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.sequence.ReferenceCheck;

/**
 * Reads a list of changes, one a line: {@code DHFR:p.Leu23Phe}, {@code ABL1 T315I}, {@code
 * NM_005157.6:c.944C>T}, or a table with a header line of {@code gene} and {@code change} and, if
 * known, {@code vaf} and {@code depth}. {@code #} begins a comment line. Numbers are those of the
 * gene's UniProt sequence.
 */
final class HgvsListReader {
  /** What {@link VariantSet#format} says of such a file. */
  static final String FORMAT = "HGVS protein list";

  private static final Set<String> GENE_COLUMNS =
      Set.of("gene", "symbol", "gene_symbol", "hugo_symbol");
  private static final Set<String> CHANGE_COLUMNS =
      Set.of("change", "protein_change", "hgvsp", "hgvs_p", "mutation", "variant", "aa_change");
  private static final Set<String> FRACTION_COLUMNS = Set.of("vaf", "allele_fraction", "af");
  private static final Set<String> DEPTH_COLUMNS = Set.of("depth", "dp");
  private static final Set<String> MISSING = Set.of("", ".", "-", "na", "n/a");

  private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9-]{1,14}");
  // The colons of BCR::ABL1 part two genes, a single one parts gene and change.
  private static final Pattern GENE_AND_CHANGE =
      Pattern.compile("(\\S+?)\\s*(?:(?<!:):(?!:)|\\s)\\s*(\\S.*)");
  private static final Pattern TRANSCRIPT =
      Pattern.compile("((?:[NX]M_|ENST)\\d+(?:\\.\\d+)?)(?:\\(([^()]*)\\))?");
  // NM_005157.6(ABL1):c.944C>T (p.Thr315Ile), as variant databases write it.
  private static final Pattern CODING_AND_PROTEIN =
      Pattern.compile("(?i)(c\\.\\S+)\\s+(\\(p\\.\\S+\\)|p\\.\\S+)");
  private static final Pattern NUCLEIC_ACID = Pattern.compile("(?i)[cgmnr]\\..+");
  private static final int MIN_SYMBOL_TO_CORRECT = 4;

  private final InputFile file;
  private final VariantReadOptions options;
  private final GeneModels models;
  private final Tally tally;

  HgvsListReader(InputFile file, VariantReadOptions options, GeneModels models) {
    this.file = file;
    this.options = options;
    this.models = models;
    this.tally = new Tally(file.name());
  }

  /** Whether a line names the columns of such a table. */
  static boolean isHeader(String line) {
    TsvHeader columns = TsvHeader.of(line);
    return columns.leftmost(GENE_COLUMNS).isPresent()
        && columns.leftmost(CHANGE_COLUMNS).isPresent();
  }

  VariantSet read(List<String> lines) {
    Optional<TsvHeader> columns = Optional.empty();
    boolean atTop = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (atTop && isHeader(line)) {
        columns = Optional.of(TsvHeader.of(line).withMissing(MISSING));
      } else {
        record(i + 1L, line, columns);
      }
      atTop = false;
    }
    return new VariantSet(
        file.name(),
        file.sha256(),
        FORMAT,
        Optional.empty(),
        "the list has no positions on the genome",
        Optional.empty(),
        tally.variants(),
        tally.counts(),
        tally.skipped(),
        tally.notes());
  }

  private void record(long number, String line, Optional<TsvHeader> columns) {
    try {
      Row row = columns.isPresent() ? tableRow(line, columns.get()) : plainRow(line);
      String name = offPanelSymbol(row.gene).orElse(row.gene);
      Optional<GeneModel> model = model(name);
      String gene =
          model
              .map(GeneModel::gene)
              .or(() -> BundledSequences.of(name).map(ProteinSequence::gene))
              .orElseGet(() -> GeneNames.symbol(name));
      if (!options.panelGenes().contains(gene) && !SYMBOL.matcher(gene).matches()) {
        throw new IllegalArgumentException(
            "\""
                + PrintableText.shown(row.gene)
                + "\" is not a gene symbol; expected gene and change, like ABL1:p.Thr315Ile");
      }
      if (!options.panelGenes().contains(gene) && NUCLEIC_ACID.matcher(row.change).matches()) {
        tally.offPanel(1);
        return;
      }
      Matcher both = CODING_AND_PROTEIN.matcher(row.change);
      Optional<CodingChange> coding = coding(gene, both.matches() ? both.group(1) : row.change);
      ProteinChange change =
          coding.map(CodingChange::protein).orElseGet(() -> ProteinChangeParser.parse(row.change));
      Optional<String> fault =
          options.panelGenes().contains(gene)
              ? mismatch(gene, change)
              : intendedGene(gene, change)
                  .map(g -> gene + " is not a gene of the panel; did you mean " + g + "?");
      if (fault.isPresent()) {
        throw new IllegalArgumentException(fault.get());
      }
      if (!options.panelGenes().contains(gene)) {
        tally.offPanel(1);
      } else if (change.effect() == Effect.SYNONYMOUS) {
        tally.synonymous();
      } else {
        List<String> notes =
            coding.isPresent() && both.matches() ? disagreement(both, change) : List.of();
        tally.report(call(number, gene, change, coding, row, notes));
      }
    } catch (IllegalArgumentException e) {
      tally.skip(number, line, e.getMessage() + (e.getMessage().endsWith("?") ? "" : "."));
    }
  }

  /**
   * The gene in brackets behind a transcript that is not known, where no gene of the panel is
   * meant: {@code NM_000546.6(TP53)}.
   */
  private Optional<String> offPanelSymbol(String name) {
    Matcher matcher = TRANSCRIPT.matcher(name);
    if (!matcher.matches() || models.ofTranscript(matcher.group(1)).isPresent()) {
      return Optional.empty();
    }
    return Optional.ofNullable(matcher.group(2))
        .map(GeneNames::symbol)
        .filter(symbol -> SYMBOL.matcher(symbol).matches())
        .filter(symbol -> !options.panelGenes().contains(symbol));
  }

  /** The transcript that a line names in place of a gene: {@code NM_005157.6(ABL1)}. */
  private Optional<GeneModel> model(String name) {
    Matcher matcher = TRANSCRIPT.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<GeneModel> model = models.ofTranscript(matcher.group(1));
    if (model.isEmpty()) {
      throw new IllegalArgumentException(
          "names the transcript "
              + PrintableText.shown(matcher.group(1))
              + ", which is not known; known are "
              + models.all().stream().map(GeneModel::transcript).collect(Collectors.joining(", ")));
    }
    return model;
  }

  /** A change of the coding sequence, translated; empty for a change of the protein. */
  private Optional<CodingChange> coding(String gene, String change) {
    if (!change.toLowerCase(Locale.ROOT).startsWith("c.") || !options.panelGenes().contains(gene)) {
      return Optional.empty();
    }
    GeneModel model =
        models
            .of(gene)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "is a change of the coding sequence of "
                            + gene
                            + ", which is not bundled; give the change of the protein"));
    return Optional.of(CodingNotation.apply(model.codingSequence(), change));
  }

  /** What the list says of the protein beside a change of the coding sequence, where it differs. */
  private static List<String> disagreement(Matcher both, ProteinChange translated) {
    String text = both.group(2);
    ProteinChange named =
        ProteinChangeParser.parse(
            text.startsWith("(") ? text.substring(1, text.length() - 1) : text);
    return named.hgvs().equals(translated.hgvs())
        ? List.of()
        : List.of(
            String.format(
                "the list says %s; %s gives %s, which is used",
                named.hgvs(), PrintableText.shown(both.group(1)), translated.hgvs()));
  }

  private VariantCall call(
      long number,
      String gene,
      ProteinChange change,
      Optional<CodingChange> coding,
      Row row,
      List<String> notes) {
    return new VariantCall(
        file.name(),
        OptionalLong.of(number),
        gene,
        coding.flatMap(c -> models.of(gene)).map(GeneModel::transcript),
        change,
        coding.map(CodingChange::coding),
        Optional.empty(),
        row.depth,
        row.alleleFraction,
        Optional.empty(),
        Optional.empty(),
        notes);
  }

  private static Optional<String> mismatch(String gene, ProteinChange change) {
    return BundledSequences.ofGene(gene)
        .flatMap(protein -> ReferenceCheck.mismatch(protein, change));
  }

  /**
   * The panel's gene that a symbol was meant to be: one slip of the keyboard away, and with the
   * named residue where its sequence is known. Symbols that differ by a digit are sisters, not
   * slips (ABL2).
   */
  private Optional<String> intendedGene(String gene, ProteinChange change) {
    return new TreeSet<>(options.panelGenes())
        .stream()
            .filter(panel -> panel.length() >= MIN_SYMBOL_TO_CORRECT)
            .filter(panel -> digits(panel).equals(digits(gene)))
            .filter(panel -> isOneSlipAway(panel, gene))
            .filter(panel -> mismatch(panel, change).isEmpty())
            .findFirst();
  }

  private static String digits(String symbol) {
    return symbol.replaceAll("\\D", "");
  }

  /** One letter changed, added, left out, or two neighbours swapped. */
  private static boolean isOneSlipAway(String a, String b) {
    int prefix = 0;
    while (prefix < Math.min(a.length(), b.length()) && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    String restA = a.substring(prefix);
    String restB = b.substring(prefix);
    if (restA.isEmpty() || restB.isEmpty()) {
      return restA.length() + restB.length() == 1;
    }
    boolean changed = restA.substring(1).equals(restB.substring(1));
    boolean added = restA.substring(1).equals(restB) || restB.substring(1).equals(restA);
    boolean swapped =
        restA.length() > 1
            && restA.length() == restB.length()
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && restA.substring(2).equals(restB.substring(2));
    return changed || added || swapped;
  }

  private static Row plainRow(String line) {
    String[] cells = line.strip().split("\t");
    boolean together = cells.length == 1 || GENE_AND_CHANGE.matcher(cells[0].strip()).matches();
    String text = together ? cells[0].strip() : cells[0].strip() + " " + cells[1].strip();
    Matcher matcher = GENE_AND_CHANGE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\""
              + PrintableText.shown(text)
              + "\" is not a gene and a change; expected like ABL1:p.Thr315Ile");
    }
    return new Row(matcher.group(1), matcher.group(2), OptionalDouble.empty(), OptionalInt.empty());
  }

  private static Row tableRow(String line, TsvHeader columns) {
    TsvRow row = columns.looseRow(line);
    String gene =
        columns
            .leftmost(GENE_COLUMNS)
            .flatMap(row::text)
            .orElseThrow(() -> new IllegalArgumentException("has no gene; expected a symbol"));
    String change =
        columns
            .leftmost(CHANGE_COLUMNS)
            .flatMap(row::text)
            .orElseThrow(
                () -> new IllegalArgumentException("has no change; expected like p.Thr315Ile"));
    OptionalDouble fraction = OptionalDouble.empty();
    Optional<String> fractionText = columns.leftmost(FRACTION_COLUMNS).flatMap(row::text);
    if (fractionText.isPresent()) {
      fraction = Fractions.parse(fractionText.get());
      if (fraction.isEmpty()) {
        throw TsvRow.unfit(
            "allele fraction", fractionText.get(), "a number from 0 to 1, or a percentage");
      }
    }
    OptionalInt depth = OptionalInt.empty();
    Optional<String> depthText = columns.leftmost(DEPTH_COLUMNS).flatMap(row::text);
    if (depthText.isPresent()) {
      if (!depthText.get().matches("\\d{1,9}")) {
        throw TsvRow.unfit("depth", depthText.get(), "a number of reads");
      }
      depth = OptionalInt.of(Integer.parseInt(depthText.get()));
    }
    return new Row(gene, change, fraction, depth);
  }

  private record Row(
      String gene, String change, OptionalDouble alleleFraction, OptionalInt depth) {}
}
