package org.bindfold.pharmacology;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.bindfold.pharmacology.ClonalSelection.Clone;
import org.bindfold.pharmacology.ClonalSelection.Growth;

/**
 * The probability that a resistant lineage that lasts is founded while the tumour is treated. Every
 * clone goes on dividing under the drugs; at each division a daughter becomes resistant to a drug
 * with a small probability u, and that drug then has no effect on her. A lineage that escapes every
 * drug lasts with probability 1 - death / birth. The size of a clone follows {@link
 * ClonalSelection}; fitness is that of {@link PreexistingResistance}: a mutation leaves the deaths
 * as they are and changes the divisions.
 *
 * <p>One drug: lasting lineages founded up to a day are Poisson with mean u birth (1 - death /
 * birth') times the cell-days lived until then, birth' being the divisions of a resistant cell.
 *
 * <p>Two drugs: a cell needs two mutations, one after the other. Lineages of single mutants, on
 * which the other drug still acts, are founded under treatment as above, and have been founded
 * while the tumour grew, when nothing told them from the rest. The probability s that such a
 * lineage has founded a lasting double mutant under treatment follows from the backward equation of
 * its birth-death process, ds/dt = (b - d) s - b s^2 + b u (1 - s)(p - s) with p = 1 - death /
 * birth'', whose coefficients do not change under treatment, so that it is solved in closed form;
 * before treatment u = 0 there. The number of such lineages is Poisson, its mean an integral over
 * the days on which they were founded, taken by Gauss's rule. What is there before treatment with
 * both mutations is {@link PreexistingResistance}'s part; one division with both is left out.
 *
 * <p>Several clones: each needs only the mutations that it lacks, and what comes about in one is
 * independent of the others.
 */
public final class AcquiredResistance {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);

  /** Halvings of a span towards both of its ends, so that steep starts and ends are met. */
  private static final int HALVINGS = 40;

  /** So large that resistance is certain; keeps an endless tumour from becoming no number. */
  private static final double MOST = 1e300;

  private AcquiredResistance() {}

  /**
   * For the clones of a tumour under drugs given together. A clone that grows is resistant as it
   * is, which counts as one; one that grows once a single drug is escaped needs a mutation for that
   * drug, by any of the ways there are, and what the other drugs still do to it counts; another
   * needs a mutation for each of two drugs. Clones of less than one cell are not there.
   *
   * @param course the clones under treatment
   * @param growth how cells divide and die
   * @param cells of the tumour before treatment, at least 1
   * @param mutationRate daughters a division that become resistant to a drug, for each of them, 0
   *     to 1
   * @param fitness net growth of cells with a further mutation over that without it, over 0 to 10
   * @param days of treatment, zero or more
   * @return 0 to 1; empty where no clone is resistant and one needs more than one mutation against
   *     more than two drugs
   */
  public static OptionalDouble ofClones(
      ClonalSelection course,
      Growth growth,
      double cells,
      double mutationRate,
      double fitness,
      double days) {
    check(cells, mutationRate, fitness, days);
    double spared = 1;
    boolean known = true;
    for (Clone clone : course.clones()) {
      double size = cells * clone.share();
      List<Double> ways = course.effectsAfterOneEscape(clone);
      if (size < 1) {
        continue;
      }
      if (course.growth(clone) > 0) {
        return OptionalDouble.of(1);
      }
      if (!ways.isEmpty()) {
        double founded = mutationRate * growth.birth() * size * lived(course.growth(clone), days);
        double lasting = ways.stream().mapToDouble(e -> lasting(growth, fitness, e)).sum();
        spared *= Math.exp(-founded * lasting);
      } else if (clone.effects().size() == 2) {
        Clone alone = new Clone(clone.name(), 1, clone.effects());
        ClonalSelection itself = ClonalSelection.of(List.of(alone), growth);
        spared *= 1 - twoDrugs(itself, growth, size, mutationRate, fitness, days);
      } else {
        known = false;
      }
    }
    return known ? OptionalDouble.of(1 - spared) : OptionalDouble.empty();
  }

  /**
   * For one drug, or a mutation that escapes the whole regimen.
   *
   * @param course the clones under treatment
   * @param growth how cells divide and die
   * @param cells of the tumour before treatment, at least 1
   * @param mutationRate resistant daughters a division, 0 to 1
   * @param fitness net growth of resistant cells over that of the others, over 0 to 10
   * @param days of treatment, zero or more
   * @return 0 to 1
   */
  public static double oneDrug(
      ClonalSelection course,
      Growth growth,
      double cells,
      double mutationRate,
      double fitness,
      double days) {
    check(cells, mutationRate, fitness, days);
    ToDoubleFunction<Clone> cellDays =
        clone -> cells * clone.share() * lived(course.growth(clone), days);
    double lived = course.clones().stream().mapToDouble(cellDays).sum();
    double lasting = lasting(growth, fitness, 0);
    return -Math.expm1(-mutationRate * growth.birth() * lasting * lived);
  }

  /**
   * For two drugs that no single mutation escapes; each clone has the effects of both.
   *
   * @param course the clones under treatment
   * @param growth how cells divide and die
   * @param cells of the tumour before treatment, at least 1
   * @param mutationRate daughters a division that become resistant to one of them, for each of them
   * @param fitness net growth of cells with a mutation over that without it, over 0 to 10
   * @param days of treatment, zero or more
   * @return 0 to 1
   * @throws IllegalArgumentException for a course that is not under two drugs
   */
  public static double twoDrugs(
      ClonalSelection course,
      Growth growth,
      double cells,
      double mutationRate,
      double fitness,
      double days) {
    check(cells, mutationRate, fitness, days);
    double mean = 0;
    for (Clone clone : course.clones()) {
      if (clone.effects().size() != 2) {
        throw new IllegalArgumentException("effects of " + clone.effects().size() + " drugs");
      }
      for (double stillActing : clone.effects()) {
        SingleMutant single = SingleMutant.of(growth, fitness, mutationRate, stillActing);
        double founded = mutationRate * growth.birth() * cells * clone.share();
        mean += founded * successes(course.growth(clone), single, days);
        mean += founded * successesOfEarlier(growth, single, cells, days);
      }
    }
    return -Math.expm1(-mean);
  }

  /**
   * Successful lineages founded under treatment, over the rate at which they are on its first day.
   */
  private static double successes(double growth, SingleMutant single, double days) {
    return integral(
        day -> Math.min(MOST, Math.exp(growth * day)) * single.success(days - day), days);
  }

  /** Those founded while the tumour grew from one cell, over the rate on the last day of it. */
  private static double successesOfEarlier(
      Growth growth, SingleMutant single, double cells, double days) {
    double net = growth.birth() - growth.death();
    double atStart = single.success(days);
    return integral(
        age -> Math.exp(-net * age) * single.successFromBefore(atStart, age),
        Math.log(cells) / net);
  }

  /**
   * Cells with one mutation.
   *
   * @param birth divisions a day
   * @param untreated deaths a day without drug
   * @param death deaths a day under the drug that still acts
   * @param rate of the second mutation, a division
   * @param lasting probability that a lineage of double mutants lasts
   */
  private record SingleMutant(
      double birth, double untreated, double death, double rate, double lasting) {
    static SingleMutant of(Growth growth, double fitness, double rate, double stillActing) {
      return new SingleMutant(
          births(growth, fitness),
          growth.death(),
          growth.death() + growth.kill() * stillActing,
          rate,
          1 - growth.death() / births(growth, fitness * fitness));
    }

    /**
     * Probability that a lineage founds a lasting double mutant within so many days of treatment.
     * The equation is ds/dt = a s^2 + b s + c with a negative and c positive, hence a root on
     * either side of 0, between which s runs from 0 to the upper one.
     */
    double success(double days) {
      double a = -birth * (1 - rate);
      double b = birth - death - birth * rate * (1 + lasting);
      double c = birth * rate * lasting;
      if (c == 0) {
        return 0;
      }
      double root = Math.sqrt(b * b - 4 * a * c);
      // Each root in the form that does not subtract near-equal numbers.
      double upper = b > 0 ? (-b - root) / (2 * a) : 2 * c / (root - b);
      double lower = b > 0 ? -2 * c / (b + root) : (root - b) / (2 * a);
      double decay = Math.exp(-root * days);
      return -upper * Math.expm1(-root * days) / (1 - upper / lower * decay);
    }

    /**
     * The same for a lineage of an age before treatment, from what it is for one cell at its start.
     */
    double successFromBefore(double atStart, double age) {
      double net = birth - untreated;
      double grown = Math.expm1(net * age);
      return atStart * (grown + 1) / (1 + birth * atStart * grown / net);
    }
  }

  /** Probability that a lineage with a mutation lasts under what effect is still had on it. */
  private static double lasting(Growth growth, double fitness, double effect) {
    return Math.max(0, 1 - (growth.death() + growth.kill() * effect) / births(growth, fitness));
  }

  /** Divisions a day of cells with a mutation. */
  private static double births(Growth growth, double fitness) {
    return growth.death() + fitness * (growth.birth() - growth.death());
  }

  /** The integral of exp(growth t) from 0 to the last day. */
  private static double lived(double growth, double days) {
    return growth == 0 ? days : Math.expm1(growth * days) / growth;
  }

  /** From 0 to an end, by a Gauss rule on pieces that halve towards both. */
  private static double integral(DoubleUnaryOperator function, double end) {
    double sum = 0;
    double far = end / 2;
    for (int i = 0; i <= HALVINGS; i++) {
      double near = i == HALVINGS ? 0 : far / 2;
      double half = (far - near) / 2;
      double middle = (far + near) / 2;
      sum +=
          half
              * RULE.integrate(
                  x ->
                      function.applyAsDouble(middle + half * x)
                          + function.applyAsDouble(end - middle - half * x));
      far = near;
    }
    return sum;
  }

  private static void check(double cells, double mutationRate, double fitness, double days) {
    if (!(cells >= 1
        && cells <= 1e15
        && mutationRate >= 0
        && mutationRate < 1
        && fitness > 0
        && fitness <= 10
        && days >= 0)) {
      throw new IllegalArgumentException(
          "cells %s, mutation rate %s, fitness %s, days %s"
              .formatted(cells, mutationRate, fitness, days));
    }
  }
}
