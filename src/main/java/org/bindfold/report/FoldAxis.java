package org.bindfold.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.bindfold.report.ResistanceReport.Mechanism;
import org.bindfold.report.ResistanceReport.SampleResult;

/**
 * The logarithmic axis that the fold-change bars of one page share, in whole decades. Positions are
 * percent of its width, left to right. Uses {@link StrictMath}, so that the page has the same bytes
 * on every JVM.
 */
final class FoldAxis {
  private static final int LOWEST_DECADE = -3;
  private static final int HIGHEST_DECADE = 6;

  private final int low;
  private final int high;

  private FoldAxis(int low, int high) {
    this.low = low;
    this.high = high;
  }

  /** An axis that holds one, ten and everything that is drawn, up to the limits. */
  static FoldAxis covering(List<SampleResult> samples) {
    double least = 0;
    double most = 1;
    for (SampleResult sample : samples) {
      double sum = 0;
      for (Mechanism mechanism : sample.mechanisms()) {
        sum += log10(mechanism.factor());
        least = Math.min(least, sum);
        most = Math.max(most, sum);
      }
      for (BigDecimal end :
          List.of(
              sample.foldLow().orElse(BigDecimal.ONE),
              sample.foldHigh().orElse(BigDecimal.ONE),
              sample.foldChange().orElse(BigDecimal.ONE))) {
        least = Math.min(least, log10(end));
        most = Math.max(most, log10(end));
      }
    }
    return new FoldAxis(
        (int) Math.max(LOWEST_DECADE, StrictMath.floor(least)),
        (int) Math.min(HIGHEST_DECADE, StrictMath.ceil(most)));
  }

  /** The decimal logarithm; what is not above zero counts as below every axis. */
  static double log10(BigDecimal fold) {
    return fold.signum() > 0 ? StrictMath.log10(fold.doubleValue()) : LOWEST_DECADE;
  }

  /** Where a logarithm lies, at an end of the axis when it is beyond. */
  double percent(double log) {
    return 100 * Math.min(1, Math.max(0, (log - low) / (high - low)));
  }

  /** The decades, as text and place. */
  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (int decade = low; decade <= high; decade++) {
      ticks.add(
          new Tick(
              BigDecimal.ONE.scaleByPowerOfTen(decade).toPlainString(),
              text(percent(decade)) + "%",
              decade == 0 ? "one" : "decade"));
    }
    return ticks;
  }

  /** A position with two decimals. */
  static String text(double percent) {
    return BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /**
   * A decade of the axis.
   *
   * @param label {@code 0.1}, {@code 1}, {@code 10}
   * @param x its place, with the percent sign
   * @param css the class of its line
   */
  record Tick(String label, String x, String css) {}
}
