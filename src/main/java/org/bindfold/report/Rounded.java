package org.bindfold.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The report's numbers. Each is rounded here, once, and printed with exactly these decimals. */
public final class Rounded {
  private static final BigDecimal SMALLEST_FOLD = new BigDecimal("0.01");
  private static final BigDecimal SMALLEST_CONCENTRATION = new BigDecimal("0.001");

  private Rounded() {}

  /** Two decimals, never nothing. */
  public static BigDecimal fold(double value) {
    return decimal(value, 2).max(SMALLEST_FOLD);
  }

  /** Nanomolar with three decimals, never nothing. */
  public static BigDecimal concentration(double value) {
    return decimal(value, 3).max(SMALLEST_CONCENTRATION);
  }

  /** kcal/mol with two decimals. */
  public static BigDecimal energy(double value) {
    return decimal(value, 2);
  }

  /** Angstrom with one decimal. */
  public static BigDecimal distance(double value) {
    return decimal(value, 1);
  }

  /** A share of one with three decimals. */
  public static BigDecimal fraction(double value) {
    return decimal(value, 3);
  }

  public static BigDecimal decimal(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
