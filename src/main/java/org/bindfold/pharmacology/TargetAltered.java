package org.bindfold.pharmacology;

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
    /** The factor as a function of a standard normal deviate: log-normal, with two spreads. */
    DoubleUnaryOperator distribution() {
      double below = Math.abs(Math.log(low / middle)) / Draw.EIGHTY_PERCENT;
      double above = Math.abs(Math.log(high / middle)) / Draw.EIGHTY_PERCENT;
      return deviate -> middle * Math.exp((deviate < 0 ? below : above) * deviate);
    }
  }

  /** The mechanism for a binding change. */
  public static Mechanism of(Drug drug, Factor factor) {
    DoubleUnaryOperator distribution = factor.distribution();
    return new Mechanism(
        MechanismKind.TARGET_ALTERED,
        drug.target(),
        Mechanism.Part.BINDING,
        true,
        new Cause.BindingChange(factor.middle()),
        (cell, draw) ->
            cell.withDissociationConstant(
                cell.dissociationConstant() * distribution.applyAsDouble(draw.binding())));
  }

  /**
   * The mechanism where no binding change is known.
   *
   * @param obstacle why it could not be worked out; empty where no residue of the target changes
   */
  public static Mechanism notKnown(Drug drug, Optional<String> obstacle) {
    return Mechanism.notAssessed(
        MechanismKind.TARGET_ALTERED,
        drug.target(),
        obstacle.<Cause>map(Cause.BindingNotPredicted::new).orElseGet(Cause.NoResidueChange::new));
  }
}
