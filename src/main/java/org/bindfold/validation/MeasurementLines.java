package org.bindfold.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.TsvRow;

/**
 * The lines of a tab-separated table of measured values, each of a drug and a mutation, as given by
 * a user. The first line that is not blank is the header; blank lines are passed over.
 */
final class MeasurementLines {
  private static final long MAX_BYTES = 64L << 20;

  /** More rows than any table of measured binding changes has; bounds the bootstrap's work. */
  private static final int MAX_ROWS = 20_000;

  private static final int MAX_COLUMNS = 64;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern DRUG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+-]{0,63}");

  /** One line's cells, as many as there are columns. */
  record Line(long number, List<String> cells) {}

  private final String name;
  private final List<String> columns;
  private final List<Line> lines;

  private MeasurementLines(String name, List<String> columns, List<Line> lines) {
    this.name = name;
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * Reads a file to its end.
   *
   * @param required columns that the header must have, in any order and among others
   */
  static MeasurementLines read(String path, List<String> required) {
    try (InputFile input = InputFile.open(path, MAX_BYTES)) {
      return of(input.name(), input.readAllLines(), required);
    }
  }

  private static MeasurementLines of(String name, List<String> text, List<String> required) {
    int header = 0;
    while (header < text.size() && text.get(header).isBlank()) {
      header++;
    }
    if (header == text.size()) {
      throw InputException.file(
          name, "holds no lines; expected a header with " + String.join(", ", required));
    }
    List<String> columns = cells(text.get(header));
    requireColumns(name, header + 1, columns, required);
    List<Line> lines = new ArrayList<>();
    for (int i = header + 1; i < text.size(); i++) {
      if (text.get(i).isBlank()) {
        continue;
      }
      List<String> cells = cells(text.get(i));
      if (cells.size() != columns.size()) {
        throw InputException.line(
            name,
            i + 1,
            "has "
                + cells.size()
                + " tab-separated cells; the header has "
                + columns.size()
                + ". Give every column a cell, empty where there is no value.");
      }
      lines.add(new Line(i + 1, cells));
    }
    if (lines.isEmpty() || lines.size() > MAX_ROWS) {
      throw InputException.file(
          name, "has " + lines.size() + " rows below its header; expected 1 to " + MAX_ROWS + ".");
    }
    return new MeasurementLines(name, columns, lines);
  }

  private static void requireColumns(
      String name, long line, List<String> columns, List<String> required) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw InputException.line(
            name, line, "names the column '" + column + "' twice; give each its own name.");
      }
    }
    List<String> missing = required.stream().filter(c -> !columns.contains(c)).toList();
    if (!missing.isEmpty() || columns.size() > MAX_COLUMNS) {
      throw InputException.line(
          name,
          line,
          missing.isEmpty()
              ? "has " + columns.size() + " columns; at most " + MAX_COLUMNS + " are read."
              : "lacks the column"
                  + (missing.size() > 1 ? "s " : " ")
                  + String.join(", ", missing)
                  + "; found "
                  + String.join(", ", columns)
                  + ". Expected a tab-separated header with "
                  + String.join(", ", required)
                  + ".");
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : TsvRow.of(line).raw()) {
      cells.add(CONTROL.matcher(cell.strip()).replaceAll(" "));
    }
    return cells;
  }

  String name() {
    return name;
  }

  List<String> columns() {
    return columns;
  }

  List<Line> lines() {
    return lines;
  }

  String cell(Line line, String column) {
    return line.cells.get(columns.indexOf(column));
  }

  /** The drug, which also names files: letters, digits, blank, {@code . _ + -} only. */
  String drug(Line line) {
    String drug = cell(line, "drug");
    if (!DRUG.matcher(drug).matches()) {
      throw InputException.line(
          name,
          line.number,
          "has the drug '"
              + drug
              + "'; expected a name of at most 64 letters, digits, blanks or . _ + -, which is also"
              + " the name of its structure's file.");
    }
    return drug;
  }

  /** A number that must be there and be finite. */
  double number(Line line, String column) {
    String cell = cell(line, column);
    OptionalDouble value = TsvRow.finite(cell);
    if (value.isEmpty()) {
      throw InputException.line(
          name,
          line.number,
          "has '"
              + cell
              + "' in column "
              + column
              + "; expected a finite number"
              + (cell.contains(",") ? " with a decimal point." : "."));
    }
    return value.getAsDouble();
  }
}
