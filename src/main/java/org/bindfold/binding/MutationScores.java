package org.bindfold.binding;

import java.util.List;
import org.bindfold.io.InputException;
import org.bindfold.io.WorkerPool;
import org.bindfold.structure.Residue;

/**
 * The scores of mutations in one complex.
 *
 * @param scores one per mutation, in the order given
 * @param notes what a reader must know about the complex
 */
public record MutationScores(List<MutationScore> scores, List<String> notes) {

  public MutationScores {
    scores = List.copyOf(scores);
    notes = List.copyOf(notes);
  }

  /**
   * Scores mutations.
   *
   * @param mutations in their file's order
   * @param workers the threads
   * @throws InputException when the complex cannot be read, its chain is not the reference protein,
   *     or the model's family is not that of the scored chain
   */
  public static MutationScores of(
      ComplexRequest request, List<MutationList.Line> mutations, WorkerPool workers) {
    NumberedComplex complex = request.open();
    return new MutationScores(
        workers.map(mutations, line -> complex.score(line.number(), line.mutation())),
        complex.notes());
  }

  /**
   * Scores every substitution of the residues of the scored chain near the ligand, residue by
   * residue in chain order, the mutants in the order of their three-letter codes. Residues that are
   * no amino acid are passed over; modified ones start from their parent.
   *
   * @param radius nearest heavy atoms of residue and ligand, angstrom; infinite for the whole chain
   * @param workers the threads
   * @throws InputException as {@link #of}
   */
  public static MutationScores scan(ComplexRequest request, double radius, WorkerPool workers) {
    NumberedComplex complex = request.open();
    List<Residue> residues =
        complex.residues().stream()
            .filter(r -> r.aminoAcid().isPresent())
            .filter(r -> complex.distance(r) <= radius)
            .toList();
    // A residue stays with one thread: the scorer keeps its surroundings for the next mutant.
    return new MutationScores(
        workers.map(residues, r -> complex.substitutions(r, mutant -> true)).stream()
            .flatMap(List::stream)
            .toList(),
        complex.notes());
  }
}
