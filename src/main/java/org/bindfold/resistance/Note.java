package org.bindfold.resistance;

import java.util.List;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.LossOfFunction;

/**
 * What a reader must know about the result of a variant for a drug. A report writes it in words.
 */
public sealed interface Note {

  /** Why a result is {@link Outcome#NOT_ASSESSED}. */
  sealed interface Obstacle extends Note {}

  /**
   * What the change does to binding could not be worked out.
   *
   * @param why as the source of binding changes says it
   */
  record BindingNotPredicted(String why) implements Obstacle {}

  /** A variant ends the target early, on how many of its copies is not known. */
  record TruncatedCopiesNotKnown(LossOfFunction loss) implements Obstacle {}

  /** The tumour is in the brain, and how much of the drug reaches it is not known. */
  record BrainShareNotKnown(Drug drug) implements Obstacle {}

  /**
   * What the source of binding changes has to say of its prediction.
   *
   * @param text as the source says it
   */
  record OfPrediction(String text) implements Note {}

  /** Variants on one molecule were scored as one protein. */
  record OneMolecule(List<SampleVariant> variants) implements Note {
    public OneMolecule {
      variants = List.copyOf(variants);
    }
  }

  /** The outcome is known although what the change does to binding is not. */
  record RestDecides() implements Note {}
}
