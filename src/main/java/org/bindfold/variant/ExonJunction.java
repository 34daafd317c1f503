package org.bindfold.variant;

/**
 * Two exons that meet in a fusion of BCR and ABL1, numbered from 1.
 *
 * @param last the last exon of BCR that is kept
 * @param first the first exon of ABL1 that is kept
 */
public record ExonJunction(int last, int first) {

  /** {@code e14a2}. */
  @Override
  public String toString() {
    return "e" + last + "a" + first;
  }
}
