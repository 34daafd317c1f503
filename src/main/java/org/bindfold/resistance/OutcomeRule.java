package org.bindfold.resistance;

import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.Exposure;

/**
 * From the fold change of the drug that cells need to an outcome: what they need beside what plasma
 * reaches.
 *
 * <p>Sensitive: the IC50 is reached even before the next dose (Ctrough). Resistant: not even at the
 * Cmax. Intermediate: for part of the time between doses. Laboratories differ by 0.4 to 0.5
 * kcal/mol, a factor of two, on one mutant, so a fold change below two is not told from the wild
 * type and is sensitive, unless Cmax does not even reach the wild type's IC50. Where no plasma
 * concentration is known, the fold change alone decides, at three and ten times: ten times is an
 * order of magnitude, the same step that counts as weaker binding.
 */
public final class OutcomeRule {
  /** Fold changes below this are not told from the wild type. */
  public static final double NOISE_FOLD = 2;

  /** Where no plasma concentration is known: fold change from which an outcome is intermediate. */
  public static final double INTERMEDIATE_FROM = 3;

  /** Where no plasma concentration is known: fold change from which an outcome is resistant. */
  public static final double RESISTANT_FROM = 10;

  private OutcomeRule() {}

  /** The branch of the rule that an outcome comes from. */
  public enum Reason {
    /** No plasma concentration is catalogued, so the fold change decides. */
    FOLD_ALONE,
    /** The IC50 is above Cmax. */
    ABOVE_CMAX,
    /** Between Ctrough and Cmax. */
    BELOW_CMAX,
    /** Below Cmax; no Ctrough is known, and the fold change is three or more. */
    BELOW_CMAX_NO_CTROUGH,
    /** Within Ctrough. */
    WITHIN_CTROUGH,
    /** The fold change is not told from that of the wild type. */
    LIKE_WILD_TYPE,
    /** No Ctrough is known, and the fold change is below three. */
    SMALL_FOLD_NO_CTROUGH
  }

  /**
   * An outcome and what it rests on.
   *
   * @param outcome never {@link Outcome#NOT_ASSESSED}
   * @param reason the branch of the rule
   * @param foldChange that was judged
   * @param exposure the IC50 and what plasma reaches
   */
  public record Decision(Outcome outcome, Reason reason, double foldChange, Exposure exposure) {}

  /** What a fold change means for a drug. */
  public static Decision decide(Drug drug, double foldChange) {
    Exposure exposure = Exposure.of(drug, foldChange);
    if (exposure.cmax().isEmpty()) {
      return new Decision(ofFold(foldChange), Reason.FOLD_ALONE, foldChange, exposure);
    }
    double cmax = exposure.cmax().getAsDouble();
    boolean withinCtrough =
        exposure.ctrough().isPresent() && exposure.ic50() <= exposure.ctrough().getAsDouble();
    boolean likeWildType = foldChange < NOISE_FOLD && drug.wildTypeIc50() <= cmax;
    Reason reason;
    if (withinCtrough) {
      reason = Reason.WITHIN_CTROUGH;
    } else if (likeWildType) {
      reason = Reason.LIKE_WILD_TYPE;
    } else if (exposure.ic50() > cmax) {
      reason = Reason.ABOVE_CMAX;
    } else if (exposure.ctrough().isPresent()) {
      reason = Reason.BELOW_CMAX;
    } else {
      reason =
          foldChange < INTERMEDIATE_FROM
              ? Reason.SMALL_FOLD_NO_CTROUGH
              : Reason.BELOW_CMAX_NO_CTROUGH;
    }
    return new Decision(outcome(reason), reason, foldChange, exposure);
  }

  private static Outcome outcome(Reason reason) {
    return switch (reason) {
      case ABOVE_CMAX -> Outcome.RESISTANT;
      case BELOW_CMAX, BELOW_CMAX_NO_CTROUGH -> Outcome.INTERMEDIATE;
      case WITHIN_CTROUGH, LIKE_WILD_TYPE, SMALL_FOLD_NO_CTROUGH -> Outcome.SENSITIVE;
      case FOLD_ALONE -> throw new IllegalArgumentException("the fold change decides");
    };
  }

  private static Outcome ofFold(double foldChange) {
    if (foldChange >= RESISTANT_FROM) {
      return Outcome.RESISTANT;
    }
    return foldChange >= INTERMEDIATE_FROM ? Outcome.INTERMEDIATE : Outcome.SENSITIVE;
  }
}
