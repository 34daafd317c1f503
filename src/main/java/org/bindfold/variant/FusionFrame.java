package org.bindfold.variant;

import org.bindfold.sequence.ReadingFrame;

/**
 * Whether a fusion keeps the reading frame, and who says so.
 *
 * @param byExons worked out here from the coding positions of the bases that meet
 * @param byCaller as the caller's own column has it
 */
public record FusionFrame(ReadingFrame byExons, ReadingFrame byCaller) {

  /** Who says so. */
  public enum Source {
    /** The exons that meet, as numbered here. */
    EXONS,
    /** The program that called the fusion. */
    CALLER,
    /** Nobody: the frame is not known. */
    NOBODY
  }

  /** The frame: by the exons where they tell it, else as the caller says. */
  public ReadingFrame frame() {
    return byExons == ReadingFrame.NOT_KNOWN ? byCaller : byExons;
  }

  /** Who says what {@link #frame} is. */
  public Source source() {
    if (byExons != ReadingFrame.NOT_KNOWN) {
      return Source.EXONS;
    }
    return byCaller == ReadingFrame.NOT_KNOWN ? Source.NOBODY : Source.CALLER;
  }

  /** Whether both say something, and not the same. */
  public boolean contradictory() {
    return byExons != byCaller
        && byExons != ReadingFrame.NOT_KNOWN
        && byCaller != ReadingFrame.NOT_KNOWN;
  }
}
