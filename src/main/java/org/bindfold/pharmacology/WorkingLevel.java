package org.bindfold.pharmacology;

import java.util.Optional;
import org.bindfold.copynumber.GeneLevel;

/**
 * How much of a gene's product works: what was measured, less what variants that end the protein
 * early take off.
 *
 * @param measured empty where only a loss is known; two copies are then taken
 * @param loss empty where no variant breaks copies
 */
public record WorkingLevel(Optional<GeneLevel> measured, Optional<LossOfFunction> loss) {

  public WorkingLevel {
    if (measured.isEmpty() && loss.isEmpty()) {
      throw new IllegalArgumentException("a level that nothing is known of");
    }
  }

  /** The level; empty where nothing is known of it. */
  static Optional<WorkingLevel> of(Optional<GeneLevel> measured, Optional<LossOfFunction> loss) {
    return measured.isEmpty() && loss.isEmpty()
        ? Optional.empty()
        : Optional.of(new WorkingLevel(measured, loss));
  }

  /** Working product over normal. */
  public double ratio() {
    return measured.map(GeneLevel::ratio).orElse(1.0)
        * (1 - loss.map(LossOfFunction::shareOfCopies).orElse(0.0));
  }
}
