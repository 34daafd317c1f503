package org.bindfold.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bindfold.resistance.ClonalCourse;
import org.bindfold.resistance.TumourClone;
import org.bindfold.table.TextTable;

/**
 * The clones of one tumour over time under a regimen, as a table and as JSON: the first and the
 * last day among the days, the clones of a day in the order of the course.
 */
public final class ClonalCourseTable {
  /** A clone that is larger than this many times the tumour before treatment is shown so large. */
  private static final double LARGEST = 1e12;

  private ClonalCourseTable() {}

  /** The course under a header line, after lines of summary that begin with #. */
  public static String tsv(ClonalCourse course) {
    ResistanceReport.Selection summary = ReportMapper.selection(course);
    StringBuilder text = new StringBuilder();
    text.append("# drugs: ").append(String.join(", ", summary.drugs())).append('\n');
    text.append("# relapse on day: ")
        .append(summary.relapseDay().map(BigDecimal::toPlainString).orElse("none"))
        .append('\n');
    text.append("# resistant cell before treatment, probability for ")
        .append(summary.cells().toPlainString())
        .append(" cells: ")
        .append(summary.preexisting().map(BigDecimal::toPlainString).orElse("not worked out"))
        .append('\n');
    text.append("# further resistant lineage under treatment, probability for ")
        .append(summary.days())
        .append(" days: ")
        .append(acquired(course).map(BigDecimal::toPlainString).orElse("not worked out"))
        .append('\n');
    summary.notes().forEach(n -> text.append("# ").append(n).append('\n'));
    return text.append(table(course).tsv()).toString();
  }

  /** The same as one JSON object: {@code summary}, {@code notes} and {@code course}. */
  public static String json(ClonalCourse course) {
    ResistanceReport.Selection summary = ReportMapper.selection(course);
    return new TableJson()
        .table(
            "summary",
            new TextTable(
                List.of("drugs", "days", "cells", "relapse_day", "p_preexisting", "p_acquired"),
                Set.of("drugs"),
                List.of(
                    List.of(
                        String.join(", ", summary.drugs()),
                        String.valueOf(summary.days()),
                        summary.cells().toPlainString(),
                        plain(summary.relapseDay()),
                        plain(summary.preexisting()),
                        plain(acquired(course))))))
        .table(
            "notes",
            new TextTable(
                List.of("note"), Set.of("note"), summary.notes().stream().map(List::of).toList()))
        .table("course", table(course))
        .text();
  }

  private static Optional<BigDecimal> acquired(ClonalCourse course) {
    OptionalDouble acquired = course.acquired();
    return acquired.isPresent()
        ? Optional.of(Rounded.decimal(acquired.getAsDouble(), 6))
        : Optional.empty();
  }

  private static String plain(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("");
  }

  private static TextTable table(ClonalCourse course) {
    List<List<String>> rows = new ArrayList<>();
    for (int day : course.days()) {
      for (TumourClone clone : course.clones()) {
        rows.add(
            List.of(
                String.valueOf(day),
                clone.name(),
                Rounded.decimal(Math.min(LARGEST, course.size(clone, day)), 6).toPlainString(),
                Rounded.fraction(course.share(clone, day)).toPlainString()));
      }
    }
    return new TextTable(List.of("day", "clone", "size", "share"), Set.of("clone"), rows);
  }
}
