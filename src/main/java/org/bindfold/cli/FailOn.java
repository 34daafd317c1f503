package org.bindfold.cli;

import java.util.List;
import org.bindfold.resistance.DrugOutcome;
import org.bindfold.resistance.Outcome;

/** From which outcome of a sample on a run fails. */
enum FailOn {
  /** Intermediate and resistant. */
  INTERMEDIATE(Outcome.INTERMEDIATE),
  /** Resistant only. */
  RESISTANT(Outcome.RESISTANT);

  private final Outcome least;

  FailOn(Outcome least) {
    this.least = least;
  }

  /** Whether one of the outcomes is this bad, or worse; what is not assessed is neither. */
  boolean isMet(List<DrugOutcome> outcomes) {
    return outcomes.stream()
        .map(DrugOutcome::outcome)
        .anyMatch(o -> o != Outcome.NOT_ASSESSED && o.compareTo(least) >= 0);
  }
}
