package org.bindfold.copynumber;

import org.bindfold.io.InputException;
import org.bindfold.io.Remedy;

/**
 * From a log2 copy ratio to copies per tumour cell. Of the DNA in a sample of purity p whose tumour
 * has the mean ploidy r, a stretch with q copies has the ratio v = (p q + 2 (1 - p)) / (p r + 2 (1
 * - p)), since the cells that are not the tumour's are diploid ("Absolute quantification of somatic
 * DNA alterations in human cancer", results, inference of purity and ploidy); solved for q, and
 * never below zero. At ploidy 2 this is what CNVkit's {@code call} works out (Talevich et al. 2016,
 * doi:10.1371/journal.pcbi.1004873).
 *
 * @param purity share of tumour cells, above 0 and up to 1
 * @param ploidy mean copies of the tumour's genome, above 0
 */
record RatioScale(double purity, double ploidy) {
  private static final double DIPLOID = 2;

  RatioScale {
    if (!(purity > 0 && purity <= 1)) {
      throw InputException.request(
              "purity " + purity + " is out of range; expected above 0 and up to 1.")
          .mendedBy(Remedy.PURITY);
    }
    if (!(ploidy > 0 && ploidy <= CopyNumberReader.MAX_COPIES)) {
      throw InputException.request(
              "ploidy " + ploidy + " is out of range; expected a number like 2.")
          .mendedBy(Remedy.PLOIDY);
    }
  }

  /** Copies per tumour cell for a ratio (2 to the log2). */
  double copies(double ratio) {
    double ofOtherCells = DIPLOID * (1 - purity);
    return Math.max(0, (ratio * (purity * ploidy + ofOtherCells) - ofOtherCells) / purity);
  }
}
