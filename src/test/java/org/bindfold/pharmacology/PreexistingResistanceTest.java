package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.bindfold.pharmacology.ClonalSelection.Clone;
import org.bindfold.pharmacology.ClonalSelection.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against closed forms, and against a cell-by-cell simulation with a fixed seed. */
class PreexistingResistanceTest {
  private static final int RUNS = 3000;

  @Test
  void withoutDeathItIsLuriaAndDelbruck() {
    assertThat(PreexistingResistance.oneDrug(1e9, 1e-9, 0))
        .isCloseTo(1 - Math.exp(-1), within(1e-12));
    assertThat(PreexistingResistance.oneDrug(1e6, 1e-12, 0)).isCloseTo(1e-6, within(1e-11));
  }

  @Test
  void deathRaisesItByTheIntegralOverTheHistory() {
    double q = 0.8;
    double integral = 0;
    int steps = 100_000;
    for (int i = 0; i < steps; i++) {
      double y = (i + 0.5) / steps;
      integral += 1 / (1 - q * y) / steps;
    }

    assertThat(PreexistingResistance.oneDrug(1e7, 1e-8, q))
        .isCloseTo(1 - Math.exp(-0.1 * integral), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5", "0.8"})
  void oneDrugAgreesWithASimulationOfCells(double q) {
    double expected = PreexistingResistance.oneDrug(1000, 4e-4, q);

    assertThat(simulated(1000, 4e-4, 0, q, 1, false)).isCloseTo(expected, within(0.035));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5"})
  void twoDrugsAgreeWithASimulationOfCells(double q) {
    double expected = PreexistingResistance.twoDrugs(2000, 5e-3, 8e-3, q, 1);

    assertThat(expected).isBetween(0.1, 0.9);
    assertThat(simulated(2000, 5e-3, 8e-3, q, 1, true)).isCloseTo(expected, within(0.04));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.4", "0.8, 0.3", "0.5, 1.8"})
  void lessFitMutantsAgreeWithASimulationOfCells(double q, double fitness) {
    double expected = PreexistingResistance.oneDrug(1000, 6e-4, q, fitness);

    assertThat(simulated(1000, 6e-4, 0, q, fitness, false)).isCloseTo(expected, within(0.035));
  }

  @Test
  void lessFitDoublesAgreeWithASimulationOfCells() {
    double expected = PreexistingResistance.twoDrugs(2000, 8e-3, 8e-3, 0.5, 0.6);

    assertThat(expected).isBetween(0.1, 0.9);
    assertThat(simulated(2000, 8e-3, 8e-3, 0.5, 0.6, true)).isCloseTo(expected, within(0.04));
  }

  @Test
  void fitnessThatIsNoneMeetsTheClosedForm() {
    assertThat(PreexistingResistance.oneDrug(1e9, 1e-9, 0.6, 1 - 1e-9))
        .isCloseTo(PreexistingResistance.oneDrug(1e9, 1e-9, 0.6), within(1e-7));
    // Without death every lineage lasts, however slowly it grows.
    assertThat(PreexistingResistance.oneDrug(1e9, 1e-9, 0, 0.2))
        .isCloseTo(PreexistingResistance.oneDrug(1e9, 1e-9, 0), within(1e-7));
    assertThat(PreexistingResistance.oneDrug(1e9, 1e-9, 0.6, 0.3))
        .isLessThan(PreexistingResistance.oneDrug(1e9, 1e-9, 0.6));
  }

  @Test
  void rareDoublesFollowTheFirstOrderWithoutDeath() {
    double n = 1e6;
    double u = 1e-9;

    // Founded singles grow as n(t) ln n(t): 2 u^2 N (ln N - 1) double mutants are founded.
    assertThat(PreexistingResistance.twoDrugs(n, u, u, 0, 1))
        .isCloseTo(2 * u * u * n * (Math.log(n) - 1), withinPercentage(0.5));
  }

  @Test
  void aCombinationIsHarderToEscape() {
    assertThat(PreexistingResistance.twoDrugs(1e9, 1e-8, 1e-8, 0.5, 1))
        .isLessThan(PreexistingResistance.oneDrug(1e9, 1e-8, 0.5) / 1000);
  }

  @Test
  void aCloneThatEscapedOneDrugNeedsOneMutationMore() {
    // 0.72e8 cells that the first drug does not touch; the rest needs two mutations, 1e-7 or so.
    double mean = 1e-8 * 0.72e8 * Math.log(2) / 0.5;

    assertThat(clones(1e8, 1e-8, clone(0.28, 1, 1), clone(0.72, 0, 1)))
        .isCloseTo(1 - Math.exp(-mean), within(1e-6));
    assertThat(clones(1e8, 1e-8, clone(0.28, 1, 1), clone(0.72, 1, 0.4)))
        .isCloseTo(1 - Math.exp(-mean), within(1e-6));
    assertThat(clones(1e8, 1e-8, clone(0.28, 1, 1), clone(0.72, 1, 1))).isLessThan(1e-6);
  }

  @Test
  void aCloneThatEscapedOneDrugAgreesWithASimulationOfCells() {
    double expected = clones(1000, 6e-4, clone(0.28, 1, 1), clone(0.72, 0, 1));

    assertThat(expected).isBetween(0.2, 0.8);
    assertThat(simulated(720, 6e-4, 0, 0.5, 1, false)).isCloseTo(expected, within(0.035));
  }

  @Test
  void clonesAreIndependent() {
    double one = PreexistingResistance.oneDrug(2e7, 1e-8, 0.5);
    double other = PreexistingResistance.oneDrug(6e7, 1e-8, 0.5);

    assertThat(clones(1e8, 1e-8, clone(0.2, 0, 1), clone(0.6, 1, 0), clone(0.2, 1, 1)))
        .isCloseTo(1 - (1 - one) * (1 - other), within(1e-6));
  }

  @Test
  void aDrugThatOnlyHelpsTheOtherMayBeEscapedEitherWay() {
    // Net growth of 0.05 - 0.1 x 0.4 under each, 0.05 - 0.1 x 0.64 under both.
    assertThat(clones(1e7, 1e-8, clone(1, 0.4, 0.4)))
        .isCloseTo(PreexistingResistance.oneDrug(1e7, 2e-8, 0.5), within(1e-12));
  }

  @Test
  void aCloneThatGrowsIsResistantIfItHasACell() {
    assertThat(clones(1e3, 1e-8, clone(0.99, 1, 1), clone(0.01, 0, 0))).isEqualTo(1);
    assertThat(clones(1e3, 1e-8, clone(1, 1, 1), clone(0.0001, 0, 0))).isLessThan(1e-6);
  }

  @Test
  void moreThanOneMutationAgainstThreeDrugsIsNotWorkedOut() {
    assertThat(course(clone(1, 0, 1, 1))).isEmpty();
    assertThat(course(clone(1, 0, 0.2, 1)))
        .hasValueCloseTo(PreexistingResistance.oneDrug(1e8, 1e-8, 0.5), within(1e-12));
    assertThat(course(clone(0.5, 1, 1, 1), clone(0.5, 0, 0, 0))).hasValue(1);
  }

  private static OptionalDouble course(Clone... clones) {
    return of(1e8, 1e-8, clones);
  }

  private static double clones(double cells, double rate, Clone... clones) {
    return of(cells, rate, clones).orElseThrow();
  }

  private static OptionalDouble of(double cells, double rate, Clone... clones) {
    Growth growth = new Growth(0.1, 0.05, 0.1);
    return PreexistingResistance.ofClones(
        ClonalSelection.of(List.of(clones), growth), cells, rate, 0.5, 1);
  }

  private static Clone clone(double share, double... effects) {
    return new Clone("clone", share, Arrays.stream(effects).boxed().toList());
  }

  @Test
  void absurdNumbersAreRefused() {
    assertThatThrownBy(() -> PreexistingResistance.oneDrug(0, 1e-8, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PreexistingResistance.oneDrug(10, 2, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PreexistingResistance.twoDrugs(10, 1e-8, 1e-8, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Share of runs with a cell that escapes when the sensitive cells reach a size; runs that die out
   * begin anew.
   */
  private static double simulated(
      int size, double first, double second, double q, double fitness, boolean both) {
    SplittableRandom random = new SplittableRandom(20061204);
    int resistant = 0;
    for (int run = 0; run < RUNS; run++) {
      // Cells by what they escape: nothing, the first drug, the second, both.
      long[] cells = {1, 0, 0, 0};
      while (cells[0] < size) {
        if (cells[0] == 0) {
          cells = new long[] {1, 0, 0, 0};
        }
        event(cells, random, first, second, q, fitness);
      }
      if (both ? cells[3] > 0 : cells[1] > 0) {
        resistant++;
      }
    }
    return resistant / (double) RUNS;
  }

  private static void event(
      long[] cells,
      SplittableRandom random,
      double first,
      double second,
      double q,
      double fitness) {
    double[] births = new double[4];
    double total = 0;
    for (int kind = 0; kind < 4; kind++) {
      births[kind] = q + Math.pow(fitness, Integer.bitCount(kind)) * (1 - q);
      total += cells[kind] * (births[kind] + q);
    }
    double pick = random.nextDouble() * total;
    int kind = 0;
    while (kind < 3 && pick >= cells[kind] * (births[kind] + q)) {
      pick -= cells[kind] * (births[kind] + q);
      kind++;
    }
    if (cells[kind] == 0) {
      return;
    }
    if (random.nextDouble() < q / (births[kind] + q)) {
      cells[kind]--;
      return;
    }
    int daughter = kind;
    double chance = random.nextDouble();
    if (chance < first) {
      daughter |= 1;
    } else if (chance < first + second) {
      daughter |= 2;
    }
    cells[daughter]++;
  }
}
