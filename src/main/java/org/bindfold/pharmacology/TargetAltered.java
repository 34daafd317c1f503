package org.bindfold.pharmacology;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The drug binds its mutated target less, or more: its dissociation constant changes by a factor.
 */
public final class TargetAltered {
  /** The mechanism's name. */
  public static final String NAME = "target altered";

  private TargetAltered() {}

  /**
   * The mechanism for a binding change.
   *
   * @param fold mutant over wild-type dissociation constant; empty when it is not known
   * @param reason why it is not known; not used otherwise
   */
  public static Mechanism of(Drug drug, OptionalDouble fold, String reason) {
    if (fold.isEmpty()) {
      return Mechanism.notAssessed(NAME, drug.target(), reason);
    }
    double factor = fold.getAsDouble();
    return new Mechanism(
        NAME,
        drug.target(),
        true,
        String.format(Locale.ROOT, "the dissociation constant changes %.2f-fold", factor),
        cell ->
            new CellState(
                cell.dissociationConstant() * factor, cell.target(), cell.accumulation()));
  }
}
