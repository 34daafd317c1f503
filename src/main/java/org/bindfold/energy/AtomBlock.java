package org.bindfold.energy;

import java.util.Arrays;
import java.util.List;

/**
 * Atoms as flat arrays: coordinates in angstrom and the ordinal of each atom's {@link AtomType}.
 * The arrays are the block's own; a kernel reads them in a straight line.
 */
public final class AtomBlock {
  /** The squared distance of any two atoms has a bin of its own in the tables. */
  private static final float FURTHEST_ANGSTROM = 1e8f;

  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final byte[] type;

  /** Where the type changes: run k goes from {@code runs[k]} to {@code runs[k + 1]}. */
  private final int[] runs;

  /**
   * Takes over four arrays of one length.
   *
   * @throws IllegalArgumentException when the lengths differ or a coordinate is no number, or
   *     further out than any atom's: 10^8 angstrom
   */
  public AtomBlock(float[] x, float[] y, float[] z, byte[] type) {
    if (y.length != x.length || z.length != x.length || type.length != x.length) {
      throw new IllegalArgumentException("coordinate and type arrays differ in length");
    }
    for (int i = 0; i < x.length; i++) {
      if (!(Math.abs(x[i]) + Math.abs(y[i]) + Math.abs(z[i]) < FURTHEST_ANGSTROM)) {
        throw new IllegalArgumentException(
            "atom " + i + " has a coordinate that is no number or beyond 1e8 angstrom");
      }
    }
    this.x = x;
    this.y = y;
    this.z = z;
    this.type = type;
    this.runs = runs(type);
  }

  /** A selection of atoms that were checked before. */
  private AtomBlock(float[] x, float[] y, float[] z, byte[] type, int[] runs) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.type = type;
    this.runs = runs;
  }

  private static int[] runs(byte[] type) {
    int count = type.length > 0 ? 1 : 0;
    for (int i = 1; i < type.length; i++) {
      count += type[i] != type[i - 1] ? 1 : 0;
    }
    int[] runs = new int[count + 1];
    int run = 0;
    for (int i = 1; i < type.length; i++) {
      if (type[i] != type[i - 1]) {
        runs[++run] = i;
      }
    }
    runs[count] = type.length;
    return runs;
  }

  /** Number of atoms. */
  public int size() {
    return x.length;
  }

  /** x of atom {@code i}, angstrom. */
  public float x(int i) {
    return x[i];
  }

  /** y of atom {@code i}, angstrom. */
  public float y(int i) {
    return y[i];
  }

  /** z of atom {@code i}, angstrom. */
  public float z(int i) {
    return z[i];
  }

  /** Type of atom {@code i}. */
  public AtomType type(int i) {
    return AtomType.ALL[type[i]];
  }

  /** The atoms at the given indices, in that order. */
  public AtomBlock select(int[] indices) {
    return select(indices, indices.length);
  }

  /** The atoms at the first {@code n} of the given indices, in that order. */
  AtomBlock select(int[] indices, int n) {
    float[] chosenX = new float[n];
    float[] chosenY = new float[n];
    float[] chosenZ = new float[n];
    byte[] chosenType = new byte[n];
    for (int k = 0; k < n; k++) {
      int i = indices[k];
      chosenX[k] = x[i];
      chosenY[k] = y[i];
      chosenZ[k] = z[i];
      chosenType[k] = type[i];
    }
    return new AtomBlock(chosenX, chosenY, chosenZ, chosenType, runs(chosenType));
  }

  /**
   * The same atoms, those of one type together and in their order: a kernel goes through such a
   * block faster.
   */
  public AtomBlock byType() {
    int[] next = new int[AtomType.ALL.length];
    for (byte t : type) {
      if (t + 1 < next.length) {
        next[t + 1]++;
      }
    }
    for (int t = 1; t < next.length; t++) {
      next[t] += next[t - 1];
    }
    int[] order = new int[type.length];
    for (int i = 0; i < type.length; i++) {
      order[next[type[i]]++] = i;
    }
    return select(order);
  }

  /** The atoms of several blocks, one block after another. */
  public static AtomBlock joined(List<AtomBlock> blocks) {
    int size = 0;
    for (AtomBlock block : blocks) {
      size += block.size();
    }
    float[] x = new float[size];
    float[] y = new float[size];
    float[] z = new float[size];
    byte[] type = new byte[size];
    int from = 0;
    for (AtomBlock block : blocks) {
      System.arraycopy(block.x, 0, x, from, block.size());
      System.arraycopy(block.y, 0, y, from, block.size());
      System.arraycopy(block.z, 0, z, from, block.size());
      System.arraycopy(block.type, 0, type, from, block.size());
      from += block.size();
    }
    return new AtomBlock(x, y, z, type, runs(type));
  }

  int[] runs() {
    return runs;
  }

  /** The kernel's view; not copied, not to be changed. */
  float[] xs() {
    return x;
  }

  float[] ys() {
    return y;
  }

  float[] zs() {
    return z;
  }

  byte[] types() {
    return type;
  }

  /** Collects atoms one by one. */
  public static final class Builder {
    private float[] x = new float[64];
    private float[] y = new float[64];
    private float[] z = new float[64];
    private byte[] type = new byte[64];
    private int size;

    /** Adds an atom; coordinates in angstrom. */
    public Builder add(double atomX, double atomY, double atomZ, AtomType atomType) {
      if (size == x.length) {
        int grown = size * 2;
        x = Arrays.copyOf(x, grown);
        y = Arrays.copyOf(y, grown);
        z = Arrays.copyOf(z, grown);
        type = Arrays.copyOf(type, grown);
      }
      x[size] = (float) atomX;
      y[size] = (float) atomY;
      z[size] = (float) atomZ;
      type[size++] = (byte) atomType.ordinal();
      return this;
    }

    /** The atoms added so far, in the order they were added. */
    public AtomBlock build() {
      return new AtomBlock(
          Arrays.copyOf(x, size),
          Arrays.copyOf(y, size),
          Arrays.copyOf(z, size),
          Arrays.copyOf(type, size));
    }
  }
}
