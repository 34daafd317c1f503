package org.bindfold.binding;

import java.util.Optional;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.SequenceFamily;

/**
 * What scores are made with.
 *
 * @param calibration a {@code calibration.tsv}; empty for the one that ships
 * @param family aligned sequences of the protein's family, FASTA, the protein first; empty for none
 * @param repacked neighbours, at most, that are packed anew with each mutation, 0 to {@link
 *     #MAX_REPACKED}
 */
public record ModelRequest(Optional<String> calibration, Optional<String> family, int repacked) {
  /** More neighbours than this have more combinations than can be summed. */
  public static final int MAX_REPACKED = MutationScorer.MAX_REPACKED;

  private static final long MAX_CALIBRATION_BYTES = 1L << 16;
  private static final long MAX_ALIGNMENT_BYTES = 32L << 20;

  /** The values that ship with the program, no family, neighbours in their places. */
  public static ModelRequest bundled() {
    return new ModelRequest(Optional.empty(), Optional.empty(), 0);
  }

  /**
   * Reads the files.
   *
   * @throws InputException when one of them cannot be used
   */
  public ScoringModel open() {
    ScoringModel model =
        ScoringModel.of(calibration.map(ModelRequest::calibration).orElseGet(Calibration::bundled))
            .repacking(repacked);
    return family.map(ModelRequest::family).map(model::with).orElse(model);
  }

  private static Calibration calibration(String file) {
    try (InputFile input = InputFile.open(file, MAX_CALIBRATION_BYTES)) {
      return Calibration.read(input);
    }
  }

  private static SequenceFamily family(String file) {
    try (InputFile input = InputFile.open(file, MAX_ALIGNMENT_BYTES)) {
      return SequenceFamily.read(input);
    }
  }
}
