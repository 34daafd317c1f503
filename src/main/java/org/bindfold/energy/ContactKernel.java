package org.bindfold.energy;

import java.util.Arrays;

/**
 * Sums pair energies between two blocks of atoms. One instance belongs to one thread: it owns the
 * buffer of squared distances that the two passes over a row share, and allocates nothing else.
 *
 * <p>Cost: |a| x |b| distances, then a table look-up for the pairs within the cutoff.
 * Deterministic: the order of summation is the order of the atoms.
 */
public final class ContactKernel {
  private final PotentialTable table;
  private float[] squared = new float[1024];

  /** A kernel of the whole potential. */
  public ContactKernel() {
    this(PotentialTable.instance());
  }

  /** A kernel of another table, such as {@link PotentialTable#hydrogenBonds()}. */
  public ContactKernel(PotentialTable table) {
    this.table = table;
  }

  /** Receives the pairs within the cutoff, in the order of the atoms. */
  @FunctionalInterface
  public interface PairSink {
    /**
     * One pair.
     *
     * @param i index into the first block
     * @param j index into the second block
     * @param energy kcal/mol
     */
    void pair(int i, int j, float energy);
  }

  /**
   * Energy between two blocks.
   *
   * @return kcal/mol
   */
  public double energy(AtomBlock a, AtomBlock b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += energy(a.x(i), a.y(i), a.z(i), a.types()[i], b);
    }
    return sum;
  }

  /**
   * Energy between two blocks, with each pair told to a sink in the same pass.
   *
   * @return kcal/mol, the same as without the sink
   */
  public double energy(AtomBlock a, AtomBlock b, PairSink sink) {
    double total = 0;
    for (int i = 0; i < a.size(); i++) {
      distances(a.x(i), a.y(i), a.z(i), b);
      int type = a.types()[i];
      byte[] types = b.types();
      double sum = 0;
      for (int j = 0; j < b.size(); j++) {
        float s = squared[j];
        if (s < PotentialTable.CUTOFF_SQUARED) {
          float energy = PotentialTable.interpolate(table.row(type, types[j]), s);
          sink.pair(i, j, energy);
          sum += energy;
        }
      }
      total += sum;
    }
    return total;
  }

  /**
   * Energy of each atom of one block with the whole of another.
   *
   * @param energies receives kcal/mol for each atom of {@code a}; at least as long as {@code a}
   */
  public void perAtom(AtomBlock a, AtomBlock b, double[] energies) {
    if (b.size() == 0) {
      Arrays.fill(energies, 0, a.size(), 0);
      return;
    }
    for (int i = 0; i < a.size(); i++) {
      energies[i] = energy(a.x(i), a.y(i), a.z(i), a.types()[i], b);
    }
  }

  /**
   * Energy of one atom with a block.
   *
   * @param x angstrom
   * @param y angstrom
   * @param z angstrom
   * @param type its type
   * @return kcal/mol
   */
  public double energy(double x, double y, double z, AtomType type, AtomBlock block) {
    return energy((float) x, (float) y, (float) z, type.ordinal(), block);
  }

  private double energy(float x, float y, float z, int type, AtomBlock block) {
    distances(x, y, z, block);
    int[] runs = block.runs();
    double sum = 0;
    for (int run = 0; run + 1 < runs.length; run++) {
      int from = runs[run];
      float[] row = table.row(type, block.types()[from]);
      sum += sum(row, squared, from, runs[run + 1]);
    }
    return sum;
  }

  /** Second pass, over atoms of one type. */
  private static double sum(float[] row, float[] squared, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      float s = squared[j];
      if (s < PotentialTable.CUTOFF_SQUARED) {
        sum += PotentialTable.interpolate(row, s);
      }
    }
    return sum;
  }

  /** First pass: straight-line arithmetic that the compiler turns into vector instructions. */
  private void distances(float x, float y, float z, AtomBlock block) {
    int n = block.size();
    if (squared.length < n) {
      squared = new float[Math.max(n, squared.length * 2)];
    }
    float[] r2 = squared;
    float[] xs = block.xs();
    float[] ys = block.ys();
    float[] zs = block.zs();
    for (int j = 0; j < n; j++) {
      float dx = x - xs[j];
      float dy = y - ys[j];
      float dz = z - zs[j];
      r2[j] = dx * dx + dy * dy + dz * dz;
    }
  }
}
