package org.bindfold.resistance;

import java.util.List;
import org.bindfold.pharmacology.Drug;

/**
 * The answer for one sample, unrounded: what its variants and gene levels mean for each drug, which
 * drugs still work, and what becomes of its clones. Reports, tables and simulations are made from
 * this and compute nothing on their own.
 *
 * @param sample what was read
 * @param catalogVersion of the drugs
 * @param calibrationVersion of the binding model
 * @param drugs those that are reported, by name
 * @param outcomes of the sample, one for each of {@code drugs}, in their order
 * @param results one per variant and drug of {@code drugs} that it concerns, variants in input
 *     order, drugs by name
 * @param alternatives for each target with variants, by symbol: its catalogued drugs, best first
 * @param courses of the clones under each drug alone, where clones are known
 */
public record SampleAnalysis(
    SampleInput sample,
    String catalogVersion,
    String calibrationVersion,
    List<Drug> drugs,
    List<DrugOutcome> outcomes,
    List<VariantOutcome> results,
    List<Alternative> alternatives,
    List<ClonalCourse> courses) {

  public SampleAnalysis {
    drugs = List.copyOf(drugs);
    outcomes = List.copyOf(outcomes);
    results = List.copyOf(results);
    alternatives = List.copyOf(alternatives);
    courses = List.copyOf(courses);
  }
}
