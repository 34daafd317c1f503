package org.bindfold.variant;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Allele fractions as files write them: {@code 0.42}, {@code 4.2e-1}, {@code 42%}. */
public final class Fractions {
  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+([eE][-+]?\\d{1,3})?%?");
  private static final int MAX_LENGTH = 32;

  private Fractions() {}

  /** A fraction from 0 to 1; empty for any other text. */
  public static OptionalDouble parse(String text) {
    if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    boolean percent = text.endsWith("%");
    double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
    double fraction = percent ? value / 100 : value;
    return fraction >= 0 && fraction <= 1 ? OptionalDouble.of(fraction) : OptionalDouble.empty();
  }
}
