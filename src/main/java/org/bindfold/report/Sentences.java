package org.bindfold.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.bindfold.pharmacology.ClonalSelection.Growth;
import org.bindfold.pharmacology.Drug;
import org.bindfold.resistance.Alternative;
import org.bindfold.resistance.ClonalCourse;
import org.bindfold.resistance.DrugOutcome;
import org.bindfold.resistance.Note;
import org.bindfold.resistance.OutcomeRule;
import org.bindfold.resistance.SampleVariant;
import org.bindfold.resistance.SampleVariants;
import org.bindfold.resistance.SelectionRequest;
import org.bindfold.resistance.TumourClone;

/** What a report says in words, from the typed answer. */
final class Sentences {
  private Sentences() {}

  /** Why an outcome is what it is, with the thresholds. */
  static String reason(OutcomeRule.Decision decision) {
    OptionalDouble cmax = decision.exposure().cmax();
    OptionalDouble ctrough = decision.exposure().ctrough();
    if (decision.reason() == OutcomeRule.Reason.FOLD_ALONE) {
      return "no plasma concentration is catalogued, so the fold change decides: intermediate from "
          + threshold(OutcomeRule.INTERMEDIATE_FROM)
          + ", resistant from "
          + threshold(OutcomeRule.RESISTANT_FROM);
    }
    String ic50 = String.format(Locale.ROOT, "IC50 of %.2f nM unbound", decision.exposure().ic50());
    String highest = String.format(Locale.ROOT, "the Cmax of %.2f nM", cmax.getAsDouble());
    return ic50
        + switch (decision.reason()) {
          case ABOVE_CMAX -> ", above " + highest;
          case BELOW_CMAX -> ", between " + lowest(ctrough) + " and " + highest;
          case BELOW_CMAX_NO_CTROUGH ->
              ", below "
                  + highest
                  + "; with no Ctrough known, a fold change from "
                  + threshold(OutcomeRule.INTERMEDIATE_FROM)
                  + " is intermediate";
          case WITHIN_CTROUGH -> ", within " + lowest(ctrough);
          case LIKE_WILD_TYPE ->
              (decision.exposure().ic50() <= cmax.getAsDouble() ? ", within " : ", above ")
                  + highest
                  + ", and a fold change below "
                  + threshold(OutcomeRule.NOISE_FOLD)
                  + " is not told from the wild type";
          case SMALL_FOLD_NO_CTROUGH ->
              ", within "
                  + highest
                  + ", and with no Ctrough known a fold change below "
                  + threshold(OutcomeRule.INTERMEDIATE_FROM)
                  + " is sensitive";
          case FOLD_ALONE -> throw new IllegalStateException("told above");
        };
  }

  /** A threshold of the rule as it was set, without a decimal point where it is whole. */
  private static String threshold(double fold) {
    return Rounded.decimal(fold, 2).stripTrailingZeros().toPlainString();
  }

  private static String lowest(OptionalDouble ctrough) {
    return String.format(Locale.ROOT, "the Ctrough of %.2f nM", ctrough.getAsDouble());
  }

  /** Why a drug stands where it stands among those of its target. */
  static String reason(Alternative alternative) {
    return alternative
        .outcome()
        .assessed()
        .map(a -> reason(a.decision()))
        .orElseGet(
            () ->
                alternative
                    .obstacle()
                    .map(o -> "not assessed: " + note(o))
                    .orElse("no variant of the target was assessed"));
  }

  /** What a reader must know about the result of a variant for a drug. */
  static String note(Note note) {
    if (note instanceof Note.BindingNotPredicted unknown) {
      return unknown.why();
    }
    if (note instanceof Note.TruncatedCopiesNotKnown unknown) {
      return Explanations.copiesNotKnown(unknown.loss());
    }
    if (note instanceof Note.BrainShareNotKnown unknown) {
      return brainShareNotKnown(unknown.drug());
    }
    if (note instanceof Note.OfPrediction said) {
      return said.text();
    }
    if (note instanceof Note.OneMolecule together) {
      return together.variants().stream()
              .map(SampleVariant::id)
              .collect(Collectors.joining(" and "))
          + " are on one molecule and scored as one protein.";
    }
    if (note instanceof Note.RestDecides) {
      return "What the change does to binding is not known; the rest decides without it.";
    }
    throw new IllegalStateException("no words for " + note);
  }

  private static String brainShareNotKnown(Drug drug) {
    return "How much of " + drug.name() + " reaches the brain is not known.";
  }

  /** What a reader must know about the outcome of a sample for a drug. */
  static List<String> notes(DrugOutcome outcome) {
    List<String> notes = new ArrayList<>();
    for (SampleVariant variant : outcome.unassessed()) {
      notes.add(variant.change().shortName() + " could not be assessed and does not count here.");
    }
    notes.addAll(phasing(outcome.phasing()));
    if (outcome.siteUnknown()) {
      notes.add(brainShareNotKnown(outcome.drug()));
    }
    if (outcome.decidedBy().isEmpty()) {
      notes.add("No variant of " + outcome.drug().target() + " was assessed.");
    }
    return notes;
  }

  /** A sentence for each pair whose phase is known, and one for all others. */
  private static List<String> phasing(List<SampleVariants.Pair> pairs) {
    List<String> sentences = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (SampleVariants.Pair pair : pairs) {
      String names =
          pair.first().change().shortName() + " and " + pair.second().change().shortName();
      switch (pair.phase()) {
        case CIS -> sentences.add(names + " are on one molecule (cis) and scored as one protein.");
        case TRANS -> sentences.add(names + " are on different molecules (trans).");
        case NOT_KNOWN -> unknown.add(names);
      }
    }
    if (!unknown.isEmpty()) {
      sentences.add(
          "Whether variants share a molecule is not known for "
              + String.join(", ", unknown)
              + "; each is taken to stand alone.");
    }
    return sentences;
  }

  /** What was taken for granted in a course, and what its clones still need. */
  static List<String> notes(ClonalCourse course) {
    List<String> notes = new ArrayList<>(assumptions(course.request()));
    if (course.regimen().size() > 1) {
      if (course.oneMutationEscapes()) {
        notes.add(
            "A clone with one mutation grows under all of the drugs, so one is taken to escape"
                + " them, and resistance to be there before treatment.");
      } else {
        course.needs().forEach((need, clones) -> notes.add(need(need) + ": " + names(clones)));
      }
    }
    return notes;
  }

  private static List<String> assumptions(SelectionRequest request) {
    Growth growth = request.growth();
    return List.of(
        String.format(
            Locale.ROOT,
            "Cells divide %.4f times a day, %.4f die, and %.4f more at a drug's full effect; one"
                + " daughter in %.0f divisions is resistant. These are assumed unless given.",
            growth.birth(),
            growth.death(),
            growth.kill(),
            1 / request.mutationRate()),
        "Each variant is taken for a clone of its own with one mutated copy a cell; the wild type is"
            + " what they leave.");
  }

  private static String need(ClonalCourse.Need need) {
    return switch (need) {
      case NOTHING -> "Grows under all of the drugs, so it is taken for resistant as it is";
      case ONE_MUTATION ->
          "Grows once it escapes one of the drugs, so a cell is taken to need one further"
              + " mutation";
      case ONE_FOR_EACH ->
          "Grows under neither drug alone, so a cell is taken to need a mutation for each";
      case MORE -> "Does not grow once it escapes one of the drugs, so its odds are not worked out";
    };
  }

  private static String names(List<TumourClone> clones) {
    return clones.stream().map(TumourClone::name).collect(Collectors.joining(", ")) + ".";
  }

  /** {@code Kd 1.1 to 10000 nM, ddG 5.40 or more (not phosphorylated) doi:10.1038/nbt.1990}. */
  static String measured(ResistanceReport.Evidence evidence) {
    return evidence.quantity()
        + " "
        + evidence.wildType().map(w -> w.toPlainString() + " to ").orElse("")
        + evidence.mutant().toPlainString()
        + " "
        + evidence.unit()
        + ", ddG "
        + evidence.ddgKcalPerMol().toPlainString()
        + (evidence.atLeast() ? " or more" : "")
        + (evidence.conditions().isEmpty() ? "" : " (" + evidence.conditions() + ")")
        + " "
        + evidence.source();
  }
}
