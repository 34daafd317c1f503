package org.bindfold.structure;

import java.util.List;
import java.util.Optional;

/**
 * A protein with one ligand that is looked at, read from a structure file.
 *
 * @param name the file as the user gave it, or the catalogued id
 * @param chains protein chains in file order
 * @param chain author id of the chain whose mutations are scored
 * @param ligand the ligand
 * @param cofactors other small molecules that stay in the pocket (NADPH), and other copies of the
 *     ligand; water and crystallisation additives are left out
 * @param metals metal ions
 * @param organism scientific name of the protein's source as the file states it, upper case
 * @param notes what the reading had to decide: alternate locations, atoms left out
 */
public record Complex(
    String name,
    List<Chain> chains,
    String chain,
    Ligand ligand,
    List<Ligand> cofactors,
    List<TypedAtom> metals,
    Optional<String> organism,
    List<String> notes) {

  public Complex {
    chains = List.copyOf(chains);
    cofactors = List.copyOf(cofactors);
    metals = List.copyOf(metals);
    notes = List.copyOf(notes);
  }

  /**
   * One protein chain.
   *
   * @param id author id
   * @param residues observed residues in chain order
   * @param sequence one-letter codes of the whole chain: SEQRES where the file has it, else the
   *     observed residues with {@code X} for each missing number; {@code X} also for what has no
   *     amino acid
   * @param sequenceIndex for each of {@code residues} its index in {@code sequence}, 0-based; -1
   *     for a cap that has none
   */
  public record Chain(
      String id, List<Residue> residues, String sequence, List<Integer> sequenceIndex) {

    public Chain {
      residues = List.copyOf(residues);
      sequenceIndex = List.copyOf(sequenceIndex);
      if (residues.size() != sequenceIndex.size()) {
        throw new IllegalArgumentException("every residue of chain " + id + " needs an index");
      }
    }
  }

  /** The chain whose mutations are scored. */
  public Chain scoredChain() {
    return chains.stream().filter(c -> c.id().equals(chain)).findFirst().orElseThrow();
  }
}
