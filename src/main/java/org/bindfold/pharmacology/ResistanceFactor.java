package org.bindfold.pharmacology;

import java.util.ArrayList;
import java.util.List;

/**
 * How many times more drug a cell needs than the wild type, and each mechanism's share of it.
 *
 * @param foldChange concentration for half effect over that of the wild type
 * @param shares one factor per mechanism, in their order; their product is {@code foldChange}
 */
public record ResistanceFactor(double foldChange, List<Double> shares) {
  /** Mechanisms whose orders are averaged: all subsets are visited, so the number is bounded. */
  private static final int MAX_MECHANISMS = 16;

  public ResistanceFactor {
    shares = List.copyOf(shares);
  }

  /**
   * Works out the factor. A share is the mean, over all orders in which the mechanisms could act,
   * of the logarithm that a mechanism adds (Shapley 1953, doi:10.1515/9781400881970-018): the parts
   * multiply to the whole whatever their order. Cost: 2^n, n mechanisms.
   *
   * @throws IllegalArgumentException for more than 16 mechanisms
   */
  public static ResistanceFactor of(CellState wildType, List<Mechanism> mechanisms) {
    int n = mechanisms.size();
    if (n > MAX_MECHANISMS) {
      throw new IllegalArgumentException("more mechanisms than can be shared out: " + n);
    }
    double[] logFold = new double[1 << n];
    double base = wildType.concentrationForHalfEffect();
    for (int subset = 0; subset < logFold.length; subset++) {
      CellState cell = wildType;
      for (int i = 0; i < n; i++) {
        if ((subset >> i & 1) == 1) {
          cell = mechanisms.get(i).effect().apply(cell);
        }
      }
      logFold[subset] = Math.log(cell.concentrationForHalfEffect() / base);
    }
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double share = 0;
      for (int subset = 0; subset < logFold.length; subset++) {
        if ((subset >> i & 1) == 0) {
          int before = Integer.bitCount(subset);
          double weight = factorial(before) * factorial(n - before - 1) / factorial(n);
          share += weight * (logFold[subset | 1 << i] - logFold[subset]);
        }
      }
      shares.add(Math.exp(share));
    }
    return new ResistanceFactor(Math.exp(logFold[logFold.length - 1]), shares);
  }

  private static double factorial(int k) {
    double product = 1;
    for (int i = 2; i <= k; i++) {
      product *= i;
    }
    return product;
  }
}
