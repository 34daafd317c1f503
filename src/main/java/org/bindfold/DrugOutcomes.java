package org.bindfold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.affinity.BindingChange;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.Escape;
import org.bindfold.pharmacology.Exposure;
import org.bindfold.pharmacology.GeneLevel;
import org.bindfold.pharmacology.LossOfFunction;
import org.bindfold.pharmacology.Mechanism;
import org.bindfold.pharmacology.ResistanceClass;
import org.bindfold.pharmacology.ResistanceFactor;
import org.bindfold.pharmacology.TargetAltered.Factor;
import org.bindfold.report.ResistanceReport;
import org.bindfold.report.ResistanceReport.Outcome;
import org.bindfold.sequence.ProteinChange;

/** What the variants and gene levels of one sample mean for a drug. */
final class DrugOutcomes {
  private final SampleVariants variants;
  private final Map<String, GeneLevel> levels;
  private final Treatment treatment;
  private final double purity;

  DrugOutcomes(
      SampleVariants variants, Map<String, GeneLevel> levels, Treatment treatment, double purity) {
    this.variants = variants;
    this.levels = Map.copyOf(levels);
    this.treatment = treatment;
    this.purity = purity;
  }

  /** Whether a variant can matter to a drug. */
  static boolean concerns(SampleVariants.Entry entry, Drug drug) {
    return drug.target().equals(entry.call().gene())
        || (entry.endsProteinEarly() && drug.dependsOn(entry.call().gene()));
  }

  ResistanceReport.Result result(SampleVariants.Entry entry, Drug drug, BindingSource source) {
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
    boolean known = answer.effect().isPresent() || entry.endsProteinEarly();
    boolean assessed = known || exposure.resistanceClass() == ResistanceClass.RESISTANT;
    if (assessed && !known) {
      notes.add("What the change does to binding is not known; the rest decides without it.");
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
  ResistanceReport.SampleResult sample(Drug drug, List<ResistanceReport.Result> results) {
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
    boolean known = none && mechanisms.stream().anyMatch(Mechanism::assessed);
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
