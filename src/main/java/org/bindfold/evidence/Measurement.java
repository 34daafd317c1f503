package org.bindfold.evidence;

import java.util.Optional;

/**
 * A measured effect of one change on the binding of one drug.
 *
 * @param gene HGNC symbol
 * @param change short form in UniProt numbers
 * @param drug catalogued name
 * @param quantity {@code Kd}, {@code Ki} or {@code ddG}
 * @param wildType the wild type's value as published; empty for a ddG
 * @param mutant the mutant's value as published
 * @param atLeast the true value lies at {@code mutant} or above
 * @param unit of both values
 * @param conditions of the measurement; may be empty
 * @param source doi or PMID
 */
public record Measurement(
    String gene,
    String change,
    String drug,
    String quantity,
    Optional<String> wildType,
    String mutant,
    boolean atLeast,
    String unit,
    String conditions,
    String source) {
  /** At 298.15 K. */
  private static final double RT_KCAL_PER_MOL = 8.314462618 / 4184 * 298.15;

  /** The change of binding free energy, kcal/mol; positive is weaker binding. */
  public double ddg() {
    double value = Double.parseDouble(mutant);
    return wildType
        .map(w -> RT_KCAL_PER_MOL * Math.log(value / Double.parseDouble(w)))
        .orElse(value);
  }
}
