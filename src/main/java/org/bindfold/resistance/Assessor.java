package org.bindfold.resistance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.binding.BindingSource;
import org.bindfold.binding.PredictedBinding;
import org.bindfold.evidence.EvidenceTable;
import org.bindfold.pharmacology.Cause;
import org.bindfold.pharmacology.CellContext;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.LossOfFunction;
import org.bindfold.pharmacology.MechanismKind;
import org.bindfold.pharmacology.TargetAltered;
import org.bindfold.pharmacology.TargetAltered.Factor;

/** Works out what the variants and gene levels of one sample mean for a drug. */
final class Assessor {
  private final SampleInput sample;
  private final EvidenceTable evidence;

  Assessor(SampleInput sample, EvidenceTable evidence) {
    this.sample = sample;
    this.evidence = evidence;
  }

  /** Whether a variant can matter to a drug. */
  static boolean concerns(SampleVariant variant, Drug drug) {
    return drug.target().equals(variant.gene())
        || (variant.endsProteinEarly() && drug.dependsOn(variant.gene()));
  }

  /**
   * What a variant that {@link #concerns} a drug means for it.
   *
   * @param source of the binding changes of the drug and its target
   */
  VariantOutcome assess(SampleVariant variant, Drug drug, BindingSource source) {
    boolean ofTarget = drug.target().equals(variant.gene());
    Optional<BindingSource.Answer> answer =
        ofTarget && !variant.endsProteinEarly()
            ? Optional.of(source.answer(variant.change()))
            : Optional.empty();
    if (answer.isPresent() && !variant.isMissense()) {
      return notModelled(variant, drug, answer.get());
    }
    Optional<PredictedBinding> binding = answer.flatMap(BindingSource.Answer::binding);
    Optional<Note.Obstacle> obstacle =
        answer.flatMap(BindingSource.Answer::obstacle).map(Note.BindingNotPredicted::new);
    Assessment assessment =
        Assessment.of(
            drug,
            context(variant)
                .mechanisms(
                    drug,
                    binding
                        .map(b -> TargetAltered.of(drug, factor(b)))
                        .orElseGet(
                            () ->
                                TargetAltered.notKnown(
                                    drug, answer.flatMap(BindingSource.Answer::obstacle)))));
    boolean effectKnown =
        binding.isPresent()
            || (variant.endsProteinEarly() && assessment.knows(MechanismKind.TARGET_GONE));
    boolean siteKnown = assessment.knows(MechanismKind.SITE);
    boolean assessed = (effectKnown && siteKnown) || assessment.outcome() == Outcome.RESISTANT;
    List<Note> notes = new ArrayList<>();
    obstacle.ifPresent(notes::add);
    answer.ifPresent(a -> a.notes().forEach(n -> notes.add(new Note.OfPrediction(n))));
    if (variant.isCompound()) {
      notes.add(new Note.OneMolecule(variant.parts()));
    }
    if (assessed && !effectKnown) {
      notes.add(new Note.RestDecides());
    }
    if (!siteKnown) {
      notes.add(new Note.BrainShareNotKnown(drug));
    }
    return new VariantOutcome(
        variant,
        drug,
        assessed ? assessment.outcome() : Outcome.NOT_ASSESSED,
        Optional.of(assessment),
        binding,
        assessed
            ? Optional.empty()
            : Optional.of(
                effectKnown
                    ? new Note.BrainShareNotKnown(drug)
                    : obstacle.orElseGet(() -> gap(assessment))),
        evidence.of(variant.gene(), variant.change().shortName(), drug.name()),
        notes);
  }

  /** What is not known of a target that a variant ends early. */
  private static Note.Obstacle gap(Assessment assessment) {
    return assessment.shares().stream()
        .map(s -> s.mechanism().cause())
        .filter(Cause.TruncatedCopiesNotKnown.class::isInstance)
        .map(c -> new Note.TruncatedCopiesNotKnown(((Cause.TruncatedCopiesNotKnown) c).loss()))
        .findFirst()
        .orElseThrow();
  }

  private static Factor factor(PredictedBinding binding) {
    return new Factor(binding.foldChange(), binding.foldLow(), binding.foldHigh());
  }

  private VariantOutcome notModelled(
      SampleVariant variant, Drug drug, BindingSource.Answer answer) {
    Note.Obstacle obstacle = new Note.BindingNotPredicted(answer.obstacle().orElseThrow());
    return new VariantOutcome(
        variant,
        drug,
        Outcome.NOT_ASSESSED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(obstacle),
        evidence.of(variant.gene(), variant.change().shortName(), drug.name()),
        List.of(obstacle));
  }

  /** The whole sample: the variant that needs most drug, or the gene levels alone. */
  DrugOutcome sample(Drug drug, List<VariantOutcome> outcomes) {
    List<VariantOutcome> own = outcomes.stream().filter(o -> o.drug().equals(drug)).toList();
    List<SampleVariant> unassessed =
        own.stream().filter(o -> !o.isAssessed()).map(VariantOutcome::variant).toList();
    List<SampleVariants.Pair> phasing = sample.variants().pairs(drug.target());
    Optional<VariantOutcome> worst =
        own.stream()
            .filter(VariantOutcome::isAssessed)
            .filter(o -> !sample.variants().isPartOfCompound(o.variant()))
            .filter(o -> unassessed.isEmpty() || !hidesWhatIsNotKnown(o))
            .max(
                Comparator.comparingDouble(
                    o -> o.assessment().orElseThrow().factor().foldChange()));
    if (worst.isPresent()) {
      return new DrugOutcome(
          drug,
          worst.get().outcome(),
          worst.get().assessment().orElseThrow(),
          Optional.of(worst.get().variant()),
          unassessed,
          phasing,
          false);
    }
    Assessment assessment = Assessment.of(drug, context().withoutVariant(drug));
    boolean siteKnown = assessment.knows(MechanismKind.SITE);
    boolean known =
        own.isEmpty()
            && assessment.shares().stream().anyMatch(s -> s.mechanism().assessed())
            && (siteKnown || assessment.outcome() == Outcome.RESISTANT);
    return new DrugOutcome(
        drug,
        known ? assessment.outcome() : Outcome.NOT_ASSESSED,
        assessment,
        Optional.empty(),
        unassessed,
        phasing,
        !siteKnown);
  }

  /**
   * A lost target that makes no resistance says nothing of cells that keep it with another change:
   * it does not decide beside one that could not be assessed.
   */
  private static boolean hidesWhatIsNotKnown(VariantOutcome outcome) {
    return outcome.outcome() == Outcome.SENSITIVE
        && outcome.assessment().orElseThrow().has(MechanismKind.TARGET_GONE);
  }

  /** What decides beside a variant in the cells that carry it. */
  private CellContext context(SampleVariant variant) {
    Map<String, LossOfFunction> losses = new HashMap<>(losses());
    if (variant.endsProteinEarly()) {
      losses.put(variant.gene(), loss(variant));
    } else {
      // A cell with this change has the protein.
      losses.remove(variant.gene());
    }
    return context(losses);
  }

  /** What decides in cells without a variant of the target. */
  CellContext context() {
    return context(losses());
  }

  private CellContext context(Map<String, LossOfFunction> losses) {
    return new CellContext(
        sample.levels(), losses, sample.treatment().site(), sample.treatment().inhibitedPumps());
  }

  private Map<String, LossOfFunction> losses() {
    Map<String, LossOfFunction> losses = new LinkedHashMap<>();
    for (SampleVariant variant : sample.variants().all()) {
      if (variant.endsProteinEarly()) {
        losses.merge(
            variant.gene(),
            loss(variant),
            (a, b) -> a.shareOfCopies() >= b.shareOfCopies() ? a : b);
      }
    }
    return losses;
  }

  private LossOfFunction loss(SampleVariant variant) {
    return LossOfFunction.of(
        variant.gene(),
        variant.change().shortName(),
        variant.call().alleleFraction(),
        sample.purity(),
        sample.copies(variant.gene()));
  }
}
