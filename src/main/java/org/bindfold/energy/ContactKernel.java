package org.bindfold.energy;

/**
 * Sums pair energies between two blocks of atoms. One instance belongs to one thread: it owns the
 * buffer of squared distances that the two passes over a row share.
 *
 * <p>Cost: |a| x |b| distances, then a table look-up for the pairs within the cutoff.
 * Deterministic: the order of summation is the order of the atoms.
 */
public final class ContactKernel {
  private final PotentialTable table = PotentialTable.instance();
  private float[] squared = new float[1024];

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
    int n = block.size();
    if (squared.length < n) {
      squared = new float[Math.max(n, squared.length * 2)];
    }
    float[] r2 = squared;
    float[] xs = block.xs();
    float[] ys = block.ys();
    float[] zs = block.zs();
    // First pass: straight-line arithmetic that the compiler turns into vector instructions.
    for (int j = 0; j < n; j++) {
      float dx = x - xs[j];
      float dy = y - ys[j];
      float dz = z - zs[j];
      r2[j] = dx * dx + dy * dy + dz * dz;
    }
    byte[] types = block.types();
    double sum = 0;
    for (int j = 0; j < n; j++) {
      float s = r2[j];
      if (s < PotentialTable.CUTOFF_SQUARED) {
        sum += PotentialTable.interpolate(table.row(type, types[j]), s);
      }
    }
    return sum;
  }
}
