package org.bindfold.genome;

/**
 * The stretch of one assembly from the first to the last base of a gene.
 *
 * @param gene HGNC symbol
 * @param chromosome with prefix: {@code chr5}
 * @param start first base, 1-based
 * @param end last base, closed
 */
public record GeneSpan(String gene, String chromosome, int start, int end) {
  /** Length in bases. */
  public int length() {
    return end - start + 1;
  }
}
