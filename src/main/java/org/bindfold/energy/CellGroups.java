package org.bindfold.energy;

import java.util.Arrays;

/**
 * The atoms of a block in groups that are of one type and in one cell of a grid. The atoms of a
 * group meet the same atoms under the same formulas, so a kernel goes through these once for
 * several of them ({@link ContactKernel#perAtom(CellGroups, CellBlocks, double[])}). Immutable.
 */
public final class CellGroups {
  private static final int NONE = -1;

  /** For each cell its atom that was met last; empty between uses. */
  private static final ThreadLocal<int[]> LAST = ThreadLocal.withInitial(() -> new int[0]);

  private final AtomBlock atoms;

  /** Indices of atoms, group by group. */
  private final int[] order;

  /** Group g has the atoms {@code order[start[g]]} to {@code order[start[g + 1]]}. */
  private final int[] start;

  private final int[] cell;
  private final int size;

  /** Groups the atoms of a block. */
  public CellGroups(AtomBlock atoms, CellGrid grid) {
    this.atoms = atoms;
    int n = atoms.size();
    int[] cellOf = new int[n];
    for (int i = 0; i < n; i++) {
      cellOf[i] = grid.cell(atoms.x(i), atoms.y(i), atoms.z(i));
    }
    this.order = new int[n];
    this.start = new int[n + 1];
    this.cell = new int[n];
    int[] last = last(grid.cells());
    int[] before = new int[n];
    int[] runs = atoms.runs();
    int groups = 0;
    int placed = 0;
    for (AtomType type : AtomType.ALL) {
      int first = groups;
      for (int run = 0; run + 1 < runs.length; run++) {
        if (atoms.type(runs[run]) != type) {
          continue;
        }
        for (int i = runs[run]; i < runs[run + 1]; i++) {
          int at = cellOf[i] - CellGrid.OUTSIDE;
          if (last[at] == NONE) {
            cell[groups++] = cellOf[i];
          }
          before[i] = last[at];
          last[at] = i;
        }
      }
      for (int g = first; g < groups; g++) {
        int at = cell[g] - CellGrid.OUTSIDE;
        for (int i = last[at]; i != NONE; i = before[i]) {
          order[placed++] = i;
        }
        last[at] = NONE;
        start[g + 1] = placed;
      }
    }
    this.size = groups;
  }

  private static int[] last(int cells) {
    int[] last = LAST.get();
    if (last.length <= cells) {
      last = new int[cells + 1];
      Arrays.fill(last, NONE);
      LAST.set(last);
    }
    return last;
  }

  /** Number of groups. */
  int size() {
    return size;
  }

  AtomBlock atoms() {
    return atoms;
  }

  /** The cell of a group. */
  int cell(int group) {
    return cell[group];
  }

  /** Where a group starts in {@link #order}; it ends where the next one starts. */
  int start(int group) {
    return start[group];
  }

  /** Indices of atoms, group by group. Not to be changed. */
  int[] order() {
    return order;
  }
}
