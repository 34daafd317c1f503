package org.bindfold.table;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Cells that are rendered once, whatever they are then written as, so that no two forms can
 * disagree.
 *
 * @param columns names
 * @param text columns that hold text; every other holds numbers
 * @param rows as many cells as columns; empty where there is no value
 */
public record TextTable(List<String> columns, Set<String> text, List<List<String>> rows) {
  public TextTable {
    columns = List.copyOf(columns);
    text = Set.copyOf(text);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The header line: names with tabs between them. */
  public String header() {
    return String.join("\t", columns);
  }

  /** Tab-separated text with a header line. */
  public String tsv() {
    StringBuilder tsv = new StringBuilder(header()).append('\n');
    rows.forEach(
        r ->
            tsv.append(String.join("\t", r.stream().map(TextTable::oneCell).toList()))
                .append('\n'));
    return tsv.toString();
  }

  /** A number with fixed decimals; empty when it is absent or not a number. */
  public static String decimal(OptionalDouble value, int decimals) {
    if (value.isEmpty() || Double.isNaN(value.getAsDouble())) {
      return "";
    }
    String number = String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble());
    return number.matches("-0\\.0*") ? number.substring(1) : number;
  }

  /** As {@link #decimal(OptionalDouble, int)} for a value that may be NaN. */
  public static String decimal(double value, int decimals) {
    return decimal(OptionalDouble.of(value), decimals);
  }

  private static String oneCell(String cell) {
    return cell.replaceAll("[\\t\\r\\n]", " ");
  }
}
