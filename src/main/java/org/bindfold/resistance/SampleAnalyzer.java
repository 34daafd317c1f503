package org.bindfold.resistance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindfold.binding.BindingSource;
import org.bindfold.binding.BindingSources;
import org.bindfold.evidence.EvidenceTable;
import org.bindfold.io.WorkerPool;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;

/**
 * From what was read of a sample to what it means. Holds no state between samples but the binding
 * sources that it was given; safe for use by several threads.
 */
public final class SampleAnalyzer {
  private final DrugCatalog catalog;
  private final BindingSources sources;
  private final String calibrationVersion;
  private final EvidenceTable evidence;

  /**
   * An analyzer.
   *
   * @param catalog the drugs that are known
   * @param sources of binding changes
   * @param calibrationVersion that the sources score with
   * @param evidence what others measured
   */
  public SampleAnalyzer(
      DrugCatalog catalog,
      BindingSources sources,
      String calibrationVersion,
      EvidenceTable evidence) {
    this.catalog = catalog;
    this.sources = sources;
    this.calibrationVersion = calibrationVersion;
    this.evidence = evidence;
  }

  /** What a variant does to a drug. */
  private record Question(SampleVariant variant, Drug drug, BindingSource source) {}

  /** The answer for the drugs that were asked for. */
  public SampleAnalysis analyze(SampleInput sample, List<Drug> asked, WorkerPool workers) {
    List<Drug> drugs = byName(asked);
    Assessor assessor = new Assessor(sample, evidence);
    List<Drug> compared = compared(sample, drugs);
    List<VariantOutcome> all = outcomes(sample, assessor, compared, workers);
    List<DrugOutcome> outcomes = compared.stream().map(d -> assessor.sample(d, all)).toList();
    Set<Drug> wanted = Set.copyOf(drugs);
    return new SampleAnalysis(
        sample,
        catalog.version(),
        calibrationVersion,
        drugs,
        outcomes.stream().filter(o -> wanted.contains(o.drug())).toList(),
        all.stream().filter(o -> wanted.contains(o.drug())).toList(),
        alternatives(sample, drugs, outcomes, all),
        drugs.stream()
            .flatMap(
                d ->
                    ClonalCourse.of(sample, assessor, all, List.of(d), SelectionRequest.ASSUMED)
                        .stream())
            .toList());
  }

  /**
   * The course of the sample's clones under a regimen; empty when no clone is known that concerns
   * one of its drugs.
   */
  public Optional<ClonalCourse> course(
      SampleInput sample, List<Drug> regimen, SelectionRequest request, WorkerPool workers) {
    Assessor assessor = new Assessor(sample, evidence);
    return ClonalCourse.of(
        sample, assessor, outcomes(sample, assessor, regimen, workers), regimen, request);
  }

  private static List<Drug> byName(Iterable<Drug> drugs) {
    List<Drug> sorted = new ArrayList<>();
    drugs.forEach(sorted::add);
    sorted.sort(Comparator.comparing(Drug::name));
    return sorted;
  }

  /** The drugs of the report, and the others of the targets that have variants. */
  private List<Drug> compared(SampleInput sample, List<Drug> drugs) {
    Set<String> genes = sample.variants().genes();
    Set<Drug> compared = new LinkedHashSet<>(drugs);
    drugs.stream()
        .map(Drug::target)
        .filter(genes::contains)
        .forEach(t -> compared.addAll(catalog.ofTarget(t)));
    return byName(compared);
  }

  private List<VariantOutcome> outcomes(
      SampleInput sample, Assessor assessor, List<Drug> drugs, WorkerPool workers) {
    List<Question> questions = new ArrayList<>();
    for (SampleVariant variant : sample.variants().all()) {
      for (Drug drug : drugs) {
        if (Assessor.concerns(variant, drug)) {
          questions.add(new Question(variant, drug, sources.of(drug.name(), drug.target())));
        }
      }
    }
    return workers.map(questions, q -> assessor.assess(q.variant, q.drug, q.source));
  }

  private static List<Alternative> alternatives(
      SampleInput sample,
      List<Drug> drugs,
      List<DrugOutcome> outcomes,
      List<VariantOutcome> variants) {
    Set<String> genes = sample.variants().genes();
    return drugs.stream()
        .map(Drug::target)
        .filter(genes::contains)
        .distinct()
        .sorted()
        .flatMap(t -> Alternative.ranked(t, outcomes, variants).stream())
        .toList();
  }
}
