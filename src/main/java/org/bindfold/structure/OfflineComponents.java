package org.bindfold.structure;

import java.util.Map;
import java.util.TreeMap;
import org.bindfold.sequence.AminoAcid;
import org.biojava.nbio.structure.chem.ChemComp;
import org.biojava.nbio.structure.chem.ChemCompGroupFactory;
import org.biojava.nbio.structure.chem.ChemCompProvider;
import org.biojava.nbio.structure.chem.PolymerType;
import org.biojava.nbio.structure.chem.ResidueType;

/**
 * Component definitions for the parser that come from nowhere but this class: the standard amino
 * acids are peptides with a one-letter code, everything else is unknown to it. The parser's own
 * default would download a file for each residue type it meets.
 */
final class OfflineComponents implements ChemCompProvider {
  private static final Map<String, ChemComp> AMINO_ACIDS = aminoAcids();

  private OfflineComponents() {}

  private static final class Installed {
    static {
      ChemCompGroupFactory.setChemCompProvider(new OfflineComponents());
    }

    static void touch() {
      // Running the static block once is all there is to do.
    }
  }

  /** Makes the parser use these definitions; must run before the first parse. */
  static void install() {
    Installed.touch();
  }

  @Override
  public ChemComp getChemComp(String name) {
    ChemComp known = AMINO_ACIDS.get(name);
    if (known != null) {
      return known;
    }
    ChemComp unknown = ChemComp.getEmptyChemComp();
    unknown.setId(name);
    return unknown;
  }

  private static Map<String, ChemComp> aminoAcids() {
    Map<String, ChemComp> components = new TreeMap<>();
    for (AminoAcid aminoAcid : AminoAcid.values()) {
      ChemComp component = new ChemComp();
      component.setId(aminoAcid.name());
      component.setName(aminoAcid.name());
      component.setOneLetterCode(String.valueOf(aminoAcid.letter()));
      component.setThreeLetterCode(aminoAcid.name());
      component.setType(ResidueType.lPeptideLinking.chem_comp_type);
      component.setPolymerType(PolymerType.peptide);
      component.setResidueType(ResidueType.lPeptideLinking);
      components.put(aminoAcid.name(), component);
    }
    return components;
  }
}
