package org.bindfold.resistance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.bindfold.pharmacology.AcquiredResistance;
import org.bindfold.pharmacology.ClonalSelection;
import org.bindfold.report.ResistanceReport;
import org.bindfold.report.Rounded;
import org.bindfold.table.TextTable;

/**
 * The clones of one tumour over time under a regimen.
 *
 * @param summary relapse, resistance before treatment, and what was taken for granted
 * @param acquired probability that a resistant lineage that lasts is founded under treatment; empty
 *     for more than two drugs that some clone does not escape by a single mutation
 * @param points clones by day, the first and the last day among them, the clones of a day in the
 *     order of the summary
 */
public record Simulation(
    ResistanceReport.Selection summary, Optional<BigDecimal> acquired, List<Point> points) {
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

  public static Simulation of(
      ClonalSelection course,
      ResistanceReport.Selection summary,
      SelectionRequest request,
      boolean oneStep) {
    List<Point> points = new ArrayList<>();
    for (int day : days(request.days())) {
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
    return new Simulation(summary, acquired(course, request, oneStep), points);
  }

  /** Even steps, and the last day whether or not it is one of them. */
  private static int[] days(int last) {
    int step = Math.max(1, last / INTERVALS);
    return IntStream.concat(
            IntStream.iterate(0, day -> day < last, day -> day + step), IntStream.of(last))
        .toArray();
  }

  private static Optional<BigDecimal> acquired(
      ClonalSelection course, SelectionRequest request, boolean oneStep) {
    double cells = request.cells();
    double rate = request.mutationRate();
    OptionalDouble probability =
        oneStep
            ? OptionalDouble.of(
                AcquiredResistance.oneDrug(
                    course, request.growth(), cells, rate, request.fitness(), request.days()))
            : AcquiredResistance.ofClones(
                course, request.growth(), cells, rate, request.fitness(), request.days());
    return probability.isPresent()
        ? Optional.of(Rounded.decimal(probability.getAsDouble(), 6))
        : Optional.empty();
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
    text.append("# further resistant lineage under treatment, probability for ")
        .append(summary.days())
        .append(" days: ")
        .append(acquired.map(BigDecimal::toPlainString).orElse("not worked out"))
        .append('\n');
    summary.notes().forEach(n -> text.append("# ").append(n).append('\n'));
    return text.append(course().tsv()).toString();
  }

  /** The same as one JSON object: {@code summary}, {@code notes} and {@code course}. */
  public String json() {
    Map<String, TextTable> tables = new LinkedHashMap<>();
    tables.put(
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
                    plain(acquired)))));
    tables.put(
        "notes",
        new TextTable(
            List.of("note"), Set.of("note"), summary.notes().stream().map(List::of).toList()));
    tables.put("course", course());
    return TextTable.json(tables);
  }

  private static String plain(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("");
  }

  private TextTable course() {
    return new TextTable(
        List.of(HEADER.split("\t")),
        Set.of("clone"),
        points.stream()
            .map(
                p ->
                    List.of(
                        String.valueOf(p.day),
                        p.name,
                        p.size.toPlainString(),
                        p.share.toPlainString()))
            .toList());
  }
}
