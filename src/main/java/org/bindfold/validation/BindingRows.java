package org.bindfold.validation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.CalibrationFit;
import org.bindfold.io.InputException;

/** The rows of a table of binding changes that could be scored, as a fit needs them. */
final class BindingRows {
  /** One position left out, and three to choose the ridge by. */
  private static final int MIN_POSITIONS = 4;

  private final List<MeasuredTable.Row> scored;
  private final List<CalibrationFit.Row> rows;

  /**
   * The scored rows.
   *
   * @throws InputException when they are of too few positions for a fit
   */
  BindingRows(MeasuredTable table, TableScorer.Scores scores) {
    scored = table.rows().stream().filter(r -> scores.binding(r.line()).isPresent()).toList();
    rows = scored.stream().map(r -> row(r, scores.binding(r.line()).orElseThrow())).toList();
    if (rows.stream().map(CalibrationFit.Row::position).distinct().count() < MIN_POSITIONS) {
      throw InputException.file(
          table.name(),
          "has scored rows of fewer than " + MIN_POSITIONS + " positions; a fit needs more.");
    }
  }

  private static CalibrationFit.Row row(MeasuredTable.Row row, BindingChange change) {
    int position = row.change().change().orElseThrow().substitutions().get(0).position();
    return new CalibrationFit.Row(row.drug(), position, change.terms(), row.measured());
  }

  Calibration fit(String version) {
    return CalibrationFit.fit(rows, version);
  }

  /** Each row predicted by a fit to the rows of other groups, by line. */
  Map<Long, Validation.Prediction> leftOut(LeftOut group, double halfWidth) {
    double[] predicted =
        CalibrationFit.leftOut(
            rows, group == LeftOut.DRUG ? CalibrationFit.Row::drug : CalibrationFit.Row::position);
    Map<Long, Validation.Prediction> predictions = new TreeMap<>();
    for (int i = 0; i < predicted.length; i++) {
      double p = predicted[i];
      predictions.put(
          scored.get(i).line(), new Validation.Prediction(p, p - halfWidth, p + halfWidth));
    }
    return predictions;
  }

  /** Scored rows. */
  int size() {
    return rows.size();
  }
}
