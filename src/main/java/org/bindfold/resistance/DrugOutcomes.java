package org.bindfold.resistance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.affinity.BindingChange;
import org.bindfold.binding.BindingSource;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.Escape;
import org.bindfold.pharmacology.Exposure;
import org.bindfold.pharmacology.LossOfFunction;
import org.bindfold.pharmacology.Mechanism;
import org.bindfold.pharmacology.ResistanceClass;
import org.bindfold.pharmacology.ResistanceFactor;
import org.bindfold.pharmacology.SiteAccess;
import org.bindfold.pharmacology.TargetAltered.Factor;
import org.bindfold.pharmacology.TargetGone;
import org.bindfold.report.ResistanceReport;
import org.bindfold.report.ResistanceReport.Outcome;
import org.bindfold.report.Rounded;
import org.bindfold.sequence.ProteinChange;

/** What the variants and gene levels of one sample mean for a drug. */
public final class DrugOutcomes {
  private final SampleVariants variants;
  private final Map<String, GeneLevel> levels;
  private final Treatment treatment;
  private final double purity;

  public DrugOutcomes(
      SampleVariants variants, Map<String, GeneLevel> levels, Treatment treatment, double purity) {
    this.variants = variants;
    this.levels = Map.copyOf(levels);
    this.treatment = treatment;
    this.purity = purity;
  }

  /** Whether a variant can matter to a drug. */
  public static boolean concerns(SampleVariants.Entry entry, Drug drug) {
    return drug.target().equals(entry.call().gene())
        || (entry.endsProteinEarly() && drug.dependsOn(entry.call().gene()));
  }

  public ResistanceReport.Result result(
      SampleVariants.Entry entry, Drug drug, BindingSource source) {
    boolean ofTarget = drug.target().equals(entry.call().gene());
    boolean missense = entry.call().change().effect() == ProteinChange.Effect.MISSENSE;
    if (ofTarget && !missense && !entry.endsProteinEarly()) {
      return notAssessed(entry, drug, source.answer(entry.call().change()).notes());
    }
    BindingSource.Answer answer =
        ofTarget && missense
            ? source.answer(entry.call().change())
            : new BindingSource.Answer(Optional.empty(), List.of());
    List<String> notes = new ArrayList<>(answer.notes());
    if (!entry.parts().isEmpty()) {
      notes.add(
          String.join(" and ", entry.parts()) + " are on one molecule and scored as one protein.");
    }
    String reason =
        answer.effect().isEmpty() && !notes.isEmpty()
            ? notes.get(0)
            : "no change of a residue of the target";
    List<Mechanism> mechanisms =
        escape(entry)
            .mechanisms(
                drug,
                answer
                    .effect()
                    .map(
                        e ->
                            new Factor(
                                BindingChange.fold(e.ddg()),
                                BindingChange.fold(e.low()),
                                BindingChange.fold(e.high()))),
                reason);
    ResistanceFactor factor = ResistanceFactor.of(drug, mechanisms);
    Exposure exposure = Exposure.of(drug, factor.foldChange());
    boolean effectKnown =
        answer.effect().isPresent()
            || (entry.endsProteinEarly() && assessed(mechanisms, TargetGone.NAME));
    boolean siteKnown = assessed(mechanisms, SiteAccess.NAME);
    boolean assessed =
        (effectKnown && siteKnown) || exposure.resistanceClass() == ResistanceClass.RESISTANT;
    if (assessed && !effectKnown) {
      notes.add("What the change does to binding is not known; the rest decides without it.");
    }
    if (!siteKnown) {
      notes.add(siteUnknown(drug));
    }
    return new ResistanceReport.Result(
        entry.id(),
        entry.call().gene(),
        entry.call().change().shortName(),
        drug.name(),
        assessed ? outcome(exposure) : Outcome.NOT_ASSESSED,
        Optional.of(factor).filter(f -> assessed).map(f -> Rounded.fold(f.foldChange())),
        Optional.of(factor).filter(f -> assessed).map(f -> Rounded.fold(f.low())),
        Optional.of(factor).filter(f -> assessed).map(f -> Rounded.fold(f.high())),
        Optional.of(exposure).filter(e -> assessed).map(DrugOutcomes::shown),
        shares(mechanisms, factor),
        answer.effect().map(BindingSource.Effect::shown),
        List.of(),
        notes);
  }

  /** Whether no mechanism of a name lacks what it needs. */
  private static boolean assessed(List<Mechanism> mechanisms, String name) {
    return mechanisms.stream().filter(m -> m.name().equals(name)).allMatch(Mechanism::assessed);
  }

  private static String siteUnknown(Drug drug) {
    return "How much of " + drug.name() + " reaches the brain is not known.";
  }

  private static ResistanceReport.Result notAssessed(
      SampleVariants.Entry entry, Drug drug, List<String> notes) {
    return new ResistanceReport.Result(
        entry.id(),
        entry.call().gene(),
        entry.call().change().shortName(),
        drug.name(),
        Outcome.NOT_ASSESSED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        notes);
  }

  /** The whole sample: the variant that needs most drug, or the gene levels alone. */
  public ResistanceReport.SampleResult sample(Drug drug, List<ResistanceReport.Result> results) {
    List<ResistanceReport.Result> own =
        results.stream().filter(r -> r.drug().equals(drug.name())).toList();
    List<String> notes = new ArrayList<>();
    own.stream()
        .filter(r -> r.outcome() == Outcome.NOT_ASSESSED)
        .forEach(r -> notes.add(r.change() + " could not be assessed and does not count here."));
    notes.addAll(variants.phasing(drug.target()));
    Optional<ResistanceReport.Result> worst =
        own.stream()
            .filter(r -> r.foldChange().isPresent() && r.outcome() != Outcome.NOT_ASSESSED)
            .filter(r -> !variants.isPartOfCompound(r.variant()))
            .filter(r -> !hidesWhatIsNotKnown(r, own))
            .max(Comparator.comparing(r -> r.foldChange().orElseThrow()));
    return worst
        .map(
            r ->
                new ResistanceReport.SampleResult(
                    drug.name(),
                    drug.target(),
                    r.outcome(),
                    r.foldChange(),
                    r.foldLow(),
                    r.foldHigh(),
                    Optional.of(r.change()),
                    r.exposure(),
                    r.mechanisms(),
                    notes))
        .orElseGet(() -> withoutVariant(drug, own.isEmpty(), notes));
  }

  private ResistanceReport.SampleResult withoutVariant(
      Drug drug, boolean none, List<String> notes) {
    List<Mechanism> mechanisms = escape().withoutVariant(drug);
    ResistanceFactor factor = ResistanceFactor.of(drug, mechanisms);
    Exposure exposure = Exposure.of(drug, factor.foldChange());
    boolean siteKnown = assessed(mechanisms, SiteAccess.NAME);
    boolean known =
        none
            && mechanisms.stream().anyMatch(Mechanism::assessed)
            && (siteKnown || exposure.resistanceClass() == ResistanceClass.RESISTANT);
    if (!siteKnown) {
      notes.add(siteUnknown(drug));
    }
    notes.add("No variant of " + drug.target() + " was assessed.");
    return new ResistanceReport.SampleResult(
        drug.name(),
        drug.target(),
        known ? outcome(exposure) : Outcome.NOT_ASSESSED,
        Optional.of(factor).filter(f -> known).map(f -> Rounded.fold(f.foldChange())),
        Optional.of(factor).filter(f -> known).map(f -> Rounded.fold(f.low())),
        Optional.of(factor).filter(f -> known).map(f -> Rounded.fold(f.high())),
        Optional.empty(),
        Optional.of(exposure).filter(e -> known).map(DrugOutcomes::shown),
        shares(mechanisms, factor),
        notes);
  }

  /**
   * A lost target that makes no resistance says nothing of cells that keep it with another change:
   * it does not decide beside one that could not be assessed.
   */
  private static boolean hidesWhatIsNotKnown(
      ResistanceReport.Result result, List<ResistanceReport.Result> own) {
    return result.outcome() == Outcome.SENSITIVE
        && result.mechanisms().stream().anyMatch(m -> m.name().equals(TargetGone.NAME))
        && own.stream().anyMatch(r -> r.outcome() == Outcome.NOT_ASSESSED);
  }

  /** The ways of escape of the cells that carry a variant. */
  private Escape escape(SampleVariants.Entry entry) {
    Map<String, LossOfFunction> losses = new HashMap<>(losses());
    if (entry.endsProteinEarly()) {
      losses.put(entry.call().gene(), loss(entry));
    } else {
      // A cell with this change has the protein.
      losses.remove(entry.call().gene());
    }
    return new Escape(levels, losses, treatment.site(), treatment.inhibitedPumps());
  }

  Escape escape() {
    return new Escape(levels, losses(), treatment.site(), treatment.inhibitedPumps());
  }

  private Map<String, LossOfFunction> losses() {
    Map<String, LossOfFunction> losses = new LinkedHashMap<>();
    for (SampleVariants.Entry entry : variants.entries()) {
      if (entry.endsProteinEarly()) {
        losses.merge(
            entry.call().gene(),
            loss(entry),
            (a, b) -> a.shareOfCopies() >= b.shareOfCopies() ? a : b);
      }
    }
    return losses;
  }

  private LossOfFunction loss(SampleVariants.Entry entry) {
    GeneLevel level = levels.get(entry.call().gene());
    double copies =
        level == null || level.fromExpression()
            ? GeneLevel.NORMAL_COPIES
            : level.ratio() * GeneLevel.NORMAL_COPIES;
    return SampleVariants.loss(entry.call(), purity, copies);
  }

  static Outcome outcome(Exposure exposure) {
    return switch (exposure.resistanceClass()) {
      case SENSITIVE -> Outcome.SENSITIVE;
      case INTERMEDIATE -> Outcome.INTERMEDIATE;
      case RESISTANT -> Outcome.RESISTANT;
    };
  }

  private static ResistanceReport.Exposure shown(Exposure exposure) {
    return new ResistanceReport.Exposure(
        Rounded.concentration(exposure.needed()),
        exposure.peak().isPresent()
            ? Optional.of(Rounded.concentration(exposure.peak().getAsDouble()))
            : Optional.empty(),
        exposure.trough().isPresent()
            ? Optional.of(Rounded.concentration(exposure.trough().getAsDouble()))
            : Optional.empty(),
        exposure.reason());
  }

  private static List<ResistanceReport.Mechanism> shares(
      List<Mechanism> mechanisms, ResistanceFactor factor) {
    List<ResistanceReport.Mechanism> shares = new ArrayList<>();
    for (int i = 0; i < mechanisms.size(); i++) {
      Mechanism mechanism = mechanisms.get(i);
      shares.add(
          new ResistanceReport.Mechanism(
              mechanism.name(),
              mechanism.gene(),
              mechanism.assessed(),
              Rounded.fold(factor.shares().get(i)),
              mechanism.explanation()));
    }
    return shares;
  }
}
