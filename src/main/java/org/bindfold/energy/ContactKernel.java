package org.bindfold.energy;

import org.jspecify.annotations.Nullable;

/**
 * Sums pair energies between two blocks of atoms. One instance belongs to one thread: it owns the
 * buffer that its two passes share, and allocates nothing else.
 *
 * <p>Cost: |a| x |b| distances and table look-ups, without a branch on the distance; blocks whose
 * atoms are sorted by type ({@link AtomBlock#byType}) are gone through fastest. Deterministic: the
 * order of summation is the order of the atoms.
 */
public final class ContactKernel {
  /**
   * Runs of one type with so many atoms are worth eight sums: those of whole proteins and ligands.
   * In a cell's block a run has some twenty atoms.
   */
  private static final int LONG_RUN = 64;

  /**
   * Blocks of so many atoms are gone through by four atoms together: those of all cells. Not a
   * power of two, whose multiples compete for the same places of a cache.
   */
  private static final int STRIDE = 1040;

  private final PotentialTable table;
  private final float[][] @Nullable [] rows = new float[AtomType.ALL.length][AtomType.ALL.length][];

  /** Of one atom from 0 on, or of four from 0 and each multiple of the stride on. */
  private float[] coordinate = new float[4 * STRIDE];

  /** A kernel of the whole potential. */
  public ContactKernel() {
    this(PotentialTable.instance());
  }

  /** A kernel of another table, such as {@link PotentialTable#hydrogenBonds()}. */
  public ContactKernel(PotentialTable table) {
    this.table = table;
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
   * Energy of each atom with what is near it. Atoms of one group go through their surroundings
   * together, up to four at a time: what a pass costs before and after its loops is paid once.
   *
   * @param energies receives kcal/mol for each atom, in the order of their block; as long as that
   */
  public void perAtom(CellGroups atoms, CellBlocks around, double[] energies) {
    AtomBlock block = atoms.atoms();
    int[] order = atoms.order();
    for (int group = 0; group < atoms.size(); group++) {
      AtomBlock near = around.block(atoms.cell(group));
      int to = atoms.start(group + 1);
      int at = atoms.start(group);
      // Three are worth the pass of four.
      for (; at + 2 < to && near.size() <= STRIDE; at += 4) {
        int last = Math.min(at + 3, to - 1);
        four(block, order[at], order[at + 1], order[at + 2], order[last], near, energies);
      }
      for (; at < to; at++) {
        energies[order[at]] = energy(block, order[at], near);
      }
    }
  }

  /** Four atoms of one type. */
  private void four(AtomBlock a, int i, int j, int k, int l, AtomBlock b, double[] energies) {
    if (b.size() == 0) {
      energies[i] = 0;
      energies[j] = 0;
      energies[k] = 0;
      energies[l] = 0;
      return;
    }
    distances(a.x(i), a.y(i), a.z(i), b, coordinate, 0);
    distances(a.x(j), a.y(j), a.z(j), b, coordinate, STRIDE);
    distances(a.x(k), a.y(k), a.z(k), b, coordinate, 2 * STRIDE);
    distances(a.x(l), a.y(l), a.z(l), b, coordinate, 3 * STRIDE);
    sumFour(a.types()[i], b, i, j, k, l, energies);
  }

  /** Second pass of four atoms; a sum for each, so that none waits for another. */
  private void sumFour(int type, AtomBlock b, int i, int j, int k, int l, double[] energies) {
    float[] at = coordinate;
    double sumI = 0;
    double sumJ = 0;
    double sumK = 0;
    double sumL = 0;
    int[] runs = b.runs();
    byte[] types = b.types();
    float[] row = row(type, types[0]);
    int from = 0;
    for (int run = 1; run < runs.length; run++) {
      int to = runs[run];
      float[] next = to < types.length ? row(type, types[to]) : null;
      if (next != row) {
        float p = 0;
        float q = 0;
        float r = 0;
        float s = 0;
        for (int m = from; m < to; m++) {
          p += PotentialTable.lookUp(row, at[m]);
          q += PotentialTable.lookUp(row, at[m + STRIDE]);
          r += PotentialTable.lookUp(row, at[m + 2 * STRIDE]);
          s += PotentialTable.lookUp(row, at[m + 3 * STRIDE]);
        }
        sumI += p;
        sumJ += q;
        sumK += r;
        sumL += s;
        row = next;
        from = to;
      }
    }
    energies[i] = sumI;
    energies[j] = sumJ;
    energies[k] = sumK;
    energies[l] = sumL;
  }

  /**
   * Energy of one atom of a block with another block.
   *
   * @param i index into {@code a}
   * @return kcal/mol
   */
  public double energy(AtomBlock a, int i, AtomBlock b) {
    return energy(a.x(i), a.y(i), a.z(i), a.types()[i], b);
  }

  private double energy(float x, float y, float z, int type, AtomBlock block) {
    if (block.size() == 0) {
      return 0;
    }
    distances(x, y, z, block);
    int[] runs = block.runs();
    byte[] types = block.types();
    float[] row = row(type, types[0]);
    int from = 0;
    double sum = 0;
    for (int run = 1; run + 1 < runs.length; run++) {
      int at = runs[run];
      float[] next = row(type, types[at]);
      if (next != row) {
        sum += sum(row, coordinate, from, at);
        row = next;
        from = at;
      }
    }
    sum += sum(row, coordinate, from, block.size());
    return sum;
  }

  /** The table's rows are shared by threads; asking for one costs more than to keep it. */
  private float[] row(int type, int other) {
    float[] row = rows[type][other];
    if (row == null) {
      row = table.row(type, other);
      rows[type][other] = row;
    }
    return row;
  }

  /**
   * Second pass, over atoms that share a row. Eight sums where there are atoms for them, since each
   * addition waits for the one before it.
   */
  private static float sum(float[] row, float[] coordinate, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int j = from;
    if (to - from >= LONG_RUN) {
      float e = 0;
      float f = 0;
      float g = 0;
      float h = 0;
      for (; j + 7 < to; j += 8) {
        a += PotentialTable.lookUp(row, coordinate[j]);
        b += PotentialTable.lookUp(row, coordinate[j + 1]);
        c += PotentialTable.lookUp(row, coordinate[j + 2]);
        d += PotentialTable.lookUp(row, coordinate[j + 3]);
        e += PotentialTable.lookUp(row, coordinate[j + 4]);
        f += PotentialTable.lookUp(row, coordinate[j + 5]);
        g += PotentialTable.lookUp(row, coordinate[j + 6]);
        h += PotentialTable.lookUp(row, coordinate[j + 7]);
      }
      a += e;
      b += f;
      c += g;
      d += h;
    }
    for (; j + 3 < to; j += 4) {
      a += PotentialTable.lookUp(row, coordinate[j]);
      b += PotentialTable.lookUp(row, coordinate[j + 1]);
      c += PotentialTable.lookUp(row, coordinate[j + 2]);
      d += PotentialTable.lookUp(row, coordinate[j + 3]);
    }
    for (; j < to; j++) {
      a += PotentialTable.lookUp(row, coordinate[j]);
    }
    return (a + b) + (c + d);
  }

  private void distances(float x, float y, float z, AtomBlock block) {
    if (coordinate.length < block.size()) {
      coordinate = new float[Math.max(block.size(), coordinate.length * 2)];
    }
    distances(x, y, z, block, coordinate, 0);
  }

  /** First pass: straight-line arithmetic that the compiler turns into vector instructions. */
  private static void distances(
      float x, float y, float z, AtomBlock block, float[] out, int offset) {
    int n = block.size();
    float[] xs = block.xs();
    float[] ys = block.ys();
    float[] zs = block.zs();
    for (int j = 0; j < n; j++) {
      float dx = x - xs[j];
      float dy = y - ys[j];
      float dz = z - zs[j];
      out[offset + j] = PotentialTable.coordinate(dx * dx + dy * dy + dz * dz);
    }
  }
}
