package org.bindfold.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * A small molecule in its place: heavy atoms with their chemistry at pH 7.4.
 *
 * @param name residue name in the structure ({@code STI}) or title in the ligand file
 * @param atoms heavy atoms in file order
 * @param rings aromatic rings, as indices into {@code atoms}
 * @param charge net formal charge at pH 7.4
 * @param chemistry where the bond orders come from
 */
public record Ligand(
    String name,
    List<TypedAtom> atoms,
    List<List<Integer>> rings,
    int charge,
    ChemistrySource chemistry) {

  /** Where a ligand's bond orders come from. */
  public enum ChemistrySource {
    /** The ligand file itself. */
    LIGAND_FILE,
    /** A SMILES that belongs to the residue name, laid over the coordinates. */
    TEMPLATE,
    /** Bond lengths and angles of the coordinates. */
    GEOMETRY
  }

  public Ligand {
    atoms = List.copyOf(atoms);
    List<List<Integer>> copies = new ArrayList<>();
    for (List<Integer> ring : rings) {
      copies.add(List.copyOf(ring));
    }
    rings = List.copyOf(copies);
  }

  /** Centre of a ring, angstrom. */
  public Point ringCentre(List<Integer> ring) {
    Point sum = new Point(0, 0, 0);
    for (int i : ring) {
      sum = sum.plus(atoms.get(i).position());
    }
    return sum.times(1.0 / ring.size());
  }
}
