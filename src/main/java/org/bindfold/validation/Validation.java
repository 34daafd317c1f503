package org.bindfold.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bindfold.affinity.BindingChange;
import org.bindfold.io.WorkerPool;
import org.bindfold.validation.Bootstrap.Interval;

/**
 * Our predictions and those of others judged on the same measured binding changes: overall, per
 * drug, and without named mutations.
 */
public final class Validation {
  /** Our own name among the predictors. */
  public static final String OURS = "bindfold";

  /** The share of measured values inside our 80% intervals, among the metrics. */
  public static final String COVERAGE = "interval_coverage";

  private Validation() {}

  /**
   * A measured binding change with every prediction of it, kcal/mol.
   *
   * @param drug as the table has it
   * @param mutation short form
   * @param measured the truth
   * @param ours empty when the row could not be scored
   * @param others predictions of others, in the order of the predictor columns; empty where the
   *     table's cell is
   */
  public record Case(
      String drug,
      String mutation,
      double measured,
      Optional<Prediction> ours,
      List<OptionalDouble> others) {
    public Case {
      others = List.copyOf(others);
    }

    private OptionalDouble prediction(int predictor) {
      return predictor == 0
          ? ours.map(p -> OptionalDouble.of(p.ddg)).orElse(OptionalDouble.empty())
          : others.get(predictor - 1);
    }
  }

  /**
   * A prediction with its 80% interval, kcal/mol.
   *
   * @param ddg positive is weaker binding
   * @param low end of the interval
   * @param high end of the interval
   */
  public record Prediction(double ddg, double low, double high) {
    /** Whether the interval holds a measured value, its ends included. */
    public boolean holds(double measured) {
      return low <= measured && measured <= high;
    }
  }

  /**
   * One figure.
   *
   * @param subset the rows it is of: {@code all}, a drug, either {@code without} a mutation
   * @param predictor {@link #OURS} or a column of the table
   * @param rows rows that the predictor has a value for
   * @param resistant those of them that are resistant
   * @param metric a {@link Metric#label()} or {@link #COVERAGE}
   * @param value NaN where it is not defined
   * @param interval 95%
   * @param difference ours minus this one's on the rows that both predict; empty for ours
   */
  public record Figure(
      String subset,
      String predictor,
      int rows,
      int resistant,
      String metric,
      double value,
      Optional<Interval> interval,
      Optional<Difference> difference) {}

  /**
   * Ours minus another predictor's.
   *
   * @param rows rows that both predict
   * @param value NaN where it is not defined
   * @param interval 95%, rows drawn in pairs
   */
  public record Difference(int rows, double value, Optional<Interval> interval) {}

  /**
   * Works out every figure.
   *
   * @param cases rows of the table
   * @param otherPredictors names of the predictor columns
   * @param without mutations, short form, each of which is left out in turn
   * @param workers the threads; no figure depends on their number
   */
  public static List<Figure> of(
      List<Case> cases, List<String> otherPredictors, List<String> without, WorkerPool workers) {
    List<String> predictors = new ArrayList<>(List.of(OURS));
    predictors.addAll(otherPredictors);
    List<Judged> judged = new ArrayList<>();
    for (Subset subset : subsets(cases, without)) {
      for (int p = 0; p < predictors.size(); p++) {
        judged.add(new Judged(subset, p, predictors.get(p)));
      }
    }
    return workers.mapFew(judged, j -> figures(j.subset, j.predictor, j.name)).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** A predictor on some of the rows. */
  private record Judged(Subset subset, int predictor, String name) {}

  private record Subset(String name, List<Case> cases) {}

  private static List<Subset> subsets(List<Case> cases, List<String> without) {
    List<Subset> subsets = new ArrayList<>();
    add(subsets, "all", "", cases, c -> true);
    without.forEach(m -> add(subsets, "all", " without " + m, cases, c -> !c.mutation.equals(m)));
    for (String drug : cases.stream().map(Case::drug).distinct().sorted().toList()) {
      List<Case> rows = cases.stream().filter(c -> c.drug.equals(drug)).toList();
      add(subsets, drug, "", rows, c -> true);
      without.stream()
          .filter(m -> rows.stream().anyMatch(c -> c.mutation.equals(m)))
          .forEach(m -> add(subsets, drug, " without " + m, rows, c -> !c.mutation.equals(m)));
    }
    return subsets;
  }

  private static void add(
      List<Subset> subsets, String name, String suffix, List<Case> cases, Predicate<Case> kept) {
    subsets.add(new Subset(name + suffix, cases.stream().filter(kept).toList()));
  }

  private static List<Figure> figures(Subset subset, int predictor, String name) {
    List<Case> has =
        subset.cases.stream().filter(c -> c.prediction(predictor).isPresent()).toList();
    List<Case> both = has.stream().filter(c -> c.ours.isPresent()).toList();
    int resistant =
        (int) has.stream().filter(c -> c.measured > BindingChange.TENFOLD_KCAL_PER_MOL).count();
    List<Figure> figures = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Bootstrap.Statistic statistic = statistic(metric, has, predictor);
      figures.add(
          new Figure(
              subset.name,
              name,
              has.size(),
              resistant,
              metric.label(),
              onAll(statistic, has.size()),
              interval(statistic, has.size()),
              predictor == 0
                  ? Optional.empty()
                  : Optional.of(difference(metric, both, predictor))));
    }
    if (predictor == 0) {
      figures.add(coverage(subset.name, has, resistant));
    }
    return figures;
  }

  private static Difference difference(Metric metric, List<Case> both, int predictor) {
    Bootstrap.Statistic ours = statistic(metric, both, 0);
    Bootstrap.Statistic theirs = statistic(metric, both, predictor);
    Bootstrap.Statistic difference = rows -> ours.of(rows) - theirs.of(rows);
    return new Difference(
        both.size(), onAll(difference, both.size()), interval(difference, both.size()));
  }

  private static Figure coverage(String subset, List<Case> has, int resistant) {
    boolean[] inside = new boolean[has.size()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = has.get(i).ours.orElseThrow().holds(has.get(i).measured);
    }
    Bootstrap.Statistic share =
        rows -> IntStream.of(rows).filter(i -> inside[i]).count() / (double) rows.length;
    return new Figure(
        subset,
        OURS,
        has.size(),
        resistant,
        COVERAGE,
        onAll(share, has.size()),
        interval(share, has.size()),
        Optional.empty());
  }

  private static Bootstrap.Statistic statistic(Metric metric, List<Case> cases, int predictor) {
    double[] measured = cases.stream().mapToDouble(Case::measured).toArray();
    double[] predicted =
        cases.stream().mapToDouble(c -> c.prediction(predictor).orElseThrow()).toArray();
    return rows ->
        metric.of(
            IntStream.of(rows).mapToDouble(i -> measured[i]).toArray(),
            IntStream.of(rows).mapToDouble(i -> predicted[i]).toArray());
  }

  private static double onAll(Bootstrap.Statistic statistic, int n) {
    return statistic.of(IntStream.range(0, n).toArray());
  }

  private static Optional<Interval> interval(Bootstrap.Statistic statistic, int n) {
    return n == 0 ? Optional.empty() : Bootstrap.ofRows(n).interval(statistic);
  }
}
