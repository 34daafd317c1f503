package org.bindfold.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bindfold.report.ReportDifference.Change;
import org.bindfold.report.ReportDifference.Subject;

/**
 * Changes as people read them: those of a class first, the others by subject.
 *
 * @param heading what stands above them
 * @param changes at least one
 */
record DifferenceGroup(String heading, List<Change> changes) {
  static List<DifferenceGroup> allOf(ReportDifference difference) {
    List<DifferenceGroup> groups = new ArrayList<>();
    add(groups, "Class changed", difference, Change::classChanged);
    for (Subject subject : Subject.values()) {
      add(
          groups,
          subject.heading(),
          difference,
          change -> !change.classChanged() && change.subject() == subject);
    }
    return groups;
  }

  private static void add(
      List<DifferenceGroup> groups,
      String heading,
      ReportDifference difference,
      Predicate<Change> wanted) {
    List<Change> changes = difference.changes().stream().filter(wanted).toList();
    if (!changes.isEmpty()) {
      groups.add(new DifferenceGroup(heading, changes));
    }
  }

  /** What a change is of, in words: {@code ABL1 T315I and imatinib}; empty for a whole report. */
  static String subject(Change change) {
    String gene = change.gene().orElse("");
    String drug = change.drug().orElse("");
    String altered = gene + change.change().map(name -> " " + name).orElse("");
    return switch (change.subject()) {
      case REPORT, VERSION -> "";
      case SAMPLE -> "The sample and " + drug;
      case RESULT -> altered + " and " + drug;
      case ALTERNATIVE -> drug + " among the drugs of " + gene;
      case VARIANT, COPY_NUMBER, FUSION -> altered;
    };
  }

  /** What a reader must know before the changes; empty where there is nothing. */
  static String warning(ReportDifference difference) {
    boolean apart =
        difference.changes().stream()
            .anyMatch(
                change ->
                    change.subject() == Subject.REPORT
                        && change.field() != ReportDifference.Field.ASSEMBLY);
    return apart
        ? "The reports differ in label or sample; make sure that both are of one sample."
        : "";
  }

  /** How many changes there are: {@code 7 changes, 2 of them of a class}. */
  static String summary(ReportDifference difference) {
    int all = difference.changes().size();
    long classes = difference.changes().stream().filter(Change::classChanged).count();
    if (all == 0) {
      return "Nothing changed.";
    }
    return all
        + (all == 1 ? " change, " : " changes, ")
        + (classes == 0 ? "none" : classes)
        + " of a class.";
  }
}
