package org.bindfold.pharmacology;

import java.util.OptionalDouble;
import org.bindfold.pharmacology.ClonalSelection.Clone;

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
 * <p>Resistance may cost something without drug: the relative fitness is the net growth of
 * resistant cells over that of the others, as in that paper; here they divide less and die as
 * often. A lineage of age t then survives with probability a / (b - q exp(-a t)), a being its net
 * growth and b its divisions, and the integral is taken by Simpson's rule. In a combination each
 * mutation costs that.
 *
 * <p>Two drugs without a mutation that escapes both: a cell needs two mutations. Lineages of single
 * mutants are founded as above, and the probability that one of them holds a double mutant at the
 * end follows from the backward equation of its birth-death process.
 *
 * <p>Several clones: each has grown from one cell to its share, and needs only the mutations that
 * it lacks. What comes about in one is independent of the others.
 */
public final class PreexistingResistance {
  private static final int STEPS = 4000;

  private PreexistingResistance() {}

  /**
   * For the clones of a tumour under drugs given together. A clone that grows is resistant as it
   * is; one that grows once a single drug is escaped needs a mutation for that drug, by any of the
   * ways there are; another needs a mutation for each of two drugs. Clones of less than one cell
   * are not there.
   *
   * @param course the clones
   * @param cells size of the tumour, at least 1
   * @param mutationRate daughters a division that become resistant to a drug, for each of them, 0
   *     to 1
   * @param deathRatio deaths over divisions, 0 to below 1
   * @param fitness net growth of cells with a further mutation over that without it, over 0 to 10
   * @return 0 to 1; empty where no clone is resistant and one needs more than one mutation against
   *     more than two drugs
   */
  public static OptionalDouble ofClones(
      ClonalSelection course,
      double cells,
      double mutationRate,
      double deathRatio,
      double fitness) {
    double spared = 1;
    boolean known = true;
    for (Clone clone : course.clones()) {
      double size = cells * clone.share();
      int ways = course.effectsAfterOneEscape(clone).size();
      if (size < 1) {
        continue;
      }
      if (course.growth(clone) > 0) {
        return OptionalDouble.of(1);
      }
      if (ways > 0) {
        spared *= 1 - oneDrug(size, Math.min(1, ways * mutationRate), deathRatio, fitness);
      } else if (clone.effects().size() == 2) {
        spared *= 1 - twoDrugs(size, mutationRate, mutationRate, deathRatio, fitness);
      } else {
        known = false;
      }
    }
    return known ? OptionalDouble.of(1 - spared) : OptionalDouble.empty();
  }

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
   * For one drug, with cells that resistance makes less fit.
   *
   * @param cells size of the tumour, at least 1
   * @param mutationRate resistant daughters a division, 0 to 1
   * @param deathRatio deaths over divisions, 0 to below 1
   * @param fitness net growth of resistant cells over that of the others, over 0 to 10
   */
  public static double oneDrug(
      double cells, double mutationRate, double deathRatio, double fitness) {
    checkFitness(fitness);
    if (fitness == 1) {
      return oneDrug(cells, mutationRate, deathRatio);
    }
    check(cells, mutationRate, deathRatio);
    double net = fitness * (1 - deathRatio);
    double h = span(cells, deathRatio) / STEPS;
    double lineages = 0;
    for (int i = 0; i < STEPS; i++) {
      lineages +=
          h
              / 6
              * (lasting(cells, i * h, net, deathRatio)
                  + 4 * lasting(cells, (i + 0.5) * h, net, deathRatio)
                  + lasting(cells, (i + 1) * h, net, deathRatio));
    }
    return -Math.expm1(-mutationRate * lineages);
  }

  /** Lineages founded a unit of time, of which some cell lives at the end. */
  private static double lasting(double cells, double age, double net, double q) {
    return founded(cells, age, q) * net / (q + net - q * Math.exp(-net * age));
  }

  /**
   * For two drugs that no single mutation escapes, with mutations that make cells less fit.
   *
   * @param cells size of the tumour, at least 1
   * @param first rate of the mutation that escapes the first drug, 0 to 1
   * @param second rate of the one that escapes the second, 0 to 1
   * @param deathRatio deaths over divisions, 0 to below 1
   * @param fitness net growth of cells with a mutation over that without it, over 0 to 10
   */
  public static double twoDrugs(
      double cells, double first, double second, double deathRatio, double fitness) {
    checkFitness(fitness);
    check(cells, first, deathRatio);
    check(cells, second, deathRatio);
    double mean =
        first * lineagesWithDouble(cells, new Lineage(second, deathRatio, fitness))
            + second * lineagesWithDouble(cells, new Lineage(first, deathRatio, fitness));
    return -Math.expm1(-mean);
  }

  /**
   * Lineages of single mutants that hold a double one at the end, over the rate at which they are
   * founded. Time runs in divisions, back from the end; s is the probability for a lineage of that
   * age, found by a fourth-order Runge-Kutta rule, and the integral by Simpson's.
   */
  private static double lineagesWithDouble(double cells, Lineage lineage) {
    double q = lineage.deaths;
    double h = span(cells, q) / STEPS;
    double s = 0;
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double age = i * h;
      double half = lineage.step(s, age, h / 2);
      double next = lineage.step(half, age + h / 2, h / 2);
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

  /** From one cell to the tumour, in divisions. */
  private static double span(double cells, double q) {
    return Math.log(cells) / (1 - q);
  }

  /** Divisions a unit of time of the sensitive cells, at an age before the end. */
  private static double founded(double cells, double age, double q) {
    return cells * Math.exp(-(1 - q) * age);
  }

  /** Cells with one mutation; the second comes at a rate. All rates are over divisions. */
  private record Lineage(double rate, double deaths, double fitness) {
    /** One step of a fourth-order Runge-Kutta rule. */
    double step(double s, double age, double h) {
      double k1 = slope(s, age);
      double k2 = slope(s + h / 2 * k1, age + h / 2);
      double k3 = slope(s + h / 2 * k2, age + h / 2);
      double k4 = slope(s + h * k3, age + h);
      return s + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }

    /** Backward equation: growth of the lineage, less what dies out, and new double mutants. */
    private double slope(double s, double age) {
      double net = fitness * (1 - deaths);
      double divisions = deaths + net;
      double netOfDoubles = fitness * net;
      double shrunk = Math.exp(-netOfDoubles * age);
      double diesOut = deaths * (1 - shrunk) / (deaths + netOfDoubles - deaths * shrunk);
      return net * s - divisions * s * s + divisions * rate * (1 - s) * (1 - s - diesOut);
    }
  }

  private static void checkFitness(double fitness) {
    if (!(fitness > 0 && fitness <= 10)) {
      throw new IllegalArgumentException("fitness " + fitness);
    }
  }

  private static void check(double cells, double rate, double q) {
    if (!(cells >= 1 && cells <= 1e15 && rate >= 0 && rate <= 1 && q >= 0 && q < 1)) {
      throw new IllegalArgumentException(
          "cells " + cells + ", mutation rate " + rate + ", deaths over divisions " + q);
    }
  }
}
