package org.bindfold.pharmacology;

import java.util.Optional;
import org.bindfold.copynumber.GeneLevel;

/**
 * A carrier brings the drug in. At steady state with a passive leak, inside over outside is 1 + i,
 * where i is import over leak, in proportion to the level of the carrier's gene.
 */
public final class Uptake {
  private Uptake() {}

  /**
   * The mechanism for a carrier's level.
   *
   * @param level empty when not known
   */
  public static Mechanism of(Drug.Transport carrier, Optional<GeneLevel> level) {
    if (level.isEmpty()) {
      return Mechanism.notAssessed(
          MechanismKind.UPTAKE,
          carrier.gene(),
          "no copy number of " + carrier.gene() + " was given");
    }
    double change = level.get().ratio() - 1;
    return new Mechanism(
        MechanismKind.UPTAKE,
        carrier.gene(),
        Mechanism.Part.ENTRY,
        true,
        level.get().text(),
        (cell, draw) -> cell.withEntry(cell.entry() + draw.transport(carrier.rate()) * change));
  }
}
