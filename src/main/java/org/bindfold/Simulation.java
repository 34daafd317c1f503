package org.bindfold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bindfold.pharmacology.ClonalSelection;
import org.bindfold.report.ResistanceReport;

/**
 * The clones of one tumour over time under a regimen.
 *
 * @param summary relapse, resistance before treatment, and what was taken for granted
 * @param points clones by day, the clones of a day in the order of the summary
 */
public record Simulation(ResistanceReport.Selection summary, List<Point> points) {
  /** The header line of {@link #tsv}. */
  public static final String HEADER = "day\tclone\tsize\tshare";

  private static final int INTERVALS = 50;

  public Simulation {
    points = List.copyOf(points);
  }

  /**
   * A clone on a day.
   *
   * @param day since treatment began
   * @param name its change, or {@code wild type}
   * @param size cells over those of the whole tumour before treatment
   * @param share of the tumour on that day
   */
  public record Point(int day, String name, BigDecimal size, BigDecimal share) {}

  static Simulation of(
      ClonalSelection course, ResistanceReport.Selection summary, SelectionRequest request) {
    int step = Math.max(1, request.days() / INTERVALS);
    List<Point> points = new ArrayList<>();
    for (int day = 0; day <= request.days(); day += step) {
      for (ClonalSelection.Clone clone : course.clones()) {
        double most = 1e12;
        points.add(
            new Point(
                day,
                clone.name(),
                Rounded.decimal(Math.min(most, course.size(clone, day)), 6),
                Rounded.fraction(course.share(clone, day))));
      }
    }
    return new Simulation(summary, points);
  }

  /** The points as a table under {@link #HEADER}, after lines of summary that begin with #. */
  public String tsv() {
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
    summary.notes().forEach(n -> text.append("# ").append(n).append('\n'));
    text.append(HEADER).append('\n');
    for (Point point : points) {
      text.append(point.day())
          .append('\t')
          .append(point.name())
          .append('\t')
          .append(point.size().toPlainString())
          .append('\t')
          .append(point.share().toPlainString())
          .append('\n');
    }
    return text.toString();
  }
}
