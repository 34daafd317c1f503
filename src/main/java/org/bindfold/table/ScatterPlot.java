package org.bindfold.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Predicted against measured binding changes as one self-contained SVG: a point and its interval
 * for each row, a colour and a shape for each drug, the diagonal, and the tenfold lines.
 */
public final class ScatterPlot {
  private static final int SIZE = 640;
  private static final int MARGIN = 64;
  private static final int LEGEND = 170;
  private static final int MAX_TICKS = 12;

  /** Dark enough on white to be seen; shapes tell drugs apart without colour. */
  private static final List<String> COLOURS =
      List.of("#0b5fa5", "#b3400a", "#14795a", "#7a3e9d", "#6b5a00", "#a3195b");

  private static final List<String> SHAPES =
      List.of("M-5-5h10v10h-10z", "M0-6L6 5H-6z", "M0-6L6 0 0 6-6 0z", "M0 6L6-5H-6z");

  /**
   * One row of the table, kcal/mol.
   *
   * @param drug gives colour and shape
   * @param mutation its label
   * @param measured across
   * @param predicted up
   * @param low end of the 80% interval
   * @param high end of the 80% interval
   */
  public record Point(
      String drug, String mutation, double measured, double predicted, double low, double high) {}

  private final List<Point> points;
  private final List<String> drugs;
  private final double least;
  private final double most;
  private final double tenfold;
  private final StringBuilder svg = new StringBuilder();

  private ScatterPlot(List<Point> points, double tenfold) {
    this.points = points;
    this.tenfold = tenfold;
    this.drugs = points.stream().map(Point::drug).distinct().sorted().toList();
    double low = 0;
    double high = tenfold;
    for (Point p : points) {
      low = Math.min(low, Math.min(p.measured, p.low));
      high = Math.max(high, Math.max(p.measured, p.high));
    }
    this.least = Math.floor(low);
    this.most = Math.ceil(high);
  }

  /**
   * Draws the plot.
   *
   * @param points in any order; drawn in the order given
   * @param tenfold the binding change at which two lines are drawn, kcal/mol
   */
  public static String svg(List<Point> points, double tenfold) {
    return new ScatterPlot(List.copyOf(points), tenfold).render();
  }

  private String render() {
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
            + (SIZE + LEGEND)
            + " "
            + SIZE
            + "\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"sans-serif\""
            + " font-size=\"13\">\n<title id=\"title\">Predicted against measured change of binding"
            + " free energy</title>\n<desc id=\"desc\">"
            + points.size()
            + " mutations of "
            + escape(String.join(", ", drugs))
            + "; each point has its 80% interval. The same numbers are in residuals.tsv.</desc>\n"
            + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    axes();
    line(least, least, most, most, "#555", "");
    line(tenfold, least, tenfold, most, "#999", " stroke-dasharray=\"4 4\"");
    line(least, tenfold, most, tenfold, "#999", " stroke-dasharray=\"4 4\"");
    points.forEach(this::point);
    legend();
    return svg.append("</svg>\n").toString();
  }

  private void axes() {
    double step = Math.max(1, Math.ceil((most - least) / MAX_TICKS));
    for (double value = least; value <= most; value += step) {
      line(value, least, value, most, "#e4e4e4", "");
      line(least, value, most, value, "#e4e4e4", "");
      text(x(value), SIZE - MARGIN + 20.0, "middle", String.format(Locale.ROOT, "%.0f", value));
      text(MARGIN - 8.0, y(value) + 4, "end", String.format(Locale.ROOT, "%.0f", value));
    }
    text(SIZE / 2.0, SIZE - 16.0, "middle", "measured ddG, kcal/mol");
    svg.append(
        "<text transform=\"translate(20 "
            + SIZE / 2
            + ") rotate(-90)\" text-anchor=\"middle\" fill=\"#222\">predicted ddG,"
            + " kcal/mol</text>\n");
  }

  private void point(Point point) {
    String label =
        String.format(
            Locale.ROOT,
            "%s %s: measured %.2f, predicted %.2f (%.2f to %.2f)",
            point.drug,
            point.mutation,
            point.measured,
            point.predicted,
            point.low,
            point.high);
    svg.append("<g><title>").append(escape(label)).append("</title>\n");
    line(
        point.measured,
        point.low,
        point.measured,
        point.high,
        colour(point.drug),
        " stroke-opacity=\"0.35\"");
    marker(point.drug, x(point.measured), y(point.predicted));
    svg.append("</g>\n");
  }

  private void legend() {
    List<String> shown = new ArrayList<>(drugs);
    int row = 0;
    for (String drug : shown) {
      double y = MARGIN + 22.0 * row++;
      marker(drug, SIZE - MARGIN + 84.0, y);
      text(SIZE - MARGIN + 98.0, y + 4, "start", drug);
    }
    text(SIZE - MARGIN + 78.0, MARGIN + 22.0 * row + 8, "start", "bars: 80% interval");
    text(SIZE - MARGIN + 78.0, MARGIN + 22.0 * row + 28, "start", "dashed: tenfold");
  }

  private void marker(String drug, double x, double y) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<path transform=\"translate(%.1f %.1f)\" d=\"%s\" fill=\"%s\" fill-opacity=\"0.8\"/>\n",
            x,
            y,
            SHAPES.get(drugs.indexOf(drug) % SHAPES.size()),
            colour(drug)));
  }

  private String colour(String drug) {
    return COLOURS.get(drugs.indexOf(drug) % COLOURS.size());
  }

  private void line(double x1, double y1, double x2, double y2, String colour, String more) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>\n",
            x(x1),
            y(y1),
            x(x2),
            y(y2),
            colour,
            more));
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222\">%s</text>\n",
            x,
            y,
            anchor,
            escape(words)));
  }

  private double x(double value) {
    return MARGIN + (value - least) / (most - least) * (SIZE - 2 * MARGIN);
  }

  private double y(double value) {
    return SIZE - x(value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
