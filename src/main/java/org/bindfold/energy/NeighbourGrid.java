package org.bindfold.energy;

import java.util.Arrays;

/**
 * Atoms sorted into cubes, so that those around a point are found without looking at the others:
 * the cost of a look-up depends on what is near, not on the size of the protein.
 *
 * <p>Immutable. Building costs one sort of the atoms by cube.
 */
public final class NeighbourGrid {
  private static final double LEAST_EDGE_ANGSTROM = 6.0;

  /** Cubes per atom, at most: atoms that stand far apart get larger cubes, not more memory. */
  private static final int CUBES_PER_ATOM = 8;

  private final AtomBlock atoms;
  private final float minX;
  private final float minY;
  private final float minZ;
  private final double edge;
  private final int cubesX;
  private final int cubesY;
  private final int cubesZ;

  /** Atom indices cube by cube; cube c holds {@code order[start[c]]} to {@code start[c + 1]}. */
  private final int[] order;

  private final int[] start;

  /** A grid over a block of atoms. */
  public NeighbourGrid(AtomBlock atoms) {
    this.atoms = atoms;
    int n = atoms.size();
    minX = lowest(atoms.xs());
    minY = lowest(atoms.ys());
    minZ = lowest(atoms.zs());
    double spanX = n == 0 ? 0 : (double) highest(atoms.xs()) - minX;
    double spanY = n == 0 ? 0 : (double) highest(atoms.ys()) - minY;
    double spanZ = n == 0 ? 0 : (double) highest(atoms.zs()) - minZ;
    edge = edge(spanX, spanY, spanZ, (double) CUBES_PER_ATOM * (n + 1));
    cubesX = n == 0 ? 0 : (int) (spanX / edge) + 1;
    cubesY = n == 0 ? 0 : (int) (spanY / edge) + 1;
    cubesZ = n == 0 ? 0 : (int) (spanZ / edge) + 1;
    int[] cubeOf = new int[n];
    start = new int[cubesX * cubesY * cubesZ + 1];
    for (int i = 0; i < n; i++) {
      cubeOf[i] = index(cube(atoms.x(i), minX), cube(atoms.y(i), minY), cube(atoms.z(i), minZ));
      start[cubeOf[i] + 1]++;
    }
    for (int c = 1; c < start.length; c++) {
      start[c] += start[c - 1];
    }
    int[] next = Arrays.copyOf(start, start.length);
    order = new int[n];
    for (int i = 0; i < n; i++) {
      order[next[cubeOf[i]]++] = i;
    }
  }

  /**
   * The atoms within a distance of a point.
   *
   * @param x angstrom
   * @param y angstrom
   * @param z angstrom
   * @param radius angstrom
   * @return indices into the block, ascending
   */
  public int[] within(double x, double y, double z, double radius) {
    int[] found = new int[256];
    int count = 0;
    float squared = (float) (radius * radius);
    for (int cx = from(x, minX, radius); cx <= to(x, minX, radius, cubesX); cx++) {
      for (int cy = from(y, minY, radius); cy <= to(y, minY, radius, cubesY); cy++) {
        for (int cz = from(z, minZ, radius); cz <= to(z, minZ, radius, cubesZ); cz++) {
          int cube = index(cx, cy, cz);
          for (int k = start[cube]; k < start[cube + 1]; k++) {
            int i = order[k];
            float dx = (float) x - atoms.x(i);
            float dy = (float) y - atoms.y(i);
            float dz = (float) z - atoms.z(i);
            if (dx * dx + dy * dy + dz * dz < squared) {
              if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
              }
              found[count++] = i;
            }
          }
        }
      }
    }
    int[] result = Arrays.copyOf(found, count);
    Arrays.sort(result);
    return result;
  }

  private int index(int cx, int cy, int cz) {
    return (cx * cubesY + cy) * cubesZ + cz;
  }

  private static double edge(double spanX, double spanY, double spanZ, double mostCubes) {
    double edge = LEAST_EDGE_ANGSTROM;
    while ((spanX / edge + 1) * (spanY / edge + 1) * (spanZ / edge + 1) > mostCubes
        && edge < Float.MAX_VALUE) {
      edge *= 2;
    }
    return edge;
  }

  private int cube(double at, float min) {
    return (int) Math.floor((at - min) / edge);
  }

  private int from(double at, float min, double radius) {
    return Math.max(0, cube(at - radius, min));
  }

  private int to(double at, float min, double radius, int cubes) {
    return Math.min(cubes - 1, cube(at + radius, min));
  }

  private static float lowest(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static float highest(float[] values) {
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
