package org.bindfold.energy;

import java.util.Arrays;

/**
 * Atoms as flat arrays: coordinates in angstrom and the ordinal of each atom's {@link AtomType}.
 * The arrays are the block's own; a kernel reads them in a straight line.
 */
public final class AtomBlock {
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final byte[] type;

  /** For each atom where a {@link PotentialTable} keeps the row of its type. */
  private final int[] row;

  /** The types that occur, as bits. */
  private final int typeSet;

  /**
   * Takes over four arrays of one length.
   *
   * @throws IllegalArgumentException when the lengths differ or a coordinate is not finite
   */
  public AtomBlock(float[] x, float[] y, float[] z, byte[] type) {
    if (y.length != x.length || z.length != x.length || type.length != x.length) {
      throw new IllegalArgumentException("coordinate and type arrays differ in length");
    }
    for (int i = 0; i < x.length; i++) {
      if (!Float.isFinite(x[i] + y[i] + z[i])) {
        throw new IllegalArgumentException("atom " + i + " has a coordinate that is not finite");
      }
    }
    this.x = x;
    this.y = y;
    this.z = z;
    this.type = type;
    this.row = new int[type.length];
    int set = 0;
    for (int i = 0; i < type.length; i++) {
      row[i] = PotentialTable.row(AtomType.ALL[type[i]]);
      set |= 1 << type[i];
    }
    this.typeSet = set;
  }

  private AtomBlock(float[] x, float[] y, float[] z, byte[] type, int[] row, int typeSet) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.type = type;
    this.row = row;
    this.typeSet = typeSet;
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
    int[] chosenRow = new int[n];
    int set = 0;
    for (int k = 0; k < n; k++) {
      int i = indices[k];
      chosenX[k] = x[i];
      chosenY[k] = y[i];
      chosenZ[k] = z[i];
      chosenType[k] = type[i];
      chosenRow[k] = row[i];
      set |= 1 << type[i];
    }
    return new AtomBlock(chosenX, chosenY, chosenZ, chosenType, chosenRow, set);
  }

  int[] rows() {
    return row;
  }

  int typeSet() {
    return typeSet;
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
