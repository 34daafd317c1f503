package org.bindfold.report;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cells of tab-separated text. An absent value is an empty cell. Control characters become
 * spaces. A text that a spreadsheet would take for a formula (it begins with {@code = + - @} and is
 * no number) gets a single quote in front.
 */
final class TsvCells {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
  private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private TsvCells() {}

  static String number(Optional<BigDecimal> number) {
    return number.map(TsvCells::number).orElse("");
  }

  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  static String text(Optional<String> text) {
    return text.map(TsvCells::text).orElse("");
  }

  static String text(String text) {
    String line = CONTROL.matcher(text).replaceAll(" ");
    boolean formula = FORMULA.matcher(line).matches() && !NUMBER.matcher(line).matches();
    return formula ? "'" + line : line;
  }
}
