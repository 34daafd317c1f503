package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.bindfold.pharmacology.ClonalSelection.Clone;
import org.bindfold.pharmacology.ClonalSelection.Growth;
import org.junit.jupiter.api.Test;

class ClonalSelectionTest {
  private static final Growth GROWTH = new Growth(0.2, 0.1, 0.3);
  private static final Clone SENSITIVE = new Clone("wild type", 0.999, List.of(0.9));
  private static final Clone RESISTANT = new Clone("T315I", 0.001, List.of(0.0));

  @Test
  void halfOfTheEffectIsReachedAtTheIc50() {
    assertThat(new DoseResponse(50).effect(50)).isEqualTo(0.5);
    assertThat(new DoseResponse(50).effect(450)).isCloseTo(0.9, within(1e-12));
    assertThat(new DoseResponse(50).effect(0)).isZero();
  }

  @Test
  void aResistantCloneAloneDecidesWhenTheTumourIsBack() {
    ClonalSelection course = ClonalSelection.of(List.of(SENSITIVE, RESISTANT), GROWTH);

    // The sensitive cells are gone by then: 0.001 exp(0.1 t) = 1.
    assertThat(course.relapseDay().orElseThrow()).isCloseTo(Math.log(1000) / 0.1, within(1e-3));
    assertThat(course.share(RESISTANT, 0)).isCloseTo(0.001, within(1e-12));
    assertThat(course.share(RESISTANT, 60)).isGreaterThan(0.99);
  }

  @Test
  void twoClonesCrossWhereTheirExponentialsDo() {
    ClonalSelection course = ClonalSelection.of(List.of(SENSITIVE, RESISTANT), GROWTH);
    double cross = Math.log(999) / (course.growth(RESISTANT) - course.growth(SENSITIVE));

    assertThat(course.share(RESISTANT, cross)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aTumourThatNeverShrinksRelapsesAtOnceAndOneThatOnlyShrinksNever() {
    assertThat(ClonalSelection.of(List.of(new Clone("a", 1, List.of(0.1))), GROWTH).relapseDay())
        .hasValue(0);
    assertThat(ClonalSelection.of(List.of(new Clone("a", 1, List.of(0.9))), GROWTH).relapseDay())
        .isEmpty();
  }

  @Test
  void aCombinationMustBeEscapedAtOnce() {
    Clone escapesFirst = new Clone("A", 0.001, List.of(0.0, 0.9));
    Clone escapesSecond = new Clone("B", 0.001, List.of(0.9, 0.0));
    Clone wild = new Clone("wild type", 0.998, List.of(0.9, 0.9));

    assertThat(wild.combinedEffect()).isCloseTo(0.99, within(1e-12));
    assertThat(ClonalSelection.of(List.of(wild, escapesFirst, escapesSecond), GROWTH).relapseDay())
        .isEmpty();
  }

  @Test
  void theMeanOfManyStochasticTumoursIsTheCourse() {
    ClonalSelection course = ClonalSelection.of(List.of(SENSITIVE, RESISTANT), GROWTH);
    SplittableRandom random = new SplittableRandom(1943);
    double day = 20;
    int start = 200;
    double sum = 0;
    int runs = 300;
    for (int run = 0; run < runs; run++) {
      double time = 0;
      int cells = start;
      while (cells > 0) {
        time += -Math.log(1 - random.nextDouble()) / (cells * 0.3);
        if (time > day) {
          break;
        }
        cells += random.nextDouble() < 0.2 / 0.3 ? 1 : -1;
      }
      sum += cells;
    }

    assertThat(sum / runs / start)
        .isCloseTo(course.size(RESISTANT, day) / RESISTANT.share(), within(0.1));
  }

  @Test
  void aLargeDayDoesNotOverflow() {
    ClonalSelection course = ClonalSelection.of(List.of(SENSITIVE, RESISTANT), GROWTH);

    assertThat(course.share(RESISTANT, 1e5)).isCloseTo(1, within(1e-12));
  }

  @Test
  void absurdNumbersAreRefused() {
    assertThatThrownBy(() -> new Growth(0.1, 0.2, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Clone("a", 1.1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DoseResponse(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
