package org.bindfold.pharmacology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.copynumber.GeneLevel;

/**
 * Everything of one sample that decides how much of a drug its cells need, apart from the variant
 * of the target.
 *
 * @param levels by HGNC symbol; a gene that is absent is not known
 * @param losses variants that end a protein early, by HGNC symbol
 * @param site where the tumour is
 * @param inhibitedPumps share of a pump's export that the regimen stops, by HGNC symbol
 */
public record CellContext(
    Map<String, GeneLevel> levels,
    Map<String, LossOfFunction> losses,
    SiteAccess.Site site,
    Map<String, Double> inhibitedPumps) {

  public CellContext {
    levels = Map.copyOf(levels);
    losses = Map.copyOf(losses);
    inhibitedPumps = Map.copyOf(inhibitedPumps);
  }

  /**
   * The mechanisms for a drug, in the order of a report.
   *
   * @param altered what a variant does to binding, known or not: {@link TargetAltered}
   */
  public List<Mechanism> mechanisms(Drug drug, Mechanism altered) {
    List<Mechanism> mechanisms = new ArrayList<>();
    mechanisms.add(altered);
    mechanisms.addAll(withoutVariant(drug));
    return mechanisms;
  }

  /** The mechanisms that do not depend on a variant of the target. */
  public List<Mechanism> withoutVariant(Drug drug) {
    List<Mechanism> mechanisms = new ArrayList<>();
    Optional<GeneLevel> target = Optional.ofNullable(levels.get(drug.target()));
    Optional<LossOfFunction> loss =
        Optional.ofNullable(losses.get(drug.target())).filter(l -> counts(drug, l));
    if (!TargetGone.leavesNone(target, loss)) {
      mechanisms.add(TargetAmplified.of(drug, level(drug.target(), loss)));
    }
    TargetGone.of(drug, target, loss).ifPresent(mechanisms::add);
    if (loss.isEmpty() && losses.containsKey(drug.target())) {
      mechanisms.add(TargetGone.unknownShare(drug, losses.get(drug.target())));
    }
    for (Drug.Transport gene : drug.transport()) {
      mechanisms.add(transport(gene));
    }
    SiteAccess.of(drug, site).ifPresent(mechanisms::add);
    return mechanisms;
  }

  /**
   * Whether a loss of the target is taken into account. Without an allele fraction it is taken to
   * stand on every copy, which errs towards resistance; where losing the target is what the drug is
   * given for it would err the other way, and does not count.
   */
  private static boolean counts(Drug drug, LossOfFunction loss) {
    return loss.shareKnown() || drug.targetLost().resistant();
  }

  private Mechanism transport(Drug.Transport gene) {
    Optional<WorkingLevel> level = level(gene.gene(), Optional.ofNullable(losses.get(gene.gene())));
    return switch (gene.role()) {
      case EXPORTER ->
          Accumulation.ofPump(gene, level, inhibitedPumps.getOrDefault(gene.gene(), 0.0));
      case IMPORTER, REMOVAL -> Accumulation.of(gene, level);
      case TRAPPING, RELEASE -> Trapping.of(gene, level);
    };
  }

  private Optional<WorkingLevel> level(String gene, Optional<LossOfFunction> loss) {
    return WorkingLevel.of(Optional.ofNullable(levels.get(gene)), loss);
  }
}
