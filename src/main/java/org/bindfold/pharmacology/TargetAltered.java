package org.bindfold.pharmacology;

import java.util.Locale;
import java.util.Optional;

/**
 * The drug binds its mutated target less, or more: its dissociation constant changes by a factor.
 */
public final class TargetAltered {
  /** The mechanism's name. */
  public static final String NAME = "target altered";

  private TargetAltered() {}

  /**
   * A factor of the dissociation constant, mutant over wild type, with its 80% interval.
   *
   * @param middle the best guess
   * @param low lower end, above 0
   * @param high upper end
   */
  public record Factor(double middle, double low, double high) {
    /** One that is exact. */
    public static Factor exactly(double factor) {
      return new Factor(factor, factor, factor);
    }

    /** The factor at a standard normal deviate; log-normal, each side with its own spread. */
    double at(double deviate) {
      double end = deviate < 0 ? low : high;
      double spread = Math.abs(Math.log(end / middle)) / Draw.EIGHTY_PERCENT;
      return middle * Math.exp(spread * deviate);
    }
  }

  /**
   * The mechanism for a binding change.
   *
   * @param factor empty when it is not known
   * @param reason why it is not known; not used otherwise
   */
  public static Mechanism of(Drug drug, Optional<Factor> factor, String reason) {
    if (factor.isEmpty()) {
      return Mechanism.notAssessed(NAME, drug.target(), reason);
    }
    Factor known = factor.get();
    return new Mechanism(
        NAME,
        drug.target(),
        true,
        String.format(Locale.ROOT, "the dissociation constant changes %.2f-fold", known.middle()),
        (cell, draw) ->
            cell.withDissociationConstant(cell.dissociationConstant() * known.at(draw.binding())));
  }
}
