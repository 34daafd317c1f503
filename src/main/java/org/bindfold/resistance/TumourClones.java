package org.bindfold.resistance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.ClonalSelection;
import org.bindfold.pharmacology.ClonalSelection.Clone;
import org.bindfold.pharmacology.DoseResponse;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.Exposure;
import org.bindfold.pharmacology.PreexistingResistance;
import org.bindfold.pharmacology.ResistanceFactor;
import org.bindfold.report.ResistanceReport;
import org.bindfold.report.ResistanceReport.Outcome;
import org.bindfold.report.Rounded;

/**
 * The clones of a sample, from allele fractions, purity and copies, and what becomes of them. Each
 * variant (or compound) is a clone with one mutated copy in each of its cells; what no clone
 * accounts for is the wild type. Which clones lie inside others is not known, so they are taken to
 * stand side by side.
 */
public final class TumourClones {
  static final String WILD_TYPE = "wild type";

  private final SampleVariants variants;
  private final Map<String, GeneLevel> levels;
  private final double purity;
  private final DrugOutcomes outcomes;
  private final List<ResistanceReport.Result> results;

  public TumourClones(
      SampleVariants variants,
      Map<String, GeneLevel> levels,
      double purity,
      DrugOutcomes outcomes,
      List<ResistanceReport.Result> results) {
    this.variants = variants;
    this.levels = Map.copyOf(levels);
    this.purity = purity;
    this.outcomes = outcomes;
    this.results = results;
  }

  /** The course under a regimen; empty when no clone is known that concerns one of its drugs. */
  public Optional<ClonalSelection> under(List<Drug> regimen, SelectionRequest request) {
    Map<SampleVariants.Entry, Double> fractions = fractions(regimen);
    if (fractions.isEmpty()) {
      return Optional.empty();
    }
    double sum = fractions.values().stream().mapToDouble(f -> f).sum();
    double scale = sum > 1 ? 1 / sum : 1;
    List<Clone> clones = new ArrayList<>();
    clones.add(
        new Clone(
            WILD_TYPE,
            Math.max(0, 1 - sum * scale),
            regimen.stream().map(d -> effect(d, withoutVariant(d))).toList()));
    fractions.forEach(
        (entry, fraction) ->
            clones.add(
                new Clone(
                    entry.call().change().shortName(),
                    Math.min(1, fraction * scale),
                    regimen.stream().map(d -> effect(d, needed(entry, d))).toList())));
    return Optional.of(ClonalSelection.of(clones, request.growth()));
  }

  /** The same as a report shows it. */
  public Optional<ResistanceReport.Selection> shown(List<Drug> regimen, SelectionRequest request) {
    return under(regimen, request)
        .map(
            course ->
                new ResistanceReport.Selection(
                    regimen.stream().map(Drug::name).toList(),
                    request.days(),
                    course.relapseDay().isPresent()
                        ? Optional.of(Rounded.decimal(course.relapseDay().getAsDouble(), 1))
                        : Optional.empty(),
                    Rounded.decimal(request.cells(), 0),
                    preexisting(course, regimen, request),
                    course.clones().stream()
                        .map(
                            c ->
                                new ResistanceReport.SelectedClone(
                                    c.name(),
                                    Rounded.fraction(c.share()),
                                    Rounded.decimal(course.growth(c), 4),
                                    Rounded.fraction(course.share(c, request.days()))))
                        .toList(),
                    notes(course, regimen, request)));
  }

  private Optional<BigDecimal> preexisting(
      ClonalSelection course, List<Drug> regimen, SelectionRequest request) {
    double q = request.growth().death() / request.growth().birth();
    double u = request.mutationRate();
    double fitness = request.fitness();
    OptionalDouble probability =
        regimen.size() == 1
            ? OptionalDouble.of(PreexistingResistance.oneDrug(request.cells(), u, q, fitness))
            : PreexistingResistance.ofClones(course, request.cells(), u, q, fitness);
    return probability.isPresent()
        ? Optional.of(Rounded.decimal(probability.getAsDouble(), 6))
        : Optional.empty();
  }

  /**
   * Whether one mutation escapes a whole regimen: that of one drug, or one that a clone of this
   * tumour shows, since it has that alone and grows under all of the drugs.
   */
  public boolean oneMutationEscapes(ClonalSelection course, int drugs) {
    Set<String> single =
        variants.entries().stream()
            .filter(entry -> entry.parts().isEmpty())
            .map(entry -> entry.call().change().shortName())
            .collect(Collectors.toSet());
    return drugs == 1
        || course.clones().stream()
            .anyMatch(clone -> single.contains(clone.name()) && course.growth(clone) > 0);
  }

  private List<String> notes(ClonalSelection course, List<Drug> regimen, SelectionRequest request) {
    List<String> notes = new ArrayList<>(notes(request));
    if (regimen.size() > 1) {
      if (oneMutationEscapes(course, regimen.size())) {
        notes.add(
            "A clone with one mutation grows under all of the drugs, so one is taken to escape"
                + " them, and resistance to be there before treatment.");
      } else {
        notes.addAll(mutationsNeeded(course, request.cells()));
      }
    }
    return notes;
  }

  /** What the cells of each clone still need, the clones of one need together. */
  private static List<String> mutationsNeeded(ClonalSelection course, double cells) {
    Map<String, List<String>> clones = new LinkedHashMap<>();
    for (Clone clone : course.clones()) {
      if (cells * clone.share() >= 1) {
        clones.computeIfAbsent(needs(course, clone), n -> new ArrayList<>()).add(clone.name());
      }
    }
    return clones.entrySet().stream()
        .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()) + ".")
        .toList();
  }

  private static String needs(ClonalSelection course, Clone clone) {
    if (course.growth(clone) > 0) {
      return "Grows under all of the drugs, so it is taken for resistant as it is";
    }
    if (!course.effectsAfterOneEscape(clone).isEmpty()) {
      return "Grows once it escapes one of the drugs, so a cell is taken to need one further"
          + " mutation";
    }
    return clone.effects().size() == 2
        ? "Grows under neither drug alone, so a cell is taken to need a mutation for each"
        : "Does not grow once it escapes one of the drugs, so its odds are not worked out";
  }

  private static List<String> notes(SelectionRequest request) {
    return List.of(
        String.format(
            Locale.ROOT,
            "Cells divide %.4f times a day, %.4f die, and %.4f more at a drug's full effect; one"
                + " daughter in %.0f divisions is resistant. These are assumed unless given.",
            request.growth().birth(),
            request.growth().death(),
            request.growth().kill(),
            1 / request.mutationRate()),
        "Each variant is taken for a clone of its own with one mutated copy a cell; the wild type is"
            + " what they leave.");
  }

  /** Share of tumour cells that carry each variant that was assessed for a drug of the regimen. */
  private Map<SampleVariants.Entry, Double> fractions(List<Drug> regimen) {
    Map<SampleVariants.Entry, Double> fractions = new LinkedHashMap<>();
    for (SampleVariants.Entry entry : variants.entries()) {
      OptionalDouble alleleFraction = entry.call().alleleFraction();
      if (alleleFraction.isPresent()
          && !variants.isPartOfCompound(entry.id())
          && regimen.stream().anyMatch(d -> result(entry, d).isPresent())) {
        fractions.put(entry, cellFraction(alleleFraction.getAsDouble(), entry.call().gene()));
      }
    }
    return fractions;
  }

  /** f (p C + 2 (1 - p)) / p mutated copies in each tumour cell, one in each cell of the clone. */
  private double cellFraction(double alleleFraction, String gene) {
    GeneLevel level = levels.get(gene);
    double copies =
        level == null || level.fromExpression()
            ? GeneLevel.NORMAL_COPIES
            : level.ratio() * GeneLevel.NORMAL_COPIES;
    double mutated =
        alleleFraction * (purity * copies + GeneLevel.NORMAL_COPIES * (1 - purity)) / purity;
    return Math.min(1, mutated);
  }

  private Optional<ResistanceReport.Result> result(SampleVariants.Entry entry, Drug drug) {
    return results.stream()
        .filter(r -> r.variant().equals(entry.id()) && r.drug().equals(drug.name()))
        .filter(r -> r.outcome() != Outcome.NOT_ASSESSED)
        .findFirst();
  }

  /** A drug that the variant does not concern needs what it needs without it. */
  private double needed(SampleVariants.Entry entry, Drug drug) {
    return result(entry, drug)
        .flatMap(ResistanceReport.Result::exposure)
        .map(e -> e.neededNanomolar().doubleValue())
        .orElseGet(() -> withoutVariant(drug));
  }

  private double withoutVariant(Drug drug) {
    double fold = ResistanceFactor.of(drug, outcomes.escape().withoutVariant(drug)).foldChange();
    return Exposure.of(drug, fold).needed();
  }

  private static double effect(Drug drug, double needed) {
    return new DoseResponse(needed).effect(DoseResponse.usualConcentration(drug));
  }
}
