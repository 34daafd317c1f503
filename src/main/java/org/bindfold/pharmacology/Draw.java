package org.bindfold.pharmacology;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * One draw of what is not known for certain: the binding change, the target's concentration, the
 * rates of transport. Only values without a source are drawn; those with one are small beside them.
 *
 * @param binding standard normal deviate of the binding change
 * @param assumedTarget factor of an assumed concentration of the target
 * @param assumedRate factor of every assumed rate of transport
 */
record Draw(double binding, double assumedTarget, double assumedRate) {
  /** Everything at its middle. */
  static final Draw MIDDLE = new Draw(0, 1, 1);

  /** The deviate that eight in ten lie within. */
  static final double EIGHTY_PERCENT = 1.2815515655446004;

  /**
   * Assumed: eight in ten assumed values are taken to lie within a factor of two of the truth,
   * which is what laboratories differ by on one mutant.
   */
  private static final double LOG_SPREAD_OF_ASSUMED = Math.log(2) / EIGHTY_PERCENT;

  private static final int SAMPLES = 128;
  private static final long SEED = 20060400L;

  /**
   * A Latin hypercube: each deviate takes each of its quantiles once, in an order of its own , so
   * that few draws give steady quantiles.
   */
  static final List<Draw> SAMPLE = sample();

  double target(SourcedValue value) {
    return value.isAssumed() ? value.value() * assumedTarget : value.value();
  }

  double transport(SourcedValue value) {
    return value.isAssumed() ? value.value() * assumedRate : value.value();
  }

  private static List<Draw> sample() {
    RandomGenerator random = new Well19937c(SEED);
    double[] binding = shuffledQuantiles(random);
    double[] target = shuffledQuantiles(random);
    double[] rates = shuffledQuantiles(random);
    List<Draw> draws = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      draws.add(new Draw(binding[i], assumed(target[i]), assumed(rates[i])));
    }
    return List.copyOf(draws);
  }

  private static double assumed(double deviate) {
    return Math.exp(LOG_SPREAD_OF_ASSUMED * deviate);
  }

  private static double[] shuffledQuantiles(RandomGenerator random) {
    NormalDistribution normal = new NormalDistribution();
    double[] values = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      values[i] = normal.inverseCumulativeProbability((i + 0.5) / SAMPLES);
    }
    for (int i = SAMPLES - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
    return values;
  }
}
