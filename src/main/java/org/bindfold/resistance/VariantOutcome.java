package org.bindfold.resistance;

import java.util.List;
import java.util.Optional;
import org.bindfold.binding.PredictedBinding;
import org.bindfold.evidence.Measurement;
import org.bindfold.pharmacology.Drug;

/**
 * What one variant means for one drug, with the gene levels of the sample.
 *
 * @param variant the variant, or compound
 * @param drug the drug
 * @param outcome the class
 * @param assessment what it rests on; where it is not assessed, what could be worked out all the
 *     same; empty when nothing could
 * @param binding the change of binding; empty where it could not be worked out
 * @param obstacle why the outcome is {@link Outcome#NOT_ASSESSED}; empty when it is not
 * @param evidence what others measured for this change and drug; no part of the prediction
 * @param notes what a reader must know about this result
 */
public record VariantOutcome(
    SampleVariant variant,
    Drug drug,
    Outcome outcome,
    Optional<Assessment> assessment,
    Optional<PredictedBinding> binding,
    Optional<Note.Obstacle> obstacle,
    List<Measurement> evidence,
    List<Note> notes) {

  public VariantOutcome {
    evidence = List.copyOf(evidence);
    notes = List.copyOf(notes);
    if ((outcome == Outcome.NOT_ASSESSED) != obstacle.isPresent()) {
      throw new IllegalArgumentException("what is not assessed needs a reason, and nothing else");
    }
  }

  /** What the outcome rests on; empty when it is not assessed. */
  public Optional<Assessment> assessed() {
    return assessment.filter(a -> isAssessed());
  }

  /** Whether enough is known to say. */
  public boolean isAssessed() {
    return outcome != Outcome.NOT_ASSESSED;
  }
}
