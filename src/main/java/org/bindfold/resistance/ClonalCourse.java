package org.bindfold.resistance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.AcquiredResistance;
import org.bindfold.pharmacology.ClonalSelection;
import org.bindfold.pharmacology.ClonalSelection.Clone;
import org.bindfold.pharmacology.DoseResponse;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.Exposure;
import org.bindfold.pharmacology.PreexistingResistance;
import org.bindfold.pharmacology.ResistanceFactor;

/**
 * The clones of a sample, from allele fractions, purity and copies, and what becomes of them under
 * a regimen. Each variant (or compound) is a clone with one mutated copy in each of its cells; what
 * no clone accounts for is the wild type. Which clones lie inside others is not known, so they are
 * taken to stand side by side.
 *
 * @param regimen drugs given together
 * @param request how they are followed
 * @param clones the wild type first, then as the variants
 * @param selection the same, as they grow and shrink
 */
public record ClonalCourse(
    List<Drug> regimen,
    SelectionRequest request,
    List<TumourClone> clones,
    ClonalSelection selection) {
  private static final String WILD_TYPE = "wild type";
  private static final int INTERVALS = 50;

  public ClonalCourse {
    regimen = List.copyOf(regimen);
    clones = List.copyOf(clones);
  }

  /** What the cells of a clone still need to grow under all of the drugs. */
  public enum Need {
    /** They grow as they are. */
    NOTHING,
    /** A mutation that escapes one of the drugs. */
    ONE_MUTATION,
    /** A mutation for each of two drugs. */
    ONE_FOR_EACH,
    /** More than that, so their odds are not worked out. */
    MORE
  }

  /** The course of the clones that concern a drug of the regimen; empty when none is known. */
  static Optional<ClonalCourse> of(
      SampleInput sample,
      Assessor assessor,
      List<VariantOutcome> outcomes,
      List<Drug> regimen,
      SelectionRequest request) {
    Map<SampleVariant, Double> fractions = fractions(sample, outcomes, regimen);
    if (fractions.isEmpty()) {
      return Optional.empty();
    }
    double sum = fractions.values().stream().mapToDouble(f -> f).sum();
    double scale = sum > 1 ? 1 / sum : 1;
    List<Double> wildType = regimen.stream().map(d -> ic50(assessor, d)).toList();
    List<TumourClone> clones = new ArrayList<>();
    clones.add(
        new TumourClone(
            Optional.empty(),
            new Clone(WILD_TYPE, Math.max(0, 1 - sum * scale), effects(regimen, wildType))));
    fractions.forEach(
        (variant, fraction) -> {
          List<Double> ic50 = new ArrayList<>();
          for (int i = 0; i < regimen.size(); i++) {
            // A drug that the variant does not concern needs what it needs without it.
            ic50.add(
                outcome(outcomes, variant, regimen.get(i))
                    .map(a -> a.decision().exposure().ic50())
                    .orElse(wildType.get(i)));
          }
          clones.add(
              new TumourClone(
                  Optional.of(variant),
                  new Clone(
                      variant.change().shortName(),
                      Math.min(1, fraction * scale),
                      effects(regimen, ic50))));
        });
    ClonalSelection selection =
        ClonalSelection.of(clones.stream().map(TumourClone::population).toList(), request.growth());
    return Optional.of(new ClonalCourse(regimen, request, clones, selection));
  }

  /** Share of tumour cells that carry each variant that was assessed for a drug of the regimen. */
  private static Map<SampleVariant, Double> fractions(
      SampleInput sample, List<VariantOutcome> outcomes, List<Drug> regimen) {
    Map<SampleVariant, Double> fractions = new LinkedHashMap<>();
    for (SampleVariant variant : sample.variants().all()) {
      OptionalDouble alleleFraction = variant.call().alleleFraction();
      if (alleleFraction.isPresent()
          && !sample.variants().isPartOfCompound(variant)
          && regimen.stream().anyMatch(d -> outcome(outcomes, variant, d).isPresent())) {
        fractions.put(variant, cells(sample, alleleFraction.getAsDouble(), variant.gene()));
      }
    }
    return fractions;
  }

  /** f (p C + 2 (1 - p)) / p mutated copies in each tumour cell, one in each cell of the clone. */
  private static double cells(SampleInput sample, double alleleFraction, String gene) {
    double purity = sample.purity();
    double inTumour = purity * sample.copies(gene);
    double inOthers = GeneLevel.NORMAL_COPIES * (1 - purity);
    return Math.min(1, alleleFraction * (inTumour + inOthers) / purity);
  }

  private static Optional<Assessment> outcome(
      List<VariantOutcome> outcomes, SampleVariant variant, Drug drug) {
    return outcomes.stream()
        .filter(o -> o.variant().number() == variant.number() && o.drug().equals(drug))
        .flatMap(o -> o.assessed().stream())
        .findFirst();
  }

  /** The IC50 of the sample's cells without a variant of the target, nM unbound. */
  private static double ic50(Assessor assessor, Drug drug) {
    double fold = ResistanceFactor.of(drug, assessor.context().withoutVariant(drug)).foldChange();
    return Exposure.of(drug, fold).ic50();
  }

  private static List<Double> effects(List<Drug> regimen, List<Double> ic50) {
    List<Double> effects = new ArrayList<>();
    for (int i = 0; i < regimen.size(); i++) {
      effects.add(
          new DoseResponse(ic50.get(i)).effect(DoseResponse.usualConcentration(regimen.get(i))));
    }
    return effects;
  }

  /** Net growth of a clone a day; negative when it shrinks. */
  public double growth(TumourClone clone) {
    return selection.growth(clone.population());
  }

  /** A clone's cells on a day, over those of the whole tumour before treatment. */
  public double size(TumourClone clone, double day) {
    return selection.size(clone.population(), day);
  }

  /** A clone's share of the tumour on a day. */
  public double share(TumourClone clone, double day) {
    return selection.share(clone.population(), day);
  }

  /**
   * The days on which the course is told: some fifty even steps, and the last day whether or not it
   * is one of them.
   */
  public List<Integer> days() {
    int step = Math.max(1, request.days() / INTERVALS);
    return IntStream.concat(
            IntStream.iterate(0, day -> day < request.days(), day -> day + step),
            IntStream.of(request.days()))
        .boxed()
        .toList();
  }

  /**
   * Probability that a resistant cell was there before treatment; empty where it was not worked
   * out: more than two drugs are left to escape.
   */
  public OptionalDouble preexisting() {
    double deathRatio = request.growth().death() / request.growth().birth();
    double rate = request.mutationRate();
    return regimen.size() == 1
        ? OptionalDouble.of(
            PreexistingResistance.oneDrug(request.cells(), rate, deathRatio, request.fitness()))
        : PreexistingResistance.ofClones(
            selection, request.cells(), rate, deathRatio, request.fitness());
  }

  /**
   * Probability that a resistant lineage that lasts is founded under treatment; empty for more than
   * two drugs that some clone does not escape by a single mutation.
   */
  public OptionalDouble acquired() {
    double cells = request.cells();
    double rate = request.mutationRate();
    return oneMutationEscapes()
        ? OptionalDouble.of(
            AcquiredResistance.oneDrug(
                selection, request.growth(), cells, rate, request.fitness(), request.days()))
        : AcquiredResistance.ofClones(
            selection, request.growth(), cells, rate, request.fitness(), request.days());
  }

  /**
   * Whether one mutation escapes the whole regimen: that of one drug, or one that a clone of this
   * tumour shows, since it has that alone and grows under all of the drugs.
   */
  public boolean oneMutationEscapes() {
    return regimen.size() == 1
        || clones.stream()
            .anyMatch(c -> c.variant().filter(v -> !v.isCompound()).isPresent() && growth(c) > 0);
  }

  /** What each clone of at least one cell still needs, the clones of one need together. */
  public Map<Need, List<TumourClone>> needs() {
    Map<Need, List<TumourClone>> needs = new LinkedHashMap<>();
    for (TumourClone clone : clones) {
      if (request.cells() * clone.population().share() >= 1) {
        needs.computeIfAbsent(need(clone), n -> new ArrayList<>()).add(clone);
      }
    }
    return needs;
  }

  private Need need(TumourClone clone) {
    if (growth(clone) > 0) {
      return Need.NOTHING;
    }
    if (!selection.effectsAfterOneEscape(clone.population()).isEmpty()) {
      return Need.ONE_MUTATION;
    }
    return regimen.size() == 2 ? Need.ONE_FOR_EACH : Need.MORE;
  }
}
