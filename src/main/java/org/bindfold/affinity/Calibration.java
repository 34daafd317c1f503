package org.bindfold.affinity;

import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.bindfold.input.ResourceTable;

/**
 * From the model's energy to kcal/mol: a scale and the spread of what is left, fitted by least
 * squares through the origin on measured binding changes of ABL1 mutants (Hauser et al. 2018,
 * doi:10.1038/s42003-018-0075-x; 63 rows of imatinib, nilotinib and bosutinib). One scale for every
 * drug and protein; no mutation is looked up.
 *
 * @param scale multiplies the raw energy; positive
 * @param residualSd standard deviation of measured minus predicted, kcal/mol
 * @param version of the fitted values
 */
public record Calibration(double scale, double residualSd, String version) {
  /** Share of measured values that an interval is meant to hold. */
  public static final double INTERVAL_COVERAGE = 0.80;

  /** The fitted values that ship with the program, from {@code calibration.tsv}. */
  public static Calibration bundled() {
    Map<String, String> row =
        ResourceTable.read("/org/bindfold/affinity/calibration.tsv").rows().get(0);
    return new Calibration(
        Double.parseDouble(row.get("scale")),
        Double.parseDouble(row.get("residual_sd_kcal_mol")),
        row.get("version"));
  }

  /** The calibrated binding change, kcal/mol. */
  public double ddg(double raw) {
    return scale * raw;
  }

  /** Half the width of the 80% interval, kcal/mol. */
  public double halfWidth() {
    double z = new NormalDistribution().inverseCumulativeProbability((1 + INTERVAL_COVERAGE) / 2);
    return z * residualSd;
  }
}
