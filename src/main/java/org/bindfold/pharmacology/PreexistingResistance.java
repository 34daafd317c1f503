package org.bindfold.pharmacology;

/**
 * The probability that a resistant cell is there before treatment begins: a tumour has grown from
 * one sensitive cell to N; at each division a daughter becomes resistant with a small probability
 * u; cells die at q of the rate at which they divide.
 *
 * <p>One drug: sensitive cells grow smoothly, mutants found lineages that survive to the end as
 * birth-death processes do, so the number of surviving lineages is Poisson (the model of Iwasa,
 * Nowak and Michor, Genetics 2006, 172:2557). With y the size of the tumour over N when a lineage
 * begins, its mean is u N / (1 - q) times the integral over y from 0 to 1 of (1 - q) / (1 - q y),
 * that is u N ln(1 / (1 - q)) / q; without death u N, as Luria and Delbruck have it. Death raises
 * it: the same size has taken more divisions.
 *
 * <p>Two drugs without a mutation that escapes both: a cell needs two mutations. Lineages of single
 * mutants are founded as above, and the probability that one of them holds a double mutant at the
 * end follows from the backward equation of its birth-death process.
 */
public final class PreexistingResistance {
  private static final int STEPS = 4000;

  private PreexistingResistance() {}

  /**
   * For one drug.
   *
   * @param cells size of the tumour, at least 1
   * @param mutationRate resistant daughters a division, 0 to 1
   * @param deathRatio deaths over divisions, 0 to below 1
   */
  public static double oneDrug(double cells, double mutationRate, double deathRatio) {
    check(cells, mutationRate, deathRatio);
    double history = deathRatio == 0 ? 1 : -Math.log1p(-deathRatio) / deathRatio;
    return -Math.expm1(-mutationRate * cells * history);
  }

  /**
   * For two drugs that no single mutation escapes.
   *
   * @param cells size of the tumour, at least 1
   * @param first rate of the mutation that escapes the first drug, 0 to 1
   * @param second rate of the one that escapes the second, 0 to 1
   * @param deathRatio deaths over divisions, 0 to below 1
   */
  public static double twoDrugs(double cells, double first, double second, double deathRatio) {
    check(cells, first, deathRatio);
    check(cells, second, deathRatio);
    double mean =
        first * lineagesWithDouble(cells, second, deathRatio)
            + second * lineagesWithDouble(cells, first, deathRatio);
    return -Math.expm1(-mean);
  }

  /**
   * Lineages of single mutants that hold a double one at the end, over the rate at which they are
   * founded. Time runs in divisions, back from the end; s is the probability for a lineage of that
   * age, found by a fourth-order Runge-Kutta rule, and the integral by Simpson's.
   */
  private static double lineagesWithDouble(double cells, double rate, double q) {
    double span = Math.log(cells) / (1 - q);
    double h = span / STEPS;
    double s = 0;
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double age = i * h;
      double half = step(s, age, h / 2, rate, q);
      double next = step(half, age + h / 2, h / 2, rate, q);
      sum +=
          h
              / 6
              * (s * founded(cells, age, q)
                  + 4 * half * founded(cells, age + h / 2, q)
                  + next * founded(cells, age + h, q));
      s = next;
    }
    return sum;
  }

  /** Divisions a unit of time of the sensitive cells, at an age before the end. */
  private static double founded(double cells, double age, double q) {
    return cells * Math.exp(-(1 - q) * age);
  }

  private static double step(double s, double age, double h, double rate, double q) {
    double k1 = slope(s, age, rate, q);
    double k2 = slope(s + h / 2 * k1, age + h / 2, rate, q);
    double k3 = slope(s + h / 2 * k2, age + h / 2, rate, q);
    double k4 = slope(s + h * k3, age + h, rate, q);
    return s + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
  }

  /** Backward equation: growth of the lineage, less what dies out, and new double mutants. */
  private static double slope(double s, double age, double rate, double q) {
    double shrunk = Math.exp(-(1 - q) * age);
    double diesOut = q * (1 - shrunk) / (1 - q * shrunk);
    return (1 - q) * s - s * s + rate * (1 - s) * (1 - s - diesOut);
  }

  private static void check(double cells, double rate, double q) {
    if (!(cells >= 1 && cells <= 1e15 && rate >= 0 && rate <= 1 && q >= 0 && q < 1)) {
      throw new IllegalArgumentException(
          "cells " + cells + ", mutation rate " + rate + ", deaths over divisions " + q);
    }
  }
}
