package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.bindfold.io.ResourceTable;

/**
 * The probability that a mutant grows under the drug. Two ways lead there, and both ask that the
 * protein still works: the drug binds more than ten times weaker (from the binding change and its
 * spread), or the mutation is of the kind that a kinase is selected for under drug without a loss
 * in the pocket: exposed acidic residues that lose their charge, mild exchanges near the ligand.
 * The second way is a logistic model fitted on a saturation screen of ABL1 exons 4 to 9 under
 * imatinib and nilotinib; for a protein that is no kinase it is left at the screen's base rate.
 *
 * @param intercept of the logistic model
 * @param weights of {@link #FEATURES}, in that order
 * @param baseRate share of resistant changes in the screen, 0 to 1; what a change without
 *     coordinates gets
 * @param version of the fitted values
 */
public record FunctionModel(
    double intercept, List<Double> weights, double baseRate, String version) {
  /** Names of the features: see {@link FunctionTerms}. */
  public static final List<String> FEATURES =
      List.of(
          "folding",
          "exposure",
          "blosum62",
          "charge_change_exposed",
          "acid_exposed",
          "hydropathy_change",
          "proximity",
          "hydropathy");

  private static final String RESOURCE = "/org/bindfold/affinity/function.tsv";

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** An essential residue replaced leaves little of a kinase. */
  private static final double ESSENTIAL_KEPT = 0.05;

  /** Loss of folding that counts as much as one half bit of BLOSUM62, 1/(kcal/mol). */
  private static final double FOLDING_WEIGHT = 0.7;

  public FunctionModel {
    weights = List.copyOf(weights);
    if (weights.size() != FEATURES.size()) {
      throw new IllegalArgumentException(FEATURES.size() + " weights, not " + weights.size());
    }
  }

  /** The fitted values that ship with the program, from {@code function.tsv}. */
  public static FunctionModel bundled() {
    Map<String, String> values =
        ResourceTable.read(RESOURCE).rows().stream()
            .collect(Collectors.toMap(r -> r.get("parameter"), r -> r.get("value")));
    return new FunctionModel(
        Double.parseDouble(values.get("intercept")),
        FEATURES.stream().map(values::get).map(Double::valueOf).toList(),
        Double.parseDouble(values.get("base_rate")),
        values.get("version"));
  }

  /**
   * These values as the table that {@link #bundled} reads, four decimals.
   *
   * @param source where the measurements come from, one line
   * @param maker what fitted them, one line; both stand in the header
   */
  public String table(String source, String maker) {
    List<String> names = new ArrayList<>(FEATURES);
    names.add(0, "intercept");
    names.add("base_rate");
    List<Double> values = new ArrayList<>(weights);
    values.add(0, intercept);
    values.add(baseRate);
    return ParameterTable.of(
        "The probability that a kinase mutant is selected under drug without a loss in the pocket.",
        version,
        source,
        maker,
        "Ridge logistic regression; a change is resistant when more than half of its variants are.",
        names,
        values);
  }

  /**
   * The probability that the mutant grows under the drug, 0 to 1.
   *
   * @param ddg binding change, kcal/mol
   * @param spread standard deviation of {@code ddg}, kcal/mol
   * @param sites one per replaced residue; at least one
   */
  public double pResistant(double ddg, double spread, List<FunctionTerms> sites) {
    double weaker =
        NORMAL.cumulativeProbability((ddg - BindingChange.TENFOLD_KCAL_PER_MOL) / spread);
    double kept = 1;
    double notSelected = 1;
    double works = 1;
    for (FunctionTerms site : sites) {
      kept *= kept(site);
      notSelected *= 1 - selected(site);
      works *= site.essential() ? ESSENTIAL_KEPT : 1;
    }
    return works * (1 - notSelected * (1 - weaker * kept));
  }

  /** The logistic model's probability for one residue. */
  double selected(FunctionTerms site) {
    if (!site.kinase()) {
      return baseRate;
    }
    double[] features = site.features();
    double sum = intercept;
    for (int i = 0; i < features.length; i++) {
      sum += weights.get(i) * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** How likely the protein works after an exchange that fits the place or does not, 0 to 1. */
  private static double kept(FunctionTerms site) {
    double loss = FOLDING_WEIGHT * Math.max(0, site.boundedFolding());
    return 1 / (1 + Math.exp(loss - site.exchange()));
  }
}
