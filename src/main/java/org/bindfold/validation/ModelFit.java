package org.bindfold.validation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.FunctionFit;
import org.bindfold.affinity.FunctionModel;
import org.bindfold.io.InputException;
import org.bindfold.io.SkippedRecord;

/**
 * Fits the numbers of the model to a table of measurements and judges the fit by what it leaves
 * out. Nothing of the program's own behaviour changes: the fitted values are the result.
 *
 * @param scorer the complexes
 */
public record ModelFit(TableScorer scorer) {
  /** Groups of positions that are left out in turn when a screen is fitted. */
  public static final int SCREEN_GROUPS = 20;

  private static final int MIN_DRUGS = 3;

  /**
   * A fit to binding changes.
   *
   * @param calibration the fitted values
   * @param rows that were fitted
   * @param leftOut figures of predictions with a group left out; drugs only where there are three
   * @param notes what a reader must know of the complexes
   * @param skipped rows that could not be scored
   */
  public record Binding(
      Calibration calibration,
      int rows,
      Map<LeftOut, List<Validation.Figure>> leftOut,
      List<String> notes,
      List<SkippedRecord> skipped) {
    /** The fitted values as {@code calibration.tsv}, whose header names source and maker. */
    public String table(String source, String maker) {
      return calibration.table(source, maker);
    }
  }

  /**
   * A fit to a screen.
   *
   * @param function the fitted values
   * @param rows that were fitted
   * @param leftOut figures of each drug, with the change's group of positions left out; changes
   *     that could not be scored count among {@code all} with the median of the others
   * @param notes what a reader must know of the complexes
   * @param skipped changes that could not be scored
   */
  public record Function(
      FunctionModel function,
      int rows,
      List<ScreenJudgement.Figure> leftOut,
      List<String> notes,
      List<SkippedRecord> skipped) {
    /** The fitted values as {@code function.tsv}, whose header names source and maker. */
    public String table(String source, String maker) {
      return function.table(source, maker);
    }
  }

  /**
   * Fits the binding model.
   *
   * @param version what the fitted values are called
   * @throws InputException when a complex cannot be read, or too few rows can be scored
   */
  public Binding binding(MeasuredTable table, String version) {
    TableScorer.Scores scores = scorer.score(table.name(), ModelValidation.items(table));
    BindingRows rows = new BindingRows(table, scores);
    Calibration calibration = rows.fit(version);
    Map<LeftOut, List<Validation.Figure>> figures = new EnumMap<>(LeftOut.class);
    for (LeftOut group : LeftOut.values()) {
      if (group == LeftOut.POSITION || drugs(table) >= MIN_DRUGS) {
        figures.put(group, figures(table, rows.leftOut(group, calibration.halfWidth())));
      }
    }
    return new Binding(calibration, rows.size(), figures, scores.notes(), scores.skipped());
  }

  private static long drugs(MeasuredTable table) {
    return table.rows().stream().map(MeasuredTable.Row::drug).distinct().count();
  }

  private List<Validation.Figure> figures(
      MeasuredTable table, Map<Long, Validation.Prediction> predictions) {
    return Validation.of(
        ModelValidation.cases(table, predictions), List.of(), List.of(), scorer.workers());
  }

  /**
   * Fits the model of selection to a screen. The spread of predicted binding changes is that of the
   * scorer's calibration.
   *
   * @param version what the fitted values are called
   * @throws InputException when a complex cannot be read, or the changes that can be scored are all
   *     resistant or all sensitive
   */
  public Function function(ScreenTable table, String version) {
    double spread = scorer.model().calibration().residualSd();
    TableScorer.Scores scores = scorer.score(table.name(), ModelValidation.items(table));
    List<ScreenTable.Change> scored =
        table.changes().stream().filter(c -> scores.binding(c.line()).isPresent()).toList();
    List<FunctionFit.Row> rows =
        scored.stream().map(c -> row(c, scores.binding(c.line()).orElseThrow())).toList();
    if (rows.stream().map(FunctionFit.Row::resistant).distinct().count() < 2) {
      throw InputException.file(
          table.name(), "has no resistant, or no sensitive, changes that can be scored.");
    }
    double[] leftOut = FunctionFit.leftOut(rows, spread, SCREEN_GROUPS);
    Map<Long, ScreenJudgement.Scored> judged = new HashMap<>();
    for (int i = 0; i < leftOut.length; i++) {
      ScreenTable.Change change = scored.get(i);
      judged.put(
          change.line(),
          new ScreenJudgement.Scored(
              change, OptionalDouble.of(leftOut[i]), OptionalDouble.of(rows.get(i).ddg())));
    }
    List<ScreenJudgement.Scored> all =
        table.changes().stream()
            .map(c -> judged.getOrDefault(c.line(), ScreenJudgement.Scored.unknown(c)))
            .toList();
    return new Function(
        FunctionFit.fit(rows, version),
        rows.size(),
        ScreenJudgement.of(all),
        scores.notes(),
        scores.skipped());
  }

  private static FunctionFit.Row row(ScreenTable.Change change, BindingChange binding) {
    return new FunctionFit.Row(
        change.position(), binding.function().get(0), binding.ddg(), change.resistant());
  }
}
