package org.bindfold.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bindfold.io.InputException;
import org.bindfold.io.TsvRow;
import org.bindfold.sequence.WrittenChange;

/**
 * Measured binding changes with the predictions of others.
 *
 * @param name the path as the user gave it
 * @param otherPredictors names of the columns of other predictors
 * @param rows in file order
 */
public record MeasuredTable(String name, List<String> otherPredictors, List<Row> rows) {
  private static final List<String> REQUIRED = List.of("drug", "mutation", "ddg_exp_kcal_mol");

  public MeasuredTable {
    otherPredictors = List.copyOf(otherPredictors);
    rows = List.copyOf(rows);
  }

  /**
   * One measured binding change.
   *
   * @param line 1-based
   * @param drug names the complex
   * @param change the mutation, as the table numbers it
   * @param measured kcal/mol
   * @param predictions of others, in the order of {@link MeasuredTable#otherPredictors()}
   */
  public record Row(
      long line,
      String drug,
      WrittenChange change,
      double measured,
      List<OptionalDouble> predictions) {
    public Row {
      predictions = List.copyOf(predictions);
    }

    /** Short form where it can be understood, else as given. */
    public String mutation() {
      return change.shortName();
    }
  }

  /**
   * Reads a table with the columns {@code drug}, {@code mutation} and {@code ddg_exp_kcal_mol}. A
   * further column is a predictor when most of its filled cells are numbers; then all must be
   * finite numbers or empty.
   *
   * @throws InputException when a column is missing, a number is not one, or a row stands twice
   */
  public static MeasuredTable read(String path) {
    MeasurementLines table = MeasurementLines.read(path, REQUIRED);
    List<String> otherPredictors =
        table.columns().stream()
            .filter(c -> !REQUIRED.contains(c))
            .filter(c -> mostlyNumbers(table, c))
            .toList();
    List<Row> rows = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    for (MeasurementLines.Line line : table.lines()) {
      Row row = row(table, line, otherPredictors);
      Long before = seen.putIfAbsent(row.drug + '\t' + row.mutation(), line.number());
      if (before != null) {
        throw InputException.line(
            path,
            line.number(),
            "gives "
                + row.drug
                + " "
                + row.mutation()
                + " a second time (first on line "
                + before
                + "); keep one row for each drug and mutation.");
      }
      rows.add(row);
    }
    return new MeasuredTable(path, otherPredictors, rows);
  }

  private static Row row(
      MeasurementLines table, MeasurementLines.Line line, List<String> otherPredictors) {
    List<OptionalDouble> predictions = new ArrayList<>();
    for (String predictor : otherPredictors) {
      predictions.add(
          table.cell(line, predictor).isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(table.number(line, predictor)));
    }
    String mutation = table.cell(line, "mutation");
    if (mutation.isEmpty()) {
      throw InputException.line(
          table.name(), line.number(), "has no mutation; expected one such as T315I.");
    }
    return new Row(
        line.number(),
        table.drug(line),
        WrittenChange.of(mutation),
        table.number(line, "ddg_exp_kcal_mol"),
        predictions);
  }

  /** {@code T315I} for every way of writing it; what cannot be understood stays as it is. */
  public static String shortName(String mutation) {
    return WrittenChange.of(mutation).shortName();
  }

  private static boolean mostlyNumbers(MeasurementLines table, String column) {
    List<String> filled =
        table.lines().stream().map(l -> table.cell(l, column)).filter(c -> !c.isEmpty()).toList();
    long numbers = filled.stream().filter(c -> TsvRow.finite(c).isPresent()).count();
    return numbers * 2 > filled.size();
  }
}
