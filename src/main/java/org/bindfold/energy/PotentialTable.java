package org.bindfold.energy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiPredicate;

/**
 * {@link PairPotential} as a table over a coordinate of the squared distance, one row per pair of
 * types. The coordinate, {@link #coordinate}, is r^2 + 1/16; its bins are the first bits of its
 * binary form, so many to each power of two. A bin holds the energy at its middle, so a look-up is
 * one read without arithmetic; the error is under 0.002 kcal/mol per pair for distances from 0.5
 * angstrom to the cutoff. All pairs beyond the cutoff fall into bins of zeros, so that a kernel
 * needs no branch.
 *
 * <p>A row is built when it is first asked for; the two instances are shared by all threads.
 */
public final class PotentialTable {
  static final float CUTOFF_SQUARED =
      (float) (PairPotential.CUTOFF_ANGSTROM * PairPotential.CUTOFF_ANGSTROM);

  /** The coordinate of two atoms in one place: a power of two, the lower edge of a bin. */
  private static final float SOFTENING = 1f / 16;

  /** Bins for each power of two: 2^10. */
  private static final int BITS_PER_OCTAVE = 10;

  /** Powers of two, from the softening to that of the squared distance of any two atoms: 2^6. */
  private static final int OCTAVE_BITS = 6;

  private static final int BINS = 1 << (BITS_PER_OCTAVE + OCTAVE_BITS);

  /** Bits of a float below those that choose the bin. */
  private static final int BIN_SHIFT = 23 - BITS_PER_OCTAVE;

  /** A pair is within the cutoff when its coordinate is below this, which is the edge of a bin. */
  private static final float CUTOFF_COORDINATE = CUTOFF_SQUARED + SOFTENING;

  /** The formula is evaluated once for so many bins, with straight lines between. */
  private static final int BINS_PER_NODE = 2;

  private static final int TYPES = AtomType.ALL.length;

  /** More than rounding makes of the cutoff, square angstrom. */
  private static final float ROUNDING = 0.01f;

  /**
   * More than the straight line between two nodes that crosses the end of a hydrogen bond, which at
   * 3.6 angstrom is 0.016 long; square angstrom.
   */
  private static final float LONGEST_LINE = 0.1f;

  private static final class Holder {
    static final PotentialTable INSTANCE =
        new PotentialTable(PairPotential::energy, (a, b) -> true, CUTOFF_SQUARED + ROUNDING);
    static final PotentialTable HYDROGEN_BONDS =
        new PotentialTable(
            (a, b, r) -> PairPotential.energy(PairPotential.Term.HYDROGEN_BOND, a, b, r),
            AtomType::hydrogenBond,
            squared(PairPotential.longestHydrogenBond()) + LONGEST_LINE);
  }

  /** A pair's energy by its types and distance in angstrom. */
  @FunctionalInterface
  private interface Formula {
    double energy(AtomType a, AtomType b, double distance);
  }

  private static float squared(double distance) {
    return (float) (distance * distance);
  }

  private static final float[] ZEROS = new float[BINS];

  private final Formula potential;
  private final float reachSquared;

  /** Row by {@code type * TYPES + type}. */
  private final AtomicReferenceArray<float[]> rows = new AtomicReferenceArray<>(TYPES * TYPES);

  /** One row per formula, which pairs of types share. */
  private final Map<String, float[]> byFormula = new ConcurrentHashMap<>();

  private PotentialTable(
      Formula potential, BiPredicate<AtomType, AtomType> interacts, float reachSquared) {
    this.potential = potential;
    this.reachSquared = reachSquared;
    for (AtomType a : AtomType.ALL) {
      for (AtomType b : AtomType.ALL) {
        if (!interacts.test(a, b)) {
          rows.set(a.ordinal() * TYPES + b.ordinal(), ZEROS);
        }
      }
    }
  }

  /** The table of the whole potential. */
  public static PotentialTable instance() {
    return Holder.INSTANCE;
  }

  /** The table of the hydrogen-bond term alone. */
  public static PotentialTable hydrogenBonds() {
    return Holder.HYDROGEN_BONDS;
  }

  /** Every row is zero from here on, square angstrom. */
  float reachSquared() {
    return reachSquared;
  }

  /** The row of a pair of types; the same array for pairs with the same formula. */
  float[] row(int typeA, int typeB) {
    int pair = typeA * TYPES + typeB;
    float[] row = rows.get(pair);
    if (row == null) {
      AtomType a = AtomType.ALL[typeA];
      AtomType b = AtomType.ALL[typeB];
      row = byFormula.computeIfAbsent(formula(a, b), key -> row(a, b));
      rows.set(pair, row);
    }
    return row;
  }

  /** What a look-up takes in place of the squared distance. */
  static float coordinate(float squaredDistance) {
    return squaredDistance + SOFTENING;
  }

  /** The mask is that of the bins and tells the compiler that no index lies outside. */
  static float lookUp(float[] row, float coordinate) {
    return row[bin(coordinate) & (row.length - 1)];
  }

  private static int bin(float coordinate) {
    return Float.floatToRawIntBits(coordinate) >>> BIN_SHIFT;
  }

  /** Pairs that agree in this have one row. */
  private static String formula(AtomType a, AtomType b) {
    return Math.round((a.radius() + b.radius()) * 1000)
        + (a.hydrophobic() && b.hydrophobic() ? "h" : "")
        + (AtomType.hydrogenBond(a, b) ? "b" : "");
  }

  private float[] row(AtomType a, AtomType b) {
    float[] row = new float[BINS];
    int end = bin(CUTOFF_COORDINATE);
    int from = bin(SOFTENING);
    double low = at(a, b, from);
    while (from < end) {
      int to = Math.min(from + BINS_PER_NODE, end);
      double high = at(a, b, to);
      for (int bin = from; bin < to; bin++) {
        row[bin & (BINS - 1)] = (float) (low + (high - low) * (bin - from + 0.5) / (to - from));
      }
      from = to;
      low = high;
    }
    return row;
  }

  /** The formula at the lower edge of a bin; at the cutoff the value just before it. */
  private double at(AtomType a, AtomType b, int bin) {
    double squared = (double) Float.intBitsToFloat(bin << BIN_SHIFT) - SOFTENING;
    return potential.energy(
        a, b, Math.sqrt(Math.min(squared, Math.nextDown((double) CUTOFF_SQUARED))));
  }
}
