package org.bindfold.copynumber;

import java.util.OptionalDouble;
import org.bindfold.genome.GeneSpan;

/**
 * A stretch of genome with one copy number.
 *
 * @param line line number in its file, 1-based
 * @param chromosome with prefix
 * @param start first base, 1-based
 * @param end last base, closed
 * @param copies per tumour cell
 * @param ratio copy ratio (2 to the log2) the copies came from; empty when the file gives copies
 */
record Segment(
    long line, String chromosome, int start, int end, double copies, OptionalDouble ratio) {

  /** Bases that it shares with a gene. */
  int overlap(GeneSpan span) {
    if (!chromosome.equals(span.chromosome())) {
      return 0;
    }
    return Math.max(0, Math.min(end, span.end()) - Math.max(start, span.start()) + 1);
  }
}
