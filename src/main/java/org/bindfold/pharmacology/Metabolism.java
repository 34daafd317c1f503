package org.bindfold.pharmacology;

import java.util.Optional;
import org.bindfold.copynumber.GeneLevel;

/**
 * An enzyme in the tumour cell breaks the drug down. At steady state with a passive leak, inside
 * over outside is 1 / (1 + r), where r is removal over leak, in proportion to the enzyme's level.
 */
public final class Metabolism {
  private Metabolism() {}

  /**
   * The mechanism for an enzyme's level.
   *
   * @param level empty when not known
   */
  public static Mechanism of(Drug.Transport enzyme, Optional<GeneLevel> level) {
    if (level.isEmpty()) {
      return Mechanism.notAssessed(
          MechanismKind.METABOLISM,
          enzyme.gene(),
          "no copy number of " + enzyme.gene() + " was given");
    }
    double change = level.get().ratio() - 1;
    return new Mechanism(
        MechanismKind.METABOLISM,
        enzyme.gene(),
        Mechanism.Part.EXIT,
        true,
        level.get().text(),
        (cell, draw) -> cell.withExit(cell.exit() + draw.transport(enzyme.rate()) * change));
  }
}
