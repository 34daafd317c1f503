package org.bindfold.sequence;

/** Whether a gene that another one's start is joined to is still read in its own frame. */
public enum ReadingFrame {
  /** Codon by codon as in its own protein. */
  IN_FRAME("in frame"),
  /** In another frame, or not at all since a stop codon comes first. */
  OUT_OF_FRAME("out of frame"),
  /** Nobody could tell. */
  NOT_KNOWN("reading frame not known");

  private static final int CODON = 3;

  private final String label;

  ReadingFrame(String label) {
    this.label = label;
  }

  /** {@code in frame}. */
  public String label() {
    return label;
  }

  /**
   * The frame behind a junction, from which base of a codon comes last before it and which first
   * behind it. The codon over the junction itself is not looked at.
   *
   * @param lastKept CDS position, 1-based, of the upstream gene's last base
   * @param firstKept CDS position, 1-based, of the downstream gene's first base
   */
  public static ReadingFrame across(int lastKept, int firstKept) {
    return (lastKept - (firstKept - 1)) % CODON == 0 ? IN_FRAME : OUT_OF_FRAME;
  }
}
