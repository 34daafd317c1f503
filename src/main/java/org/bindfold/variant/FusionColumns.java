package org.bindfold.variant;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The columns of a table of fusions, by name in lower case. */
final class FusionColumns {
  private final Map<String, Integer> indexes;
  private final int width;

  private FusionColumns(Map<String, Integer> indexes, int width) {
    this.indexes = indexes;
    this.width = width;
  }

  /** Those that a line names, with or without {@code #} before the first. */
  static FusionColumns of(String header) {
    Map<String, Integer> indexes = new HashMap<>();
    String[] names = header.replaceFirst("^#", "").split("\t", -1);
    for (int i = 0; i < names.length; i++) {
      // Old versions of STAR-Fusion name two columns JunctionReads: one counts, the later one
      // lists.
      indexes.putIfAbsent(names[i].strip().toLowerCase(Locale.ROOT), i);
    }
    boolean trailing = names.length > 1 && names[names.length - 1].isBlank();
    return new FusionColumns(indexes, trailing ? names.length - 1 : names.length);
  }

  /** Their names. */
  Set<String> names() {
    return indexes.keySet();
  }

  /**
   * The cells of a row. STAR-Fusion ends rows, but not the header, with a tab: one empty cell more
   * than the header names is taken.
   *
   * @throws IllegalArgumentException when there are more or fewer
   */
  Cells cells(String line) {
    String[] cells = line.split("\t", -1);
    boolean trailing = cells.length == width + 1 && cells[width].isBlank();
    if (cells.length != width && !trailing) {
      throw new IllegalArgumentException(
          "has " + cells.length + " columns; expected " + width + ", as the header has");
    }
    return new Cells(indexes, cells);
  }

  /** The cells of one row. */
  static final class Cells {
    private final Map<String, Integer> indexes;
    private final String[] cells;

    private Cells(Map<String, Integer> indexes, String[] cells) {
      this.indexes = indexes;
      this.cells = cells;
    }

    /** What stands in a column; nothing when the file has no such column. */
    String text(String column) {
      Integer index = indexes.get(column);
      return index == null ? "" : cells[index].strip();
    }

    /** The number in a column; empty when the file has none there. */
    OptionalInt count(String column) {
      String text = text(column);
      return text.matches("\\d{1,9}")
          ? OptionalInt.of(Integer.parseInt(text))
          : OptionalInt.empty();
    }

    /** The number in the first of several columns that holds one. */
    OptionalInt count(String column, String other) {
      OptionalInt first = count(column);
      return first.isPresent() ? first : count(other);
    }
  }
}
