package org.bindfold.report;

import static org.bindfold.report.HtmlValues.number;

import java.util.ArrayList;
import java.util.List;
import org.bindfold.pharmacology.MechanismKind;
import org.bindfold.report.ResistanceReport.Mechanism;

/** One mechanism, and its bar from where the mechanisms before it end. */
record HtmlBar(
    String name,
    String gene,
    boolean assessed,
    String factor,
    String explanation,
    String css,
    String x,
    String width) {
  /** Shorter bars than this, in percent of the axis, cannot be seen and are drawn as a line. */
  private static final double LEAST_WIDTH = 0.5;

  static List<HtmlBar> allOf(List<Mechanism> mechanisms, FoldAxis axis) {
    List<HtmlBar> bars = new ArrayList<>();
    double log = 0;
    for (Mechanism mechanism : mechanisms) {
      double from = axis.percent(log);
      log += FoldAxis.log10(mechanism.factor());
      double to = axis.percent(log);
      double width = Math.abs(to - from);
      bars.add(
          new HtmlBar(
              mechanism.name().toString(),
              mechanism.gene(),
              mechanism.assessed(),
              number(mechanism.factor()),
              mechanism.explanation(),
              colour(mechanism.name()),
              FoldAxis.text(Math.min(from, to)) + "%",
              width < LEAST_WIDTH ? "" : FoldAxis.text(width) + "%"));
    }
    return bars;
  }

  private static String colour(MechanismKind mechanism) {
    return switch (mechanism) {
      case TARGET_ALTERED -> "altered";
      case TARGET_AMPLIFIED -> "amplified";
      case EFFLUX -> "efflux";
      default -> "other";
    };
  }
}
