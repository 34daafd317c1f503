package org.bindfold.structure;

import java.util.Set;
import org.bindfold.energy.AtomType;

/**
 * A heavy atom with its chemistry; hydrogens are part of the type.
 *
 * @param name as in the file: {@code OG1}; for a ligand file without names, element and 1-based
 *     index
 * @param element symbol: {@code C}, {@code Cl}
 * @param position angstrom
 * @param type type in the pair potential
 * @param aromatic member of an aromatic ring
 * @param charge sign of the formal charge of the group it belongs to at pH 7.4: -1, 0 or 1
 */
public record TypedAtom(
    String name, String element, Point position, AtomType type, boolean aromatic, int charge) {
  private static final Set<String> BACKBONE = Set.of("N", "CA", "C", "O", "OXT");

  /** Whether the name is that of a backbone atom: N, CA, C, O or OXT. */
  public boolean backbone() {
    return BACKBONE.contains(name);
  }

  TypedAtom withType(AtomType newType, int newCharge) {
    return new TypedAtom(name, element, position, newType, aromatic, newCharge);
  }

  /** This atom elsewhere. */
  public TypedAtom at(Point newPosition) {
    return new TypedAtom(name, element, newPosition, type, aromatic, charge);
  }
}
