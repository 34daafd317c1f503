package org.bindfold.variant;

import java.util.Collection;
import java.util.OptionalInt;
import org.bindfold.io.TsvHeader;
import org.bindfold.io.TsvRow;

/**
 * The columns of a table of fusions. Of two columns with one name the first counts: old versions of
 * STAR-Fusion name two columns JunctionReads, and the later one lists what the first counts.
 */
final class FusionColumns {
  private final TsvHeader header;
  private final int width;

  private FusionColumns(TsvHeader header, int width) {
    this.header = header;
    this.width = width;
  }

  /** Those that a line names, with or without {@code #} before the first. */
  static FusionColumns of(String line) {
    String names = line.startsWith("#") ? line.substring(1) : line;
    TsvRow cells = TsvRow.of(names);
    boolean trailing = cells.width() > 1 && cells.raw(cells.width() - 1).isBlank();
    return new FusionColumns(TsvHeader.of(names), trailing ? cells.width() - 1 : cells.width());
  }

  /** Whether there is a column of each of these names. */
  boolean hasAll(Collection<String> names) {
    return header.hasAll(names);
  }

  /**
   * The cells of a row. STAR-Fusion ends rows, but not the header, with a tab: one empty cell more
   * than the header names is taken.
   *
   * @throws IllegalArgumentException when there are more or fewer
   */
  Cells cells(String line) {
    TsvRow row = header.looseRow(line);
    boolean trailing = row.width() == width + 1 && row.raw(width).isBlank();
    if (row.width() != width && !trailing) {
      throw new IllegalArgumentException(
          "has " + row.width() + " columns; expected " + width + ", as the header has");
    }
    return new Cells(row);
  }

  /** The cells of one row. */
  static final class Cells {
    private final TsvRow row;

    private Cells(TsvRow row) {
      this.row = row;
    }

    /** What stands in a column; nothing when the file has no such column. */
    String text(String column) {
      return row.has(column) ? row.cell(column) : "";
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
