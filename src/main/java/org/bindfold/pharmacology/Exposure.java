package org.bindfold.pharmacology;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The unbound concentration in plasma that a cell needs for half effect, beside what a patient's
 * plasma reaches, and the class that follows.
 *
 * <p>Sensitive: half of the target is held even at the trough. Resistant: not even at the peak.
 * Intermediate: for part of the time between doses. Laboratories differ by 0.4 to 0.5 kcal/mol, a
 * factor of two, on one mutant, so a fold change below two is not told from the wild type and is
 * sensitive, unless not even the wild type is reached at the peak. Where no plasma concentration is
 * known, the fold change alone decides, at three and ten times.
 *
 * @param needed unbound, nM
 * @param peak unbound, nM; empty when not known
 * @param trough unbound, nM; empty when not known
 * @param resistanceClass what follows
 * @param reason one sentence with the thresholds
 */
public record Exposure(
    double needed,
    OptionalDouble peak,
    OptionalDouble trough,
    ResistanceClass resistanceClass,
    String reason) {

  /** Fold changes below this are not told from the wild type. */
  public static final double NOISE_FOLD = 2;

  /** What a fold change means for a drug. */
  public static Exposure of(Drug drug, double foldChange) {
    double needed = drug.wildTypeHalfEffect() * foldChange;
    Optional<Drug.Plasma> plasma = drug.plasma();
    if (plasma.isEmpty()) {
      return new Exposure(
          needed,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          ResistanceClass.of(foldChange),
          "no plasma concentration is catalogued, so the fold change decides: intermediate from 3, resistant from 10");
    }
    double unbound = plasma.get().unbound().value();
    double peak = plasma.get().peak().value() * unbound;
    OptionalDouble trough =
        plasma
            .get()
            .trough()
            .map(t -> OptionalDouble.of(t.value() * unbound))
            .orElse(OptionalDouble.empty());
    // Of two decimals, as reports show it, so that no class contradicts the printed number.
    double fold = Math.rint(foldChange * 100) / 100;
    boolean likeWildType = fold < NOISE_FOLD && drug.wildTypeHalfEffect() <= peak;
    ResistanceClass found = classify(needed, fold, peak, trough, likeWildType);
    return new Exposure(
        needed, OptionalDouble.of(peak), trough, found, reason(found, needed, fold, peak, trough));
  }

  /** The peak over what is needed; empty when no plasma concentration is known. */
  public OptionalDouble margin() {
    return peak.isPresent() ? OptionalDouble.of(peak.getAsDouble() / needed) : peak;
  }

  private static ResistanceClass classify(
      double needed, double foldChange, double peak, OptionalDouble trough, boolean likeWildType) {
    if (likeWildType) {
      return ResistanceClass.SENSITIVE;
    }
    if (needed > peak) {
      return ResistanceClass.RESISTANT;
    }
    boolean covered =
        trough.isPresent()
            ? needed <= trough.getAsDouble()
            : foldChange < ResistanceClass.INTERMEDIATE_FROM;
    return covered ? ResistanceClass.SENSITIVE : ResistanceClass.INTERMEDIATE;
  }

  private static String reason(
      ResistanceClass found, double needed, double foldChange, double peak, OptionalDouble trough) {
    String need = String.format(Locale.ROOT, "half effect needs %.2f nM unbound", needed);
    String reached = String.format(Locale.ROOT, "the peak of %.2f nM", peak);
    return switch (found) {
      case RESISTANT -> need + ", above " + reached;
      case INTERMEDIATE ->
          need
              + (trough.isPresent()
                  ? String.format(
                      Locale.ROOT,
                      ", between the trough of %.2f nM and %s",
                      trough.getAsDouble(),
                      reached)
                  : ", below "
                      + reached
                      + "; with no trough known, a fold change from 3 is intermediate");
      case SENSITIVE ->
          need
              + (trough.isPresent() && needed <= trough.getAsDouble()
                  ? String.format(
                      Locale.ROOT, ", within the trough of %.2f nM", trough.getAsDouble())
                  : (needed <= peak ? ", within " : ", above ")
                      + reached
                      + (foldChange < NOISE_FOLD
                          ? ", and a fold change below 2 is not told from the wild type"
                          : ", and with no trough known a fold change below 3 is sensitive"));
    };
  }
}
