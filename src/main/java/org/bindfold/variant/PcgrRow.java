package org.bindfold.variant;

import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.io.PrintableText;
import org.bindfold.sequence.ReadingFrame;

/**
 * A row of the fusions that PCGR takes: {@code BCR--ABL1}, the gene that gives the start first, and
 * breakpoints as {@code 22:23290413}, without strand.
 */
final class PcgrRow implements FusionRow {
  private static final String SEPARATOR = "--";

  private final FusionColumns.Cells cells;
  private final String[] genes;

  /** Takes the names apart. */
  PcgrRow(FusionColumns.Cells cells) {
    this.cells = cells;
    this.genes = cells.text("fusiongene").split(SEPARATOR, -1);
    if (genes.length != 2) {
      throw new IllegalArgumentException(
          "has fusion \""
              + PrintableText.shown(cells.text("fusiongene"))
              + "\"; expected two genes like BCR--ABL1");
    }
  }

  @Override
  public String upstreamGene() {
    return genes[0];
  }

  @Override
  public String downstreamGene() {
    return genes[1];
  }

  @Override
  public boolean doubted() {
    return false;
  }

  @Override
  public End upstream() {
    return end("leftbreakpoint");
  }

  @Override
  public End downstream() {
    return end("rightbreakpoint");
  }

  @Override
  public FusionReads reads() {
    return new FusionReads(cells.count("splitreads"), cells.count("spanningreads"));
  }

  @Override
  public ReadingFrame frame() {
    return ReadingFrame.NOT_KNOWN;
  }

  private End end(String breakpoint) {
    return new End(
        Optional.of(FusionRow.position(cells.text(breakpoint))),
        Optional.empty(),
        OptionalInt.empty(),
        false);
  }
}
