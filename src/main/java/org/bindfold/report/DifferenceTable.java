package org.bindfold.report;

import static org.bindfold.report.TsvCells.text;

import org.bindfold.report.ReportDifference.Change;

/** A difference as tab-separated text, one row per change; a value that is absent is empty. */
final class DifferenceTable {
  private DifferenceTable() {}

  static String of(ReportDifference difference) {
    StringBuilder table = new StringBuilder(DifferenceFormat.HEADER).append('\n');
    difference.changes().forEach(change -> table.append(row(change)).append('\n'));
    return table.toString();
  }

  private static String row(Change change) {
    return String.join(
        "\t",
        change.subject().toString(),
        text(change.drug()),
        text(change.gene()),
        text(change.change()),
        text(change.field().column()),
        text(change.older()),
        text(change.newer()),
        String.valueOf(change.classChanged()));
  }
}
