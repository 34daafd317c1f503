package org.bindfold.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.table.ScatterPlot;
import org.bindfold.table.TextTable;
import org.bindfold.validation.Bootstrap.Interval;
import org.bindfold.validation.Validation.Case;
import org.bindfold.validation.Validation.Figure;

/** The tables that a validation writes. */
public final class ValidationTables {
  private static final int DECIMALS = 3;

  private ValidationTables() {}

  /** Every figure on a row of its own. */
  public static TextTable metrics(List<Figure> figures) {
    List<String> columns =
        List.of(
            "subset",
            "predictor",
            "n",
            "n_resistant",
            "metric",
            "value",
            "ci95_low",
            "ci95_high",
            "n_common",
            "difference",
            "difference_ci95_low",
            "difference_ci95_high");
    return new TextTable(
        columns,
        Set.of("subset", "predictor", "metric"),
        figures.stream().map(ValidationTables::cells).toList());
  }

  private static List<String> cells(Figure figure) {
    Optional<Validation.Difference> difference = figure.difference();
    Optional<Interval> around = difference.flatMap(Validation.Difference::interval);
    return List.of(
        figure.subset(),
        figure.predictor(),
        String.valueOf(figure.rows()),
        String.valueOf(figure.resistant()),
        figure.metric(),
        TextTable.decimal(figure.value(), DECIMALS),
        low(figure.interval()),
        high(figure.interval()),
        difference.map(d -> String.valueOf(d.rows())).orElse(""),
        difference.map(d -> TextTable.decimal(d.value(), DECIMALS)).orElse(""),
        low(around),
        high(around));
  }

  /** One row per subset and predictor, metrics side by side, intervals in brackets. */
  public static TextTable overview(List<Figure> figures) {
    Map<String, List<Figure>> rows =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.subset() + '\t' + f.predictor(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> metrics = figures.stream().map(Figure::metric).distinct().toList();
    List<String> columns = new ArrayList<>(List.of("subset", "predictor", "n", "n_resistant"));
    columns.addAll(metrics);
    List<List<String>> cells = new ArrayList<>();
    for (List<Figure> row : rows.values()) {
      Figure first = row.get(0);
      List<String> line =
          new ArrayList<>(
              List.of(
                  first.subset(),
                  first.predictor(),
                  String.valueOf(first.rows()),
                  String.valueOf(first.resistant())));
      for (String metric : metrics) {
        line.add(
            row.stream()
                .filter(f -> f.metric().equals(metric))
                .findFirst()
                .map(ValidationTables::withInterval)
                .orElse(""));
      }
      cells.add(line);
    }
    return new TextTable(columns, Set.copyOf(columns), cells);
  }

  private static String withInterval(Figure figure) {
    String value = TextTable.decimal(figure.value(), 2);
    return figure
        .interval()
        .filter(i -> !value.isEmpty())
        .map(
            i ->
                value
                    + " ["
                    + TextTable.decimal(i.low(), 2)
                    + ", "
                    + TextTable.decimal(i.high(), 2)
                    + "]")
        .orElse(value);
  }

  /**
   * Every row of the measured table, the largest error first, rows without a score last.
   *
   * @param reasons why a row has no score, by drug and mutation with a blank between
   */
  public static TextTable residuals(List<Case> cases, Map<String, String> reasons) {
    Comparator<Case> order =
        Comparator.comparingDouble(
                (Case c) ->
                    c.ours().map(o -> -Math.abs(o.ddg() - c.measured())).orElse(Double.MAX_VALUE))
            .thenComparing(Case::drug)
            .thenComparing(Case::mutation);
    List<List<String>> rows = cases.stream().sorted(order).map(c -> residual(c, reasons)).toList();
    return new TextTable(
        List.of(
            "drug",
            "mutation",
            "ddg_exp_kcal_mol",
            "ddg_kcal_mol",
            "ddg_low",
            "ddg_high",
            "residual_kcal_mol",
            "inside_interval",
            "note"),
        Set.of("drug", "mutation", "inside_interval", "note"),
        rows);
  }

  private static List<String> residual(Case row, Map<String, String> reasons) {
    Optional<Validation.Prediction> ours = row.ours();
    return List.of(
        row.drug(),
        row.mutation(),
        TextTable.decimal(row.measured(), DECIMALS),
        ours.map(o -> TextTable.decimal(o.ddg(), DECIMALS)).orElse(""),
        ours.map(o -> TextTable.decimal(o.low(), DECIMALS)).orElse(""),
        ours.map(o -> TextTable.decimal(o.high(), DECIMALS)).orElse(""),
        ours.map(o -> TextTable.decimal(o.ddg() - row.measured(), DECIMALS)).orElse(""),
        ours.map(o -> o.holds(row.measured()) ? "yes" : "no").orElse(""),
        reasons.getOrDefault(row.drug() + " " + row.mutation(), ""));
  }

  /** Predicted against measured, with intervals, as a picture. */
  public static String scatter(List<Case> cases) {
    List<ScatterPlot.Point> points =
        cases.stream()
            .filter(c -> c.ours().isPresent())
            .map(c -> point(c, c.ours().orElseThrow()))
            .toList();
    return ScatterPlot.svg(points, BindingChange.TENFOLD_KCAL_PER_MOL);
  }

  private static ScatterPlot.Point point(Case row, Validation.Prediction ours) {
    return new ScatterPlot.Point(
        row.drug(), row.mutation(), row.measured(), ours.ddg(), ours.low(), ours.high());
  }

  /** Every figure of a screen on a row of its own. */
  public static TextTable screenMetrics(List<ScreenJudgement.Figure> figures) {
    return new TextTable(
        List.of(
            "drug",
            "positions",
            "score",
            "n",
            "n_resistant",
            "metric",
            "value",
            "ci95_low",
            "ci95_high",
            "chance"),
        Set.of("drug", "positions", "score", "metric"),
        figures.stream()
            .map(
                f ->
                    List.of(
                        f.drug(),
                        f.positions(),
                        f.score(),
                        String.valueOf(f.changes()),
                        String.valueOf(f.resistant()),
                        f.metric(),
                        TextTable.decimal(f.value(), DECIMALS),
                        low(f.interval()),
                        high(f.interval()),
                        TextTable.decimal(f.chance(), DECIMALS)))
            .toList());
  }

  /**
   * Every change of a screen in the table's order.
   *
   * @param reasons why a change has no score, by drug and mutation with a blank between
   */
  public static TextTable screenChanges(
      List<ScreenJudgement.Scored> changes, Map<String, String> reasons) {
    return new TextTable(
        List.of(
            "drug",
            "mutation",
            "variants",
            "resistant_variants",
            "mean_log_fold_change",
            "resistant",
            "p_resistant",
            "ddg_kcal_mol",
            "note"),
        Set.of("drug", "mutation", "resistant", "note"),
        changes.stream().map(c -> change(c, reasons)).toList());
  }

  private static List<String> change(ScreenJudgement.Scored scored, Map<String, String> reasons) {
    return List.of(
        scored.change().drug(),
        scored.change().mutation(),
        String.valueOf(scored.change().variants()),
        String.valueOf(scored.change().resistantVariants()),
        TextTable.decimal(scored.change().meanLogFold(), DECIMALS),
        scored.change().resistant() ? "yes" : "no",
        TextTable.decimal(scored.pResistant(), DECIMALS),
        TextTable.decimal(scored.ddg(), DECIMALS),
        reasons.getOrDefault(scored.change().drug() + " " + scored.change().mutation(), ""));
  }

  private static String low(Optional<Interval> interval) {
    return TextTable.decimal(
        interval.map(i -> OptionalDouble.of(i.low())).orElse(OptionalDouble.empty()), DECIMALS);
  }

  private static String high(Optional<Interval> interval) {
    return TextTable.decimal(
        interval.map(i -> OptionalDouble.of(i.high())).orElse(OptionalDouble.empty()), DECIMALS);
  }
}
