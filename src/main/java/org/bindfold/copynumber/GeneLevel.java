package org.bindfold.copynumber;

import java.util.Locale;

/**
 * How much of a gene's product a cell has, from its copies or from its expression.
 *
 * @param gene HGNC symbol
 * @param ratio over normal; not negative
 * @param fromExpression whether it was measured as expression
 * @param text with the numbers that were read: {@code 5.00 copies of ABCB1, two are normal}
 */
public record GeneLevel(String gene, double ratio, boolean fromExpression, String text) {
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
    return new GeneLevel(
        gene,
        copies / NORMAL_COPIES,
        false,
        String.format(Locale.ROOT, "%.2f copies of %s, two are normal", copies, gene));
  }

  /** A level from expression, tumour over normal. */
  public static GeneLevel ofExpression(String gene, double fold) {
    return new GeneLevel(
        gene, fold, true, String.format(Locale.ROOT, "%s expressed %.2f times normal", gene, fold));
  }

  /**
   * The level when some of the copies make no working protein.
   *
   * @param shareLost of the copies, 0 to 1
   * @param why in words
   */
  public GeneLevel without(double shareLost, String why) {
    return new GeneLevel(gene, ratio * (1 - shareLost), fromExpression, text + "; " + why);
  }

  /** Whether there is none of it. */
  public boolean isGone() {
    return ratio < (fromExpression ? SILENCED_BELOW : GONE_BELOW_COPIES / NORMAL_COPIES);
  }
}
