package org.bindfold.sequence;

import java.util.Map;
import org.biojava.nbio.core.alignment.matrices.SubstitutionMatrixHelper;
import org.biojava.nbio.core.alignment.template.SubstitutionMatrix;
import org.biojava.nbio.core.sequence.compound.AminoAcidCompound;
import org.biojava.nbio.core.sequence.compound.AminoAcidCompoundSet;

/** Published scales that put amino acids beside each other. */
public final class AminoAcidScales {
  /** Kyte and Doolittle 1982, J. Mol. Biol. 157:105-132. */
  private static final Map<AminoAcid, Double> HYDROPATHY =
      Map.ofEntries(
          Map.entry(AminoAcid.ILE, 4.5),
          Map.entry(AminoAcid.VAL, 4.2),
          Map.entry(AminoAcid.LEU, 3.8),
          Map.entry(AminoAcid.PHE, 2.8),
          Map.entry(AminoAcid.CYS, 2.5),
          Map.entry(AminoAcid.MET, 1.9),
          Map.entry(AminoAcid.ALA, 1.8),
          Map.entry(AminoAcid.GLY, -0.4),
          Map.entry(AminoAcid.THR, -0.7),
          Map.entry(AminoAcid.SER, -0.8),
          Map.entry(AminoAcid.TRP, -0.9),
          Map.entry(AminoAcid.TYR, -1.3),
          Map.entry(AminoAcid.PRO, -1.6),
          Map.entry(AminoAcid.HIS, -3.2),
          Map.entry(AminoAcid.ASN, -3.5),
          Map.entry(AminoAcid.ASP, -3.5),
          Map.entry(AminoAcid.GLN, -3.5),
          Map.entry(AminoAcid.GLU, -3.5),
          Map.entry(AminoAcid.LYS, -3.9),
          Map.entry(AminoAcid.ARG, -4.5));

  private static final class Blosum {
    static final SubstitutionMatrix<AminoAcidCompound> MATRIX =
        SubstitutionMatrixHelper.getBlosum62();
  }

  private AminoAcidScales() {}

  /**
   * BLOSUM62 as BioJava reads it. Read under the lock of a class's initialisation: BioJava keeps
   * its matrices in a map that it does not guard against several threads.
   */
  static SubstitutionMatrix<AminoAcidCompound> blosum62() {
    return Blosum.MATRIX;
  }

  /** Hydropathy, -4.5 (arginine) to 4.5 (isoleucine). */
  public static double hydropathy(AminoAcid aminoAcid) {
    return HYDROPATHY.getOrDefault(aminoAcid, 0.0);
  }

  /** BLOSUM62 (Henikoff and Henikoff 1992, doi:10.1073/pnas.89.22.10915), in half bits. */
  public static int blosum62(AminoAcid a, AminoAcid b) {
    AminoAcidCompoundSet letters = AminoAcidCompoundSet.getAminoAcidCompoundSet();
    return Blosum.MATRIX.getValue(
        letters.getCompoundForString(String.valueOf(a.letter())),
        letters.getCompoundForString(String.valueOf(b.letter())));
  }

  /** Formal charge of the side chain at pH 7.4: -1, 0 or 1. */
  public static int charge(AminoAcid aminoAcid) {
    return switch (aminoAcid) {
      case ASP, GLU -> -1;
      case LYS, ARG -> 1;
      default -> 0;
    };
  }
}
