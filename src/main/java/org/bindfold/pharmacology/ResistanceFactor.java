package org.bindfold.pharmacology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many times more drug a cell needs than the wild type, and each mechanism's share of it.
 *
 * @param foldChange concentration for half effect over that of the wild type
 * @param low lower end of the 80% interval
 * @param high upper end of the 80% interval
 * @param shares one factor per mechanism, in their order; their product is {@code foldChange}
 */
public record ResistanceFactor(double foldChange, double low, double high, List<Double> shares) {
  /** Mechanisms whose orders are averaged: all subsets are visited, so the number is bounded. */
  private static final int MAX_MECHANISMS = 18;

  private static final double LOWER_QUANTILE = 0.1;

  public ResistanceFactor {
    shares = List.copyOf(shares);
  }

  /**
   * Works out the factor. A share is the mean, over all orders in which the mechanisms could act,
   * of the logarithm that a mechanism adds (Shapley 1953, doi:10.1515/9781400881970-018): the parts
   * multiply to the whole whatever their order. The interval holds the middle eight in ten of a
   * fixed sample of what is not known for certain, the same for wild type and mutant. Cost: 2^m for
   * the m mechanisms that change anything, and 128 evaluations; always the same result.
   *
   * @throws IllegalArgumentException for more than 18 mechanisms that change something
   */
  public static ResistanceFactor of(Drug drug, List<Mechanism> mechanisms) {
    CellState wildType = CellState.wildType(drug);
    double base = wildType.concentrationForHalfEffect();
    double[] shares = shares(wildType, base, mechanisms);
    CellState cell = wildType;
    for (Mechanism mechanism : mechanisms) {
      cell = mechanism.effect().on(cell, Draw.MIDDLE);
    }
    double[] sample = sample(drug, mechanisms);
    double middle = cell.concentrationForHalfEffect() / base;
    return new ResistanceFactor(
        middle,
        Math.min(middle, quantile(sample, LOWER_QUANTILE)),
        Math.max(middle, quantile(sample, 1 - LOWER_QUANTILE)),
        Arrays.stream(shares).boxed().toList());
  }

  /** Fold changes over the fixed sample, ascending. */
  private static double[] sample(Drug drug, List<Mechanism> mechanisms) {
    double[] folds = new double[Draw.SAMPLE.size()];
    for (int i = 0; i < folds.length; i++) {
      Draw draw = Draw.SAMPLE.get(i);
      CellState wildType = CellState.wildType(drug, draw);
      CellState cell = wildType;
      for (int m = 0; m < mechanisms.size(); m++) {
        if (mechanisms.get(m).assessed()) {
          cell = mechanisms.get(m).effect().on(cell, draw);
        }
      }
      folds[i] = cell.concentrationForHalfEffect() / wildType.concentrationForHalfEffect();
    }
    Arrays.sort(folds);
    return folds;
  }

  /** A quantile between the two nearest values of a sorted sample. */
  private static double quantile(double[] sorted, double share) {
    double place = share * sorted.length - 0.5;
    int below = (int) Math.floor(place);
    double between = place - below;
    return sorted[below] * (1 - between) + sorted[below + 1] * between;
  }

  private static double[] shares(CellState wildType, double base, List<Mechanism> mechanisms) {
    List<Integer> active = new ArrayList<>();
    for (int i = 0; i < mechanisms.size(); i++) {
      if (!mechanisms.get(i).on(wildType).equals(wildType)) {
        active.add(i);
      }
    }
    int n = active.size();
    if (n > MAX_MECHANISMS) {
      throw new IllegalArgumentException("more mechanisms than can be shared out: " + n);
    }
    // Each subset is that without its last mechanism, and then the last.
    CellState[] cells = new CellState[1 << n];
    double[] logFold = new double[1 << n];
    cells[0] = wildType;
    for (int subset = 1; subset < logFold.length; subset++) {
      int last = Integer.numberOfTrailingZeros(Integer.highestOneBit(subset));
      Mechanism mechanism = mechanisms.get(active.get(last));
      cells[subset] = mechanism.on(cells[subset & ~(1 << last)]);
      logFold[subset] = Math.log(cells[subset].concentrationForHalfEffect() / base);
    }
    double[] shares = new double[mechanisms.size()];
    Arrays.fill(shares, 1);
    double[] weights = weights(n);
    for (int i = 0; i < n; i++) {
      shares[active.get(i)] = Math.exp(share(logFold, i, weights));
    }
    return shares;
  }

  private static double share(double[] logFold, int mechanism, double[] weights) {
    double share = 0;
    for (int subset = 0; subset < logFold.length; subset++) {
      if ((subset >> mechanism & 1) == 0) {
        share +=
            weights[Integer.bitCount(subset)]
                * (logFold[subset | 1 << mechanism] - logFold[subset]);
      }
    }
    return share;
  }

  /** The share of orders in which so many given mechanisms come before one: k! (n - k - 1)! / n! */
  private static double[] weights(int n) {
    double[] weights = new double[n];
    double weight = 1.0 / Math.max(1, n);
    for (int before = 0; before < n; before++) {
      weights[before] = weight;
      weight *= (before + 1.0) / Math.max(1, n - before - 1);
    }
    return weights;
  }
}
