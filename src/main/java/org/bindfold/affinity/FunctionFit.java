package org.bindfold.affinity;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Fits the logistic part of a {@link FunctionModel} by maximum likelihood with a ridge on the
 * weights of the standardised features, by iteratively reweighted least squares. Deterministic.
 */
public final class FunctionFit {
  private static final double RIDGE = 1 / 0.3;
  private static final int MAX_STEPS = 50;
  private static final double CONVERGED = 1e-10;
  private static final int FEATURES = FunctionModel.FEATURES.size();

  private FunctionFit() {}

  /**
   * A change of the screen with coordinates.
   *
   * @param position of the residue
   * @param terms what the structure says of it
   * @param ddg predicted binding change, kcal/mol
   * @param resistant whether the screen calls it resistant
   */
  public record Row(int position, FunctionTerms terms, double ddg, boolean resistant) {}

  /**
   * Fits all rows.
   *
   * @throws IllegalArgumentException when there are no rows, or all are of one kind
   */
  public static FunctionModel fit(List<Row> rows, String version) {
    long positives = rows.stream().filter(Row::resistant).count();
    if (positives == 0 || positives == rows.size()) {
      throw new IllegalArgumentException("a fit needs resistant rows and others");
    }
    double[][] x = rows.stream().map(r -> r.terms.features()).toArray(double[][]::new);
    double[] mean = new double[FEATURES];
    double[] sd = new double[FEATURES];
    for (int f = 0; f < FEATURES; f++) {
      int feature = f;
      double[] column = Arrays.stream(x).mapToDouble(row -> row[feature]).toArray();
      mean[f] = StatUtils.mean(column);
      sd[f] = Math.max(1e-9, Math.sqrt(StatUtils.populationVariance(column)));
    }
    double[] beta = logistic(standardised(x, mean, sd), rows);
    double intercept = beta[FEATURES];
    Double[] weights = new Double[FEATURES];
    for (int f = 0; f < FEATURES; f++) {
      weights[f] = beta[f] / sd[f];
      intercept -= weights[f] * mean[f];
    }
    return new FunctionModel(
        intercept, List.of(weights), (double) positives / rows.size(), version);
  }

  /**
   * The probability of each row from a fit to the rows of other positions, one in {@code folds}
   * left out at a time.
   */
  public static double[] leftOut(List<Row> rows, double spread, int folds) {
    List<Integer> positions = rows.stream().map(Row::position).distinct().sorted().toList();
    double[] p = new double[rows.size()];
    for (int fold = 0; fold < folds; fold++) {
      int out = fold;
      List<Row> training =
          rows.stream().filter(r -> positions.indexOf(r.position) % folds != out).toList();
      FunctionModel model = fit(training, "left out");
      for (int i = 0; i < p.length; i++) {
        Row row = rows.get(i);
        if (positions.indexOf(row.position) % folds == fold) {
          p[i] = model.pResistant(row.ddg, spread, List.of(row.terms));
        }
      }
    }
    return p;
  }

  private static double[][] standardised(double[][] x, double[] mean, double[] sd) {
    double[][] z = new double[x.length][FEATURES + 1];
    for (int i = 0; i < x.length; i++) {
      for (int f = 0; f < FEATURES; f++) {
        z[i][f] = (x[i][f] - mean[f]) / sd[f];
      }
      z[i][FEATURES] = 1;
    }
    return z;
  }

  private static double[] logistic(double[][] z, List<Row> rows) {
    int size = FEATURES + 1;
    double[] beta = new double[size];
    for (int step = 0; step < MAX_STEPS; step++) {
      double[][] hessian = new double[size][size];
      double[] gradient = new double[size];
      for (int f = 0; f < FEATURES; f++) {
        hessian[f][f] = RIDGE;
        gradient[f] = -RIDGE * beta[f];
      }
      for (int i = 0; i < z.length; i++) {
        double p = probability(beta, z[i]);
        double residual = (rows.get(i).resistant ? 1 : 0) - p;
        for (int f = 0; f < size; f++) {
          gradient[f] += residual * z[i][f];
          for (int g = 0; g < size; g++) {
            hessian[f][g] += p * (1 - p) * (z[i][f] * z[i][g]);
          }
        }
      }
      double[] change =
          new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false))
              .getSolver()
              .solve(new ArrayRealVector(gradient, false))
              .toArray();
      double largest = 0;
      for (int f = 0; f < size; f++) {
        beta[f] += change[f];
        largest = Math.max(largest, Math.abs(change[f]));
      }
      if (largest < CONVERGED) {
        break;
      }
    }
    return beta;
  }

  private static double probability(double[] beta, double[] z) {
    double sum = 0;
    for (int f = 0; f < beta.length; f++) {
      sum += beta[f] * z[f];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
