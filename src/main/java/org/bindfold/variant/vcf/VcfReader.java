package org.bindfold.variant.vcf;

import java.io.IOException;
import java.util.Optional;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneModel;
import org.bindfold.genome.GeneModels;
import org.bindfold.genome.PanelRegions;
import org.bindfold.io.BackgroundTask;
import org.bindfold.io.ByteLines;
import org.bindfold.io.ChunkReader;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.PrintableText;
import org.bindfold.io.Remedy;
import org.bindfold.variant.CodonJoiner;
import org.bindfold.variant.Tally;
import org.bindfold.variant.VariantReadOptions;
import org.bindfold.variant.VariantSet;

/**
 * Reads VCF 4.0 to 4.5: through the index that lies beside a bgzipped file, else a line at a time.
 *
 * <p>An alternate allele is one record in the counts; a line without ({@code ALT} is {@code .}) is
 * none, and a line that is no VCF record counts as one that was skipped.
 */
final class VcfReader {
  private final InputFile file;
  private final VariantReadOptions options;
  private final GeneModels models;

  /** What the header and the options settle before the first record. */
  private record Setting(
      VcfHeader header,
      AssemblyEvidence.Choice assembly,
      SampleChoice sample,
      PanelRegions panel) {}

  VcfReader(InputFile file, VariantReadOptions options, GeneModels models) {
    this.file = file;
    this.options = options;
    this.models = models;
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
    refuseModelsOfAnotherAssembly(assembly.assembly());
    PanelRegions panel = PanelRegions.of(assembly.assembly(), models, options.panelGenes());
    Setting setting = new Setting(header, assembly, sample, panel);
    Optional<VcfIndex> index = VcfIndex.beside(file);
    if (index.isEmpty()) {
      return result(setting, scan(setting, lines, true), file.sha256());
    }
    String fault;
    try (BackgroundTask<String> sha256 = file.sha256Ahead();
        ChunkReader part = index.get().open(panel.stretches(models))) {
      Tally tally = scan(setting, new ByteLines(file.name(), part), false);
      if (tally.skipped().isEmpty()) {
        tally.note(
            "read through its index " + index.get().name() + ": records off the panel not counted");
        return result(setting, tally, sha256.get());
      }
      fault = tally.skipped().get(0).reason();
    } catch (IOException | InputException e) {
      fault = e.getMessage();
    }
    Tally tally = scan(setting, lines, true);
    // A record of the panel that cannot be used is no fault of the index: both ways meet it.
    if (tally.skipped().isEmpty()) {
      tally.note(
          String.format(
              "its index %s does not fit it (%s), so that the whole file was read; make it again, "
                  + "for example with bcftools index -t.",
              index.get().name(), PrintableText.shown(fault)));
    }
    return result(setting, tally, file.sha256());
  }

  private Tally scan(Setting setting, ByteLines lines, boolean whole) {
    Tally tally = new Tally(file.name());
    Assembly assembly = setting.assembly().assembly();
    ReferenceEvidence reference = new ReferenceEvidence(models, setting.assembly());
    VcfRecords records =
        new VcfRecords(file, setting.header(), assembly, setting.sample().name(), options, tally);
    new VcfScan(assembly, setting.panel(), reference, records, tally, whole)
        .read(lines, PanelSieve.of(assembly, setting.panel().stretches(models)));
    reference.check(file.name());
    records.noteGenesWithoutModel();
    tally.join(new CodonJoiner(models, assembly));
    return tally;
  }

  private VariantSet result(Setting setting, Tally tally, String sha256) {
    return new VariantSet(
        file.name(),
        sha256,
        setting.header().format(),
        Optional.of(setting.assembly().assembly()),
        setting.assembly().reason() + setting.sample().note().map(note -> "; " + note).orElse(""),
        setting.sample().name(),
        tally.variants(),
        tally.counts(),
        tally.skipped(),
        tally.notes());
  }

  private void refuseModelsOfAnotherAssembly(Assembly assembly) {
    for (GeneModel model : models.all()) {
      if (!model.isOn(assembly)) {
        throw InputException.file(
                file.name(),
                "is on "
                    + assembly
                    + ", but the gene models given are on "
                    + assembly.other()
                    + ".")
            .mendedBy(Remedy.GENE_MODELS);
      }
    }
  }
}
