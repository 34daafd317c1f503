package org.bindfold.structure;

import java.util.List;
import java.util.Optional;
import org.bindfold.sequence.AminoAcid;

/**
 * One residue of a protein chain: heavy atoms, one conformer.
 *
 * @param id author numbering
 * @param name residue name in the file: {@code THR}, {@code PTR}, {@code ACE}
 * @param aminoAcid the standard amino acid, or the parent of a modified one; empty for caps
 * @param modified whether {@code name} is a modified form of {@code aminoAcid}
 * @param atoms heavy atoms in file order, names unique
 */
public record Residue(
    ResidueId id,
    String name,
    Optional<AminoAcid> aminoAcid,
    boolean modified,
    List<TypedAtom> atoms) {

  public Residue {
    atoms = List.copyOf(atoms);
  }

  /** An atom by name. */
  public Optional<TypedAtom> atom(String atomName) {
    return atoms.stream().filter(a -> a.name().equals(atomName)).findFirst();
  }

  /** Position of an atom by name. */
  public Optional<Point> position(String atomName) {
    return atom(atomName).map(TypedAtom::position);
  }

  /** Whether N, CA and C are there, from which a side chain can be built. */
  public boolean hasBackbone() {
    return atom("N").isPresent() && atom("CA").isPresent() && atom("C").isPresent();
  }

  /** The atoms beyond the backbone, C-beta included. */
  public List<TypedAtom> sideChain() {
    return atoms.stream().filter(a -> !a.backbone()).toList();
  }
}
