package org.bindfold.pharmacology;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The drug binds its mutated target less, or more: its dissociation constant changes by a factor.
 */
public final class TargetAltered {
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

    /** The factor as a function of a standard normal deviate: log-normal, with two spreads. */
    DoubleUnaryOperator distribution() {
      double below = Math.abs(Math.log(low / middle)) / Draw.EIGHTY_PERCENT;
      double above = Math.abs(Math.log(high / middle)) / Draw.EIGHTY_PERCENT;
      return deviate -> middle * Math.exp((deviate < 0 ? below : above) * deviate);
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
      return Mechanism.notAssessed(MechanismKind.TARGET_ALTERED, drug.target(), reason);
    }
    Factor known = factor.get();
    DoubleUnaryOperator distribution = known.distribution();
    return new Mechanism(
        MechanismKind.TARGET_ALTERED,
        drug.target(),
        Mechanism.Part.BINDING,
        true,
        String.format(Locale.ROOT, "the dissociation constant changes %.2f-fold", known.middle()),
        (cell, draw) ->
            cell.withDissociationConstant(
                cell.dissociationConstant() * distribution.applyAsDouble(draw.binding())));
  }
}
