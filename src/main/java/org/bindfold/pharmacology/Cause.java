package org.bindfold.pharmacology;

import org.bindfold.copynumber.GeneLevel;

/**
 * What a mechanism rests on, with the numbers that went in, unrounded; or what it lacks. A report
 * writes it in words.
 */
public sealed interface Cause {

  /**
   * The drug binds its mutated target differently.
   *
   * @param fold dissociation constant, mutant over wild type
   */
  record BindingChange(double fold) implements Cause {}

  /**
   * What a change does to binding could not be worked out.
   *
   * @param why as the source of binding changes says it
   */
  record BindingNotPredicted(String why) implements Cause {}

  /** No residue of the target is exchanged. */
  record NoResidueChange() implements Cause {}

  /** A gene makes more of its product than normal, or less. */
  record ProductLevel(WorkingLevel level) implements Cause {}

  /**
   * A pump's level, under an inhibitor of it.
   *
   * @param stopped share of its export that the regimen stops, over 0 to 1
   */
  record InhibitedPump(WorkingLevel level, double stopped) implements Cause {}

  /** Neither copies nor expression of a gene were given. */
  record LevelNotKnown(String gene) implements Cause {}

  /** The target's gene is deleted or silenced. */
  record TargetDeleted(GeneLevel level, WithoutTarget meaning) implements Cause {}

  /** A variant ends the target early. */
  record TargetTruncated(LossOfFunction loss, WithoutTarget meaning) implements Cause {}

  /** A variant ends the target early, on how many of its copies is not known. */
  record TruncatedCopiesNotKnown(LossOfFunction loss) implements Cause {}

  /**
   * The tumour is in the brain.
   *
   * @param ratio unbound drug in the brain over unbound drug in plasma
   */
  record BrainShare(double ratio) implements Cause {}

  /** The tumour is in the brain, and how much of the drug reaches it is not catalogued. */
  record BrainShareNotKnown(Drug drug) implements Cause {}

  /** What a loss of the target means. */
  enum WithoutTarget {
    /** Working copies are left: it is not gone. */
    COPIES_LEFT,
    /** The drug has nothing to act on. */
    NOTHING_TO_ACT_ON,
    /** The drug is given to take the target away: no resistance. */
    WANTED
  }
}
