package org.bindfold.pharmacology;

/**
 * The share of a drug's full effect at a concentration: one drug molecule on one target, so the
 * curve is a hyperbola.
 *
 * @param halfEffect unbound concentration for half effect, nM, above 0
 */
public record DoseResponse(double halfEffect) {
  public DoseResponse {
    if (!(halfEffect > 0)) {
      throw new IllegalArgumentException("half effect at " + halfEffect + " nM");
    }
  }

  /** The share of the full effect, 0 to 1, at an unbound concentration in nM. */
  public double effect(double concentration) {
    return concentration / (concentration + halfEffect);
  }

  /**
   * The unbound concentration that a dose holds, for growth over days: the geometric middle of peak
   * and trough; a third of the peak where no trough is known, and three times the wild type's half
   * effect where nothing is (both assumed).
   */
  public static double usualConcentration(Drug drug) {
    if (drug.plasma().isEmpty()) {
      return 3 * drug.wildTypeHalfEffect();
    }
    Drug.Plasma plasma = drug.plasma().get();
    double peak = plasma.peak().value() * plasma.unbound().value();
    return plasma
        .trough()
        .map(t -> Math.sqrt(peak * t.value() * plasma.unbound().value()))
        .orElse(peak / 3);
  }
}
