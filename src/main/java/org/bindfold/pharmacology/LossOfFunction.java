package org.bindfold.pharmacology;

import java.util.OptionalDouble;
import org.bindfold.copynumber.GeneLevel;

/**
 * Variants that end a protein early.
 *
 * @param gene HGNC symbol
 * @param change short form
 * @param shareOfCopies share of the gene's copies in a tumour cell that carry it, 0 to 1
 * @param shareKnown false when it was not measured and all copies are taken to carry it
 */
public record LossOfFunction(String gene, String change, double shareOfCopies, boolean shareKnown) {

  /**
   * More than this share leaves no working copy. Assumed: allele fractions are known to a tenth.
   */
  private static final double ALL_COPIES_FROM = 0.85;

  public LossOfFunction {
    if (!(shareOfCopies >= 0 && shareOfCopies <= 1)) {
      throw new IllegalArgumentException("share of copies: " + shareOfCopies);
    }
  }

  /**
   * The share of copies from an allele fraction f: a tumour of purity p with C copies in its cells
   * beside normal cells with two has f (p C + 2 (1 - p)) / p mutated copies in each, since f is
   * mutated copies times p over all copies in the sample.
   *
   * @param alleleFraction empty when not known: every copy is taken to carry it
   * @param purity share of tumour cells
   * @param copies per tumour cell
   */
  public static LossOfFunction of(
      String gene, String change, OptionalDouble alleleFraction, double purity, double copies) {
    if (alleleFraction.isEmpty() || copies <= 0) {
      return new LossOfFunction(gene, change, 1, false);
    }
    double mutated =
        alleleFraction.getAsDouble()
            * (purity * copies + GeneLevel.NORMAL_COPIES * (1 - purity))
            / purity;
    return new LossOfFunction(gene, change, Math.min(1, mutated / copies), true);
  }

  /** Whether no working copy is left. */
  public boolean leavesNone() {
    return shareOfCopies >= ALL_COPIES_FROM;
  }
}
