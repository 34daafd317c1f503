package org.bindfold.report;

import static org.bindfold.table.TextTable.decimal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Contact;
import org.bindfold.binding.MutationScore;
import org.bindfold.binding.MutationScores;
import org.bindfold.table.HeatMap;
import org.bindfold.table.TextTable;

/** The scores of mutations in one complex as a table, as JSON, and as cells of a heat map. */
public final class MutationScoreTable {
  private static final List<String> COLUMNS =
      List.of(
          "mutation",
          "ddg_kcal_mol",
          "ddg_low",
          "ddg_high",
          "fold_change",
          "p_resistant",
          "class",
          "distance_A",
          "note",
          "residue",
          "ddg_raw",
          "contacts_lost",
          "contacts_gained",
          "path");

  private static final Set<String> TEXT =
      Set.of("mutation", "class", "note", "residue", "contacts_lost", "contacts_gained", "path");

  private MutationScoreTable() {}

  /**
   * One row per mutation, in the order given; one without a score keeps its name and the reason.
   */
  public static TextTable of(List<MutationScore> scores) {
    return new TextTable(COLUMNS, TEXT, scores.stream().map(MutationScoreTable::cells).toList());
  }

  /** The same as JSON: an object with {@code notes} and {@code mutations}, named as the columns. */
  public static String json(MutationScores scores) {
    return new TableJson()
        .list("notes", scores.notes())
        .table("mutations", of(scores.scores()))
        .text();
  }

  /** The scores of single substitutions as cells of a heat map. */
  public static List<HeatMap.Cell> heatMap(List<MutationScore> scores) {
    return scores.stream()
        .map(
            s ->
                new HeatMap.Cell(
                    s.mutation().substring(0, s.mutation().length() - 1),
                    s.mutation().charAt(s.mutation().length() - 1),
                    s.binding()
                        .map(b -> OptionalDouble.of(b.ddg()))
                        .orElse(OptionalDouble.empty())))
        .toList();
  }

  private static List<String> cells(MutationScore score) {
    return score
        .binding()
        .map(b -> cells(score, b))
        .orElseGet(
            () ->
                List.of(
                    score.mutation(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    oneLine(score.note()),
                    "",
                    "",
                    "",
                    "",
                    ""));
  }

  private static List<String> cells(MutationScore score, BindingChange b) {
    List<String> cells = new ArrayList<>();
    cells.add(score.mutation());
    cells.add(decimal(b.ddg(), 2));
    cells.add(decimal(b.low(), 2));
    cells.add(decimal(b.high(), 2));
    cells.add(decimal(BindingChange.fold(b.ddg()), 2));
    cells.add(decimal(b.pResistant(), 3));
    cells.add(b.effect().toString());
    cells.add(decimal(b.distance(), 1));
    cells.add(oneLine(score.note()));
    cells.add(String.join(",", b.siteNames()));
    cells.add(decimal(b.terms().contact(), 2));
    cells.add(contacts(b.lost()));
    cells.add(contacts(b.gained()));
    cells.add(b.pathInStructure());
    return cells;
  }

  private static String contacts(List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                ContactText.of(c.kind(), c.residueAtom(), c.ligandAtom(), decimal(c.distance(), 1)))
        .collect(Collectors.joining(ContactText.SEPARATOR));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }
}
