package org.bindfold.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A scan as a picture: a column for each residue, a row for each amino acid, blue where the mutant
 * binds better and orange where it binds worse. Self-contained SVG; the same cells give the same
 * bytes.
 */
public final class HeatMap {
  /** Rows: acidic, basic, polar, small, aliphatic, aromatic. */
  private static final String AMINO_ACIDS = "DEKRHNQSTCGPAVILMFYW";

  private static final int COLUMNS = 60;
  private static final int CELL = 14;
  private static final int LEFT = 40;
  private static final int TOP = 60;
  private static final int LABELS = 48;
  private static final int LEGEND = 50;

  /** The colours are full at this binding change, kcal/mol. */
  private static final double FULL = 3;

  private HeatMap() {}

  /**
   * One substitution.
   *
   * @param residue wild type and number: {@code T315}
   * @param mutant one letter
   * @param ddg kcal/mol; empty when it could not be scored
   */
  public record Cell(String residue, char mutant, OptionalDouble ddg) {}

  /**
   * Draws the cells; residues in the order of their first cell, sixty to a row of the picture.
   *
   * @param title what was scanned
   */
  public static String svg(String title, List<Cell> cells) {
    Map<String, Map<Character, OptionalDouble>> residues = new LinkedHashMap<>();
    for (Cell cell : cells) {
      residues.computeIfAbsent(cell.residue, r -> new LinkedHashMap<>()).put(cell.mutant, cell.ddg);
    }
    List<String> names = List.copyOf(residues.keySet());
    int bands = (names.size() + COLUMNS - 1) / COLUMNS;
    int bandHeight = AMINO_ACIDS.length() * CELL + LABELS;
    int width = LEFT + Math.max(24, Math.min(COLUMNS, names.size())) * CELL + 20;
    int height = TOP + bands * bandHeight + LEGEND;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                    + " role=\"img\" font-family=\"sans-serif\" font-size=\"10\">%n",
                width,
                height,
                width,
                height)
            .replace("\r\n", "\n"));
    String heading = "Change of binding free energy, " + title;
    svg.append("<title>").append(escape(heading)).append("</title>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    svg.append(text(LEFT, 24, "font-size=\"14\"", heading));
    for (int i = 0; i < names.size(); i++) {
      int x = LEFT + i % COLUMNS * CELL;
      int y = TOP + i / COLUMNS * bandHeight;
      if (i % COLUMNS == 0) {
        letters(svg, y);
      }
      column(svg, names.get(i), residues.get(names.get(i)), x, y);
    }
    legend(svg, TOP + bands * bandHeight + 10);
    return svg.append("</svg>\n").toString();
  }

  private static void letters(StringBuilder svg, int y) {
    for (int row = 0; row < AMINO_ACIDS.length(); row++) {
      svg.append(text(LEFT - 14, y + row * CELL + 11, "", String.valueOf(AMINO_ACIDS.charAt(row))));
    }
  }

  private static void column(
      StringBuilder svg, String residue, Map<Character, OptionalDouble> mutants, int x, int y) {
    for (int row = 0; row < AMINO_ACIDS.length(); row++) {
      char mutant = AMINO_ACIDS.charAt(row);
      boolean wildType = residue.charAt(0) == mutant;
      OptionalDouble ddg = mutants.getOrDefault(mutant, OptionalDouble.empty());
      String words =
          wildType
              ? residue + ": wild type"
              : residue
                  + mutant
                  + (ddg.isPresent()
                      ? String.format(Locale.ROOT, ": %+.2f kcal/mol", ddg.getAsDouble())
                      : ": not scored");
      String fill = wildType ? "#444444" : ddg.isPresent() ? colour(ddg.getAsDouble()) : "#cccccc";
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"><title>%s</title></rect>\n"
              .formatted(x, y + row * CELL, CELL - 1, CELL - 1, fill, escape(words)));
    }
    int labelX = x + 10;
    int labelY = y + AMINO_ACIDS.length() * CELL + 4;
    svg.append(
        "<text x=\"%d\" y=\"%d\" transform=\"rotate(90 %d %d)\">%s</text>\n"
            .formatted(labelX - 6, labelY, labelX - 6, labelY, escape(residue)));
  }

  private static void legend(StringBuilder svg, int y) {
    int steps = 12;
    for (int k = 0; k <= steps; k++) {
      double ddg = FULL * (2.0 * k / steps - 1);
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"12\" fill=\"%s\"/>\n"
              .formatted(LEFT + k * CELL, y, CELL, colour(ddg)));
    }
    svg.append(text(LEFT, y + 26, "", "-3"));
    svg.append(text(LEFT + steps / 2 * CELL + 4, y + 26, "", "0"));
    svg.append(
        text(LEFT + steps * CELL, y + 26, "", "+3 kcal/mol, weaker binding; dark: wild type"));
  }

  /** White at zero, orange for weaker, blue for stronger binding. */
  private static String colour(double ddg) {
    double share = Math.min(1, Math.abs(ddg) / FULL);
    int[] full = ddg > 0 ? new int[] {213, 94, 0} : new int[] {0, 114, 178};
    return "#%02x%02x%02x".formatted(mix(full[0], share), mix(full[1], share), mix(full[2], share));
  }

  private static int mix(int full, double share) {
    return (int) Math.round(255 + share * (full - 255));
  }

  private static String text(int x, int y, String attributes, String words) {
    return "<text x=\"%d\" y=\"%d\" %s>%s</text>\n".formatted(x, y, attributes, escape(words));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
