package org.bindfold.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindfold.io.InputException;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChangeParser;

/**
 * A saturation screen under drugs: growth of cells with each single-nucleotide variant, gathered to
 * amino acid changes.
 *
 * @param name the path as the user gave it
 * @param changes missense changes, in order of first appearance
 */
public record ScreenTable(String name, List<Change> changes) {
  private static final List<String> REQUIRED =
      List.of("drug", "snv", "protein_change", "consequence", "adjusted_lfc", "class");
  private static final String RESISTANT = "resistant";

  public ScreenTable {
    changes = List.copyOf(changes);
  }

  /**
   * One amino acid change under one drug.
   *
   * @param line of its first variant, 1-based
   * @param drug names the complex
   * @param change of one residue, as the table numbers it
   * @param variants single-nucleotide variants that make the change
   * @param resistantVariants those of them called resistant
   * @param meanLogFold mean adjusted log fold change over the variants
   */
  public record Change(
      long line,
      String drug,
      ProteinChange change,
      int variants,
      int resistantVariants,
      double meanLogFold) {

    /** Short form. */
    public String mutation() {
      return change.shortName();
    }

    /** Of the residue, as the table numbers it. */
    public int position() {
      return change.substitutions().get(0).position();
    }

    /** Whether more than half of the variants are called resistant. */
    public boolean resistant() {
      return 2 * resistantVariants > variants;
    }
  }

  /**
   * Reads a screen; lines whose {@code consequence} is not {@code missense} are passed over.
   *
   * @throws InputException when a column is missing, a number is not one, a variant stands twice,
   *     or no missense change is left
   */
  public static ScreenTable read(String path) {
    MeasurementLines table = MeasurementLines.read(path, REQUIRED);
    Map<String, List<MeasurementLines.Line>> groups = new LinkedHashMap<>();
    Map<String, Long> seen = new HashMap<>();
    for (MeasurementLines.Line line : table.lines()) {
      String drug = table.drug(line);
      Long before = seen.putIfAbsent(drug + '\t' + table.cell(line, "snv"), line.number());
      if (before != null) {
        throw InputException.line(
            path,
            line.number(),
            "gives "
                + drug
                + " "
                + table.cell(line, "snv")
                + " a second time (first on line "
                + before
                + "); keep one row for each drug and variant.");
      }
      if (table.cell(line, "consequence").equals("missense")) {
        groups
            .computeIfAbsent(
                drug + '\t' + table.cell(line, "protein_change"), k -> new ArrayList<>())
            .add(line);
      }
    }
    if (groups.isEmpty()) {
      throw InputException.file(path, "has no row whose consequence is missense.");
    }
    return new ScreenTable(path, groups.values().stream().map(g -> change(table, g)).toList());
  }

  private static Change change(MeasurementLines table, List<MeasurementLines.Line> lines) {
    MeasurementLines.Line first = lines.get(0);
    ProteinChange change = parse(table, first);
    double sum = 0;
    int resistant = 0;
    for (MeasurementLines.Line line : lines) {
      sum += table.number(line, "adjusted_lfc");
      resistant += table.cell(line, "class").equals(RESISTANT) ? 1 : 0;
    }
    return new Change(
        first.number(), table.drug(first), change, lines.size(), resistant, sum / lines.size());
  }

  private static ProteinChange parse(MeasurementLines table, MeasurementLines.Line line) {
    String text = table.cell(line, "protein_change");
    try {
      ProteinChange change = ProteinChangeParser.parse(text);
      if (change.substitutions().size() == 1) {
        return change;
      }
    } catch (IllegalArgumentException e) {
      throw InputException.line(table.name(), line.number(), String.valueOf(e.getMessage()));
    }
    throw InputException.line(
        table.name(),
        line.number(),
        "has the protein change '" + text + "'; expected one residue for another, as T315I.");
  }
}
