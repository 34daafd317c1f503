package org.bindfold.cli;

import java.util.Optional;
import org.bindfold.binding.ModelRequest;
import picocli.CommandLine.Option;

/** What the scores are made with, where that is not what ships. */
final class ModelOptions {
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

  /**
   * The model that was asked for.
   *
   * @param repacked neighbours, at most, that are packed anew
   */
  ModelRequest model(int repacked) {
    return new ModelRequest(calibration, family, repacked);
  }
}
