package org.bindfold.pharmacology;

import java.util.Optional;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.Cause.WithoutTarget;

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
    boolean none = deleted || loss.orElseThrow().leavesNone();
    WithoutTarget meaning = none ? withoutTarget(drug) : WithoutTarget.COPIES_LEFT;
    Cause cause =
        deleted
            ? new Cause.TargetDeleted(level.get(), meaning)
            : new Cause.TargetTruncated(loss.orElseThrow(), meaning);
    double factor = meaning == WithoutTarget.NOTHING_TO_ACT_ON ? OUT_OF_REACH : 1;
    return Optional.of(
        new Mechanism(
            MechanismKind.TARGET_GONE,
            drug.target(),
            Mechanism.Part.PRESENCE,
            true,
            cause,
            (cell, draw) -> cell.withGone(cell.gone() * factor)));
  }

  /** A loss of the target that nothing follows from, since how many copies have it is not known. */
  static Mechanism unknownShare(Drug drug, LossOfFunction loss) {
    return Mechanism.notAssessed(
        MechanismKind.TARGET_GONE, drug.target(), new Cause.TruncatedCopiesNotKnown(loss));
  }

  private static WithoutTarget withoutTarget(Drug drug) {
    return drug.targetLost().resistant() ? WithoutTarget.NOTHING_TO_ACT_ON : WithoutTarget.WANTED;
  }
}
