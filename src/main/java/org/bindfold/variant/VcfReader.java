package org.bindfold.variant;

import java.util.List;
import java.util.Optional;
import org.bindfold.input.InputException;
import org.bindfold.input.InputFile;
import org.bindfold.variant.PanelRegions.Region;

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
    PanelRegions panel = PanelRegions.of(assembly.assembly(), models, options.panelGenes());
    VcfRecords records =
        new VcfRecords(file.name(), header, assembly.assembly(), sample.name(), options, tally);
    VcfColumns columns = new VcfColumns();
    String chromosome = "";
    List<Region> regions = List.of();
    while (lines.next()) {
      if (lines.length() == 0 || lines.buffer()[lines.start()] == '#') {
        continue;
      }
      Optional<String> fault =
          lines.tooLong()
              ? Optional.of("is longer than 10 MB; expected one variant record")
              : columns.read(lines);
      if (fault.isPresent()) {
        tally.skip(lines.number(), lines.text(), fault.get() + ".");
        continue;
      }
      // Nearly every line of a genome ends here: a chromosome without a gene of the panel.
      if (!columns.chromosome().equals(chromosome)) {
        chromosome = columns.chromosome();
        regions = panel.on(chromosome);
      }
      if (regions.isEmpty()) {
        tally.offPanel(columns.alternates());
        continue;
      }
      reference.add(columns);
      Optional<Region> region = regionAt(regions, columns);
      if (region.isEmpty()) {
        tally.offPanel(columns.alternates());
      } else {
        records.read(lines, columns, region.get());
      }
    }
    reference.check(file.name());
    records.noteGenesWithoutModel();
    return new VariantSet(
        file.name(),
        file.sha256(),
        header.format(),
        Optional.of(assembly.assembly()),
        assembly.reason() + sample.note().map(note -> "; " + note).orElse(""),
        sample.name(),
        tally.variants(),
        tally.counts(),
        tally.skipped(),
        tally.notes());
  }

  private static Optional<Region> regionAt(List<Region> regions, VcfColumns columns) {
    int start = columns.position() - MARGIN;
    int end = columns.position() + columns.referenceLength() - 1 + MARGIN;
    for (Region region : regions) {
      if (start <= region.end() && end >= region.start()) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }
}
