package org.bindfold.pharmacology;

import java.util.Optional;

/**
 * An enzyme turns the drug into a form that stays in the cell, and another undoes it: held over
 * free drug is in proportion to the first and inversely to the second (FPGS and GGH for
 * antifolates).
 */
public final class Trapping {
  /** The least level of a releasing enzyme, so that held drug stays finite. Assumed. */
  private static final double LEAST_RELEASE = 0.01;

  private Trapping() {}

  /**
   * The mechanism for the level of one of the two enzymes.
   *
   * @param level empty when not known
   */
  public static Mechanism of(Drug.Transport enzyme, Optional<WorkingLevel> level) {
    if (level.isEmpty()) {
      return Mechanism.notAssessed(
          MechanismKind.TRAPPING, enzyme.gene(), new Cause.LevelNotKnown(enzyme.gene()));
    }
    double ratio = level.get().ratio();
    Mechanism.Effect effect =
        enzyme.role() == Drug.Role.RELEASE
            ? (cell, draw) -> cell.withRelease(cell.release() * Math.max(ratio, LEAST_RELEASE))
            : (cell, draw) -> cell.withTrapping(cell.trapping() * ratio);
    return new Mechanism(
        MechanismKind.TRAPPING,
        enzyme.gene(),
        Mechanism.Part.HOLDING,
        true,
        new Cause.ProductLevel(level.get()),
        effect);
  }
}
