package org.bindfold.energy;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * A cube of space cut into small cells, each with the block of those atoms that any point in it can
 * feel. An atom that is tried in many places meets only what is near each place; the sums are those
 * over all atoms, in the same order.
 *
 * <p>A cell's block is made when a point first falls into it: one pass over the atoms. Safe for use
 * by several threads; two that meet in a new cell make the same block.
 */
public final class CellBlocks {
  private static final double EDGE_ANGSTROM = 2.0;

  private final AtomBlock atoms;
  private final double x;
  private final double y;
  private final double z;
  private final int cellsPerEdge;
  private final AtomicReferenceArray<AtomBlock> cells;

  /**
   * Cells about a point.
   *
   * @param atoms all atoms; blocks keep their order
   * @param centreX angstrom
   * @param centreY angstrom
   * @param centreZ angstrom
   * @param reach half the cube's edge, angstrom; points outside the cube get all atoms
   */
  public CellBlocks(AtomBlock atoms, double centreX, double centreY, double centreZ, double reach) {
    this.atoms = atoms;
    this.cellsPerEdge = (int) Math.ceil(2 * reach / EDGE_ANGSTROM);
    double half = cellsPerEdge * EDGE_ANGSTROM / 2;
    this.x = centreX - half;
    this.y = centreY - half;
    this.z = centreZ - half;
    this.cells = new AtomicReferenceArray<>(cellsPerEdge * cellsPerEdge * cellsPerEdge);
  }

  /** Every atom within the cutoff of a point is in this block; coordinates in angstrom. */
  public AtomBlock near(double pointX, double pointY, double pointZ) {
    int cx = (int) Math.floor((pointX - x) / EDGE_ANGSTROM);
    int cy = (int) Math.floor((pointY - y) / EDGE_ANGSTROM);
    int cz = (int) Math.floor((pointZ - z) / EDGE_ANGSTROM);
    if (Math.min(cx, Math.min(cy, cz)) < 0 || Math.max(cx, Math.max(cy, cz)) >= cellsPerEdge) {
      return atoms;
    }
    int cell = (cx * cellsPerEdge + cy) * cellsPerEdge + cz;
    AtomBlock block = cells.get(cell);
    if (block == null) {
      block = select(cx, cy, cz);
      cells.set(cell, block);
    }
    return block;
  }

  private AtomBlock select(int cx, int cy, int cz) {
    double lowX = x + cx * EDGE_ANGSTROM;
    double lowY = y + cy * EDGE_ANGSTROM;
    double lowZ = z + cz * EDGE_ANGSTROM;
    int[] near =
        IntStream.range(0, atoms.size())
            .filter(
                i -> {
                  double dx = outside(atoms.x(i), lowX);
                  double dy = outside(atoms.y(i), lowY);
                  double dz = outside(atoms.z(i), lowZ);
                  // A little more than the cutoff, so that rounding loses no pair.
                  return dx * dx + dy * dy + dz * dz < PotentialTable.CUTOFF_SQUARED + 0.01;
                })
            .toArray();
    return atoms.select(near);
  }

  /** How far a coordinate lies outside the cell's range on its axis. */
  private static double outside(double at, double low) {
    return Math.max(0, Math.max(low - at, at - low - EDGE_ANGSTROM));
  }
}
