package org.bindfold.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.bindfold.genome.AlleleEffect;
import org.bindfold.genome.AlleleEffect.Changed;
import org.bindfold.genome.AlleleEffect.NotStored;
import org.bindfold.genome.AlleleEffect.NotUsable;
import org.bindfold.genome.AlleleEffect.Outside;
import org.bindfold.genome.AlleleEffect.ReferenceMismatch;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneModel;
import org.bindfold.genome.GeneModels;
import org.bindfold.genome.GeneNames;
import org.bindfold.genome.GenomicAllele;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.PrintableText;
import org.bindfold.io.Remedy;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.sequence.ReferenceCheck;

/**
 * Reads a MAF of the GDC, of cBioPortal or of vcf2maf: a table by column names, where the protein
 * change alone is enough. The file's change of the protein is used; where bases and a transcript
 * are known too, a difference is noted, and a row without a change of the protein is translated.
 *
 * <p>Columns: the GDC's MAF format description, version 1.0.0, and cBioPortal's file formats.
 */
final class MafReader {
  private final InputFile file;
  private final VariantReadOptions options;
  private final GeneModels models;
  private final Tally tally;
  private final Map<String, Integer> samplesOnPanel = new LinkedHashMap<>();
  private final Set<String> samples = new TreeSet<>();
  private final Set<Assembly> assemblies = new TreeSet<>();

  MafReader(InputFile file, VariantReadOptions options, GeneModels models) {
    this.file = file;
    this.options = options;
    this.models = models;
    this.tally = new Tally(file.name());
  }

  /** Whether a line names the columns of a MAF. */
  static boolean isHeader(String line) {
    return MafColumns.of(line).isMaf();
  }

  /**
   * Reads to the end.
   *
   * @param header the line of column names
   * @param lines stands on that line
   */
  VariantSet read(String header, ByteLines lines) {
    MafColumns columns = MafColumns.of(header);
    while (lines.next()) {
      if (lines.length() == 0 || lines.buffer()[lines.start()] == '#') {
        continue;
      }
      if (lines.tooLong()) {
        tally.skip(lines.number(), lines.text(), "is longer than 10 MB; expected one mutation.");
        continue;
      }
      String line = lines.text();
      try {
        row(lines.number(), columns.row(line));
      } catch (IllegalArgumentException e) {
        tally.skip(lines.number(), line, e.getMessage() + ".");
      }
    }
    Optional<Assembly> assembly =
        assemblies.size() == 1 ? assemblies.stream().findFirst() : options.assembly();
    return new VariantSet(
        file.name(),
        file.sha256(),
        "MAF",
        assembly,
        assemblies.isEmpty() ? "the file does not state it" : "column NCBI_Build",
        sample(),
        tally.variants(),
        tally.counts(),
        tally.skipped(),
        tally.notes());
  }

  private void row(long line, MafColumns.Row row) {
    String sample = row.text("tumor_sample_barcode").orElse("");
    samples.add(sample);
    if (options.sample().isPresent() && !options.sample().get().equals(sample)) {
      tally.filtered(1);
      return;
    }
    String gene = GeneNames.symbol(row.gene());
    if (!options.panelGenes().contains(gene)) {
      tally.offPanel(1);
      return;
    }
    Optional<String> filter = row.text("filter").filter(f -> !f.equals("."));
    if (filter.isPresent() && !filter.get().equals("PASS") && !options.includeFiltered()) {
      tally.filtered(1);
      return;
    }
    Optional<Assembly> assembly = row.assembly();
    assembly.ifPresent(this::use);
    Optional<GenomicAllele> allele = row.allele();
    Optional<AlleleEffect> own = Optional.empty();
    Optional<GeneModel> model = models.of(gene);
    if (allele.isPresent() && assembly.isPresent() && model.isPresent()) {
      GeneModel known = model.get();
      boolean there =
          known.isOn(assembly.get()) && known.chromosome().equals(allele.get().chromosome());
      own = there ? Optional.of(known.effect(assembly.get(), allele.get())) : Optional.empty();
    }
    report(line, gene, row, own, model.map(GeneModel::transcript));
    samplesOnPanel.merge(sample, 1, Integer::sum);
  }

  private void report(
      long line,
      String gene,
      MafColumns.Row row,
      Optional<AlleleEffect> own,
      Optional<String> ownTranscript) {
    if (own.isPresent() && own.get() instanceof ReferenceMismatch mismatch) {
      throw new IllegalArgumentException(
          "has reference base "
              + mismatch.found()
              + ", but "
              + gene
              + " has "
              + mismatch.expected()
              + " at "
              + mismatch.position()
              + "; check NCBI_Build and the column Strand (it must be +)");
    }
    Annotation annotation = row.annotation(gene);
    if (own.isEmpty() || !(own.get() instanceof Changed)) {
      // Nothing else tells what the row means; cBioPortal writes X1445_splice for a splice site.
      annotation
          .protein()
          .filter(change -> !change.contains("splice"))
          .ifPresent(ProteinChangeParser::parse);
    }
    AnnotatedEffect joined =
        AnnotatedEffect.of("the MAF", gene, List.of(annotation), own, ownTranscript);
    if (joined.effect() instanceof NotUsable unusable) {
      throw new IllegalArgumentException(unusable.reason());
    }
    if (joined.effect() instanceof NotStored || joined.effect() instanceof Outside) {
      untranslated(gene, annotation, row);
      return;
    }
    ProteinChange change = ((Changed) joined.effect()).change();
    Optional<String> fault =
        BundledSequences.ofGene(gene).flatMap(protein -> ReferenceCheck.mismatch(protein, change));
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
    if (change.effect() == Effect.SYNONYMOUS) {
      tally.synonymous();
      return;
    }
    tally.report(
        new VariantCall(
            file.name(),
            OptionalLong.of(line),
            gene,
            joined.transcript().filter(t -> !t.isEmpty()),
            change,
            ((Changed) joined.effect()).coding(),
            row.allele(),
            row.depth(),
            row.alleleFraction(),
            row.text("filter").filter(f -> !f.equals(".")),
            Optional.empty(),
            joined.notes()));
  }

  /** A row without a change of the protein: outside the coding sequence, or not to be told. */
  private void untranslated(String gene, Annotation annotation, MafColumns.Row row) {
    if (annotation.protein().isEmpty() && !row.isCoding()) {
      tally.offPanel(1);
      return;
    }
    throw new IllegalArgumentException(
        "is in "
            + gene
            + " and names no change of the protein that can be read; expected it in HGVSp_Short, "
            + "HGVSp, Protein_Change or Amino_Acid_Change, like p.T315I");
  }

  private void use(Assembly assembly) {
    if (options.assembly().filter(asked -> asked != assembly).isPresent()) {
      throw new IllegalArgumentException(
          "is on "
              + assembly
              + ", but "
              + options.assembly().get()
              + " was given as the file's assembly");
    }
    assemblies.add(assembly);
    if (assemblies.size() > 1) {
      assemblies.remove(assembly);
      throw new IllegalArgumentException(
          "is on " + assembly + ", but rows before it are on " + assembly.other());
    }
  }

  private Optional<String> sample() {
    if (options.sample().isPresent()) {
      if (!samples.contains(options.sample().get())) {
        throw InputException.request(
                file.name()
                    + " has no sample '"
                    + PrintableText.shown(options.sample().get())
                    + "'; it has "
                    + samples.size()
                    + " samples in the column Tumor_Sample_Barcode.")
            .mendedBy(Remedy.SAMPLE);
      }
      return options.sample();
    }
    if (samplesOnPanel.size() > 1) {
      throw InputException.request(
              file.name()
                  + " has panel mutations of "
                  + samplesOnPanel.size()
                  + " samples; choose one: "
                  + PrintableText.list(List.copyOf(samplesOnPanel.keySet()))
                  + ".")
          .mendedBy(Remedy.SAMPLE);
    }
    if (samples.size() > 1) {
      tally.note(
          "it holds " + samples.size() + " samples; at most one of them has panel mutations.");
    }
    Optional<String> only = samples.size() == 1 ? samples.stream().findFirst() : Optional.empty();
    return samplesOnPanel.keySet().stream().findFirst().or(() -> only).filter(s -> !s.isEmpty());
  }
}
