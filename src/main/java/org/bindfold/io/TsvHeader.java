package org.bindfold.io;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The column names of a tab-separated table, from its header line. Names are told apart without
 * case and without white space around them; of two columns with one name the first counts.
 *
 * <p>A row is a line: callers read lines themselves, since they count them, skip some and go on
 * behind those that cannot be used. That is why no CSV library reads these tables: FastCSV and its
 * like own the whole file, and take a double quote for the beginning of a cell that may hold tabs
 * and line ends, where here it is a letter, or at most R's mark around a word.
 */
public final class TsvHeader {
  /** Of a table without a header line, whose cells are known by their place alone. */
  static final TsvHeader NONE = new TsvHeader(Map.of(), 0, false, Set.of(""));

  private final Map<String, Integer> places;
  private final int width;
  private final boolean quoted;
  private final Set<String> missing;

  private TsvHeader(Map<String, Integer> places, int width, boolean quoted, Set<String> missing) {
    this.places = places;
    this.width = width;
    this.quoted = quoted;
    this.missing = missing;
  }

  /**
   * The names of a header line.
   *
   * @param line without a byte order mark, and without a {@code #} that is no part of a name
   */
  public static TsvHeader of(String line) {
    return of(line, false);
  }

  /**
   * The same of a table that R may have written: quotes around names and cells are no part of them.
   */
  public static TsvHeader ofQuoted(String line) {
    return of(line, true);
  }

  private static TsvHeader of(String line, boolean quoted) {
    TsvRow names = new TsvRow(new TsvHeader(Map.of(), 0, quoted, Set.of("")), line);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.width(); i++) {
      places.putIfAbsent(names.cell(i).toLowerCase(Locale.ROOT), i);
    }
    return new TsvHeader(places, names.width(), quoted, Set.of(""));
  }

  /**
   * The same columns with cells that hold nothing but one of these words told as empty.
   *
   * @param words in lower case; an empty cell is always empty
   */
  public TsvHeader withMissing(Set<String> words) {
    Set<String> all = new HashSet<>(words);
    all.add("");
    return new TsvHeader(places, width, quoted, Set.copyOf(all));
  }

  /** Number of columns, those with one name counted each. */
  public int width() {
    return width;
  }

  /** Whether there is a column of that name. */
  public boolean has(String column) {
    return place(column) >= 0;
  }

  /** Whether there is a column of each of these names. */
  public boolean hasAll(Collection<String> columns) {
    return columns.stream().allMatch(this::has);
  }

  /** Place of a column, 0-based; empty when there is none of that name. */
  public OptionalInt index(String column) {
    int place = place(column);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The one of these names whose column stands first in the table. */
  public Optional<String> leftmost(Collection<String> columns) {
    return columns.stream().filter(this::has).min(Comparator.comparingInt(this::place));
  }

  /**
   * A row with a cell for each column.
   *
   * @throws IllegalArgumentException when it has more or fewer
   */
  public TsvRow row(String line) {
    TsvRow row = new TsvRow(this, line);
    if (row.width() != width) {
      throw new IllegalArgumentException(
          "has " + row.width() + " columns; expected " + width + ", as the header has");
    }
    return row;
  }

  /**
   * A row whose last cells may be left out, which are then empty.
   *
   * @param needed a column whose cell must be there
   * @throws IllegalArgumentException when it has more cells than there are columns, or not the one
   *     that is needed
   */
  public TsvRow rowUpTo(String needed, String line) {
    TsvRow row = new TsvRow(this, line);
    if (row.width() > width || !row.has(needed)) {
      throw new IllegalArgumentException(
          "has "
              + row.width()
              + " tab-separated columns; expected "
              + width
              + ", as the header has");
    }
    return row;
  }

  /** A row with any number of cells. */
  public TsvRow looseRow(String line) {
    return new TsvRow(this, line);
  }

  /** Place of a column, 0-based; -1 when there is none of that name. */
  int place(String column) {
    return places.getOrDefault(column.toLowerCase(Locale.ROOT), -1);
  }

  boolean isMissing(String cell) {
    return missing.contains(cell.toLowerCase(Locale.ROOT));
  }

  boolean isQuoted() {
    return quoted;
  }
}
