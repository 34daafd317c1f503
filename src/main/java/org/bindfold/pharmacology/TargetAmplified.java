package org.bindfold.pharmacology;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * More copies of the target's gene make more target, and each molecule of it takes a molecule of
 * drug.
 */
public final class TargetAmplified {
  /** The mechanism's name. */
  public static final String NAME = "target amplified";

  private TargetAmplified() {}

  /**
   * The mechanism for a copy number; target is proportional to copies.
   *
   * @param copies per tumour cell; empty when not known
   */
  public static Mechanism of(Drug drug, OptionalDouble copies) {
    if (copies.isEmpty()) {
      return Mechanism.notAssessed(
          NAME, drug.target(), "no copy number of " + drug.target() + " was given");
    }
    double ratio = copies.getAsDouble() / 2;
    return new Mechanism(
        NAME,
        drug.target(),
        true,
        String.format(
            Locale.ROOT, "%.2f copies of %s, two are normal", copies.getAsDouble(), drug.target()),
        cell ->
            new CellState(cell.dissociationConstant(), cell.target() * ratio, cell.accumulation()));
  }
}
