package org.bindfold.variant;

import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.sequence.ReadingFrame;

/**
 * A row of Arriba's fusions.tsv or fusions.discarded.tsv. Each strand column holds the strand of
 * the gene and the one that is transcribed, {@code +/+}. Where Arriba could not predict the latter,
 * {@code +/.}, it does not know which gene comes first either; the directions then tell which part
 * of each gene is kept (Arriba's documentation, output-files.md).
 */
final class ArribaRow implements FusionRow {
  private final FusionColumns.Cells cells;

  /** 1 or 2: which of the file's two genes gives the start. */
  private final int first;

  ArribaRow(FusionColumns.Cells cells) {
    this.cells = cells;
    boolean secondGivesStart =
        keepsStart(2).filter(keeps -> keeps).isPresent()
            && keepsStart(1).filter(keeps -> !keeps).isPresent();
    this.first = !strandPredicted(1) && !strandPredicted(2) && secondGivesStart ? 2 : 1;
  }

  @Override
  public String upstreamGene() {
    return cells.text("gene" + first);
  }

  @Override
  public String downstreamGene() {
    return cells.text("gene" + second());
  }

  @Override
  public boolean doubted() {
    return cells.text("confidence").equals("low") || discarded();
  }

  @Override
  public End upstream() {
    return end(first, true);
  }

  @Override
  public End downstream() {
    return end(second(), false);
  }

  @Override
  public FusionReads reads() {
    OptionalInt anchoredInFirst = cells.count("split_reads1");
    OptionalInt anchoredInSecond = cells.count("split_reads2");
    return new FusionReads(
        anchoredInFirst.isPresent() && anchoredInSecond.isPresent()
            ? OptionalInt.of(anchoredInFirst.getAsInt() + anchoredInSecond.getAsInt())
            : OptionalInt.empty(),
        cells.count("discordant_mates"));
  }

  /** A stop codon before the junction leaves the second gene unread, whatever its frame. */
  @Override
  public ReadingFrame frame() {
    return switch (cells.text("reading_frame")) {
      case "in-frame" -> ReadingFrame.IN_FRAME;
      case "out-of-frame", "stop-codon" -> ReadingFrame.OUT_OF_FRAME;
      default -> ReadingFrame.NOT_KNOWN;
    };
  }

  private int second() {
    return 3 - first;
  }

  private End end(int number, boolean givesStart) {
    boolean antisense =
        strandPredicted(number)
            ? !geneStrand(number).isEmpty() && !geneStrand(number).equals(fusionStrand(number))
            : keepsStart(number).filter(keeps -> keeps != givesStart).isPresent();
    return new End(
        Optional.of(FusionRow.position(cells.text("breakpoint" + number))),
        FusionRow.stated(cells.text("transcript_id" + number)),
        OptionalInt.empty(),
        antisense);
  }

  /** A filter that took the event as a whole is listed without the number of reads it took. */
  private boolean discarded() {
    for (String filter : cells.text("filters").split(",")) {
      if (FusionRow.stated(filter.strip()).isPresent() && !filter.endsWith(")")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the fusion keeps the part of a gene that is transcribed first; empty when the file does
   * not say. {@code downstream} means that the other gene is joined at higher positions.
   */
  private Optional<Boolean> keepsStart(int number) {
    String direction = cells.text("direction" + number);
    String strand = geneStrand(number);
    if (strand.isEmpty() || !(direction.equals("upstream") || direction.equals("downstream"))) {
      return Optional.empty();
    }
    return Optional.of(strand.equals("+") == direction.equals("downstream"));
  }

  private boolean strandPredicted(int number) {
    return !fusionStrand(number).isEmpty();
  }

  private String geneStrand(int number) {
    return strand(number, 0);
  }

  private String fusionStrand(int number) {
    return strand(number, 1);
  }

  /** {@code +} or {@code -}; nothing when the file has none. */
  private String strand(int number, int part) {
    String[] parts = cells.text("strand" + number + "(gene/fusion)").split("/", -1);
    boolean known = parts.length == 2 && (parts[part].equals("+") || parts[part].equals("-"));
    return known ? parts[part] : "";
  }
}
