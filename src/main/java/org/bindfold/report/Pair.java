package org.bindfold.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A thing in two reports, or in one of them.
 *
 * @param older as the older report has it; empty where it has not
 * @param newer as the newer report has it; empty where it has not
 */
record Pair<T>(Optional<T> older, Optional<T> newer) {

  /** The same with each key at most once, or in the same order. */
  static <T> List<Pair<T>> of(List<T> older, List<T> newer, Function<T, ?> key) {
    return of(older, newer, key, key);
  }

  /**
   * Those of the older report in their order, then those that only the newer one has. Takes time in
   * proportion to their number.
   *
   * @param key what two must share to be a pair
   * @param finer what tells those of one key apart; those that share it too are paired first, the
   *     rest in order
   */
  static <T> List<Pair<T>> of(
      List<T> older, List<T> newer, Function<T, ?> key, Function<T, ?> finer) {
    int[] partners = new int[older.size()];
    boolean[] taken = new boolean[newer.size()];
    Arrays.fill(partners, -1);
    match(older, newer, partners, taken, item -> List.of(key.apply(item), finer.apply(item)));
    match(older, newer, partners, taken, key);
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      pairs.add(
          new Pair<>(
              Optional.of(older.get(i)),
              partners[i] < 0 ? Optional.empty() : Optional.of(newer.get(partners[i]))));
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        pairs.add(new Pair<>(Optional.empty(), Optional.of(newer.get(i))));
      }
    }
    return pairs;
  }

  private static <T> void match(
      List<T> older, List<T> newer, int[] partners, boolean[] taken, Function<T, ?> key) {
    Map<Object, Deque<Integer>> free = new HashMap<>();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        free.computeIfAbsent(key.apply(newer.get(i)), k -> new ArrayDeque<>()).add(i);
      }
    }
    for (int i = 0; i < partners.length; i++) {
      Deque<Integer> candidates = partners[i] < 0 ? free.get(key.apply(older.get(i))) : null;
      if (candidates != null && !candidates.isEmpty()) {
        partners[i] = candidates.remove();
        taken[partners[i]] = true;
      }
    }
  }

  /** Whichever there is, the older one first. */
  T either() {
    return older.or(() -> newer).orElseThrow();
  }

  /** The same of what each side holds. */
  <U> Pair<U> map(Function<T, U> part) {
    return new Pair<>(older.map(part), newer.map(part));
  }

  boolean both() {
    return older.isPresent() && newer.isPresent();
  }
}
