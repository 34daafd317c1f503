package org.bindfold.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.bindfold.SharedData;
import org.bindfold.io.WorkerPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTest {
  /** Figures of the predictors' rows as they are stated beside the table. */
  @ParameterizedTest
  @CsvSource({
    "premPLI, 0.70, 0.59, 0.29, 0.70, 0.81",
    "rosetta_ref15, 0.78, 0.60, 0.25, 0.57, 0.83",
    "fep_plus, 1.19, 0.37, 0.07, 0.56, 0.83",
    "mcsm_lig, 0.89, 0.28, 0.22, 0.39, 0.67"
  })
  void reproducesTheOtherPredictorsFiguresOnTheMeasuredTable(
      String predictor,
      double rmse,
      double pearson,
      double kendall,
      double auprc,
      double accuracy) {
    MeasuredTable table = MeasuredTable.read(SharedData.path("tables/abl1_tki_ddg.tsv"));
    int column = table.otherPredictors().indexOf(predictor);
    double[] measured = table.rows().stream().mapToDouble(MeasuredTable.Row::measured).toArray();
    double[] predicted =
        table.rows().stream().mapToDouble(r -> r.predictions().get(column).orElseThrow()).toArray();

    assertThat(measured).hasSize(63);
    assertThat(Metric.RMSE.of(measured, predicted)).isCloseTo(rmse, within(0.005));
    assertThat(Metric.PEARSON.of(measured, predicted)).isCloseTo(pearson, within(0.005));
    assertThat(Metric.KENDALL.of(measured, predicted)).isCloseTo(kendall, within(0.005));
    assertThat(Metric.AUPRC.of(measured, predicted)).isCloseTo(auprc, within(0.005));
    assertThat(Metric.ACCURACY.of(measured, predicted)).isCloseTo(accuracy, within(0.005));
  }

  @Test
  void agreesWithNaiveSumsOverPairsAlsoWithTies() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int n = 2 + random.nextInt(40);
      // A grid of half kcal/mol makes ties on both sides.
      double[] measured = random.ints(n, -2, 7).mapToDouble(i -> i / 2.0).toArray();
      double[] predicted = random.ints(n, -3, 8).mapToDouble(i -> i / 2.0).toArray();

      same(Metric.RMSE.of(measured, predicted), naiveRmse(measured, predicted));
      same(Metric.PEARSON.of(measured, predicted), naivePearson(measured, predicted));
      same(Metric.KENDALL.of(measured, predicted), naiveKendall(measured, predicted));
      same(Metric.AUPRC.of(measured, predicted), naiveAveragePrecision(measured, predicted));
      same(Metric.AUROC.of(measured, predicted), naiveAuroc(measured, predicted));
      same(Metric.ACCURACY.of(measured, predicted), naiveAccuracy(measured, predicted));
    }
  }

  @Test
  void whatIsNotDefinedIsNotANumber() {
    double[] low = {0, 0.5, 1};
    double[] flat = {1, 1, 1};

    assertThat(Metric.AUPRC.of(low, low)).isNaN();
    assertThat(Metric.AUROC.of(low, low)).isNaN();
    assertThat(Metric.PEARSON.of(low, flat)).isNaN();
    assertThat(Metric.KENDALL.of(low, flat)).isNaN();
    for (Metric metric : Metric.values()) {
      assertThat(metric.of(new double[0], new double[0])).isNaN();
    }
  }

  @Test
  void theDifferenceToAnotherPredictorIsOnTheRowsBothPredict() {
    List<Validation.Case> cases =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new Validation.Case(
                        "drug",
                        "A" + (i + 1) + "G",
                        i / 5.0,
                        i == 0
                            ? Optional.empty()
                            : Optional.of(
                                new Validation.Prediction(i / 5.0 + 1, i / 5.0, i / 5.0 + 2)),
                        List.of(i == 19 ? OptionalDouble.empty() : OptionalDouble.of(i / 5.0 + 3))))
            .toList();

    List<Validation.Figure> figures =
        Validation.of(cases, List.of("other"), List.of("A20G"), WorkerPool.of(2));

    Validation.Figure other = figure(figures, "all", "other");
    assertThat(other.rows()).isEqualTo(19);
    assertThat(other.value()).isCloseTo(3, within(1e-9));
    assertThat(other.difference().orElseThrow().rows()).isEqualTo(18);
    assertThat(other.difference().orElseThrow().value()).isCloseTo(-2, within(1e-9));
    assertThat(other.difference().orElseThrow().interval().orElseThrow().high())
        .as("the errors are constant, so paired draws do not differ")
        .isCloseTo(-2, within(1e-9));
    assertThat(figure(figures, "all without A20G", "bindfold").rows()).isEqualTo(18);
    assertThat(figures)
        .filteredOn(f -> f.metric().equals(Validation.COVERAGE))
        .allSatisfy(f -> assertThat(f.value()).isEqualTo(1));
  }

  private static Validation.Figure figure(
      List<Validation.Figure> figures, String subset, String predictor) {
    return figures.stream()
        .filter(f -> f.subset().equals(subset) && f.predictor().equals(predictor))
        .filter(f -> f.metric().equals("rmse"))
        .findFirst()
        .orElseThrow();
  }

  private static void same(double found, double naive) {
    if (Double.isNaN(naive)) {
      assertThat(found).isNaN();
    } else {
      assertThat(found).isCloseTo(naive, within(1e-9));
    }
  }

  private static double naiveRmse(double[] y, double[] x) {
    return Math.sqrt(
        IntStream.range(0, y.length).mapToDouble(i -> Math.pow(y[i] - x[i], 2)).sum() / y.length);
  }

  /** From the products of all pairwise differences. */
  private static double naivePearson(double[] y, double[] x) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        xy += (x[i] - x[j]) * (y[i] - y[j]);
        xx += (x[i] - x[j]) * (x[i] - x[j]);
        yy += (y[i] - y[j]) * (y[i] - y[j]);
      }
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double naiveKendall(double[] y, double[] x) {
    double sum = 0;
    double untiedX = 0;
    double untiedY = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
        untiedX += x[i] == x[j] ? 0 : 1;
        untiedY += y[i] == y[j] ? 0 : 1;
      }
    }
    return sum / Math.sqrt(untiedX * untiedY);
  }

  /** The mean over resistant rows of the precision among rows that score at least as high. */
  private static double naiveAveragePrecision(double[] y, double[] x) {
    double sum = 0;
    int resistant = 0;
    for (int i = 0; i < y.length; i++) {
      if (y[i] <= 1.36) {
        continue;
      }
      resistant++;
      double above = 0;
      double right = 0;
      for (int j = 0; j < y.length; j++) {
        above += x[j] >= x[i] ? 1 : 0;
        right += x[j] >= x[i] && y[j] > 1.36 ? 1 : 0;
      }
      sum += right / above;
    }
    return sum / resistant;
  }

  private static double naiveAuroc(double[] y, double[] x) {
    double won = 0;
    double pairs = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        if (y[i] > 1.36 && y[j] <= 1.36) {
          pairs++;
          won += x[i] > x[j] ? 1 : x[i] == x[j] ? 0.5 : 0;
        }
      }
    }
    return won / pairs;
  }

  private static double naiveAccuracy(double[] y, double[] x) {
    double right = 0;
    for (int i = 0; i < y.length; i++) {
      right += y[i] > 1.36 == x[i] > 1.36 ? 1 : 0;
    }
    return right / y.length;
  }
}
