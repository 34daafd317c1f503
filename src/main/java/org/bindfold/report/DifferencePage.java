package org.bindfold.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** The changes under one heading; named where they are of something in a report. */
  record Section(String anchor, String heading, boolean named, List<Line> lines) {
    static Section of(DifferenceGroup group) {
      return new Section(
          group.heading().toLowerCase(Locale.ROOT).replace(' ', '-'),
          group.heading(),
          group.changes().stream().anyMatch(change -> !DifferenceGroup.subject(change).isEmpty()),
          group.changes().stream().map(Line::of).toList());
    }
  }

  /** One change. */
  record Line(String subject, String field, Value older, Value newer) {
    static Line of(Change change) {
      return new Line(
          DifferenceGroup.subject(change),
          change.field().words(),
          Value.of(change.field(), change.older()),
          Value.of(change.field(), change.newer()));
    }
  }

  /** A value: a class with its shape and colour, any other text, or what is said of none. */
  record Value(List<HtmlValues.OutcomeClass> outcome, String text, String absent) {
    static Value of(Field field, Optional<String> value) {
      if (value.isEmpty()) {
        return new Value(List.of(), "", field.absent());
      }
      return field == Field.OUTCOME
          ? new Value(List.of(HtmlValues.OutcomeClass.ofWord(value.get())), "", "")
          : new Value(List.of(), value.get(), "");
    }
  }
}
