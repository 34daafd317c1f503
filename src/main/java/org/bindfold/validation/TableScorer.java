package org.bindfold.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.binding.MutationScores;
import org.bindfold.io.InputException;
import org.bindfold.io.SkippedRecord;
import org.bindfold.io.WorkerPool;
import org.bindfold.structure.ComplexFolder;
import org.bindfold.structure.ComplexReader;

/**
 * Scores the mutations of a table in the complexes of a folder.
 *
 * @param folder the complexes, by drug
 * @param numbering of the table's mutations
 * @param ligandCodes residue names of ligands inside their structures, by drug
 * @param model what turns terms into scores
 * @param threads results do not depend on it; 1 or more
 */
record TableScorer(
    ComplexFolder folder,
    MutationScores.Numbering numbering,
    Map<String, String> ligandCodes,
    ScoringModel model,
    int threads) {

  /** One row of a table. */
  record Item(long line, String drug, String mutation) {}

  /** The scores of rows by their line, notes on the complexes, and rows without a score. */
  record Scores(
      Map<Long, MutationScores.Row> rows, List<String> notes, List<SkippedRecord> skipped) {
    Optional<BindingChange> binding(long line) {
      return Optional.ofNullable(rows.get(line)).flatMap(MutationScores.Row::binding);
    }
  }

  /**
   * Scores every row.
   *
   * @throws InputException when a complex cannot be read, or no row can be scored
   */
  <T> Scores score(String file, List<T> rows, Function<T, Item> item) {
    Map<String, List<Item>> byDrug =
        rows.stream()
            .map(item)
            .collect(Collectors.groupingBy(Item::drug, TreeMap::new, Collectors.toList()));
    Map<String, Optional<MutationScores>> scored = new LinkedHashMap<>();
    List<String> drugs = List.copyOf(byDrug.keySet());
    List<Optional<MutationScores>> results =
        drugs.parallelStream().map(d -> score(d, byDrug.get(d))).toList();
    for (int i = 0; i < drugs.size(); i++) {
      scored.put(drugs.get(i), results.get(i));
    }
    Map<Long, MutationScores.Row> byLine = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    List<SkippedRecord> skipped = new ArrayList<>();
    scored.forEach(
        (drug, scores) -> {
          scores.ifPresent(
              s -> {
                s.rows().forEach(r -> byLine.put(r.line(), r));
                s.notes().forEach(n -> notes.add(drug + ": " + n));
              });
          byDrug.get(drug).stream()
              .filter(i -> scores.isEmpty() || byLine.get(i.line).binding().isEmpty())
              .map(i -> skipped(file, i, scores.map(s -> byLine.get(i.line).note())))
              .forEach(skipped::add);
        });
    skipped.sort(Comparator.comparingLong(SkippedRecord::line));
    if (skipped.size() == rows.size()) {
      throw InputException.file(
          file,
          "none of its "
              + rows.size()
              + " rows can be scored; the first: "
              + skipped.get(0).reason());
    }
    return new Scores(byLine, notes, skipped);
  }

  private Optional<MutationScores> score(String drug, List<Item> items) {
    return folder
        .find(drug, Optional.ofNullable(ligandCodes.get(drug)))
        .map(
            (ComplexReader.Source source) ->
                MutationScores.of(
                    source,
                    numbering,
                    items.stream().map(i -> new MutationScores.Line(i.line, i.mutation)).toList(),
                    model,
                    WorkerPool.all()));
  }

  private SkippedRecord skipped(String file, Item item, Optional<String> reason) {
    return new SkippedRecord(
        file,
        item.line,
        item.drug + " " + item.mutation,
        reason.orElseGet(
            () ->
                "no structure of "
                    + item.drug
                    + " in "
                    + folder.name()
                    + "; expected "
                    + item.drug
                    + ".pdb or "
                    + item.drug
                    + ".cif there"));
  }

  /** Parallel streams started in a pool stay in it. */
  <T> T inPool(Supplier<T> work) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work::get).join();
    } finally {
      pool.shutdown();
    }
  }
}
