package org.bindfold.energy;

/**
 * A cube of space cut into small cells, numbered from 0. Cells of one grid are shared by the {@link
 * CellBlocks} of whatever surrounds a place, so that the cell of an atom is worked out once.
 * Immutable.
 */
public final class CellGrid {
  static final double EDGE_ANGSTROM = 2;
  static final int CELLS_PER_COARSE = 4;
  static final double COARSE_EDGE_ANGSTROM = EDGE_ANGSTROM * CELLS_PER_COARSE;

  /** In place of a cell's number: a point that is not in the cube. */
  static final int OUTSIDE = -1;

  private final double x;
  private final double y;
  private final double z;
  private final int coarsePerEdge;
  private final int cellsPerEdge;

  /**
   * Cells about a point.
   *
   * @param centreX angstrom
   * @param centreY angstrom
   * @param centreZ angstrom
   * @param reach half the cube's edge, angstrom, rounded up to whole cells
   */
  public CellGrid(double centreX, double centreY, double centreZ, double reach) {
    this.coarsePerEdge = (int) Math.ceil(2 * reach / COARSE_EDGE_ANGSTROM);
    this.cellsPerEdge = coarsePerEdge * CELLS_PER_COARSE;
    double half = coarsePerEdge * COARSE_EDGE_ANGSTROM / 2;
    this.x = centreX - half;
    this.y = centreY - half;
    this.z = centreZ - half;
  }

  /** Number of cells. */
  int cells() {
    return cellsPerEdge * cellsPerEdge * cellsPerEdge;
  }

  /** Number of the larger cells, each of {@link #CELLS_PER_COARSE} cells along its edge. */
  int coarseCells() {
    return coarsePerEdge * coarsePerEdge * coarsePerEdge;
  }

  /** The cell of a point in angstrom, or {@link #OUTSIDE}. */
  int cell(double pointX, double pointY, double pointZ) {
    int cx = (int) Math.floor((pointX - x) / EDGE_ANGSTROM);
    int cy = (int) Math.floor((pointY - y) / EDGE_ANGSTROM);
    int cz = (int) Math.floor((pointZ - z) / EDGE_ANGSTROM);
    if (Math.min(cx, Math.min(cy, cz)) < 0 || Math.max(cx, Math.max(cy, cz)) >= cellsPerEdge) {
      return OUTSIDE;
    }
    return (cx * cellsPerEdge + cy) * cellsPerEdge + cz;
  }

  /** The larger cell that a cell is part of. */
  int coarse(int cell) {
    int cx = cell / (cellsPerEdge * cellsPerEdge) / CELLS_PER_COARSE;
    int cy = cell / cellsPerEdge % cellsPerEdge / CELLS_PER_COARSE;
    int cz = cell % cellsPerEdge / CELLS_PER_COARSE;
    return (cx * coarsePerEdge + cy) * coarsePerEdge + cz;
  }

  /** The middle of a cell, angstrom. */
  float[] middle(int cell) {
    return middle(cell, cellsPerEdge, EDGE_ANGSTROM);
  }

  /** The middle of a larger cell, angstrom. */
  float[] middleOfCoarse(int coarse) {
    return middle(coarse, coarsePerEdge, COARSE_EDGE_ANGSTROM);
  }

  private float[] middle(int cell, int perEdge, double edge) {
    return new float[] {
      (float) (x + (cell / (perEdge * perEdge) + 0.5) * edge),
      (float) (y + (cell / perEdge % perEdge + 0.5) * edge),
      (float) (z + (cell % perEdge + 0.5) * edge)
    };
  }
}
