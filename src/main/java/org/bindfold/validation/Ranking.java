package org.bindfold.validation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well a score ranks positives above negatives. Rows of equal score are taken together, so that
 * their order in a file does not matter. Cost n log n.
 */
public final class Ranking {
  private Ranking() {}

  /**
   * Average precision: the mean over the positives of the precision at their score. Chance level is
   * the share of positives. NaN without a positive.
   */
  public static double averagePrecision(boolean[] positive, double[] score) {
    int[] order = descending(score);
    double sum = 0;
    int found = 0;
    int start = 0;
    while (start < order.length) {
      int end = endOfTie(order, score, start);
      int here = positives(positive, order, start, end);
      found += here;
      sum += (double) here * found / end;
      start = end;
    }
    return found == 0 ? Double.NaN : sum / found;
  }

  /**
   * The chance that a positive scores above a negative, ties counted half. NaN without both. Chance
   * level is one half.
   */
  public static double auroc(boolean[] positive, double[] score) {
    int[] order = descending(score);
    double won = 0;
    long positives = 0;
    long negatives = 0;
    int start = 0;
    while (start < order.length) {
      int end = endOfTie(order, score, start);
      int here = positives(positive, order, start, end);
      int negativesHere = end - start - here;
      won += (double) negativesHere * (positives + here / 2.0);
      positives += here;
      negatives += negativesHere;
      start = end;
    }
    return positives == 0 || negatives == 0 ? Double.NaN : won / positives / negatives;
  }

  private static int[] descending(double[] score) {
    return IntStream.range(0, score.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> score[i]).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int endOfTie(int[] order, double[] score, int start) {
    int end = start + 1;
    while (end < order.length && score[order[end]] == score[order[start]]) {
      end++;
    }
    return end;
  }

  private static int positives(boolean[] positive, int[] order, int start, int end) {
    return (int) IntStream.range(start, end).filter(i -> positive[order[i]]).count();
  }
}
