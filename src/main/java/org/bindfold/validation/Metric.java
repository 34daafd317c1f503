package org.bindfold.validation;

import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.bindfold.affinity.BindingChange;

/**
 * A figure of merit of predicted against measured binding changes, both in kcal/mol. A row is
 * resistant when its value is above {@link BindingChange#TENFOLD_KCAL_PER_MOL}.
 */
public enum Metric {
  /** Root mean square error, kcal/mol. */
  RMSE {
    @Override
    double defined(double[] measured, double[] predicted) {
      double sum = 0;
      for (int i = 0; i < measured.length; i++) {
        double residual = predicted[i] - measured[i];
        sum += residual * residual;
      }
      return Math.sqrt(sum / measured.length);
    }
  },
  /** Pearson's correlation; undefined when either side is constant. */
  PEARSON {
    @Override
    double defined(double[] measured, double[] predicted) {
      return measured.length < 2
          ? Double.NaN
          : new PearsonsCorrelation().correlation(measured, predicted);
    }
  },
  /** Kendall's tau-b, which corrects for ties; undefined when either side is constant. */
  KENDALL {
    @Override
    double defined(double[] measured, double[] predicted) {
      return measured.length < 2
          ? Double.NaN
          : new KendallsCorrelation().correlation(measured, predicted);
    }
  },
  /** Average precision of the prediction as a ranking of the resistant rows. */
  AUPRC {
    @Override
    double defined(double[] measured, double[] predicted) {
      return Ranking.averagePrecision(resistant(measured), predicted);
    }
  },
  /** Area under the receiver operating characteristic for the resistant rows. */
  AUROC {
    @Override
    double defined(double[] measured, double[] predicted) {
      return Ranking.auroc(resistant(measured), predicted);
    }
  },
  /** Share of rows whose prediction falls on the measured side of tenfold. */
  ACCURACY {
    @Override
    double defined(double[] measured, double[] predicted) {
      boolean[] truth = resistant(measured);
      boolean[] called = resistant(predicted);
      return (double) IntStream.range(0, truth.length).filter(i -> truth[i] == called[i]).count()
          / truth.length;
    }
  };

  abstract double defined(double[] measured, double[] predicted);

  /**
   * The figure, or NaN where it is not defined: no rows, a constant side for a correlation, rows of
   * one class only for a ranking.
   *
   * @param measured kcal/mol
   * @param predicted kcal/mol, as long
   */
  public double of(double[] measured, double[] predicted) {
    if (measured.length != predicted.length) {
      throw new IllegalArgumentException(measured.length + " measured, " + predicted.length);
    }
    return measured.length == 0 ? Double.NaN : defined(measured, predicted);
  }

  /** Its name in every output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which values are resistant. */
  static boolean[] resistant(double[] ddg) {
    boolean[] resistant = new boolean[ddg.length];
    for (int i = 0; i < ddg.length; i++) {
      resistant[i] = ddg[i] > BindingChange.TENFOLD_KCAL_PER_MOL;
    }
    return resistant;
  }
}
