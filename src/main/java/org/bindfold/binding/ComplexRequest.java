package org.bindfold.binding;

import java.util.Optional;
import org.bindfold.structure.ComplexReader;

/**
 * A complex to score mutations in, by its files.
 *
 * @param structure PDB or mmCIF, also gzipped
 * @param chain author id of the chain whose residues are mutated; empty for the one with most atoms
 *     near the ligand
 * @param ligand residue name of the ligand in the structure; empty for the only candidate
 * @param ligandFile SDF or MOL2 of a ligand in a file of its own
 * @param numbering of the mutations
 * @param model what the scores are made with
 */
public record ComplexRequest(
    String structure,
    Optional<String> chain,
    Optional<String> ligand,
    Optional<String> ligandFile,
    Numbering numbering,
    ModelRequest model) {

  /** Loads what reading a complex needs, on another thread, before there is one to read. */
  public static void warmUp() {
    ComplexReader.warmUp();
  }

  NumberedComplex open() {
    return NumberedComplex.read(
        new ComplexReader.Source(structure, chain, ligand, ligandFile), numbering, model.open());
  }
}
