package org.bindfold.pharmacology;

import java.util.Locale;
import java.util.Optional;
import org.bindfold.copynumber.GeneLevel;

/**
 * A pump carries the drug out. At steady state with a passive leak, inside over outside is 1 / (1 +
 * e), where e is export over leak, in proportion to the level of the pump's gene. An inhibitor of
 * the pump that is part of the regimen stops a share of the export.
 */
public final class Efflux {
  private Efflux() {}

  /**
   * The mechanism for a pump's level.
   *
   * @param level empty when not known
   * @param inhibited share of the pump's export that the regimen stops, 0 to 1
   */
  public static Mechanism of(Drug.Transport pump, Optional<GeneLevel> level, double inhibited) {
    if (level.isEmpty()) {
      return Mechanism.notAssessed(
          MechanismKind.EFFLUX, pump.gene(), "no copy number of " + pump.gene() + " was given");
    }
    double change = level.get().ratio() * (1 - inhibited) - 1;
    String stopped =
        inhibited > 0
            ? String.format(Locale.ROOT, "; the regimen stops %.2f of its export", inhibited)
            : "";
    return new Mechanism(
        MechanismKind.EFFLUX,
        pump.gene(),
        Mechanism.Part.EXIT,
        true,
        level.get().text() + stopped,
        (cell, draw) -> cell.withExit(cell.exit() + draw.transport(pump.rate()) * change));
  }
}
