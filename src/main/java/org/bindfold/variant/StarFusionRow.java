package org.bindfold.variant;

import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.genome.GeneNames;
import org.bindfold.genome.TranscriptExons;
import org.bindfold.sequence.ReadingFrame;

/**
 * A row of STAR-Fusion: genes as {@code SYMBOL^accession}, breakpoints as {@code chr22:23290413:+}
 * with the strand that is transcribed. Old versions call the counts JunctionReads and
 * SpanningFrags; transcripts and frame are there when it examined the coding effect.
 */
record StarFusionRow(FusionColumns.Cells cells) implements FusionRow {

  @Override
  public String upstreamGene() {
    return symbol("leftgene");
  }

  @Override
  public String downstreamGene() {
    return symbol("rightgene");
  }

  @Override
  public boolean doubted() {
    return false;
  }

  @Override
  public End upstream() {
    return end(upstreamGene(), "leftbreakpoint", "cds_left_id");
  }

  @Override
  public End downstream() {
    return end(downstreamGene(), "rightbreakpoint", "cds_right_id");
  }

  @Override
  public FusionReads reads() {
    return new FusionReads(
        cells.count("junctionreadcount", "junctionreads"),
        cells.count("spanningfragcount", "spanningfrags"));
  }

  @Override
  public ReadingFrame frame() {
    return switch (cells.text("prot_fusion_type")) {
      case "INFRAME" -> ReadingFrame.IN_FRAME;
      case "FRAMESHIFT" -> ReadingFrame.OUT_OF_FRAME;
      default -> ReadingFrame.NOT_KNOWN;
    };
  }

  private String symbol(String column) {
    return cells.text(column).split("\\^")[0];
  }

  private End end(String gene, String breakpoint, String transcript) {
    String text = cells.text(breakpoint);
    // Genes whose exons are known lie on the forward strand.
    boolean antisense =
        text.endsWith(":-") && TranscriptExons.of(GeneNames.symbol(gene)).isPresent();
    return new End(
        Optional.of(FusionRow.position(text)),
        FusionRow.stated(cells.text(transcript)),
        OptionalInt.empty(),
        antisense);
  }
}
