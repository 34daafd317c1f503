package org.bindfold.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.binding.ModelRequest;
import org.bindfold.binding.MutationScore;
import org.bindfold.binding.NumberedComplex;
import org.bindfold.binding.Numbering;
import org.bindfold.io.InputException;
import org.bindfold.io.SkippedRecord;
import org.bindfold.io.WorkerPool;
import org.bindfold.sequence.WrittenChange;
import org.bindfold.structure.ComplexFolder;

/**
 * Scores the mutations of a table in the complexes of a folder.
 *
 * @param folder the complexes, by drug
 * @param numbering of the table's mutations
 * @param ligandCodes residue names of ligands inside their structures, by drug
 * @param model what turns terms into scores
 * @param workers the threads; no score depends on their number
 */
public record TableScorer(
    ComplexFolder folder,
    Numbering numbering,
    Map<String, String> ligandCodes,
    ScoringModel model,
    WorkerPool workers) {

  public TableScorer {
    ligandCodes = Map.copyOf(ligandCodes);
  }

  /**
   * A scorer of the complexes of a folder.
   *
   * @param folder path, with {@code DRUG.pdb} or {@code DRUG.cif} for each drug
   * @throws InputException when there is no such folder, or a file of the model cannot be used
   */
  public static TableScorer of(
      String folder,
      Numbering numbering,
      Map<String, String> ligandCodes,
      ModelRequest model,
      WorkerPool workers) {
    return new TableScorer(
        new ComplexFolder(folder), numbering, ligandCodes, model.open(), workers);
  }

  /** One row of a table. */
  record Item(long line, String drug, WrittenChange change) {
    String name() {
      return drug + " " + change.shortName();
    }
  }

  /** The scores of rows by their line, notes on the complexes, and rows without a score. */
  record Scores(
      Map<Long, BindingChange> bindings, List<String> notes, List<SkippedRecord> skipped) {
    Optional<BindingChange> binding(long line) {
      return Optional.ofNullable(bindings.get(line));
    }
  }

  /** A row and the complex that it is scored in. */
  private record Task(Item item, NumberedComplex complex) {}

  /**
   * Scores every row.
   *
   * @throws InputException when a complex cannot be read, or no row can be scored
   */
  Scores score(String file, List<Item> rows) {
    Map<String, List<Item>> byDrug =
        rows.stream().collect(Collectors.groupingBy(Item::drug, TreeMap::new, Collectors.toList()));
    List<String> drugs = List.copyOf(byDrug.keySet());
    List<Optional<NumberedComplex>> complexes = workers.mapFew(drugs, this::open);
    List<Task> tasks = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<SkippedRecord> skipped = new ArrayList<>();
    for (int i = 0; i < drugs.size(); i++) {
      String drug = drugs.get(i);
      Optional<NumberedComplex> complex = complexes.get(i);
      for (Item item : byDrug.get(drug)) {
        complex.ifPresentOrElse(
            c -> tasks.add(new Task(item, c)), () -> skipped.add(withoutStructure(file, item)));
      }
      complex.ifPresent(c -> c.notes().forEach(n -> notes.add(drug + ": " + n)));
    }
    Map<Long, Item> byLine = rows.stream().collect(Collectors.toMap(Item::line, r -> r));
    Map<Long, BindingChange> bindings = new TreeMap<>();
    for (MutationScore score :
        workers.map(tasks, t -> t.complex.score(t.item.line, t.item.change))) {
      score.binding().ifPresent(b -> bindings.put(score.line(), b));
      score
          .obstacle()
          .map(
              o ->
                  new SkippedRecord(
                      file, score.line(), byLine.get(score.line()).name(), o.reason()))
          .ifPresent(skipped::add);
    }
    skipped.sort(Comparator.comparingLong(SkippedRecord::line));
    if (skipped.size() == rows.size()) {
      throw InputException.file(
          file,
          "none of its "
              + rows.size()
              + " rows can be scored; the first: "
              + skipped.get(0).reason());
    }
    return new Scores(bindings, notes, skipped);
  }

  private Optional<NumberedComplex> open(String drug) {
    return folder
        .find(drug, Optional.ofNullable(ligandCodes.get(drug)))
        .map(source -> NumberedComplex.read(source, numbering, model));
  }

  private SkippedRecord withoutStructure(String file, Item item) {
    return new SkippedRecord(
        file,
        item.line,
        item.name(),
        "no structure of "
            + item.drug
            + " in "
            + folder.name()
            + "; expected "
            + item.drug
            + ".pdb or "
            + item.drug
            + ".cif there");
  }
}
