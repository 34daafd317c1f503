package org.bindfold.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Percentile bootstrap: units (single rows, or groups of rows that belong together) are drawn with
 * replacement, as many as there are. The same seed draws the same units for every statistic, so a
 * statistic that is a difference of two is a paired one. {@link Random} is specified to the bit, so
 * intervals are the same on every JVM.
 */
public final class Bootstrap {
  /** Resamples drawn. */
  public static final int RESAMPLES = 2000;

  private static final long SEED = 20180101;
  private static final double LOW = 2.5;
  private static final double HIGH = 97.5;

  private final List<int[]> units;

  private Bootstrap(List<int[]> units) {
    this.units = units;
  }

  /** Draws rows 0 to n - 1 one by one. */
  public static Bootstrap ofRows(int n) {
    return new Bootstrap(IntStream.range(0, n).mapToObj(i -> new int[] {i}).toList());
  }

  /**
   * Draws whole groups.
   *
   * @param groups the group of each row, in row order
   */
  public static Bootstrap ofGroups(Collection<Integer> groups) {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    int row = 0;
    for (Integer group : groups) {
      members.computeIfAbsent(group, g -> new ArrayList<>()).add(row++);
    }
    return new Bootstrap(
        members.values().stream()
            .map(m -> m.stream().mapToInt(Integer::intValue).toArray())
            .toList());
  }

  /** A figure worked out from some rows, NaN where it is not defined. */
  @FunctionalInterface
  public interface Statistic {
    /**
     * The figure.
     *
     * @param rows row numbers, 0-based; a row may stand more than once
     */
    double of(int[] rows);
  }

  /**
   * The middle 95% of a statistic over the resamples. Percentiles are linear between the two
   * nearest values (R's type 7).
   *
   * @param low 2.5th percentile
   * @param high 97.5th percentile
   */
  public record Interval(double low, double high) {}

  /**
   * The 95% interval; empty when the statistic is undefined in more than half of the resamples.
   * Fewer undefined resamples than that are left out.
   */
  public Optional<Interval> interval(Statistic statistic) {
    Random random = new Random(SEED);
    double[] values = new double[RESAMPLES];
    int defined = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      double value = statistic.of(draw(random));
      if (!Double.isNaN(value)) {
        values[defined++] = value;
      }
    }
    if (defined * 2 < RESAMPLES) {
      return Optional.empty();
    }
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(values, 0, defined);
    return Optional.of(new Interval(percentile.evaluate(LOW), percentile.evaluate(HIGH)));
  }

  private int[] draw(Random random) {
    List<int[]> drawn = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      drawn.add(units.get(random.nextInt(units.size())));
    }
    return drawn.stream().flatMapToInt(Arrays::stream).toArray();
  }
}
