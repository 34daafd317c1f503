package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.bindfold.pharmacology.ClonalSelection.Clone;
import org.bindfold.pharmacology.ClonalSelection.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against closed forms, and against a cell-by-cell simulation with a fixed seed. */
class AcquiredResistanceTest {
  private static final Growth GROWTH = new Growth(0.1, 0.05, 0.1);
  private static final int RUNS = 3000;

  /** A lineage of so many cells hardly ever dies out. */
  private static final int LASTING = 60;

  @Test
  void aTumourThatDividesAsMuchAsItDiesLivesItsCellsTimesDays() {
    // At the IC50: 0.1 divisions, 0.05 + 0.05 deaths a day.
    double p = AcquiredResistance.oneDrug(course(0.5), GROWTH, 1e6, 1e-8, 1, 100);

    assertThat(p).isCloseTo(1 - Math.exp(-1e-8 * 0.1 * 0.5 * 1e6 * 100), within(1e-12));
  }

  @Test
  void aTumourThatShrinksHasOnlySoManyDivisionsLeft() {
    double late = AcquiredResistance.oneDrug(course(1), GROWTH, 1e6, 1e-8, 1, 10_000);

    assertThat(late).isCloseTo(1 - Math.exp(-1e-8 * 0.1 * 0.5 * 1e6 / 0.05), within(1e-12));
    assertThat(AcquiredResistance.oneDrug(course(1), GROWTH, 1e6, 1e-8, 1, 0)).isZero();
  }

  @Test
  void agreesWithASimulationOfCells() {
    int cells = 200;
    double rate = 5e-3;
    SplittableRandom random = new SplittableRandom(7);
    int lasting = 0;
    for (int run = 0; run < RUNS; run++) {
      lasting += escapes(cells, rate, 1, random) ? 1 : 0;
    }

    double expected = AcquiredResistance.oneDrug(course(1), GROWTH, cells, rate, 1, 1e6);

    assertThat(expected).isBetween(0.4, 0.8);
    assertThat(lasting / (double) RUNS).isCloseTo(expected, within(0.035));
  }

  @ParameterizedTest
  @CsvSource({"0.5", "1.6"})
  void fitnessOfTheResistantAgreesWithASimulationOfCells(double fitness) {
    int cells = 200;
    double rate = 5e-3;
    SplittableRandom random = new SplittableRandom(11);
    int lasting = 0;
    for (int run = 0; run < RUNS; run++) {
      lasting += escapes(cells, rate, fitness, random) ? 1 : 0;
    }

    double expected = AcquiredResistance.oneDrug(course(1), GROWTH, cells, rate, fitness, 1e6);

    assertThat(lasting / (double) RUNS).isCloseTo(expected, within(0.035));
  }

  @ParameterizedTest
  @CsvSource({
    // cells, rate, fitness, effects of the two drugs, days
    "2000, 0.004, 1, 1.0, 1.0, 60",
    "2000, 0.004, 1, 0.9, 0.6, 15",
    "2000, 0.005, 0.7, 0.8, 0.8, 40",
    "1000, 0.003, 1.3, 0.3, 0.9, 20"
  })
  void twoDrugsAgreeWithASimulationOfCells(
      int cells, double rate, double fitness, double first, double second, double days) {
    ClonalSelection course =
        ClonalSelection.of(List.of(new Clone("wild type", 1, List.of(first, second))), GROWTH);
    TwoDrugTumour tumour = new TwoDrugTumour(cells, rate, fitness, first, second, days);
    SplittableRandom random = new SplittableRandom(20061204);
    int lasting = 0;
    for (int run = 0; run < RUNS; run++) {
      lasting += tumour.escapes(random) ? 1 : 0;
    }

    double expected = AcquiredResistance.twoDrugs(course, GROWTH, cells, rate, fitness, days);

    assertThat(expected).isBetween(0.1, 0.9);
    assertThat(lasting / (double) RUNS).isCloseTo(expected, within(0.04));
  }

  @Test
  void rareDoublesFollowTheFirstOrder() {
    // Full effects: nothing escapes the other drug, 0.05 net growth becomes 0.05 net death.
    ClonalSelection course =
        ClonalSelection.of(List.of(new Clone("wild type", 1, List.of(1.0, 1.0))), GROWTH);
    double n = 1e8;
    double u = 1e-12;

    // A single mutant lives 1 / 0.05 days and founds 0.1 u a day, half of which last. Singles are
    // founded at 0.1 u a day and cell: 1 / 0.05 days of the treated tumour, and what they had grown
    // to before, u ln n / 0.5 of its cells (Luria and Delbruck, with half of the cells dying).
    double perSingle = 0.1 * u * 0.5 / 0.05;
    double singles = n * (0.1 * u / 0.05 + u * Math.log(n) / 0.5);

    assertThat(AcquiredResistance.twoDrugs(course, GROWTH, n, u, 1, 1e5))
        .isCloseTo(2 * singles * perSingle, withinPercentage(0.5));
  }

  @Test
  void twoDrugsAreHarderToEscapeAndTimeOnlyAdds() {
    ClonalSelection course =
        ClonalSelection.of(List.of(new Clone("wild type", 1, List.of(0.9, 0.9))), GROWTH);
    double before = 0;
    for (double days : new double[] {0, 1, 30, 365, 36_500}) {
      double p = AcquiredResistance.twoDrugs(course, GROWTH, 1e9, 1e-7, 1, days);
      assertThat(p).isBetween(before, 1.0);
      before = p;
    }
    assertThat(before).isPositive();
    assertThat(before)
        .isLessThan(AcquiredResistance.oneDrug(course, GROWTH, 1e9, 1e-7, 1, 36_500) / 100);
    assertThat(AcquiredResistance.twoDrugs(course, GROWTH, 1e9, 0, 1, 365)).isZero();
  }

  @Test
  void aTumourThatGrowsForEverEscapesForCertain() {
    Growth fast = new Growth(100, 0, 0);
    ClonalSelection course =
        ClonalSelection.of(List.of(new Clone("wild type", 1, List.of(0.0, 0.0))), fast);

    assertThat(AcquiredResistance.twoDrugs(course, fast, 1e9, 1e-8, 1, 36_500)).isEqualTo(1);
    assertThat(AcquiredResistance.oneDrug(course, fast, 1e9, 1e-8, 1, 36_500)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.25"})
  void aCloneThatEscapedOneDrugHasOnlySoManyDivisionsLeft(double stillHad) {
    ClonalSelection course =
        ClonalSelection.of(
            List.of(
                new Clone("wild type", 0.28, List.of(1.0, 1.0)),
                new Clone("T315I", 0.72, List.of(stillHad, 1.0))),
            GROWTH);
    double lasting = 1 - (0.05 + 0.1 * stillHad) / 0.1;

    // What the wild type adds, with two mutations a cell, is 1e-6 or less.
    assertThat(AcquiredResistance.ofClones(course, GROWTH, 1e8, 1e-8, 1, 1e4).orElseThrow())
        .isCloseTo(1 - Math.exp(-1e-8 * 0.1 * lasting * 0.72e8 / 0.05), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.25"})
  void clonesThatLackOneAndTwoMutationsAgreeWithASimulationOfCells(double stillHad) {
    int escaped = 100;
    int wild = 1900;
    double rate = 4e-3;
    ClonalSelection course =
        ClonalSelection.of(
            List.of(
                new Clone("wild type", 0.95, List.of(1.0, 1.0)),
                new Clone("T315I", 0.05, List.of(stillHad, 1.0))),
            GROWTH);
    TwoDrugTumour tumour = new TwoDrugTumour(wild, rate, 1, 1, 1, 1e5);
    SplittableRandom random = new SplittableRandom(20061204);
    int lasting = 0;
    for (int run = 0; run < RUNS; run++) {
      lasting += escapes(escaped, rate, 1, stillHad, random) | tumour.escapes(random) ? 1 : 0;
    }

    double expected =
        AcquiredResistance.ofClones(course, GROWTH, escaped + wild, rate, 1, 1e5).orElseThrow();

    assertThat(expected).isBetween(0.2, 0.8);
    assertThat(lasting / (double) RUNS).isCloseTo(expected, within(0.035));
  }

  @Test
  void aCloneThatGrowsIsResistantAndMoreThanOneMutationAgainstThreeDrugsIsNotWorkedOut() {
    assertThat(clone(0.0, 0.0)).hasValue(1);
    assertThat(clone(0.0, 1.0, 1.0)).isEmpty();
    // Full effect of one drug only: as that drug alone.
    assertThat(clone(0.0, 0.0, 1.0))
        .hasValueCloseTo(
            AcquiredResistance.oneDrug(course(1), GROWTH, 1e6, 1e-8, 1, 100), within(1e-12));
    // Either of two drugs may be escaped; each still has 0.4 of its effect then.
    double ways = 2 * (1 - (0.05 + 0.04) / 0.1);
    double lived = 1e6 * Math.expm1(-0.014 * 100) / -0.014;
    assertThat(clone(0.4, 0.4))
        .hasValueCloseTo(1 - Math.exp(-1e-8 * 0.1 * ways * lived), within(1e-12));
  }

  private static OptionalDouble clone(Double... effects) {
    ClonalSelection course =
        ClonalSelection.of(List.of(new Clone("clone", 1, List.of(effects))), GROWTH);
    return AcquiredResistance.ofClones(course, GROWTH, 1e6, 1e-8, 1, 100);
  }

  @Test
  void absurdNumbersAreRefused() {
    assertThatThrownBy(() -> AcquiredResistance.oneDrug(course(1), GROWTH, 0, 1e-8, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AcquiredResistance.oneDrug(course(1), GROWTH, 10, 2, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AcquiredResistance.twoDrugs(course(1), GROWTH, 10, 1e-8, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ClonalSelection course(double effect) {
    return ClonalSelection.of(List.of(new Clone("wild type", 1, List.of(effect))), GROWTH);
  }

  private static boolean escapes(int cells, double rate, double fitness, SplittableRandom random) {
    return escapes(cells, rate, fitness, 0, random);
  }

  /** Event by event; full effect on sensitive cells, and what is given on resistant ones. */
  private static boolean escapes(
      int cells, double rate, double fitness, double stillHad, SplittableRandom random) {
    double death = 0.05 + 0.1 * stillHad;
    double birth = 0.05 + fitness * 0.05;
    int sensitive = cells;
    int resistant = 0;
    while (sensitive + resistant > 0 && resistant < LASTING) {
      double hitsSensitive = sensitive * (0.1 + 0.15);
      double hitsResistant = resistant * (birth + death);
      if (random.nextDouble() * (hitsSensitive + hitsResistant) < hitsSensitive) {
        if (random.nextDouble() * 0.25 < 0.15) {
          sensitive--;
        } else if (random.nextDouble() < rate) {
          resistant++;
        } else {
          sensitive++;
        }
      } else {
        resistant += random.nextDouble() * (birth + death) < death ? -1 : 1;
      }
    }
    return resistant > 0;
  }

  /**
   * A tumour that grows from one cell and is then treated with two drugs, cell by cell. Only double
   * mutants that come about under treatment count.
   */
  private record TwoDrugTumour(
      int cells, double rate, double fitness, double first, double second, double days) {

    boolean escapes(SplittableRandom random) {
      // Cells by the drugs they escape: neither, the first, the second.
      int[] count = grown(random);
      double day = 0;
      while (true) {
        double total = 0;
        for (int kind = 0; kind < 3; kind++) {
          total += count[kind] * (birth(kind) + death(kind));
        }
        day += -Math.log(1 - random.nextDouble()) / total;
        if (total == 0 || day > days) {
          return false;
        }
        int kind = picked(count, random.nextDouble() * total, true);
        if (random.nextDouble() * (birth(kind) + death(kind)) < death(kind)) {
          count[kind]--;
        } else if (kind > 0 && random.nextDouble() < rate) {
          if (lasts(random)) {
            return true;
          }
        } else {
          count[kind == 0 ? daughter(random) : kind]++;
        }
      }
    }

    /** The tumour before treatment; those that die out begin anew. */
    private int[] grown(SplittableRandom random) {
      int[] count = {1, 0, 0};
      while (count[0] < cells) {
        if (count[0] == 0) {
          count = new int[] {1, 0, 0};
        }
        double total = 0;
        for (int kind = 0; kind < 3; kind++) {
          total += count[kind] * (birth(kind) + GROWTH.death());
        }
        int kind = picked(count, random.nextDouble() * total, false);
        if (random.nextDouble() * (birth(kind) + GROWTH.death()) < GROWTH.death()) {
          count[kind]--;
        } else {
          count[kind == 0 ? daughter(random) : kind]++;
        }
      }
      return count;
    }

    private int picked(int[] count, double at, boolean treated) {
      double left = at;
      for (int kind = 0; kind < 2; kind++) {
        double weight = count[kind] * (birth(kind) + (treated ? death(kind) : GROWTH.death()));
        if (left < weight) {
          return kind;
        }
        left -= weight;
      }
      return 2;
    }

    private int daughter(SplittableRandom random) {
      double chance = random.nextDouble();
      return chance < rate ? 1 : chance < 2 * rate ? 2 : 0;
    }

    private double birth(int kind) {
      return kind == 0 ? GROWTH.birth() : 0.05 + fitness * 0.05;
    }

    private double death(int kind) {
      double spared = (kind == 1 ? 1 : 1 - first) * (kind == 2 ? 1 : 1 - second);
      return GROWTH.death() + GROWTH.kill() * (1 - spared);
    }

    private boolean lasts(SplittableRandom random) {
      double birth = 0.05 + fitness * fitness * 0.05;
      int lineage = 1;
      while (lineage > 0 && lineage < LASTING) {
        lineage += random.nextDouble() * (birth + 0.05) < 0.05 ? -1 : 1;
      }
      return lineage > 0;
    }
  }
}
