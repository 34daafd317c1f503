package org.bindfold.variant.vcf;

import htsjdk.tribble.TribbleException;
import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bindfold.genome.AlleleEffect;
import org.bindfold.genome.AlleleEffect.Changed;
import org.bindfold.genome.AlleleEffect.NotStored;
import org.bindfold.genome.AlleleEffect.NotUsable;
import org.bindfold.genome.AlleleEffect.Outside;
import org.bindfold.genome.AlleleEffect.ReferenceMismatch;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneModel;
import org.bindfold.genome.GenomicAllele;
import org.bindfold.genome.PanelRegions.Region;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputFile;
import org.bindfold.io.PrintableText;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.variant.AnnotatedEffect;
import org.bindfold.variant.Annotation;
import org.bindfold.variant.PhaseSet;
import org.bindfold.variant.Tally;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantReadOptions;

/** Decodes the records of a VCF that lie on the panel, and works out what each allele does. */
final class VcfRecords {
  private final InputFile file;
  private final VcfHeader header;
  private final Assembly assembly;
  private final Optional<String> sample;
  private final VariantReadOptions options;
  private final Tally tally;
  private final VCFCodec codec;
  private final Map<String, Integer> withoutModel = new TreeMap<>();

  VcfRecords(
      InputFile file,
      VcfHeader header,
      Assembly assembly,
      Optional<String> sample,
      VariantReadOptions options,
      Tally tally) {
    this.file = file;
    this.header = header;
    this.assembly = assembly;
    this.sample = sample;
    this.options = options;
    this.tally = tally;
    this.codec = header.codec();
  }

  /** Reads the current line, which meets a region of the panel. */
  void read(ByteLines lines, VcfColumns columns, Region region) {
    String line = lines.text();
    String[] cells = line.split("\t", -1);
    if (cells.length != header.columnCount()) {
      String named = header.columnCount() + ", as the #CHROM line has";
      skip(lines, "has " + cells.length + " tab-separated columns; expected " + named + ".");
      return;
    }
    VariantContext record;
    Genotypes genotypes;
    try {
      record = codec.decode(line);
      genotypes = new Genotypes(record, sample, fields(cells));
      // Genotypes are decoded when first asked for; faults in them must show here.
      genotypes.depth();
    } catch (TribbleException | IllegalArgumentException | IllegalStateException e) {
      skip(lines, "is not a valid VCF record: " + PrintableText.shown(plain(e)) + ".");
      return;
    } catch (IndexOutOfBoundsException | NullPointerException e) {
      // The decoder's own way to fail over a broken genotype column.
      skip(lines, "is not a valid VCF record: its columns do not fit together.");
      return;
    }
    if (record.isFiltered() && !options.includeFiltered()) {
      tally.filtered(columns.alternates());
      return;
    }
    int index = 0;
    for (Allele allele : record.getAlternateAlleles()) {
      allele(lines, record, genotypes, allele, index++, region);
    }
  }

  /**
   * Looks at a line of column names that stands behind the header.
   *
   * @throws org.bindfold.io.InputException when it is not the header's
   */
  void columnLine(ByteLines lines) {
    header.refuseOtherColumns(lines);
  }

  /** The chosen sample's column by the names in FORMAT; fields at its end may be left out. */
  private Map<String, String> fields(String[] cells) {
    if (sample.isEmpty()) {
      return Map.of();
    }
    String[] names = cells[VcfHeader.FORMAT_COLUMN].split(":", -1);
    String[] values = cells[header.column(sample.get())].split(":", -1);
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < Math.min(names.length, values.length); i++) {
      fields.putIfAbsent(names[i], values[i]);
    }
    return fields;
  }

  /** Says for which genes alleles could not be translated, because no transcript is known. */
  void noteGenesWithoutModel() {
    withoutModel.forEach(
        (gene, alleles) ->
            tally.note(
                String.format(
                    Locale.ROOT,
                    "%d of the alleles counted as off the panel lie in %s, whose transcript is not "
                        + "bundled and which the file does not annotate; give gene models (GFF and "
                        + "FASTA), or annotate the file.",
                    alleles,
                    gene)));
  }

  private void allele(
      ByteLines lines,
      VariantContext record,
      Genotypes genotypes,
      Allele allele,
      int index,
      Region region) {
    // * is another line's deletion, <*> and <NON_REF> stand for "anything else": none is a variant.
    if (allele.equals(Allele.SPAN_DEL) || allele.isNonRefAllele() || genotypes.excludes(allele)) {
      tally.filtered(1);
      return;
    }
    if (allele.isSymbolic()) {
      symbolic(lines, allele, region);
      return;
    }
    GenomicAllele genomic =
        new GenomicAllele(
            region.chromosome(),
            record.getStart(),
            record.getReference().getBaseString().toUpperCase(Locale.ROOT),
            allele.getBaseString().toUpperCase(Locale.ROOT));
    AnnotatedEffect joined = effect(record, allele, genomic, region);
    if (joined.effect() instanceof Outside) {
      tally.offPanel(1);
      if (region.model().isEmpty() && header.annotation().isEmpty()) {
        withoutModel.merge(region.gene(), 1, Integer::sum);
      }
    } else if (joined.effect() instanceof ReferenceMismatch mismatch) {
      skip(lines, reason(mismatch, region.model().orElseThrow()));
    } else if (joined.effect() instanceof NotStored missing) {
      skip(lines, reason(missing, region.model().orElseThrow()));
    } else if (joined.effect() instanceof NotUsable unusable) {
      skip(lines, unusable.reason() + ".");
    } else if (joined.effect() instanceof Changed changed) {
      Optional<PhaseSet> phase = genotypes.phase(index);
      if (changed.change().effect() == Effect.SYNONYMOUS && phase.isEmpty()) {
        tally.synonymous();
      } else {
        // One that changes nothing alone may change something with another in its codon.
        tally.report(
            new VariantCall(
                file.name(),
                file.isBlocked() ? OptionalLong.empty() : OptionalLong.of(lines.number()),
                region.gene(),
                joined.transcript(),
                changed.change(),
                changed.coding(),
                Optional.of(genomic),
                genotypes.depth(),
                genotypes.alleleFraction(index),
                filter(record),
                phase,
                joined.notes()));
      }
    }
  }

  private void symbolic(ByteLines lines, Allele allele, Region region) {
    if (region.model().isEmpty()) {
      // The whole gene with its introns: where the change lies in it is not known either.
      tally.offPanel(1);
      withoutModel.merge(region.gene(), 1, Integer::sum);
      return;
    }
    skip(
        lines,
        "has ALT "
            + PrintableText.shown(allele.getDisplayString())
            + ", a symbolic or breakend allele; its effect on "
            + region.gene()
            + " cannot be worked out from one record. Give copy numbers in a file of their own.");
  }

  private AnnotatedEffect effect(
      VariantContext record, Allele allele, GenomicAllele genomic, Region region) {
    Optional<AlleleEffect> own = region.model().map(model -> model.effect(assembly, genomic));
    Optional<String> transcript = region.model().map(GeneModel::transcript);
    List<Annotation> annotations =
        header.annotation().map(format -> format.of(record, allele)).orElse(List.of());
    String key = header.annotation().map(AnnotationFormat::key).orElse("");
    return AnnotatedEffect.of(key, region.gene(), annotations, own, transcript);
  }

  private String reason(ReferenceMismatch mismatch, GeneModel model) {
    int position = mismatch.position();
    Optional<Character> other =
        model.isOn(assembly.other()) ? model.base(assembly.other(), position) : Optional.empty();
    String hint =
        other.filter(base -> base == mismatch.found()).isPresent()
            ? "it is on " + assembly.other() + "; is the file on that assembly?"
            : "check the assembly and the caller's reference.";
    return String.format(
        Locale.ROOT,
        "REF has %s at %s:%d, but %s has %s there on %s; %s",
        mismatch.found(),
        model.chromosome(),
        position,
        model.gene(),
        mismatch.expected(),
        assembly,
        hint);
  }

  private static String reason(NotStored missing, GeneModel model) {
    int first = (model.codingSequence().first() - 1) / 3 + 1;
    int last = (model.codingSequence().last() - 1) / 3 + 1;
    return String.format(
        Locale.ROOT,
        "is at c.%d of %s (codon %d); the coding sequence of %s is bundled for codons %d-%d only. "
            + "Give the change of the protein in a list instead: %s:p....",
        missing.codingPosition(),
        model.gene(),
        (missing.codingPosition() - 1) / 3 + 1,
        model.gene(),
        first,
        last,
        model.gene());
  }

  private static Optional<String> filter(VariantContext record) {
    if (!record.filtersWereApplied()) {
      return Optional.empty();
    }
    return Optional.of(
        record.isFiltered() ? String.join(";", new TreeSet<>(record.getFilters())) : "PASS");
  }

  /** The decoder's words without its own line number, which counts from elsewhere. */
  private static String plain(RuntimeException e) {
    if (e instanceof NumberFormatException) {
      return "expected a number, found " + String.valueOf(e.getMessage()).replaceFirst("^.*: ", "");
    }
    return Optional.ofNullable(e.getMessage())
        .map(text -> text.replaceFirst("^.*malformed at approximately line number -?\\d+: *", ""))
        .orElse(e.getClass().getSimpleName());
  }

  private void skip(ByteLines lines, String reason) {
    tally.skip(lines.number(), lines.text(), reason);
  }
}
