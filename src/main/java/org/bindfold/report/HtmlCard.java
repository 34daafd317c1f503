package org.bindfold.report;

import java.math.BigDecimal;
import java.util.List;
import org.bindfold.report.HtmlValues.Fold;
import org.bindfold.report.HtmlValues.Level;
import org.bindfold.report.HtmlValues.OutcomeClass;
import org.bindfold.report.ResistanceReport.SampleResult;

/** The outcome of the sample for one drug. */
record HtmlCard(
    String drug,
    String target,
    OutcomeClass outcome,
    Fold fold,
    String decidedBy,
    List<Level> exposure,
    List<HtmlBar> bars,
    List<Whole> whole,
    List<FoldAxis.Tick> ticks,
    List<String> notes) {

  static HtmlCard of(SampleResult sample, FoldAxis axis) {
    return new HtmlCard(
        sample.drug(),
        sample.target(),
        OutcomeClass.of(sample.outcome()),
        Fold.of(sample.foldChange(), sample.foldLow(), sample.foldHigh()),
        sample.decidedBy().orElse(""),
        sample.exposure().map(Level::of).stream().toList(),
        HtmlBar.allOf(sample.mechanisms(), axis),
        sample.foldChange().map(fold -> Whole.of(sample, fold, axis)).stream().toList(),
        axis.ticks(),
        sample.notes());
  }

  /** The whole fold change and its interval on the axis. */
  record Whole(String x, String low, String width) {
    static Whole of(SampleResult sample, BigDecimal fold, FoldAxis axis) {
      double low = axis.percent(FoldAxis.log10(sample.foldLow().orElse(fold)));
      double high = axis.percent(FoldAxis.log10(sample.foldHigh().orElse(fold)));
      return new Whole(
          FoldAxis.text(axis.percent(FoldAxis.log10(fold))) + "%",
          FoldAxis.text(low) + "%",
          FoldAxis.text(Math.max(0, high - low)) + "%");
    }
  }
}
