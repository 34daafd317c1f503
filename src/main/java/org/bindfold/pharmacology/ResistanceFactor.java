package org.bindfold.pharmacology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How many times more drug a cell needs than the wild type, and each mechanism's share of it.
 *
 * @param foldChange IC50 over that of the wild type
 * @param low lower end of the 80% interval
 * @param high upper end of the 80% interval
 * @param shares one factor per mechanism, in their order; their product is {@code foldChange}
 */
public record ResistanceFactor(double foldChange, double low, double high, List<Double> shares) {
  /** Mechanisms of one part: all subsets are visited, so the number is bounded. */
  private static final int MAX_MECHANISMS = 18;

  /** The ends of the middle eight in ten. */
  private static final double LOWER_PERCENT = 10;

  private static final double UPPER_PERCENT = 90;

  public ResistanceFactor {
    shares = List.copyOf(shares);
  }

  /**
   * Works out the factor. A share is the mean, over all orders in which the mechanisms could act,
   * of the logarithm that a mechanism adds (Shapley 1953, doi:10.1515/9781400881970-018): the parts
   * multiply to the whole whatever their order. The concentration is a product of factors, so only
   * mechanisms that change the same factor depend on each other's order, and each factor is shared
   * out by itself (the additivity of that mean). The interval holds the middle eight in ten of a
   * fixed sample of what is not known for certain, the same for wild type and mutant. Cost: 2^m for
   * the m mechanisms of one factor, and 128 evaluations; always the same result.
   *
   * @throws IllegalArgumentException for more than 18 mechanisms that change one factor
   */
  public static ResistanceFactor of(Drug drug, List<Mechanism> mechanisms) {
    CellState wildType = CellState.wildType(drug);
    List<Mechanism> assessed = mechanisms.stream().filter(Mechanism::assessed).toList();
    CellState cell = wildType;
    for (Mechanism mechanism : assessed) {
      cell = mechanism.on(cell);
    }
    double middle = cell.ic50() / wildType.ic50();
    Percentile quantiles = new Percentile().withEstimationType(Percentile.EstimationType.R_5);
    quantiles.setData(sample(drug, assessed));
    return new ResistanceFactor(
        middle,
        Math.min(middle, quantiles.evaluate(LOWER_PERCENT)),
        Math.max(middle, quantiles.evaluate(UPPER_PERCENT)),
        shares(wildType, mechanisms));
  }

  /** Fold changes over the fixed sample. */
  private static double[] sample(Drug drug, List<Mechanism> assessed) {
    double[] folds = new double[Draw.SAMPLE.size()];
    for (int i = 0; i < folds.length; i++) {
      Draw draw = Draw.SAMPLE.get(i);
      CellState wildType = CellState.wildType(drug, draw);
      CellState cell = wildType;
      for (int m = 0; m < assessed.size(); m++) {
        cell = assessed.get(m).effect().on(cell, draw);
      }
      folds[i] = cell.ic50() / wildType.ic50();
    }
    return folds;
  }

  private static List<Double> shares(CellState wildType, List<Mechanism> mechanisms) {
    Map<Mechanism.Part, List<Mechanism>> parts = new EnumMap<>(Mechanism.Part.class);
    for (Mechanism mechanism : mechanisms) {
      if (!mechanism.on(wildType).equals(wildType)) {
        parts.computeIfAbsent(mechanism.part(), p -> new ArrayList<>()).add(mechanism);
      }
    }
    Map<Mechanism, Double> shares = new IdentityHashMap<>();
    parts.values().forEach(together -> share(wildType, together, shares));
    return mechanisms.stream().map(m -> shares.getOrDefault(m, 1.0)).toList();
  }

  /** Shares out what the mechanisms of one part do together. */
  private static void share(
      CellState wildType, List<Mechanism> together, Map<Mechanism, Double> shares) {
    int n = together.size();
    if (n > MAX_MECHANISMS) {
      throw new IllegalArgumentException("more mechanisms than can be shared out: " + n);
    }
    // Each subset is that without its last mechanism, and then the last.
    CellState[] cells = new CellState[1 << n];
    double[] logIc50 = new double[1 << n];
    cells[0] = wildType;
    logIc50[0] = Math.log(wildType.ic50());
    for (int subset = 1; subset < logIc50.length; subset++) {
      int last = Integer.numberOfTrailingZeros(Integer.highestOneBit(subset));
      cells[subset] = together.get(last).on(cells[subset & ~(1 << last)]);
      logIc50[subset] = Math.log(cells[subset].ic50());
    }
    double[] weights = weights(n);
    for (int i = 0; i < n; i++) {
      shares.put(together.get(i), Math.exp(share(logIc50, i, weights)));
    }
  }

  private static double share(double[] logIc50, int mechanism, double[] weights) {
    double share = 0;
    for (int subset = 0; subset < logIc50.length; subset++) {
      if ((subset >> mechanism & 1) == 0) {
        share +=
            weights[Integer.bitCount(subset)]
                * (logIc50[subset | 1 << mechanism] - logIc50[subset]);
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
