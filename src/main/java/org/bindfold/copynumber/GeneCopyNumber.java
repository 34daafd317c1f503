package org.bindfold.copynumber;

import java.util.OptionalDouble;

/**
 * Copies of one gene in the tumour's cells.
 *
 * @param gene HGNC symbol
 * @param copies total copies per tumour cell, not negative; two is normal for an autosome
 * @param log2 the ratio that the copies came from; empty when the file gives copies
 * @param covered share of the gene's span that segments cover, 0 to 1
 * @param source where it stands: {@code file:line}, the line of the segment that covers most of the
 *     gene
 */
public record GeneCopyNumber(
    String gene, double copies, OptionalDouble log2, double covered, String source) {

  public GeneCopyNumber {
    if (!(copies >= 0) || Double.isInfinite(copies)) {
      throw new IllegalArgumentException("copies of " + gene + ": " + copies);
    }
  }
}
