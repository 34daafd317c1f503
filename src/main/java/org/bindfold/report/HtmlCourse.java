package org.bindfold.report;

import static org.bindfold.report.HtmlValues.number;

import java.util.List;
import org.bindfold.report.ResistanceReport.Selection;

/** The clones under a regimen; empty texts where not known. */
record HtmlCourse(
    String drugs,
    int days,
    String relapseDay,
    String cells,
    String preexisting,
    List<ClonePart> clones,
    List<String> notes) {
  static HtmlCourse of(Selection selection) {
    return new HtmlCourse(
        String.join(" and ", selection.drugs()),
        selection.days(),
        number(selection.relapseDay()),
        number(selection.cells()),
        number(selection.preexisting()),
        selection.clones().stream()
            .map(
                c ->
                    new ClonePart(
                        c.name(),
                        number(c.shareBefore()),
                        number(c.growthPerDay()),
                        number(c.shareAfter())))
            .toList(),
        selection.notes());
  }

  /** A clone of a course. */
  record ClonePart(String name, String before, String growth, String after) {}
}
