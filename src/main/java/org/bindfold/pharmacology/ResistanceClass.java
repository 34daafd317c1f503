package org.bindfold.pharmacology;

/**
 * What a fold change of the drug needed means where nothing is known of the patient's plasma (see
 * {@link Exposure}). Laboratories differ by 0.4 to 0.5 kcal/mol, a factor of two, on one mutant, so
 * less than three times is not told from the wild type; ten times is an order of magnitude, the
 * same step that counts as weaker binding.
 */
public enum ResistanceClass {
  /** Less than {@link #INTERMEDIATE_FROM} times the drug. */
  SENSITIVE,
  /** From {@link #INTERMEDIATE_FROM} to {@link #RESISTANT_FROM} times the drug. */
  INTERMEDIATE,
  /** {@link #RESISTANT_FROM} times the drug or more. */
  RESISTANT;

  /** Fold change from which a result is intermediate. */
  public static final double INTERMEDIATE_FROM = 3;

  /** Fold change from which a result is resistant. */
  public static final double RESISTANT_FROM = 10;

  /** The class of a fold change. */
  public static ResistanceClass of(double foldChange) {
    if (foldChange >= RESISTANT_FROM) {
      return RESISTANT;
    }
    return foldChange >= INTERMEDIATE_FROM ? INTERMEDIATE : SENSITIVE;
  }
}
