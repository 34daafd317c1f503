package org.bindfold.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bindfold.validation.Bootstrap.Interval;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** Mean of n values: the interval is mean plus or minus 1.96 standard errors. */
  @Test
  void theIntervalOfAMeanIsThatOfTheNormalApproximation() {
    int n = 400;
    Bootstrap.Statistic mean = rows -> IntStream.of(rows).average().orElseThrow();
    double error = Math.sqrt((n * (double) n - 1) / 12 / n);

    Interval interval = Bootstrap.ofRows(n).interval(mean).orElseThrow();

    assertThat(interval.low()).isCloseTo((n - 1) / 2.0 - 1.96 * error, within(0.2 * error));
    assertThat(interval.high()).isCloseTo((n - 1) / 2.0 + 1.96 * error, within(0.2 * error));
    assertThat(Bootstrap.ofRows(n).interval(mean).orElseThrow()).isEqualTo(interval);
  }

  /** With place 0.025 (n - 1) among the sorted values, 0-based, as R's quantile has it. */
  @Test
  void theIntervalIsLinearBetweenTheNearestValues() {
    List<Double> seen = new ArrayList<>();

    Interval interval =
        Bootstrap.ofRows(50)
            .interval(
                rows -> {
                  seen.add(IntStream.of(rows).mapToDouble(Math::sqrt).average().orElseThrow());
                  return seen.get(seen.size() - 1);
                })
            .orElseThrow();

    double[] sorted = seen.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    assertThat(sorted).hasSize(2000);
    assertThat(interval.low())
        .isCloseTo(sorted[49] + 0.975 * (sorted[50] - sorted[49]), within(1e-12));
    assertThat(interval.high())
        .isCloseTo(sorted[1949] + 0.025 * (sorted[1950] - sorted[1949]), within(1e-12));
  }

  @Test
  void rowsOfOneGroupAreDrawnTogether() {
    List<Integer> groups = List.of(5, 5, 9, 9, 9, 5);
    List<List<Integer>> draws = new ArrayList<>();

    Bootstrap.ofGroups(groups)
        .interval(
            rows -> {
              draws.add(IntStream.of(rows).boxed().toList());
              return 0;
            });

    assertThat(draws)
        .hasSize(Bootstrap.RESAMPLES)
        .allSatisfy(
            d ->
                assertThat(d.stream().filter(i -> i == 0).count())
                    .isEqualTo(d.stream().filter(i -> i == 5).count()))
        .allSatisfy(
            d ->
                assertThat(d.stream().filter(i -> i == 2).count())
                    .isEqualTo(d.stream().filter(i -> i == 4).count()));
  }

  @Test
  void aStatisticThatIsMostlyUndefinedHasNoInterval() {
    assertThat(Bootstrap.ofRows(3).interval(rows -> rows[0] == 0 ? 1 : Double.NaN)).isEmpty();
  }
}
