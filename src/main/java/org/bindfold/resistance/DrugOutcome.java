package org.bindfold.resistance;

import java.util.List;
import java.util.Optional;
import org.bindfold.pharmacology.Drug;

/**
 * What the whole sample means for one drug: the worst of its variants, or its gene levels alone.
 *
 * @param drug the drug
 * @param outcome the class
 * @param assessment what it rests on; where it is not assessed, what could be worked out all the
 *     same
 * @param decidedBy the variant whose result decides; empty when no variant of the target was
 *     assessed
 * @param unassessed variants that could not be assessed and do not count
 * @param phasing what is known of which variants of the target share a molecule
 * @param siteUnknown whether it is not known how much of the drug reaches the site
 */
public record DrugOutcome(
    Drug drug,
    Outcome outcome,
    Assessment assessment,
    Optional<SampleVariant> decidedBy,
    List<SampleVariant> unassessed,
    List<SampleVariants.Pair> phasing,
    boolean siteUnknown) {

  public DrugOutcome {
    unassessed = List.copyOf(unassessed);
    phasing = List.copyOf(phasing);
  }

  /** What the outcome rests on; empty when it is not assessed. */
  public Optional<Assessment> assessed() {
    return outcome == Outcome.NOT_ASSESSED ? Optional.empty() : Optional.of(assessment);
  }
}
