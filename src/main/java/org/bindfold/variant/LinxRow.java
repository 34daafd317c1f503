package org.bindfold.variant;

import java.util.OptionalInt;
import org.bindfold.io.PrintableText;
import org.bindfold.sequence.ReadingFrame;

/**
 * A row of LINX's linx.fusion.tsv, which numbers the exons that meet once skipped ones are left
 * out. Versions with fivePrimeCoords and threePrimeCoords give the breakpoints in DNA too, {@code
 * 22:23632700:1}. There are no reads. What LINX does not report itself counts as doubted.
 */
record LinxRow(FusionColumns.Cells cells) implements FusionRow {

  @Override
  public String upstreamGene() {
    return cells.text("genestart");
  }

  @Override
  public String downstreamGene() {
    return cells.text("geneend");
  }

  @Override
  public boolean doubted() {
    return cells.text("reported").equalsIgnoreCase("false");
  }

  @Override
  public End upstream() {
    return end("fiveprimecoords", "transcriptstart", "fusedexonup");
  }

  @Override
  public End downstream() {
    return end("threeprimecoords", "transcriptend", "fusedexondown");
  }

  @Override
  public FusionReads reads() {
    return FusionReads.NONE;
  }

  @Override
  public ReadingFrame frame() {
    return switch (cells.text("phased")) {
      case "INFRAME", "SKIPPED_EXONS" -> ReadingFrame.IN_FRAME;
      case "OUT_OF_FRAME" -> ReadingFrame.OUT_OF_FRAME;
      default -> ReadingFrame.NOT_KNOWN;
    };
  }

  private End end(String coordinates, String transcript, String exon) {
    String number = cells.text(exon);
    if (!number.matches("[1-9]\\d{0,3}")) {
      throw new IllegalArgumentException(
          "has \"" + PrintableText.shown(number) + "\" for an exon; expected its number, from 1");
    }
    return new End(
        FusionRow.stated(cells.text(coordinates)).map(FusionRow::position),
        FusionRow.stated(cells.text(transcript)),
        OptionalInt.of(Integer.parseInt(number)),
        false);
  }
}
