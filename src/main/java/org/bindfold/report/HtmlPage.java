package org.bindfold.report;

import java.util.List;
import org.bindfold.report.HtmlValues.OutcomeClass;
import org.bindfold.report.ResistanceReport.Counts;
import org.bindfold.report.ResistanceReport.DataVersion;
import org.bindfold.report.ResistanceReport.DrugValue;
import org.bindfold.report.ResistanceReport.Input;
import org.bindfold.report.ResistanceReport.Skipped;
import org.bindfold.report.ResistanceReport.Tool;
import org.bindfold.resistance.Outcome;

/**
 * What the page's template shows: the report in the order it is read, all numbers already text. An
 * empty text or list makes the template leave its part out.
 */
record HtmlPage(
    String label,
    Tool tool,
    String schemaVersion,
    String sample,
    String assembly,
    String assemblyReason,
    String timestamp,
    List<String> reportNotes,
    List<HtmlCard> cards,
    List<HtmlRow> rows,
    List<HtmlDetail> details,
    List<HtmlRemaining> alternatives,
    List<HtmlCourse> selections,
    List<HtmlFusion> fusions,
    List<HtmlCopies> copies,
    List<DrugValue> drugValues,
    Counts counts,
    List<Skipped> skipped,
    int skippedTotal,
    String skippedMore,
    List<Input> inputs,
    List<DataVersion> dataVersions,
    List<OutcomeClass> classes) {

  private static final int SKIPPED_SHOWN = 20;

  static HtmlPage of(ResistanceReport report) {
    List<Skipped> skipped = report.skipped();
    List<Skipped> shown = skipped.subList(0, Math.min(SKIPPED_SHOWN, skipped.size()));
    FoldAxis axis = FoldAxis.covering(report.samples());
    List<HtmlDetail> details = HtmlDetail.allOf(report);
    return new HtmlPage(
        report.label(),
        report.tool(),
        report.schemaVersion(),
        report.sample().orElse(""),
        report.assembly(),
        report.assemblyReason(),
        report.timestamp().orElse(""),
        report.notes(),
        report.samples().stream().map(sample -> HtmlCard.of(sample, axis)).toList(),
        HtmlRow.allOf(report.variants(), details),
        details,
        report.alternatives().stream().map(HtmlRemaining::of).toList(),
        report.selections().stream().map(HtmlCourse::of).toList(),
        report.fusions().stream().map(HtmlFusion::of).toList(),
        report.copyNumbers().stream().map(HtmlCopies::of).toList(),
        report.drugValues(),
        report.counts(),
        shown,
        report.counts().skipped() + report.counts().segmentsSkipped(),
        shown.size() < skipped.size() ? String.valueOf(shown.size()) : "",
        report.inputs(),
        report.dataVersions(),
        List.of(
            OutcomeClass.of(Outcome.SENSITIVE),
            OutcomeClass.of(Outcome.INTERMEDIATE),
            OutcomeClass.of(Outcome.RESISTANT),
            OutcomeClass.of(Outcome.NOT_ASSESSED)));
  }
}
