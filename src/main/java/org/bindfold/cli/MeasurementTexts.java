package org.bindfold.cli;

/** What the tables of measurements hold, for the help of the commands that take either of two. */
final class MeasurementTexts {
  /** {@code --table}. */
  static final String TABLE = "Measured binding changes: drug, mutation, ddg_exp_kcal_mol";

  /** {@code --screen}. */
  static final String SCREEN =
      "A saturation screen: drug, snv, protein_change, consequence, adjusted_lfc, class.";

  private MeasurementTexts() {}
}
