package org.bindfold.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindfold.energy.AtomType;
import org.bindfold.io.InputException;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IRing;

/**
 * Turns a molecule with bond orders into typed atoms. Every input route (SDF, MOL2, SMILES
 * template, bonds from geometry) ends here, and hydrogens and charges are always set anew by the
 * same rules, so that one drug is typed the same whatever file it came in.
 *
 * <p>Hydrogens follow from valence, first for the neutral molecule, then {@link ProtonationState}
 * sets the state at pH 7.4. Types are AutoDock Vina's (doi:10.1002/jcc.21334): nitrogen and oxygen
 * with hydrogen give hydrogen bonds; oxygen, and nitrogen whose lone pair is not delocalised, take
 * them. The two forms of an azole's N-H cannot be told apart in a crystal: both nitrogens of such a
 * ring count as donor and acceptor.
 */
final class LigandChemistry {
  private LigandChemistry() {}

  /**
   * Types the heavy atoms of a molecule.
   *
   * @param name the ligand's name
   * @param molecule heavy atoms with 3D points, ids as atom names, bonds with orders (Kekule); its
   *     hydrogens and charges are overwritten
   * @param source where the bond orders come from
   * @param file for messages
   * @throws InputException for an element that the potential does not know
   */
  static Ligand type(
      String name, IAtomContainer molecule, Ligand.ChemistrySource source, String file) {
    ProtonationState.neutralise(molecule);
    markAromatic(molecule);
    ProtonationState.apply(molecule);
    List<TypedAtom> atoms = new ArrayList<>();
    int charge = 0;
    for (IAtom atom : molecule.atoms()) {
      AtomType type =
          typeOf(atom, molecule)
              .orElseThrow(
                  () ->
                      InputException.file(
                          file,
                          "ligand "
                              + name
                              + " holds element "
                              + atom.getSymbol()
                              + " (atom "
                              + atom.getID()
                              + "), for which there are no parameters; expected C, N, O, S, Se, P, F, Cl,"
                              + " Br or I."));
      charge += atom.getFormalCharge();
      atoms.add(
          new TypedAtom(
              atom.getID(),
              atom.getSymbol(),
              new Point(atom.getPoint3d().x, atom.getPoint3d().y, atom.getPoint3d().z),
              type,
              atom.isAromatic(),
              groupCharge(atom, molecule)));
    }
    return new Ligand(name, atoms, aromaticRings(molecule), charge, source);
  }

  private static void markAromatic(IAtomContainer molecule) {
    Cycles.markRingAtomsAndBonds(molecule);
    Aromaticity.apply(Aromaticity.Model.Daylight, molecule);
  }

  private static List<List<Integer>> aromaticRings(IAtomContainer molecule) {
    List<List<Integer>> rings = new ArrayList<>();
    for (var ring : Cycles.mcb(molecule).toRingSet().atomContainers()) {
      boolean aromatic = true;
      List<Integer> members = new ArrayList<>();
      for (IAtom atom : ((IRing) ring).atoms()) {
        aromatic &= atom.isAromatic();
        members.add(molecule.indexOf(atom));
      }
      if (aromatic) {
        members.sort(null);
        rings.add(members);
      }
    }
    rings.sort((a, b) -> a.toString().compareTo(b.toString()));
    return rings;
  }

  private static Optional<AtomType> typeOf(IAtom atom, IAtomContainer molecule) {
    return switch (atom.getSymbol()) {
      case "C" ->
          Optional.of(
              neighbours(atom, molecule).stream().allMatch(n -> n.getSymbol().equals("C"))
                  ? AtomType.CARBON_HYDROPHOBIC
                  : AtomType.CARBON_POLAR);
      case "N" -> Optional.of(nitrogen(atom, molecule));
      case "O" ->
          Optional.of(
              atom.getImplicitHydrogenCount() > 0
                  ? AtomType.OXYGEN_DONOR_ACCEPTOR
                  : AtomType.OXYGEN_ACCEPTOR);
      default -> ElementTypes.of(atom.getSymbol());
    };
  }

  private static AtomType nitrogen(IAtom atom, IAtomContainer molecule) {
    if (isTautomericAzoleNitrogen(atom, molecule)) {
      return AtomType.NITROGEN_DONOR_ACCEPTOR;
    }
    boolean donor = atom.getImplicitHydrogenCount() > 0;
    boolean acceptor = atom.getFormalCharge() <= 0 && hasFreeLonePair(atom, molecule);
    if (donor) {
      return acceptor ? AtomType.NITROGEN_DONOR_ACCEPTOR : AtomType.NITROGEN_DONOR;
    }
    return acceptor ? AtomType.NITROGEN_ACCEPTOR : AtomType.NITROGEN;
  }

  /**
   * A nitrogen's lone pair is free on pyridine-like, imine, nitrile and aliphatic amine nitrogens.
   */
  private static boolean hasFreeLonePair(IAtom nitrogen, IAtomContainer molecule) {
    boolean ownDoubleBond =
        molecule.getConnectedBondsList(nitrogen).stream()
            .anyMatch(b -> b.getOrder() != IBond.Order.SINGLE);
    return ownDoubleBond
        ? ProtonationState.bondOrderSum(nitrogen, molecule) + nitrogen.getImplicitHydrogenCount()
            <= 3
        : ProtonationState.isAliphaticAmine(nitrogen, molecule);
  }

  private static boolean isTautomericAzoleNitrogen(IAtom atom, IAtomContainer molecule) {
    if (!atom.isAromatic() || atom.getFormalCharge() != 0) {
      return false;
    }
    for (var ring : Cycles.mcb(molecule).toRingSet().atomContainers()) {
      if (ring.getAtomCount() != 5 || !ring.contains(atom)) {
        continue;
      }
      boolean carriesHydrogen = false;
      boolean freeNitrogen = false;
      for (IAtom member : ring.atoms()) {
        if (member.getSymbol().equals("N") && member.isAromatic()) {
          carriesHydrogen |= member.getImplicitHydrogenCount() > 0;
          freeNitrogen |=
              member.getImplicitHydrogenCount() == 0
                  && molecule.getConnectedBondsCount(member) == 2;
        }
      }
      if (carriesHydrogen && freeNitrogen && molecule.getConnectedBondsCount(atom) == 2) {
        return true;
      }
    }
    return false;
  }

  /** Both oxygens of a carboxylate, all of a phosphate, share the group's charge. */
  private static int groupCharge(IAtom atom, IAtomContainer molecule) {
    if (atom.getFormalCharge() != 0) {
      return Integer.signum(atom.getFormalCharge());
    }
    if (atom.getSymbol().equals("O") && molecule.getConnectedBondsCount(atom) == 1) {
      IAtom centre = neighbours(atom, molecule).get(0);
      boolean charged =
          neighbours(centre, molecule).stream()
              .anyMatch(n -> n.getSymbol().equals("O") && n.getFormalCharge() < 0);
      return charged && centre.getFormalCharge() == 0 ? -1 : 0;
    }
    return 0;
  }

  static List<IAtom> neighbours(IAtom atom, IAtomContainer molecule) {
    return molecule.getConnectedAtomsList(atom);
  }
}
