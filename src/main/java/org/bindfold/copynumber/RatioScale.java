package org.bindfold.copynumber;

import org.bindfold.input.InputException;

/**
 * From a log2 copy ratio to copies per tumour cell, as CNVkit's {@code call} rescales (Talevich et
 * al. 2016, doi:10.1371/journal.pcbi.1004873): with ratio v, purity p and ploidy r, copies are (r
 * 2^v - r (1 - p)) / p, and never below zero.
 *
 * @param purity share of tumour cells, above 0 and up to 1
 * @param ploidy copies that a ratio of one stands for, above 0
 */
record RatioScale(double purity, double ploidy) {
  RatioScale {
    if (!(purity > 0 && purity <= 1)) {
      throw InputException.request(
          "--purity " + purity + " is out of range; expected above 0 and up to 1.");
    }
    if (!(ploidy > 0 && ploidy <= CopyNumberReader.MAX_COPIES)) {
      throw InputException.request(
          "--ploidy " + ploidy + " is out of range; expected a number like 2.");
    }
  }

  /** Copies per tumour cell for a ratio (2 to the log2). */
  double copies(double ratio) {
    return Math.max(0, (ploidy * ratio - ploidy * (1 - purity)) / purity);
  }
}
