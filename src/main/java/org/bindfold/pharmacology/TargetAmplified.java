package org.bindfold.pharmacology;

import java.util.Optional;

/**
 * More of the target's gene makes more target, and each molecule of it takes a molecule of drug. By
 * the tight-binding quadratic (Morrison 1969, doi:10.1016/0005-2744(69)90420-3) the drug for half
 * effect rises by half of the added target: in proportion to the copies for a stoichiometric
 * inhibitor, hardly at all for a weak one.
 */
public final class TargetAmplified {
  private TargetAmplified() {}

  /**
   * The mechanism for a level of the target; target is proportional to it.
   *
   * @param level empty when not known
   */
  public static Mechanism of(Drug drug, Optional<WorkingLevel> level) {
    if (level.isEmpty()) {
      return Mechanism.notAssessed(
          MechanismKind.TARGET_AMPLIFIED, drug.target(), new Cause.LevelNotKnown(drug.target()));
    }
    double ratio = level.get().ratio();
    return new Mechanism(
        MechanismKind.TARGET_AMPLIFIED,
        drug.target(),
        Mechanism.Part.BINDING,
        true,
        new Cause.ProductLevel(level.get()),
        (cell, draw) -> cell.withTarget(cell.target() * ratio));
  }
}
