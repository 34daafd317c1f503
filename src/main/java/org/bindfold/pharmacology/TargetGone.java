package org.bindfold.pharmacology;

import java.util.Optional;
import org.bindfold.copynumber.GeneLevel;

/**
 * The target is not there: its gene is deleted or silenced, or a variant ends the protein early. A
 * drug that blocks a receptor the tumour lives on does nothing where there is no receptor; where
 * losing the target is what the drug wanted, it is no resistance.
 */
public final class TargetGone {
  /**
   * What stands for "no concentration is enough": beyond what any dose could make up for. Assumed.
   */
  public static final double OUT_OF_REACH = 1000;

  private TargetGone() {}

  /**
   * Whether no target is left; what there was of it then does not matter.
   *
   * @param level of the target's gene, without the effect of {@code loss}
   * @param loss a variant that ends the target early
   */
  static boolean leavesNone(Optional<GeneLevel> level, Optional<LossOfFunction> loss) {
    return level.filter(GeneLevel::isGone).isPresent()
        || loss.filter(LossOfFunction::leavesNone).isPresent();
  }

  /**
   * The mechanism; empty when nothing hints at a lost target.
   *
   * @param level of the target's gene, without the effect of {@code loss}
   * @param loss a variant that ends the target early
   */
  public static Optional<Mechanism> of(
      Drug drug, Optional<GeneLevel> level, Optional<LossOfFunction> loss) {
    boolean deleted = level.isPresent() && level.get().isGone();
    if (!deleted && loss.isEmpty()) {
      return Optional.empty();
    }
    String why = deleted ? level.get().text() : loss.orElseThrow().text();
    if (!deleted && !loss.orElseThrow().leavesNone()) {
      return Optional.of(
          mechanism(drug, 1, why + "; working copies are left, so the target is not gone"));
    }
    return Optional.of(
        drug.targetLost().resistant()
            ? mechanism(drug, OUT_OF_REACH, why + "; without it the drug has nothing to act on")
            : mechanism(drug, 1, why + "; that is what the drug is given for, so no resistance"));
  }

  /** A loss of the target that nothing follows from, since how many copies have it is not known. */
  static Mechanism unknownShare(Drug drug, LossOfFunction loss) {
    return Mechanism.notAssessed(
        MechanismKind.TARGET_GONE,
        drug.target(),
        loss.change() + " ends the protein, on how many copies is not known");
  }

  private static Mechanism mechanism(Drug drug, double factor, String explanation) {
    return new Mechanism(
        MechanismKind.TARGET_GONE,
        drug.target(),
        Mechanism.Part.PRESENCE,
        true,
        explanation,
        (cell, draw) -> cell.withGone(cell.gone() * factor));
  }
}
