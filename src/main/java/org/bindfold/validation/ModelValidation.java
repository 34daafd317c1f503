package org.bindfold.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.binding.MutationScores;
import org.bindfold.io.InputException;
import org.bindfold.io.SkippedRecord;
import org.bindfold.structure.ComplexFolder;

/**
 * Scores the mutations of a table of measurements in a folder of complexes, and judges the scores.
 *
 * @param folder the complexes, by drug
 * @param numbering of the table's mutations
 * @param ligandCodes residue names of ligands inside their structures, by drug
 * @param model what is judged
 * @param threads results do not depend on it; 1 or more
 */
public record ModelValidation(
    ComplexFolder folder,
    MutationScores.Numbering numbering,
    Map<String, String> ligandCodes,
    ScoringModel model,
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
    return scorer()
        .inPool(
            () -> {
              TableScorer.Scores scores =
                  scorer()
                      .score(
                          table.name(),
                          table.rows(),
                          r -> new TableScorer.Item(r.line(), r.drug(), r.mutation()));
              Map<Long, Validation.Prediction> predictions =
                  refit
                      .map(group -> leftOut(table, scores, group))
                      .orElseGet(() -> shipped(scores));
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
                  cases,
                  Validation.of(cases, table.peers(), without),
                  scores.notes(),
                  scores.skipped());
            });
  }

  /** What a refit leaves out together. */
  public enum LeftOut {
    /** All rows of a residue. */
    POSITION,
    /** All rows of a drug. */
    DRUG
  }

  private static Map<Long, Validation.Prediction> shipped(TableScorer.Scores scores) {
    Map<Long, Validation.Prediction> predictions = new TreeMap<>();
    scores
        .rows()
        .forEach(
            (line, row) ->
                row.binding()
                    .map(ModelValidation::prediction)
                    .ifPresent(p -> predictions.put(line, p)));
    return predictions;
  }

  private Map<Long, Validation.Prediction> leftOut(
      MeasuredTable table, TableScorer.Scores scores, LeftOut group) {
    return new BindingRows(table, scores).leftOut(group, model.calibration().halfWidth());
  }

  /**
   * Judges the model on a screen.
   *
   * @throws InputException when a complex cannot be read, or no change can be scored
   */
  public Screened screened(ScreenTable table) {
    return scorer()
        .inPool(
            () -> {
              TableScorer.Scores scores =
                  scorer()
                      .score(
                          table.name(),
                          table.changes(),
                          c -> new TableScorer.Item(c.line(), c.drug(), c.mutation()));
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
              return new Screened(
                  changes, ScreenJudgement.of(changes), scores.notes(), scores.skipped());
            });
  }

  private static Validation.Prediction prediction(BindingChange binding) {
    return new Validation.Prediction(binding.ddg(), binding.low(), binding.high());
  }

  private TableScorer scorer() {
    return new TableScorer(folder, numbering, ligandCodes, model, threads);
  }
}
