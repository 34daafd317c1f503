package org.bindfold.io;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A line of a tab-separated table. Its cells are made when they are asked for: of most rows of a
 * large file one or two are enough to pass over it.
 *
 * <p>Cells by column name are without white space, and without R's quotes where the header says
 * that the table has them. What cannot be used is told by an {@link IllegalArgumentException} in
 * words that follow the line's name, without a full stop at the end.
 */
public final class TsvRow {
  /** Python's pandas writes whole numbers like this once one of the column is missing. */
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}(\\.0)?");

  private final TsvHeader header;
  private final String line;
  private final int[] tabs;
  private final int width;

  TsvRow(TsvHeader header, String line) {
    this.header = header;
    this.line = line;
    int[] found = new int[Math.max(8, header.width())];
    int count = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', tab + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = tab;
    }
    this.tabs = found;
    this.width = count + 1;
  }

  /** A line of a table without a header. */
  public static TsvRow of(String line) {
    return new TsvRow(TsvHeader.NONE, line);
  }

  /** Number of cells, at least one. */
  public int width() {
    return width;
  }

  /**
   * A cell as it is written.
   *
   * @param index 0-based, below {@link #width}
   */
  public String raw(int index) {
    Objects.checkIndex(index, width);
    int start = index == 0 ? 0 : tabs[index - 1] + 1;
    int end = index == width - 1 ? line.length() : tabs[index];
    return line.substring(start, end);
  }

  /** All cells as they are written. */
  public List<String> raw() {
    String[] cells = new String[width];
    for (int i = 0; i < width; i++) {
      cells[i] = raw(i);
    }
    return List.of(cells);
  }

  /** Whether the table has such a column and the row a cell of it. */
  public boolean has(String column) {
    int place = header.place(column);
    return place >= 0 && place < width;
  }

  /**
   * A cell that must be there; it may be empty.
   *
   * @throws IllegalArgumentException when the row ends before it
   */
  public String cell(String column) {
    if (!has(column)) {
      throw new IllegalArgumentException(
          "has " + width + " columns; the column " + column + " is missing");
    }
    return cell(header.place(column));
  }

  /** The text of a cell; empty where there is none, or one of the table's words for that. */
  public Optional<String> text(String column) {
    return has(column)
        ? Optional.of(cell(header.place(column))).filter(cell -> !header.isMissing(cell))
        : Optional.empty();
  }

  /**
   * A number that must be there.
   *
   * @throws IllegalArgumentException when it is none, or not finite
   */
  public double number(String column) {
    String cell = cell(column);
    return finite(cell).orElseThrow(() -> unfit(column, cell, "a finite number"));
  }

  /**
   * A position on a chromosome, at most nine digits, that must be there.
   *
   * @param expected for the message: {@code a position, 1-based}
   * @throws IllegalArgumentException when it is none
   */
  public int position(String column, String expected) {
    return whole(column, cell(column), expected);
  }

  /**
   * A count, at most nine digits; empty where {@link #text} is.
   *
   * @param expected for the message: {@code a number of reads}
   * @throws IllegalArgumentException when it is none
   */
  public OptionalInt count(String column, String expected) {
    Optional<String> text = text(column);
    return text.isPresent()
        ? OptionalInt.of(whole(column, text.get(), expected))
        : OptionalInt.empty();
  }

  /** The number that a cell holds; empty when it holds none, or one that is not finite. */
  public static OptionalDouble finite(String cell) {
    try {
      double value = Double.parseDouble(cell);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** {@code has COLUMN "CELL"; expected EXPECTED}. */
  public static IllegalArgumentException unfit(String column, String cell, String expected) {
    return new IllegalArgumentException(
        "has " + column + " \"" + PrintableText.shown(cell) + "\"; expected " + expected);
  }

  /** A cell without white space and quotes around it. */
  String cell(int index) {
    String cell = raw(index).strip();
    boolean quoted =
        header.isQuoted() && cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1) : cell;
  }

  private static int whole(String column, String text, String expected) {
    if (!COUNT.matcher(text).matches()) {
      throw unfit(column, text, expected);
    }
    return Integer.parseInt(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }
}
