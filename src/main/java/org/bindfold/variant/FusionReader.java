package org.bindfold.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.genome.GeneNames;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;

/**
 * Reads fusion calls of STAR-Fusion, Arriba and LINX and the fusions that PCGR takes. A fusion
 * counts where a gene of the panel is its downstream partner; the reciprocal one, and those of
 * other genes, are off the panel.
 */
final class FusionReader {
  private final InputFile file;
  private final VariantReadOptions options;
  private final Tally tally;
  private final List<FusionCall> fusions = new ArrayList<>();

  FusionReader(InputFile file, VariantReadOptions options) {
    this.file = file;
    this.options = options;
    this.tally = new Tally(file.name());
  }

  /**
   * Whether a line names the columns of a file of fusions, or of one that {@link #read} refuses
   * with what to give instead.
   */
  static boolean isHeader(String line) {
    FusionColumns columns = FusionColumns.of(line);
    return FusionFormat.of(columns).isPresent() || FusionFormat.isStructuralVariants(columns);
  }

  /**
   * Reads a file to its end.
   *
   * @param header its first line, for which {@link #isHeader} holds
   * @throws InputException when it is a table of structural variants
   */
  VariantSet read(String header, ByteLines lines) {
    FusionColumns columns = FusionColumns.of(header);
    FusionFormat format =
        FusionFormat.of(columns)
            .orElseThrow(
                () ->
                    InputException.file(
                        file.name(),
                        "is a table of structural variants, which does not say which gene of a "
                            + "pair gives the start: a translocation and its reciprocal look "
                            + "alike. Give the fusions of STAR-Fusion, Arriba or LINX "
                            + "(linx.fusion.tsv)."));
    while (lines.next()) {
      if (lines.length() == 0) {
        continue;
      }
      try {
        row(lines.number(), format.row(columns.cells(lines.text())));
      } catch (IllegalArgumentException e) {
        tally.skip(lines.number(), lines.text(), e.getMessage() + ".");
      }
    }
    VariantSet.Counts counts = tally.counts();
    return new VariantSet(
        file.name(),
        file.sha256(),
        format.label(),
        Optional.empty(),
        "fusions are placed by the exons they join",
        Optional.empty(),
        List.of(),
        new VariantSet.Counts(
            counts.read() + fusions.size(),
            fusions.size(),
            counts.offPanel(),
            0,
            counts.filtered(),
            counts.skipped()),
        tally.skipped(),
        tally.notes(),
        fusions);
  }

  private void row(long line, FusionRow row) {
    String upstream = GeneNames.symbol(row.upstreamGene());
    String downstream = GeneNames.symbol(row.downstreamGene());
    boolean reciprocal = upstream.equals("ABL1") && downstream.equals("BCR");
    if (!options.panelGenes().contains(downstream) || upstream.equals(downstream) || reciprocal) {
      tally.offPanel(1);
      return;
    }
    if (row.doubted() && !options.includeFiltered()) {
      tally.filtered(1);
      return;
    }
    FusionCall call = FusionPlacement.call(file.name(), line, row, options.assembly());
    fusions.add(call);
    tally.note("line " + line + " establishes " + call.name() + details(call) + ".");
    if (call.frame().contradictory()) {
      tally.note(
          "line "
              + line
              + ": "
              + call.name()
              + " is "
              + call.frame().byExons().label()
              + " by its exons, but "
              + call.frame().byCaller().label()
              + " by the caller; the exons count.");
    }
  }

  private static String details(FusionCall call) {
    String domain =
        switch (call.kinaseDomain()) {
          case KEPT -> ", kinase domain kept";
          case PART -> ", kinase domain kept in part";
          case LOST -> ", kinase domain lost";
          case NOT_KNOWN -> "";
        };
    OptionalInt reads = call.reads().junction();
    return ", "
        + call.frame().frame().label()
        + domain
        + (reads.isPresent() ? ", " + reads.getAsInt() + " reads across it" : "");
  }
}
