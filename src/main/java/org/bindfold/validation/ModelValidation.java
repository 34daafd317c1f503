package org.bindfold.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.bindfold.affinity.BindingChange;
import org.bindfold.io.InputException;
import org.bindfold.io.SkippedRecord;
import org.bindfold.sequence.WrittenChange;

/**
 * Scores the mutations of a table of measurements in a folder of complexes, and judges the scores.
 *
 * @param scorer the complexes and the model that is judged
 */
public record ModelValidation(TableScorer scorer) {

  /**
   * Scores and figures for a table of binding changes.
   *
   * @param cases in table order
   * @param figures of every subset, predictor and metric
   * @param notes what a reader must know of the complexes
   * @param skipped rows that could not be scored
   */
  public record Measured(
      List<Validation.Case> cases,
      List<Validation.Figure> figures,
      List<String> notes,
      List<SkippedRecord> skipped) {}

  /**
   * Scores and figures for a screen.
   *
   * @param changes in table order
   * @param figures of every drug
   * @param notes what a reader must know of the complexes
   * @param skipped changes that could not be scored; they are judged with the prior
   */
  public record Screened(
      List<ScreenJudgement.Scored> changes,
      List<ScreenJudgement.Figure> figures,
      List<String> notes,
      List<SkippedRecord> skipped) {}

  /**
   * Judges the model on measured binding changes.
   *
   * @param without mutations, short form, that are left out in turn
   * @param refit what is left out together while the calibration is fitted again to the other rows
   *     of the table; empty for the calibration as it ships
   * @throws InputException when a complex cannot be read, or no row can be scored
   */
  public Measured measured(MeasuredTable table, List<String> without, Optional<LeftOut> refit) {
    TableScorer.Scores scores = scorer.score(table.name(), items(table));
    Map<Long, Validation.Prediction> predictions =
        refit
            .map(
                group ->
                    new BindingRows(table, scores)
                        .leftOut(group, scorer.model().calibration().halfWidth()))
            .orElseGet(() -> shipped(scores));
    List<Validation.Case> cases = cases(table, predictions);
    return new Measured(
        cases,
        Validation.of(cases, table.otherPredictors(), without, scorer.workers()),
        scores.notes(),
        scores.skipped());
  }

  /** The rows of a table with our predictions, by their lines, and those of others. */
  static List<Validation.Case> cases(
      MeasuredTable table, Map<Long, Validation.Prediction> predictions) {
    return table.rows().stream()
        .map(
            r ->
                new Validation.Case(
                    r.drug(),
                    r.mutation(),
                    r.measured(),
                    Optional.ofNullable(predictions.get(r.line())),
                    r.predictions()))
        .toList();
  }

  /** The rows of a table as its scorer takes them. */
  static List<TableScorer.Item> items(MeasuredTable table) {
    return table.rows().stream()
        .map(r -> new TableScorer.Item(r.line(), r.drug(), r.change()))
        .toList();
  }

  /** The same for a screen. */
  static List<TableScorer.Item> items(ScreenTable table) {
    return table.changes().stream()
        .map(c -> new TableScorer.Item(c.line(), c.drug(), WrittenChange.of(c.change())))
        .toList();
  }

  private static Map<Long, Validation.Prediction> shipped(TableScorer.Scores scores) {
    Map<Long, Validation.Prediction> predictions = new TreeMap<>();
    scores
        .bindings()
        .forEach(
            (line, b) ->
                predictions.put(line, new Validation.Prediction(b.ddg(), b.low(), b.high())));
    return predictions;
  }

  /**
   * Judges the model on a screen.
   *
   * @throws InputException when a complex cannot be read, or no change can be scored
   */
  public Screened screened(ScreenTable table) {
    TableScorer.Scores scores = scorer.score(table.name(), items(table));
    List<ScreenJudgement.Scored> changes =
        table.changes().stream()
            .map(
                c ->
                    new ScreenJudgement.Scored(
                        c,
                        value(scores, c, BindingChange::pResistant),
                        value(scores, c, BindingChange::ddg)))
            .toList();
    return new Screened(changes, ScreenJudgement.of(changes), scores.notes(), scores.skipped());
  }

  private static OptionalDouble value(
      TableScorer.Scores scores, ScreenTable.Change change, ToDoubleFunction<BindingChange> of) {
    return scores
        .binding(change.line())
        .map(b -> OptionalDouble.of(of.applyAsDouble(b)))
        .orElse(OptionalDouble.empty());
  }
}
