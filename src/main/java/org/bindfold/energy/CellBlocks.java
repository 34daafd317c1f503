package org.bindfold.energy;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * For each cell of a grid the block of those atoms that any point in it can feel. An atom that is
 * tried in many places meets only what is near each place; the sums are those over all atoms.
 *
 * <p>A cell's block is made when a point first falls into it, from the block of the larger cell
 * around it. Safe for use by several threads; two that meet in a new cell make the same block.
 */
public final class CellBlocks {
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
  private final CellGrid grid;
  private final float reachSquared;
  private final AtomicReferenceArray<AtomBlock> coarse;
  private final AtomicReferenceArray<AtomBlock> cells;

  /**
   * Blocks for the cells of a grid.
   *
   * @param atoms all atoms; blocks keep their order
   * @param grid points outside it get all atoms
   * @param table what is felt
   */
  public CellBlocks(AtomBlock atoms, CellGrid grid, PotentialTable table) {
    this.atoms = atoms;
    this.grid = grid;
    this.reachSquared = table.reachSquared();
    this.coarse = new AtomicReferenceArray<>(grid.coarseCells());
    this.cells = new AtomicReferenceArray<>(grid.cells());
  }

  /** Every atom that a point can feel is in this block; coordinates in angstrom. */
  public AtomBlock near(double pointX, double pointY, double pointZ) {
    return block(grid.cell(pointX, pointY, pointZ));
  }

  /** Every atom that any point of a cell can feel. */
  AtomBlock block(int cell) {
    if (cell == CellGrid.OUTSIDE || atoms.size() == 0) {
      return atoms;
    }
    AtomBlock block = cells.get(cell);
    if (block == null) {
      block = select(coarse(grid.coarse(cell)), grid.middle(cell), CellGrid.EDGE_ANGSTROM);
      cells.set(cell, block);
    }
    return block;
  }

  private AtomBlock coarse(int cell) {
    AtomBlock block = coarse.get(cell);
    if (block == null) {
      block = select(atoms, grid.middleOfCoarse(cell), CellGrid.COARSE_EDGE_ANGSTROM);
      coarse.set(cell, block);
    }
    return block;
  }

  /** The atoms within reach of any point of a cell; the same block when that is all of them. */
  private AtomBlock select(AtomBlock from, float[] middle, double edge) {
    float half = (float) (edge / 2);
    float midX = middle[0];
    float midY = middle[1];
    float midZ = middle[2];
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
