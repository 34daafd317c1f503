package org.bindfold.report;

import java.util.Locale;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.Cause;
import org.bindfold.pharmacology.Cause.WithoutTarget;
import org.bindfold.pharmacology.LossOfFunction;
import org.bindfold.pharmacology.WorkingLevel;

/** What a mechanism rests on, in words, with its numbers rounded. */
final class Explanations {
  private Explanations() {}

  /** One sentence, without a capital and a full stop. */
  static String of(Cause cause) {
    if (cause instanceof Cause.BindingChange change) {
      return String.format(
          Locale.ROOT, "the dissociation constant changes %.2f-fold", change.fold());
    }
    if (cause instanceof Cause.BindingNotPredicted unknown) {
      return unknown.why();
    }
    if (cause instanceof Cause.NoResidueChange) {
      return "no change of a residue of the target";
    }
    if (cause instanceof Cause.ProductLevel product) {
      return level(product.level());
    }
    if (cause instanceof Cause.InhibitedPump pump) {
      return level(pump.level())
          + String.format(Locale.ROOT, "; the regimen stops %.2f of its export", pump.stopped());
    }
    if (cause instanceof Cause.LevelNotKnown unknown) {
      return "no copy number of " + unknown.gene() + " was given";
    }
    if (cause instanceof Cause.TargetDeleted deleted) {
      return level(deleted.level()) + "; " + meaning(deleted.meaning());
    }
    if (cause instanceof Cause.TargetTruncated truncated) {
      return loss(truncated.loss()) + "; " + meaning(truncated.meaning());
    }
    if (cause instanceof Cause.TruncatedCopiesNotKnown unknown) {
      return copiesNotKnown(unknown.loss());
    }
    if (cause instanceof Cause.BrainShare brain) {
      return String.format(
          Locale.ROOT, "%.3f of the unbound drug in plasma reaches the brain", brain.ratio());
    }
    if (cause instanceof Cause.BrainShareNotKnown unknown) {
      return "no brain-to-plasma ratio of " + unknown.drug().name() + " is catalogued";
    }
    throw new IllegalStateException("no words for " + cause);
  }

  /** A variant ends the target early, on how many of its copies is not known. */
  static String copiesNotKnown(LossOfFunction loss) {
    return loss.change() + " ends the protein, on how many copies is not known";
  }

  private static String level(WorkingLevel level) {
    String measured =
        level
            .measured()
            .map(Explanations::level)
            .orElseGet(() -> "copies of " + level.loss().orElseThrow().gene() + " not known");
    return measured + level.loss().map(l -> "; " + loss(l)).orElse("");
  }

  private static String level(GeneLevel level) {
    return level.fromExpression()
        ? String.format(Locale.ROOT, "%s expressed %.2f times normal", level.gene(), level.ratio())
        : String.format(
            Locale.ROOT, "%.2f copies of %s, two are normal", level.copies(), level.gene());
  }

  private static String loss(LossOfFunction loss) {
    return loss.shareKnown()
        ? String.format(
            Locale.ROOT,
            "%s ends the protein on %.2f of the copies",
            loss.change(),
            loss.shareOfCopies())
        : loss.change() + " ends the protein, and is taken to stand on every copy";
  }

  private static String meaning(WithoutTarget meaning) {
    return switch (meaning) {
      case COPIES_LEFT -> "working copies are left, so the target is not gone";
      case NOTHING_TO_ACT_ON -> "without it the drug has nothing to act on";
      case WANTED -> "that is what the drug is given for, so no resistance";
    };
  }
}
