package org.bindfold.report;

import java.util.List;
import java.util.Locale;
import org.bindfold.report.ReportDifference.Change;
import org.bindfold.report.ReportDifference.Field;
import org.bindfold.report.ReportDifference.Side;

/**
 * What the template of a difference's page shows. As a report's page it opens offline and loads
 * nothing, and every value is escaped.
 */
record DifferencePage(
    Side older, Side newer, String summary, String warning, List<Section> sections) {

  static String html(ReportDifference difference) {
    return new HtmlTemplate("difference.html").fill(of(difference));
  }

  private static DifferencePage of(ReportDifference difference) {
    return new DifferencePage(
        difference.older(),
        difference.newer(),
        DifferenceGroup.summary(difference),
        DifferenceGroup.warning(difference),
        DifferenceGroup.allOf(difference).stream().map(Section::of).toList());
  }

  /** The changes under one heading. */
  record Section(String anchor, String heading, List<Line> lines) {
    static Section of(DifferenceGroup group) {
      return new Section(
          group.heading().toLowerCase(Locale.ROOT).replace(' ', '-'),
          group.heading(),
          group.changes().stream().map(Line::of).toList());
    }
  }

  /** One change. */
  record Line(String subject, String field, Value older, Value newer) {
    static Line of(Change change) {
      return new Line(
          DifferenceGroup.subject(change),
          change.field().words(),
          Value.of(change.field(), change.older().orElse("")),
          Value.of(change.field(), change.newer().orElse("")));
    }
  }

  /** A value: a class with its shape and colour, or any other text; both empty where absent. */
  record Value(String css, String word, String text) {
    static Value of(Field field, String value) {
      return field == Field.OUTCOME
          ? new Value(value, value.replace('_', ' '), "")
          : new Value("", "", value);
    }
  }
}
