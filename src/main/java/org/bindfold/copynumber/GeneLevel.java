package org.bindfold.copynumber;

/**
 * How much of a gene's product a cell has, from its copies or from its expression.
 *
 * @param gene HGNC symbol
 * @param ratio over normal; not negative
 * @param fromExpression whether it was measured as expression
 */
public record GeneLevel(String gene, double ratio, boolean fromExpression) {
  /** Copies of an autosomal gene in a normal cell. */
  public static final double NORMAL_COPIES = 2;

  /**
   * Fewer copies than this mean that a cell has none. Assumed: with a purity that is a little off,
   * no copies are seldom read as exactly none.
   */
  public static final double GONE_BELOW_COPIES = 0.5;

  /** Less than this over normal counts as silenced. Assumed: a tenth. */
  public static final double SILENCED_BELOW = 0.1;

  public GeneLevel {
    if (!(ratio >= 0) || Double.isInfinite(ratio)) {
      throw new IllegalArgumentException("level of " + gene + ": " + ratio);
    }
  }

  /** A level in proportion to copies per tumour cell. */
  public static GeneLevel ofCopies(String gene, double copies) {
    return new GeneLevel(gene, copies / NORMAL_COPIES, false);
  }

  /** A level from expression, tumour over normal. */
  public static GeneLevel ofExpression(String gene, double fold) {
    return new GeneLevel(gene, fold, true);
  }

  /** Copies per tumour cell that make as much as there is; those that were read, if any were. */
  public double copies() {
    return ratio * NORMAL_COPIES;
  }

  /** Whether there is none of it. */
  public boolean isGone() {
    return ratio < (fromExpression ? SILENCED_BELOW : GONE_BELOW_COPIES / NORMAL_COPIES);
  }
}
