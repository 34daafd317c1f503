package org.bindfold.affinity;

import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.AminoAcidScales;

/**
 * What a mutation of one residue means for the protein's own work, from the structure and the two
 * amino acids.
 *
 * @param wildType the residue
 * @param mutant what replaces it
 * @param exchange how well the mutant fits the place, half bits: BLOSUM62, or the score of the
 *     protein's family
 * @param folding change of the side chain's free energy in the protein without ligand, kcal/mol;
 *     positive is a loss of stability
 * @param exposure share of the side chain that water reaches, 0 to 1
 * @param distance to the ligand, angstrom
 * @param kinase whether the protein is a kinase whose motifs are found
 * @param essential whether the residue is one without which a kinase does not work
 */
public record FunctionTerms(
    AminoAcid wildType,
    AminoAcid mutant,
    double exchange,
    double folding,
    double exposure,
    double distance,
    boolean kinase,
    boolean essential) {

  private static final double NEAR_ANGSTROM = 4;
  private static final double NEAR_DECAY_ANGSTROM = 5;

  /** Folding, bounded: past 10 kcal/mol it is lost anyway. */
  double boundedFolding() {
    return Math.max(-3, Math.min(10, folding));
  }

  /** The features of the selection model, in the order of {@link FunctionModel#FEATURES}. */
  double[] features() {
    return new double[] {
      boundedFolding(),
      exposure,
      AminoAcidScales.blosum62(wildType, mutant),
      (AminoAcidScales.charge(mutant) - AminoAcidScales.charge(wildType)) * exposure,
      (AminoAcidScales.charge(wildType) < 0 ? 1 : 0) * exposure,
      AminoAcidScales.hydropathy(mutant) - AminoAcidScales.hydropathy(wildType),
      Math.exp(-Math.max(0, distance - NEAR_ANGSTROM) / NEAR_DECAY_ANGSTROM),
      AminoAcidScales.hydropathy(wildType)
    };
  }
}
