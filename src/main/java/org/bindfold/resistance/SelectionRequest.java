package org.bindfold.resistance;

import org.bindfold.io.InputException;
import org.bindfold.pharmacology.ClonalSelection.Growth;

/**
 * How the clones of a tumour are followed under a regimen.
 *
 * @param days how long, 1 to 36500
 * @param cells size of the tumour before treatment, 1 to 1e15
 * @param mutationRate resistant daughters a division, over 0 to 0.1
 * @param fitness net growth of resistant cells without drug over that of the others, over 0 to 10
 * @param growth how cells divide and die
 */
public record SelectionRequest(
    int days, double cells, double mutationRate, double fitness, Growth growth) {
  private static final int MAX_DAYS = 36_500;

  /** Refuses a number that is out of its range. */
  @FunctionalInterface
  public interface Check {
    /**
     * Does nothing when the number fits.
     *
     * @param name in words: {@code mutation rate}
     * @param found the number
     * @param expected the range
     */
    void require(boolean fits, String name, String found, String expected);
  }

  /**
   * Assumed: a year, a tumour of a thousand million cells (about a millilitre), and one resistant
   * daughter in a hundred million divisions, a few bases at a rate of some 1e-9 each, as fit as the
   * others.
   */
  public static final SelectionRequest ASSUMED =
      new SelectionRequest(365, 1e9, 1e-8, 1, Growth.ASSUMED);

  public SelectionRequest {
    ranges(days, cells, mutationRate, fitness, SelectionRequest::require);
  }

  /** Holds numbers against their ranges, in this order, for whoever names them otherwise. */
  public static void ranges(
      int days, double cells, double mutationRate, double fitness, Check check) {
    check.require(days >= 1 && days <= MAX_DAYS, "days", String.valueOf(days), "1 to " + MAX_DAYS);
    check.require(cells >= 1 && cells <= 1e15, "cells", String.valueOf(cells), "1 to 1e15");
    check.require(
        mutationRate > 0 && mutationRate <= 0.1,
        "mutation rate",
        String.valueOf(mutationRate),
        "over 0 to 0.1");
    check.require(fitness > 0 && fitness <= 10, "fitness", String.valueOf(fitness), "over 0 to 10");
  }

  private static void require(boolean fits, String name, String found, String expected) {
    if (!fits) {
      throw InputException.request(name + ": " + found + "; expected " + expected + ".");
    }
  }
}
