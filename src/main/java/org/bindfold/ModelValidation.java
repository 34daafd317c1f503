package org.bindfold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.CalibrationFit;
import org.bindfold.affinity.validation.MeasuredTable;
import org.bindfold.affinity.validation.ScreenJudgement;
import org.bindfold.affinity.validation.ScreenTable;
import org.bindfold.affinity.validation.Validation;
import org.bindfold.input.InputException;
import org.bindfold.input.SkippedRecord;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.structure.ComplexFolder;
import org.bindfold.structure.ComplexReader;

/**
 * Scores the mutations of a table of measurements in a folder of complexes, and judges the scores.
 *
 * @param folder the complexes, by drug
 * @param numbering of the table's mutations
 * @param ligandCodes residue names of ligands inside their structures, by drug
 * @param threads results do not depend on it; 1 or more
 */
public record ModelValidation(
    ComplexFolder folder,
    MutationScores.Numbering numbering,
    Map<String, String> ligandCodes,
    int threads) {

  /**
   * Scores and figures for a table of binding changes.
   *
   * @param cases in table order
   * @param figures of every subset, predictor and metric
   * @param notes what a reader must know of the complexes
   * @param skipped rows that could not be scored
   */
  public record Measured(
      List<Validation.Case> cases,
      List<Validation.Figure> figures,
      List<String> notes,
      List<SkippedRecord> skipped) {}

  /**
   * Scores and figures for a screen.
   *
   * @param changes in table order
   * @param figures of every drug
   * @param notes what a reader must know of the complexes
   * @param skipped changes that could not be scored; they are judged with the prior
   */
  public record Screened(
      List<ScreenJudgement.Scored> changes,
      List<ScreenJudgement.Figure> figures,
      List<String> notes,
      List<SkippedRecord> skipped) {}

  public ModelValidation {
    ligandCodes = Map.copyOf(ligandCodes);
  }

  /**
   * Judges the model on measured binding changes.
   *
   * @param without mutations, short form, that are left out in turn
   * @param refit what is left out together while the calibration is fitted again to the other rows
   *     of the table; empty for the calibration as it ships
   * @throws InputException when a complex cannot be read, or no row can be scored
   */
  public Measured measured(MeasuredTable table, List<String> without, Optional<LeftOut> refit) {
    return inPool(
        () -> {
          Scores scores =
              score(table.name(), table.rows(), r -> new Item(r.line(), r.drug(), r.mutation()));
          Map<Long, Validation.Prediction> predictions =
              refit.map(group -> leftOut(table, scores, group)).orElseGet(() -> shipped(scores));
          List<Validation.Case> cases =
              table.rows().stream()
                  .map(
                      r ->
                          new Validation.Case(
                              r.drug(),
                              r.mutation(),
                              r.measured(),
                              Optional.ofNullable(predictions.get(r.line())),
                              r.peers()))
                  .toList();
          return new Measured(
              cases, Validation.of(cases, table.peers(), without), scores.notes, scores.skipped);
        });
  }

  /** One position left out, and three to choose the ridge by. */
  private static final int MIN_POSITIONS = 4;

  /** What a refit leaves out together. */
  public enum LeftOut {
    /** All rows of a residue. */
    POSITION,
    /** All rows of a drug. */
    DRUG
  }

  private static int position(String mutation) {
    return ProteinChangeParser.parse(mutation).substitutions().get(0).position();
  }

  private static Map<Long, Validation.Prediction> shipped(Scores scores) {
    Map<Long, Validation.Prediction> predictions = new TreeMap<>();
    scores.rows.forEach(
        (line, row) ->
            row.binding()
                .map(ModelValidation::prediction)
                .ifPresent(p -> predictions.put(line, p)));
    return predictions;
  }

  private static Map<Long, Validation.Prediction> leftOut(
      MeasuredTable table, Scores scores, LeftOut group) {
    List<MeasuredTable.Row> scored =
        table.rows().stream().filter(r -> scores.binding(r.line()).isPresent()).toList();
    List<CalibrationFit.Row> rows =
        scored.stream()
            .map(
                r -> {
                  BindingChange change = scores.binding(r.line()).orElseThrow();
                  return new CalibrationFit.Row(
                      r.drug(), position(r.mutation()), change.terms(), r.measured());
                })
            .toList();
    if (rows.stream().map(CalibrationFit.Row::position).distinct().count() < MIN_POSITIONS) {
      throw InputException.file(
          table.name(),
          "has scored rows of fewer than " + MIN_POSITIONS + " positions; a refit needs more.");
    }
    double[] predicted =
        CalibrationFit.leftOut(
            rows, group == LeftOut.DRUG ? CalibrationFit.Row::drug : CalibrationFit.Row::position);
    double half = Calibration.bundled().halfWidth();
    Map<Long, Validation.Prediction> predictions = new TreeMap<>();
    for (int i = 0; i < predicted.length; i++) {
      predictions.put(
          scored.get(i).line(),
          new Validation.Prediction(predicted[i], predicted[i] - half, predicted[i] + half));
    }
    return predictions;
  }

  /**
   * Judges the model on a screen.
   *
   * @throws InputException when a complex cannot be read, or no change can be scored
   */
  public Screened screened(ScreenTable table) {
    return inPool(
        () -> {
          Scores scores =
              score(table.name(), table.changes(), c -> new Item(c.line(), c.drug(), c.mutation()));
          List<ScreenJudgement.Scored> changes =
              table.changes().stream()
                  .map(
                      c ->
                          new ScreenJudgement.Scored(
                              c,
                              scores
                                  .binding(c.line())
                                  .map(b -> OptionalDouble.of(b.pResistant()))
                                  .orElse(OptionalDouble.empty()),
                              scores
                                  .binding(c.line())
                                  .map(b -> OptionalDouble.of(b.ddg()))
                                  .orElse(OptionalDouble.empty())))
                  .toList();
          return new Screened(changes, ScreenJudgement.of(changes), scores.notes, scores.skipped);
        });
  }

  private record Item(long line, String drug, String mutation) {}

  private record Scores(
      Map<Long, MutationScores.Row> rows, List<String> notes, List<SkippedRecord> skipped) {
    Optional<BindingChange> binding(long line) {
      return Optional.ofNullable(rows.get(line)).flatMap(MutationScores.Row::binding);
    }
  }

  private <T> Scores score(String file, List<T> rows, Function<T, Item> item) {
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
                    items.stream().map(i -> new MutationScores.Line(i.line, i.mutation)).toList()));
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

  private static Validation.Prediction prediction(BindingChange binding) {
    return new Validation.Prediction(binding.ddg(), binding.low(), binding.high());
  }

  /** Parallel streams started in a pool stay in it. */
  private <T> T inPool(Supplier<T> work) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work::get).join();
    } finally {
      pool.shutdown();
    }
  }
}
