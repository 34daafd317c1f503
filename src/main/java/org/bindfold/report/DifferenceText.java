package org.bindfold.report;

import java.util.regex.Pattern;
import org.bindfold.report.ReportDifference.Change;
import org.bindfold.report.ReportDifference.Side;

/** A difference as sentences under headings, one a line. */
final class DifferenceText {
  /** What could write to a terminal, or would break a line in two. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  private DifferenceText() {}

  static String of(ReportDifference difference) {
    StringBuilder text = new StringBuilder();
    line(text, "older: " + side(difference.older()));
    line(text, "newer: " + side(difference.newer()));
    line(text, DifferenceGroup.summary(difference));
    String warning = DifferenceGroup.warning(difference);
    if (!warning.isEmpty()) {
      line(text, "note: " + warning);
    }
    for (DifferenceGroup group : DifferenceGroup.allOf(difference)) {
      line(text, "");
      line(text, group.heading());
      group.changes().forEach(change -> line(text, "  " + sentence(change)));
    }
    return text.toString();
  }

  /** {@code ABL1 T315I and imatinib: class intermediate, now resistant.} */
  private static String sentence(Change change) {
    String subject = DifferenceGroup.subject(change);
    return (subject.isEmpty() ? "" : subject + ": ")
        + change.field().words()
        + " "
        + change.older().orElse(change.field().absent())
        + ", now "
        + change.newer().orElse(change.field().absent())
        + ".";
  }

  private static String side(Side side) {
    return side.file() + " (" + side.label() + ", " + side.program() + ")";
  }

  private static void line(StringBuilder text, String line) {
    text.append(CONTROL.matcher(line).replaceAll("?")).append('\n');
  }
}
