package org.bindfold.variant;

import htsjdk.tribble.TribbleException;
import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFCodec;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.bindfold.input.InputException;
import org.bindfold.input.InputFile;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.variant.AlleleEffect.Changed;
import org.bindfold.variant.AlleleEffect.NotStored;
import org.bindfold.variant.AlleleEffect.Outside;
import org.bindfold.variant.AlleleEffect.ReferenceMismatch;

/**
 * Reads VCF 4.0 to 4.5, a line at a time. Only records that meet a gene of the panel are decoded;
 * of the others the first columns are looked at, so that a whole genome costs little more than
 * unzipping it.
 *
 * <p>An alternate allele is one record in the counts; a line without ({@code ALT} is {@code .}) is
 * none, and a line that is no VCF record counts as one that was skipped. SNVs of one codon on
 * several lines stay separate changes.
 */
final class VcfReader {
  /** So that a change beside the first or the last exon is looked at too. */
  private static final int MARGIN = 2;

  private final InputFile file;
  private final VariantReadOptions options;
  private final GeneModels models;
  private final Tally tally;

  VcfReader(InputFile file, VariantReadOptions options, GeneModels models) {
    this.file = file;
    this.options = options;
    this.models = models;
    this.tally = new Tally(file.name());
  }

  /**
   * Reads to the end.
   *
   * @param first the first line, already taken from {@code lines}
   * @throws InputException when the file as a whole cannot be used
   */
  VariantSet read(String first, ByteLines lines) {
    VcfHeader header = VcfHeader.read(file.name(), first, lines);
    AssemblyEvidence.Choice assembly =
        header.assemblyEvidence().choose(file.name(), options.assembly());
    SampleChoice sample = SampleChoice.of(file.name(), header, options.sample());
    ReferenceEvidence reference = new ReferenceEvidence(models, assembly);
    VCFCodec codec = header.codec();
    VcfColumns columns = new VcfColumns();
    String chromosome = "";
    boolean panelChromosome = false;
    while (lines.next()) {
      if (lines.length() == 0 || lines.buffer()[lines.start()] == '#') {
        continue;
      }
      Optional<String> fault =
          lines.tooLong()
              ? Optional.of("is longer than 10 MB; expected one variant record")
              : columns.read(lines);
      if (fault.isPresent()) {
        skip(lines, fault.get() + ".");
        continue;
      }
      // Nearly every line of a genome ends here: a chromosome without a gene of the panel.
      if (!columns.chromosome().equals(chromosome)) {
        chromosome = columns.chromosome();
        panelChromosome = models.onChromosome(chromosome);
      }
      if (!panelChromosome) {
        tally.offPanel(columns.alternates());
        continue;
      }
      reference.add(columns);
      Optional<GeneModel> model = modelAt(assembly.assembly(), columns);
      if (model.isEmpty()) {
        tally.offPanel(columns.alternates());
      } else {
        onPanel(lines, header, codec, columns, model.get(), assembly.assembly(), sample.name());
      }
    }
    reference.check(file.name());
    return new VariantSet(
        file.name(),
        file.sha256(),
        header.format(),
        Optional.of(assembly.assembly()),
        assembly.reason() + sample.note().map(note -> "; " + note).orElse(""),
        sample.name(),
        tally.variants(),
        tally.counts(),
        tally.skipped());
  }

  private Optional<GeneModel> modelAt(Assembly assembly, VcfColumns columns) {
    int end = columns.position() + columns.referenceLength() - 1;
    return models.at(assembly, columns.chromosome(), columns.position() - MARGIN, end + MARGIN);
  }

  private void onPanel(
      ByteLines lines,
      VcfHeader header,
      VCFCodec codec,
      VcfColumns columns,
      GeneModel model,
      Assembly assembly,
      Optional<String> sample) {
    String line = lines.text();
    int found = line.split("\t", -1).length;
    if (found != header.columnCount()) {
      String named = header.columnCount() + ", as the #CHROM line has";
      skip(lines, "has " + found + " tab-separated columns; expected " + named + ".");
      return;
    }
    VariantContext record;
    Genotypes genotypes;
    try {
      record = codec.decode(line);
      genotypes = new Genotypes(record, sample);
      // Genotypes are decoded when first asked for; faults in them must show here.
      genotypes.depth();
    } catch (TribbleException | IllegalArgumentException | IllegalStateException e) {
      skip(lines, "is not a valid VCF record: " + VcfText.shown(plain(e)) + ".");
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
      allele(lines, record, genotypes, allele, index++, model, assembly);
    }
  }

  private void allele(
      ByteLines lines,
      VariantContext record,
      Genotypes genotypes,
      Allele allele,
      int index,
      GeneModel model,
      Assembly assembly) {
    // * is another line's deletion, <*> and <NON_REF> stand for "anything else": none is a variant.
    if (allele.equals(Allele.SPAN_DEL) || allele.isNonRefAllele() || genotypes.excludes(allele)) {
      tally.filtered(1);
      return;
    }
    if (allele.isSymbolic()) {
      skip(
          lines,
          "has ALT "
              + VcfText.shown(allele.getDisplayString())
              + ", a symbolic or breakend allele; its effect on "
              + model.gene()
              + " cannot be worked out from one record. Give copy numbers with --copy-number.");
      return;
    }
    GenomicAllele genomic =
        new GenomicAllele(
            model.chromosome(),
            record.getStart(),
            record.getReference().getBaseString().toUpperCase(Locale.ROOT),
            allele.getBaseString().toUpperCase(Locale.ROOT));
    AlleleEffect effect = model.effect(assembly, genomic);
    if (effect instanceof Outside) {
      tally.offPanel(1);
    } else if (effect instanceof ReferenceMismatch mismatch) {
      skip(lines, reason(mismatch, model, assembly));
    } else if (effect instanceof NotStored missing) {
      skip(lines, reason(missing, model));
    } else if (effect instanceof Changed changed) {
      if (changed.change().effect() == Effect.SYNONYMOUS) {
        tally.synonymous();
      } else {
        tally.report(
            new VariantCall(
                file.name(),
                lines.number(),
                model.gene(),
                Optional.of(model.transcript()),
                changed.change(),
                changed.coding(),
                Optional.of(genomic),
                genotypes.depth(),
                genotypes.alleleFraction(index),
                filter(record)));
      }
    }
  }

  private String reason(ReferenceMismatch mismatch, GeneModel model, Assembly assembly) {
    int position = mismatch.position();
    Optional<Character> other =
        models
            .at(assembly.other(), model.chromosome(), position, position)
            .flatMap(there -> there.base(assembly.other(), position));
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

  private static String plain(RuntimeException e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }

  private void skip(ByteLines lines, String reason) {
    tally.skip(lines.number(), lines.text(), reason);
  }
}
