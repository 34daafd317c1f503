package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.bindfold.pharmacology.ClonalSelection.Clone;
import org.bindfold.pharmacology.ClonalSelection.Growth;
import org.junit.jupiter.api.Test;

/** Against closed forms, and against a cell-by-cell simulation with a fixed seed. */
class AcquiredResistanceTest {
  private static final Growth GROWTH = new Growth(0.1, 0.05, 0.1);
  private static final int RUNS = 3000;

  /** A lineage of so many cells hardly ever dies out. */
  private static final int LASTING = 60;

  @Test
  void aTumourThatDividesAsMuchAsItDiesLivesItsCellsTimesDays() {
    // A half effect: 0.1 divisions, 0.05 + 0.05 deaths a day.
    double p = AcquiredResistance.probability(course(0.5), GROWTH, 1e6, 1e-8, 100);

    assertThat(p).isCloseTo(1 - Math.exp(-1e-8 * 0.1 * 0.5 * 1e6 * 100), within(1e-12));
  }

  @Test
  void aTumourThatShrinksHasOnlySoManyDivisionsLeft() {
    double late = AcquiredResistance.probability(course(1), GROWTH, 1e6, 1e-8, 10_000);

    assertThat(late).isCloseTo(1 - Math.exp(-1e-8 * 0.1 * 0.5 * 1e6 / 0.05), within(1e-12));
    assertThat(AcquiredResistance.probability(course(1), GROWTH, 1e6, 1e-8, 0)).isZero();
  }

  @Test
  void agreesWithASimulationOfCells() {
    int cells = 200;
    double rate = 5e-3;
    SplittableRandom random = new SplittableRandom(7);
    int lasting = 0;
    for (int run = 0; run < RUNS; run++) {
      lasting += escapes(cells, rate, random) ? 1 : 0;
    }

    double expected = AcquiredResistance.probability(course(1), GROWTH, cells, rate, 1e6);

    assertThat(expected).isBetween(0.4, 0.8);
    assertThat(lasting / (double) RUNS).isCloseTo(expected, within(0.035));
  }

  @Test
  void absurdNumbersAreRefused() {
    assertThatThrownBy(() -> AcquiredResistance.probability(course(1), GROWTH, 0, 1e-8, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AcquiredResistance.probability(course(1), GROWTH, 10, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ClonalSelection course(double effect) {
    return ClonalSelection.of(List.of(new Clone("wild type", 1, List.of(effect))), GROWTH);
  }

  /** Event by event; the drug has its full effect on sensitive cells and none on resistant ones. */
  private static boolean escapes(int cells, double rate, SplittableRandom random) {
    int sensitive = cells;
    int resistant = 0;
    while (sensitive + resistant > 0 && resistant < LASTING) {
      double hitsSensitive = sensitive * (0.1 + 0.15);
      double hitsResistant = resistant * (0.1 + 0.05);
      if (random.nextDouble() * (hitsSensitive + hitsResistant) < hitsSensitive) {
        if (random.nextDouble() * 0.25 < 0.15) {
          sensitive--;
        } else if (random.nextDouble() < rate) {
          resistant++;
        } else {
          sensitive++;
        }
      } else {
        resistant += random.nextDouble() * 0.15 < 0.05 ? -1 : 1;
      }
    }
    return resistant > 0;
  }
}
