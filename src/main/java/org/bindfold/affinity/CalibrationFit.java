package org.bindfold.affinity;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Fits a {@link Calibration} to measured binding changes: least squares with a ridge on the weights
 * of the terms, each term scaled to unit variance, and no weight below zero, since each term is a
 * loss by its definition. Terms are few, so that the best of all sets of free weights, which is the
 * exact answer, is found by trying each.
 */
public final class CalibrationFit {
  /** The ridge strengths among which {@link #strength} chooses. */
  public static final List<Double> STRENGTHS = List.of(1.0, 3.0, 10.0);

  private static final int TERMS = BindingTerm.ALL.size();

  private CalibrationFit() {}

  /**
   * A measured mutation.
   *
   * @param drug the ligand
   * @param position of the residue that is replaced
   * @param terms what the model says of it
   * @param measured kcal/mol
   */
  public record Row(String drug, int position, BindingTerms terms, double measured) {}

  /**
   * Fits all rows, with the ridge that leaves positions out best, and the residual that rows have
   * whose position was left out.
   *
   * @throws IllegalArgumentException when the rows hold fewer than three positions
   */
  public static Calibration fit(List<Row> rows, String version) {
    double[] leftOut = leftOut(rows, Row::position);
    double squares = 0;
    for (int i = 0; i < leftOut.length; i++) {
      squares += Math.pow(rows.get(i).measured - leftOut[i], 2);
    }
    double[] w = weights(rows, strength(rows));
    List<Calibration.Weight> fitted =
        IntStream.range(0, TERMS)
            .mapToObj(t -> new Calibration.Weight(BindingTerm.ALL.get(t), w[t]))
            .toList();
    return new Calibration(fitted, w[TERMS], Math.sqrt(squares / rows.size()), version);
  }

  /**
   * The prediction for each row from a fit to the rows of other groups; the ridge, too, is chosen
   * among those alone.
   *
   * @param group what is left out together: a position, or a drug
   * @return kcal/mol, in the order of the rows
   */
  public static double[] leftOut(List<Row> rows, Function<Row, ?> group) {
    return leftOut(rows, group, CalibrationFit::strength);
  }

  /** The strength whose predictions of left-out positions are nearest to the measured values. */
  static double strength(List<Row> rows) {
    double best = STRENGTHS.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (double strength : STRENGTHS) {
      double[] predicted = leftOut(rows, Row::position, training -> strength);
      double squares = 0;
      for (int i = 0; i < predicted.length; i++) {
        squares += Math.pow(rows.get(i).measured - predicted[i], 2);
      }
      if (squares < least) {
        least = squares;
        best = strength;
      }
    }
    return best;
  }

  private static double[] leftOut(
      List<Row> rows, Function<Row, ?> group, Function<List<Row>, Double> strength) {
    if (rows.stream().map(group).distinct().count() < 3) {
      throw new IllegalArgumentException("a fit needs rows of at least three groups");
    }
    double[] predicted = new double[rows.size()];
    for (Object left : rows.stream().map(group).distinct().toList()) {
      List<Row> training = rows.stream().filter(r -> !group.apply(r).equals(left)).toList();
      double[] weights = weights(training, strength.apply(training));
      for (int i = 0; i < predicted.length; i++) {
        if (group.apply(rows.get(i)).equals(left)) {
          predicted[i] = predict(weights, rows.get(i));
        }
      }
    }
    return predicted;
  }

  private static double predict(double[] weights, Row row) {
    double[] x = terms(row);
    double sum = 0;
    for (int t = 0; t < TERMS; t++) {
      sum += weights[t] * x[t];
    }
    return sum + weights[TERMS];
  }

  private static double[] terms(Row row) {
    return BindingTerm.ALL.stream().mapToDouble(term -> term.of(row.terms)).toArray();
  }

  /** The weights of {@link BindingTerm#ALL} and the shift. */
  static double[] weights(List<Row> rows, double strength) {
    double[] scale = new double[TERMS];
    for (int t = 0; t < TERMS; t++) {
      int term = t;
      double sd =
          Math.sqrt(
              StatUtils.populationVariance(
                  rows.stream().mapToDouble(r -> terms(r)[term]).toArray()));
      scale[t] = sd > 0 ? sd : 1;
    }
    double[] best = new double[TERMS + 1];
    double least = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << TERMS; set++) {
      double[] candidate = solve(rows, scale, strength, set);
      double objective = objective(rows, scale, strength, candidate);
      if (Arrays.stream(candidate).allMatch(w -> w >= 0) && objective < least) {
        least = objective;
        best = candidate;
      }
    }
    return best;
  }

  private static double[] solve(List<Row> rows, double[] scale, double strength, int set) {
    int[] free = IntStream.range(0, TERMS).filter(t -> (set >> t & 1) == 1).toArray();
    int size = free.length + 1;
    double[][] normal = new double[size][size];
    double[] right = new double[size];
    for (Row row : rows) {
      double[] x = new double[size];
      for (int k = 0; k < free.length; k++) {
        x[k] = terms(row)[free[k]] / scale[free[k]];
      }
      x[free.length] = 1;
      for (int i = 0; i < size; i++) {
        right[i] += x[i] * row.measured;
        for (int j = 0; j < size; j++) {
          normal[i][j] += x[i] * x[j];
        }
      }
    }
    for (int k = 0; k < free.length; k++) {
      normal[k][k] += strength;
    }
    RealVector solution =
        new CholeskyDecomposition(new Array2DRowRealMatrix(normal, false))
            .getSolver()
            .solve(new ArrayRealVector(right, false));
    double[] weights = new double[TERMS + 1];
    for (int k = 0; k < free.length; k++) {
      weights[free[k]] = solution.getEntry(k) / scale[free[k]];
    }
    weights[TERMS] = solution.getEntry(free.length);
    return weights;
  }

  private static double objective(
      List<Row> rows, double[] scale, double strength, double[] weights) {
    double sum = 0;
    for (Row row : rows) {
      sum += Math.pow(row.measured - predict(weights, row), 2);
    }
    for (int t = 0; t < TERMS; t++) {
      sum += strength * Math.pow(weights[t] * scale[t], 2);
    }
    return sum;
  }
}
