package org.bindfold.energy;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A cube of space cut into small cells, each with the block of those atoms that any point in it can
 * feel. An atom that is tried in many places meets only what is near each place; the sums are those
 * over all atoms.
 *
 * <p>A cell's block is made when a point first falls into it, from the block of the larger cell
 * around it. Safe for use by several threads; two that meet in a new cell make the same block.
 */
public final class CellBlocks {
  private static final double EDGE_ANGSTROM = 1.5;
  private static final int CELLS_PER_COARSE = 4;
  private static final double COARSE_EDGE_ANGSTROM = EDGE_ANGSTROM * CELLS_PER_COARSE;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  /** What one thread needs while it chooses the atoms of a cell. */
  private static final class Scratch {
    private float[] squared = new float[0];
    private int[] near = new int[0];

    Scratch of(int atoms) {
      if (squared.length < atoms) {
        squared = new float[atoms];
        near = new int[atoms];
      }
      return this;
    }
  }

  private final AtomBlock atoms;
  private final float reachSquared;
  private final double x;
  private final double y;
  private final double z;
  private final int coarsePerEdge;
  private final int cellsPerEdge;
  private final AtomicReferenceArray<AtomBlock> coarse;
  private final AtomicReferenceArray<AtomBlock> cells;

  /**
   * Cells about a point.
   *
   * @param atoms all atoms; blocks keep their order
   * @param centreX angstrom
   * @param centreY angstrom
   * @param centreZ angstrom
   * @param reach half the cube's edge, angstrom; points outside the cube get all atoms
   * @param table what is felt
   */
  public CellBlocks(
      AtomBlock atoms,
      double centreX,
      double centreY,
      double centreZ,
      double reach,
      PotentialTable table) {
    this.atoms = atoms;
    this.reachSquared = table.reachSquared();
    this.coarsePerEdge = (int) Math.ceil(2 * reach / COARSE_EDGE_ANGSTROM);
    this.cellsPerEdge = coarsePerEdge * CELLS_PER_COARSE;
    double half = coarsePerEdge * COARSE_EDGE_ANGSTROM / 2;
    this.x = centreX - half;
    this.y = centreY - half;
    this.z = centreZ - half;
    this.coarse = new AtomicReferenceArray<>(coarsePerEdge * coarsePerEdge * coarsePerEdge);
    this.cells = new AtomicReferenceArray<>(cellsPerEdge * cellsPerEdge * cellsPerEdge);
  }

  /** Every atom that a point can feel is in this block; coordinates in angstrom. */
  public AtomBlock near(double pointX, double pointY, double pointZ) {
    if (atoms.size() == 0) {
      return atoms;
    }
    int cx = (int) Math.floor((pointX - x) / EDGE_ANGSTROM);
    int cy = (int) Math.floor((pointY - y) / EDGE_ANGSTROM);
    int cz = (int) Math.floor((pointZ - z) / EDGE_ANGSTROM);
    if (Math.min(cx, Math.min(cy, cz)) < 0 || Math.max(cx, Math.max(cy, cz)) >= cellsPerEdge) {
      return atoms;
    }
    int cell = (cx * cellsPerEdge + cy) * cellsPerEdge + cz;
    AtomBlock block = cells.get(cell);
    if (block == null) {
      AtomBlock around =
          coarse(cx / CELLS_PER_COARSE, cy / CELLS_PER_COARSE, cz / CELLS_PER_COARSE);
      block = select(around, cx, cy, cz, EDGE_ANGSTROM);
      cells.set(cell, block);
    }
    return block;
  }

  private AtomBlock coarse(int cx, int cy, int cz) {
    int cell = (cx * coarsePerEdge + cy) * coarsePerEdge + cz;
    AtomBlock block = coarse.get(cell);
    if (block == null) {
      block = select(atoms, cx, cy, cz, COARSE_EDGE_ANGSTROM);
      coarse.set(cell, block);
    }
    return block;
  }

  /** The atoms within reach of any point of a cell; the same block when that is all of them. */
  private AtomBlock select(AtomBlock from, int cx, int cy, int cz, double edge) {
    float half = (float) (edge / 2);
    float midX = (float) (x + (cx + 0.5) * edge);
    float midY = (float) (y + (cy + 0.5) * edge);
    float midZ = (float) (z + (cz + 0.5) * edge);
    float[] xs = from.xs();
    float[] ys = from.ys();
    float[] zs = from.zs();
    Scratch scratch = SCRATCH.get().of(xs.length);
    float[] squared = scratch.squared;
    for (int i = 0; i < xs.length; i++) {
      float dx = Math.max(0, Math.abs(xs[i] - midX) - half);
      float dy = Math.max(0, Math.abs(ys[i] - midY) - half);
      float dz = Math.max(0, Math.abs(zs[i] - midZ) - half);
      squared[i] = dx * dx + dy * dy + dz * dz;
    }
    int[] near = scratch.near;
    int count = 0;
    for (int i = 0; i < xs.length; i++) {
      near[count] = i;
      count += squared[i] < reachSquared ? 1 : 0;
    }
    return count == xs.length ? from : from.select(near, count);
  }
}
