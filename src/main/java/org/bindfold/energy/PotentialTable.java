package org.bindfold.energy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiPredicate;

/**
 * {@link PairPotential} as a table over squared distance, one row per kind of pair. Bins are as
 * wide as the exponent of the squared distance says, {@value #BINS_PER_OCTAVE} to each doubling:
 * fine where the potential is steep, coarse where it is flat. A bin holds the energy at its middle,
 * so a look-up is one read without arithmetic; the error is under 0.002 kcal/mol per pair for
 * distances from 0.5 angstrom to the cutoff.
 *
 * <p>Squared distances are {@link #shifted} before the look-up: no pair then lies below the first
 * bin, and all pairs beyond the cutoff fall into one bin of zeros, so that a kernel needs no
 * branch.
 *
 * <p>A row is built when it is first asked for; the two instances are shared by all threads.
 */
public final class PotentialTable {
  static final int BINS_PER_OCTAVE = 2048;
  static final float CUTOFF_SQUARED =
      (float) (PairPotential.CUTOFF_ANGSTROM * PairPotential.CUTOFF_ANGSTROM);

  /** Added to a squared distance; a power of two, where the first bin begins. */
  static final float SHIFT = 0.5f;

  /** The cutoff as the kernel sees it; the edge of a bin. */
  static final float SHIFTED_CUTOFF = CUTOFF_SQUARED + SHIFT;

  /** Where all pairs beyond the cutoff are put; within the bin after it. */
  static final float BEYOND = SHIFTED_CUTOFF + 1f / 64;

  /** Bits of a float below those that choose the bin: 23 of the mantissa less 11. */
  private static final int BIN_SHIFT = 23 - 11;

  /** Eight doublings, from {@link #SHIFT} on; a power of two, so that a mask keeps in bounds. */
  private static final int BINS = 8 * BINS_PER_OCTAVE;

  /** The formula is evaluated once for so many bins, with straight lines between. */
  private static final int BINS_PER_NODE = 4;

  private static final int FIRST_BIN = Float.floatToRawIntBits(SHIFT) >>> BIN_SHIFT;
  private static final int CUTOFF_BIN =
      (Float.floatToRawIntBits(SHIFTED_CUTOFF) >>> BIN_SHIFT) - FIRST_BIN;
  private static final int TYPES = AtomType.ALL.length;

  private static final class Holder {
    static final PotentialTable INSTANCE =
        new PotentialTable(PairPotential::energy, (a, b) -> true);
    static final PotentialTable HYDROGEN_BONDS =
        new PotentialTable(
            (a, b, r) -> PairPotential.energy(PairPotential.Term.HYDROGEN_BOND, a, b, r),
            AtomType::hydrogenBond);
  }

  /** A pair's energy by its types and distance in angstrom. */
  @FunctionalInterface
  private interface Formula {
    double energy(AtomType a, AtomType b, double distance);
  }

  private static final float[] ZEROS = new float[BINS];

  private final Formula potential;

  /** Row by {@code type * TYPES + type}; pairs with the same formula share one. */
  private final AtomicReferenceArray<float[]> rows = new AtomicReferenceArray<>(TYPES * TYPES);

  private final Map<String, float[]> byFormula = new ConcurrentHashMap<>();

  private PotentialTable(Formula potential, BiPredicate<AtomType, AtomType> interacts) {
    this.potential = potential;
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

  /**
   * Energy of two atoms.
   *
   * @param squaredDistance between their centres, square angstrom
   * @return kcal/mol
   */
  public float energy(AtomType a, AtomType b, float squaredDistance) {
    return lookUp(row(a.ordinal(), b.ordinal()), shifted(squaredDistance));
  }

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
  static float shifted(float squaredDistance) {
    return Math.min(squaredDistance + SHIFT, BEYOND);
  }

  static float lookUp(float[] row, float shifted) {
    return row[(Float.floatToRawIntBits(shifted) >>> BIN_SHIFT) & (row.length - 1)];
  }

  /** Pairs that agree in this have one row. */
  private static String formula(AtomType a, AtomType b) {
    return Math.round((a.radius() + b.radius()) * 1000)
        + (a.hydrophobic() && b.hydrophobic() ? "h" : "")
        + (AtomType.hydrogenBond(a, b) ? "b" : "");
  }

  private float[] row(AtomType a, AtomType b) {
    float[] row = new float[BINS];
    double low = at(a, b, 0);
    for (int bin = 0; bin < CUTOFF_BIN; bin += BINS_PER_NODE) {
      double high = at(a, b, bin + BINS_PER_NODE);
      for (int k = 0; k < BINS_PER_NODE; k++) {
        double middle = low + (high - low) * (k + 0.5) / BINS_PER_NODE;
        row[(FIRST_BIN + bin + k) & (BINS - 1)] = (float) middle;
      }
      low = high;
    }
    return row;
  }

  /** The formula at the lower edge of a bin; at the cutoff the value just before it. */
  private double at(AtomType a, AtomType b, int bin) {
    double shifted = Float.intBitsToFloat((FIRST_BIN + Math.min(bin, CUTOFF_BIN)) << BIN_SHIFT);
    double squared = Math.min(shifted - SHIFT, Math.nextDown((double) CUTOFF_SQUARED));
    return potential.energy(a, b, Math.sqrt(squared));
  }
}
