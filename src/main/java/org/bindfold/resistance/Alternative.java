package org.bindfold.resistance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A catalogued drug on the variants of one sample, beside the others of its target: what still
 * works.
 *
 * @param rank from 1, the best; drugs that could not be assessed come last
 * @param outcome of the sample for the drug
 * @param obstacle why the first variant that could not be assessed could not; empty where the
 *     outcome is assessed, or no variant was the obstacle
 */
public record Alternative(int rank, DrugOutcome outcome, Optional<Note.Obstacle> obstacle) {

  /** Cmax over the IC50 of the sample's cells; empty where one of them is not known. */
  public OptionalDouble margin() {
    return margin(outcome);
  }

  /**
   * The drugs of one target. Sensitive before intermediate before resistant; of one outcome those
   * first whose Cmax is known, by the larger margin, then the others by the smaller fold change.
   * What could not be assessed comes last.
   */
  static List<Alternative> ranked(
      String target, List<DrugOutcome> outcomes, List<VariantOutcome> variants) {
    List<DrugOutcome> sorted =
        outcomes.stream()
            .filter(o -> o.drug().target().equals(target))
            .sorted(
                Comparator.comparing(DrugOutcome::outcome)
                    .thenComparing(Alternative::margin, Alternative::largerFirst)
                    .thenComparingDouble(
                        o -> o.assessed().map(a -> a.factor().foldChange()).orElse(0.0))
                    .thenComparing(o -> o.drug().name()))
            .toList();
    List<Alternative> ranked = new ArrayList<>();
    for (DrugOutcome outcome : sorted) {
      ranked.add(new Alternative(ranked.size() + 1, outcome, obstacle(outcome, variants)));
    }
    return ranked;
  }

  private static OptionalDouble margin(DrugOutcome outcome) {
    return outcome
        .assessed()
        .map(a -> a.decision().exposure().margin())
        .orElse(OptionalDouble.empty());
  }

  private static int largerFirst(OptionalDouble a, OptionalDouble b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return Double.compare(b.getAsDouble(), a.getAsDouble());
  }

  private static Optional<Note.Obstacle> obstacle(
      DrugOutcome outcome, List<VariantOutcome> variants) {
    return outcome.assessed().isPresent()
        ? Optional.empty()
        : variants.stream()
            .filter(v -> v.drug().equals(outcome.drug()))
            .flatMap(v -> v.obstacle().stream())
            .findFirst();
  }
}
