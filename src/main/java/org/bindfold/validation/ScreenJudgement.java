package org.bindfold.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bindfold.validation.Bootstrap.Interval;

/** How well a score ranks the changes that a screen finds resistant. */
public final class ScreenJudgement {
  private ScreenJudgement() {}

  /**
   * A change with what the model says of it.
   *
   * @param change measured
   * @param pResistant empty when the model gives none
   * @param ddg kcal/mol; empty when the position has no coordinates
   */
  public record Scored(ScreenTable.Change change, OptionalDouble pResistant, OptionalDouble ddg) {
    /** A change at a position without coordinates. */
    public static Scored unknown(ScreenTable.Change change) {
      return new Scored(change, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private boolean inModel() {
      return pResistant.isPresent() || ddg.isPresent();
    }
  }

  /**
   * One figure.
   *
   * @param drug the screen's drug
   * @param positions {@code all}, or {@code in_model} for those with coordinates
   * @param score {@code p_resistant} or {@code ddg}, what was ranked
   * @param changes amino acid changes
   * @param resistant those of them that are
   * @param metric {@code auprc} or {@code auroc}
   * @param value NaN where it is not defined
   * @param chance what a score without information reaches
   * @param interval 95%, residue positions drawn whole
   */
  public record Figure(
      String drug,
      String positions,
      String score,
      int changes,
      int resistant,
      String metric,
      double value,
      double chance,
      Optional<Interval> interval) {}

  /** The figures of each drug, drugs in alphabetical order. */
  public static List<Figure> of(List<Scored> scored) {
    List<Figure> figures = new ArrayList<>();
    for (String drug : scored.stream().map(s -> s.change.drug()).distinct().sorted().toList()) {
      List<Scored> all = scored.stream().filter(s -> s.change.drug().equals(drug)).toList();
      List<Scored> inModel = all.stream().filter(Scored::inModel).toList();
      if (inModel.isEmpty()) {
        continue;
      }
      boolean probability = byProbability(inModel);
      double prior = prior(inModel, probability);
      figures.addAll(figures(drug, "all", all, probability, prior));
      figures.addAll(figures(drug, "in_model", inModel, probability, prior));
    }
    return figures;
  }

  /** Scores of two kinds cannot be ranked together: a probability counts when all have one. */
  private static boolean byProbability(List<Scored> inModel) {
    return inModel.stream().allMatch(s -> s.pResistant.isPresent());
  }

  /**
   * What a change without coordinates is given: the median of the scores that there are, which
   * knows nothing of the measured classes.
   */
  private static double prior(List<Scored> inModel, boolean probability) {
    double[] scores =
        inModel.stream()
            .map(s -> score(s, probability))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .sorted()
            .toArray();
    return (scores[(scores.length - 1) / 2] + scores[scores.length / 2]) / 2;
  }

  private static OptionalDouble score(Scored scored, boolean probability) {
    return probability ? scored.pResistant : scored.ddg;
  }

  private static List<Figure> figures(
      String drug, String positions, List<Scored> rows, boolean probability, double prior) {
    boolean[] positive = new boolean[rows.size()];
    double[] score = new double[rows.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = rows.get(i).change.resistant();
      score[i] = score(rows.get(i), probability).orElse(prior);
    }
    int resistant = (int) rows.stream().filter(s -> s.change.resistant()).count();
    Bootstrap bootstrap = Bootstrap.ofGroups(rows.stream().map(s -> s.change.position()).toList());
    int[] every = IntStream.range(0, rows.size()).toArray();
    List<Figure> figures = new ArrayList<>();
    for (String metric : List.of("auprc", "auroc")) {
      boolean precision = metric.equals("auprc");
      Bootstrap.Statistic statistic =
          draw -> {
            boolean[] truth = new boolean[draw.length];
            for (int i = 0; i < draw.length; i++) {
              truth[i] = positive[draw[i]];
            }
            double[] drawn = IntStream.of(draw).mapToDouble(i -> score[i]).toArray();
            return precision ? Ranking.averagePrecision(truth, drawn) : Ranking.auroc(truth, drawn);
          };
      figures.add(
          new Figure(
              drug,
              positions,
              probability ? "p_resistant" : "ddg",
              rows.size(),
              resistant,
              metric,
              statistic.of(every),
              precision ? (double) resistant / rows.size() : 0.5,
              bootstrap.interval(statistic)));
    }
    return figures;
  }
}
