package org.bindfold.pharmacology;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A pump carries the drug out. At steady state with a passive leak, inside over outside is 1 / (1 +
 * e), where e is export over leak, in proportion to the copies of the pump's gene.
 */
public final class Efflux {
  /** The mechanism's name. */
  public static final String NAME = "efflux";

  private Efflux() {}

  /**
   * The mechanism for a pump's copy number.
   *
   * @param copies per tumour cell; empty when not known
   */
  public static Mechanism of(Drug.Pump pump, OptionalDouble copies) {
    if (copies.isEmpty()) {
      return Mechanism.notAssessed(
          NAME, pump.gene(), "no copy number of " + pump.gene() + " was given");
    }
    double basal = pump.basalExport().value();
    double export = basal * copies.getAsDouble() / 2;
    return new Mechanism(
        NAME,
        pump.gene(),
        true,
        String.format(
            Locale.ROOT, "%.2f copies of %s, two are normal", copies.getAsDouble(), pump.gene()),
        cell ->
            new CellState(
                cell.dissociationConstant(),
                cell.target(),
                cell.accumulation() * (1 + basal) / (1 + export)));
  }
}
