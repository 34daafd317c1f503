package org.bindfold.affinity;

import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.AminoAcidScales;

/**
 * What a mutation of one residue means for the protein's own work, from the structure and the two
 * amino acids.
 *
 * @param wildType the residue
 * @param mutant what replaces it
 * @param folding change of the side chain's free energy in the protein without ligand, kcal/mol;
 *     positive is a loss of stability
 * @param mobility mean square displacement over that of the pocket's residues
 * @param neighbours residues whose C-beta lies within 10 angstrom of this one's
 * @param distance to the ligand, angstrom
 * @param kinase whether the protein is a kinase whose motifs are found
 * @param catalytic whether the residue belongs to a catalytic motif
 */
public record FunctionTerms(
    AminoAcid wildType,
    AminoAcid mutant,
    double folding,
    double mobility,
    int neighbours,
    double distance,
    boolean kinase,
    boolean catalytic) {

  private static final double HALF_BURIED_NEIGHBOURS = 16;
  private static final double BURIAL_WIDTH = 3;
  private static final double NEAR_ANGSTROM = 4;
  private static final double NEAR_DECAY_ANGSTROM = 5;

  /** Share of the residue that faces the solvent, 0 to 1. */
  double exposure() {
    return 1 / (1 + Math.exp((neighbours - HALF_BURIED_NEIGHBOURS) / BURIAL_WIDTH));
  }

  /** Folding, bounded: past 10 kcal/mol it is lost anyway. */
  double boundedFolding() {
    return Math.max(-3, Math.min(10, folding));
  }

  /** The features of the selection model, in the order of {@link FunctionModel#FEATURES}. */
  double[] features() {
    double exposure = exposure();
    return new double[] {
      boundedFolding(),
      Math.min(4, mobility),
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
