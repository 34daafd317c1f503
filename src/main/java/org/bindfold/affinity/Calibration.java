package org.bindfold.affinity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.bindfold.input.ResourceTable;

/**
 * From the model's terms to kcal/mol. Few numbers, the same for every protein, drug and mutation,
 * fitted on measured binding changes of ABL1 mutants (Hauser et al. 2018,
 * doi:10.1038/s42003-018-0075-x; 63 rows of imatinib, nilotinib and bosutinib).
 *
 * @param contact weight of {@link BindingTerms#relievedContact}; zero or more
 * @param hold weight of {@link BindingTerms#hold}; zero or more
 * @param inactiveHold weight of {@link BindingTerms#inactiveHold}; zero or more
 * @param shift what any mutation costs, kcal/mol
 * @param residualSd standard deviation of measured minus predicted with the position left out,
 *     kcal/mol
 * @param version of the fitted values
 */
public record Calibration(
    double contact,
    double hold,
    double inactiveHold,
    double shift,
    double residualSd,
    String version) {
  /** Share of measured values that an interval is meant to hold. */
  public static final double INTERVAL_COVERAGE = 0.80;

  /** Standard deviations in half an interval. */
  private static final double HALF_WIDTH_SD =
      new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + INTERVAL_COVERAGE) / 2);

  private static final String RESOURCE = "/org/bindfold/affinity/calibration.tsv";

  /** The fitted values that ship with the program, from {@code calibration.tsv}. */
  public static Calibration bundled() {
    Map<String, String> values =
        ResourceTable.read(RESOURCE).rows().stream()
            .collect(Collectors.toMap(r -> r.get("parameter"), r -> r.get("value")));
    return new Calibration(
        Double.parseDouble(values.get("contact")),
        Double.parseDouble(values.get("hold")),
        Double.parseDouble(values.get("inactive_hold")),
        Double.parseDouble(values.get("shift_kcal_mol")),
        Double.parseDouble(values.get("residual_sd_kcal_mol")),
        values.get("version"));
  }

  /**
   * These values as the table that {@link #bundled} reads, four decimals.
   *
   * @param source where the measurements come from, one line
   */
  public String table(String source) {
    return ParameterTable.of(
        "From the model's terms to kcal/mol.",
        version,
        source,
        "Non-negative ridge regression; residual_sd is that of rows whose position was left out.",
        List.of("contact", "hold", "inactive_hold", "shift_kcal_mol", "residual_sd_kcal_mol"),
        List.of(contact, hold, inactiveHold, shift, residualSd));
  }

  /** The calibrated binding change, kcal/mol. */
  public double ddg(BindingTerms terms) {
    return contact * terms.relievedContact()
        + hold * terms.hold()
        + inactiveHold * terms.inactiveHold()
        + shift;
  }

  /** Half the width of the 80% interval, kcal/mol. */
  public double halfWidth() {
    return HALF_WIDTH_SD * residualSd;
  }
}
