package org.bindfold.pharmacology;

import java.util.OptionalDouble;

/**
 * What a cell needs of a drug beside what a patient's plasma reaches at the usual dose, unbound
 * concentrations in nM.
 *
 * @param ic50 that stops half of the cell's growth
 * @param cmax the highest concentration in plasma; empty when not known
 * @param ctrough the concentration before the next dose; empty when not known
 */
public record Exposure(double ic50, OptionalDouble cmax, OptionalDouble ctrough) {

  /** The exposure of cells that need so many times the concentration of the wild type. */
  public static Exposure of(Drug drug, double foldChange) {
    double ic50 = drug.wildTypeIc50() * foldChange;
    if (drug.plasma().isEmpty()) {
      return new Exposure(ic50, OptionalDouble.empty(), OptionalDouble.empty());
    }
    Drug.Plasma plasma = drug.plasma().get();
    double unbound = plasma.unbound().value();
    return new Exposure(
        ic50,
        OptionalDouble.of(plasma.cmax().value() * unbound),
        plasma
            .ctrough()
            .map(t -> OptionalDouble.of(t.value() * unbound))
            .orElse(OptionalDouble.empty()));
  }

  /** Cmax over IC50; empty when no plasma concentration is known. */
  public OptionalDouble margin() {
    return cmax.isPresent() ? OptionalDouble.of(cmax.getAsDouble() / ic50) : cmax;
  }
}
