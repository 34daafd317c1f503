package org.bindfold.affinity;

import java.util.Optional;
import org.bindfold.sequence.SequenceFamily;

/**
 * What turns the terms of a mutation into a score.
 *
 * @param calibration of the binding change
 * @param function the probability that the mutant works and is selected
 * @param family of the scored protein: how well an exchange fits it then takes the place of
 *     BLOSUM62 in whether the protein still works
 * @param repacked neighbours, at most, whose side chains are packed anew with a mutation, wild type
 *     and mutant alike; 0 to {@value MutationScorer#MAX_REPACKED}. The bundled calibration was
 *     fitted with 0
 */
public record ScoringModel(
    Calibration calibration,
    FunctionModel function,
    Optional<SequenceFamily> family,
    int repacked) {

  public ScoringModel {
    if (repacked < 0 || repacked > MutationScorer.MAX_REPACKED) {
      throw new IllegalArgumentException(
          "neighbours to repack: 0 to " + MutationScorer.MAX_REPACKED);
    }
  }

  /** The values that ship with the program, no family, neighbours in their places. */
  public static ScoringModel bundled() {
    return of(Calibration.bundled());
  }

  /** With another calibration. */
  public static ScoringModel of(Calibration calibration) {
    return new ScoringModel(calibration, FunctionModel.bundled(), Optional.empty(), 0);
  }

  /** With the alignment of the protein's family. */
  public ScoringModel with(SequenceFamily proteinFamily) {
    return new ScoringModel(calibration, function, Optional.of(proteinFamily), repacked);
  }

  /** With so many neighbours packed anew. */
  public ScoringModel repacking(int neighbours) {
    return new ScoringModel(calibration, function, family, neighbours);
  }
}
