package org.bindfold.cli;

import java.util.Optional;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.SequenceFamily;
import picocli.CommandLine.Option;

/** What the scores are made with, where that is not what ships. */
final class ModelOptions {
  private static final long MAX_CALIBRATION_BYTES = 1L << 16;
  private static final long MAX_ALIGNMENT_BYTES = 32L << 20;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description = "A calibration.tsv of bindfold calibrate, in place of the one that ships.")
  private Optional<String> calibration = Optional.empty();

  @Option(
      names = "--family",
      paramLabel = "FASTA",
      description =
          "Aligned sequences of the protein's family, the protein first: what its positions bear.")
  private Optional<String> family = Optional.empty();

  /** Whether a calibration was given. */
  boolean calibrated() {
    return calibration.isPresent();
  }

  /** The model that was asked for. */
  ScoringModel model() {
    ScoringModel model = ScoringModel.of(calibration.map(this::read).orElse(Calibration.bundled()));
    if (family.isEmpty()) {
      return model;
    }
    try (InputFile input = InputFile.open(family.get(), MAX_ALIGNMENT_BYTES)) {
      return model.with(SequenceFamily.read(input));
    }
  }

  private Calibration read(String file) {
    try (InputFile input = InputFile.open(file, MAX_CALIBRATION_BYTES)) {
      return Calibration.read(input);
    }
  }
}
