package org.bindfold.pharmacology;

import java.util.function.ToDoubleFunction;
import org.bindfold.pharmacology.ClonalSelection.Clone;
import org.bindfold.pharmacology.ClonalSelection.Growth;

/**
 * The probability that a resistant lineage that lasts is founded while the tumour is treated. Every
 * clone goes on dividing under the drug; at each division a daughter becomes resistant with a small
 * probability u, and the drug then has no effect on her. Her lineage lasts with probability 1 -
 * death / birth, so the lasting lineages founded up to a day are Poisson with mean u birth (1 -
 * death / birth) times the cell-days lived until then; the size of a clone follows {@link
 * ClonalSelection}.
 */
public final class AcquiredResistance {
  private AcquiredResistance() {}

  /**
   * For one drug, or a mutation that escapes the whole regimen.
   *
   * @param course the clones under treatment
   * @param growth how cells divide and die
   * @param cells of the tumour before treatment, at least 1
   * @param mutationRate resistant daughters a division, 0 to 1
   * @param days of treatment, zero or more
   * @return 0 to 1
   */
  public static double probability(
      ClonalSelection course, Growth growth, double cells, double mutationRate, double days) {
    if (!(cells >= 1 && mutationRate >= 0 && mutationRate <= 1 && days >= 0)) {
      throw new IllegalArgumentException(
          "cells " + cells + ", mutation rate " + mutationRate + ", days " + days);
    }
    ToDoubleFunction<Clone> cellDays =
        clone -> cells * clone.share() * lived(course.growth(clone), days);
    double lived = course.clones().stream().mapToDouble(cellDays).sum();
    double lasting = 1 - growth.death() / growth.birth();
    return -Math.expm1(-mutationRate * growth.birth() * lasting * lived);
  }

  /** The integral of exp(growth t) from 0 to the last day. */
  private static double lived(double growth, double days) {
    return growth == 0 ? days : Math.expm1(growth * days) / growth;
  }
}
