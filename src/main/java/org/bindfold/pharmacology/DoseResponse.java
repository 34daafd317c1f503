package org.bindfold.pharmacology;

/**
 * The share of a drug's full effect at a concentration: one drug molecule on one target, so the
 * curve is a hyperbola.
 *
 * @param ic50 unbound concentration for half of the effect, nM, above 0
 */
public record DoseResponse(double ic50) {
  public DoseResponse {
    if (!(ic50 > 0)) {
      throw new IllegalArgumentException("IC50 of " + ic50 + " nM");
    }
  }

  /** The share of the full effect, 0 to 1, at an unbound concentration in nM. */
  public double effect(double concentration) {
    return concentration / (concentration + ic50);
  }

  /**
   * The unbound concentration that a dose holds, for growth over days: the geometric middle of Cmax
   * and Ctrough; a third of Cmax where no Ctrough is known, and three times the wild type's IC50
   * where nothing is (both assumed).
   */
  public static double usualConcentration(Drug drug) {
    if (drug.plasma().isEmpty()) {
      return 3 * drug.wildTypeIc50();
    }
    Drug.Plasma plasma = drug.plasma().get();
    double cmax = plasma.cmax().value() * plasma.unbound().value();
    return plasma
        .ctrough()
        .map(t -> Math.sqrt(cmax * t.value() * plasma.unbound().value()))
        .orElse(cmax / 3);
  }
}
