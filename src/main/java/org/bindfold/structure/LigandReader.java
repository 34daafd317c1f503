package org.bindfold.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.Remedy;
import org.openscience.cdk.aromaticity.Kekulization;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.io.Mol2Reader;
import org.openscience.cdk.io.setting.IOSetting;
import org.openscience.cdk.isomorphism.AtomMatcher;
import org.openscience.cdk.isomorphism.BondMatcher;
import org.openscience.cdk.isomorphism.VentoFoggia;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/**
 * Ligands from a file of their own (SDF, MOL, MOL2) or from coordinates inside a structure, where
 * bond orders come from a SMILES template or, failing that, from geometry.
 */
final class LigandReader {
  private static final long MAX_BYTES = 16L << 20;
  private static final int MAX_ATOMS = 999;

  /** Nothing stands so far from the origin, angstrom. */
  private static final double MAX_COORDINATE = 1e5;

  /**
   * Mappings of a symmetric molecule onto its coordinates that are compared before one is chosen.
   */
  private static final int MAX_MAPPINGS = 512;

  private LigandReader() {}

  /**
   * Reads the first molecule of an SDF, MOL or MOL2 file, plain or gzipped.
   *
   * @throws InputException when there is no molecule with 3D coordinates in it
   */
  static Ligand read(String file) {
    try (InputFile input = InputFile.openUnhashed(file, MAX_BYTES)) {
      return read(input);
    }
  }

  private static Ligand read(InputFile input) {
    String file = input.name();
    byte[] bytes = input.readAllBytes();
    String text = InputFile.decode(file, bytes);
    boolean mol2 = text.contains("@<TRIPOS>MOLECULE");
    IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
    try (ISimpleChemObjectReader reader = reader(text, mol2, bytes, file)) {
      molecule = reader.read(molecule);
    } catch (CDKException | IOException | RuntimeException e) {
      throw InputException.file(
          file,
          "holds no molecule that can be read ("
              + firstLine(e)
              + "); expected an SDF, MOL or MOL2 file with 3D coordinates.",
          e);
    }
    if (molecule == null || molecule.getAtomCount() == 0) {
      throw InputException.file(
          file, "holds no atoms; expected an SDF, MOL or MOL2 file with 3D coordinates.");
    }
    String title = Optional.ofNullable(molecule.getTitle()).map(String::strip).orElse("");
    IAtomContainer heavy = heavyAtoms(molecule, mol2, file);
    return LigandChemistry.type(
        title.isEmpty() ? "ligand" : title, heavy, Ligand.ChemistrySource.LIGAND_FILE, file);
  }

  /**
   * A ligand from coordinates and, where it is known, the SMILES of its residue name. Atoms that
   * the crystal does not show may be missing; a SMILES that does not fit the coordinates is not
   * used.
   */
  static Ligand fromCoordinates(
      String name, List<RawAtom> atoms, Optional<String> smiles, String file) {
    IAtomContainer connected = BondPerception.connect(atoms);
    if (smiles.isPresent() && overlay(connected, smiles.get())) {
      return LigandChemistry.type(name, connected, Ligand.ChemistrySource.TEMPLATE, file);
    }
    BondPerception.assignOrders(connected);
    return LigandChemistry.type(name, connected, Ligand.ChemistrySource.GEOMETRY, file);
  }

  /**
   * Puts the template's bond orders on the coordinates; false when the two are different molecules.
   */
  private static boolean overlay(IAtomContainer coordinates, String smiles) {
    IAtomContainer template = parse(smiles);
    int[] best = new int[0];
    double bestSum = Double.POSITIVE_INFINITY;
    int seen = 0;
    for (int[] mapping :
        VentoFoggia.findSubstructure(coordinates, AtomMatcher.forElement(), BondMatcher.forAny())
            .matchAll(template)) {
      // Equivalent atoms (the oxygens of an acid) match in several ways: multiple bonds go where
      // the
      // crystal's bonds are shortest.
      double sum = orderedLength(coordinates, template, mapping);
      if (sum < bestSum - 1e-9) {
        bestSum = sum;
        best = mapping.clone();
      }
      if (++seen >= MAX_MAPPINGS) {
        break;
      }
    }
    if (seen == 0) {
      return false;
    }
    for (IBond bond : coordinates.bonds()) {
      bond.setOrder(templateBond(coordinates, template, best, bond).getOrder());
    }
    return true;
  }

  private static double orderedLength(
      IAtomContainer coordinates, IAtomContainer template, int[] mapping) {
    double sum = 0;
    for (IBond bond : coordinates.bonds()) {
      int order = templateBond(coordinates, template, mapping, bond).getOrder().numeric();
      sum += order * bond.getBegin().getPoint3d().distance(bond.getEnd().getPoint3d());
    }
    return sum;
  }

  private static IBond templateBond(
      IAtomContainer coordinates, IAtomContainer template, int[] mapping, IBond bond) {
    return template.getBond(
        template.getAtom(mapping[coordinates.indexOf(bond.getBegin())]),
        template.getAtom(mapping[coordinates.indexOf(bond.getEnd())]));
  }

  private static IAtomContainer parse(String smiles) {
    try {
      // Kekule form comes from the parser; stereo is dropped because the coordinates have their
      // own.
      IAtomContainer molecule =
          new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
      molecule.setStereoElements(List.of());
      return molecule;
    } catch (InvalidSmilesException e) {
      throw new IllegalStateException("catalogued SMILES cannot be read: " + smiles, e);
    }
  }

  private static ISimpleChemObjectReader reader(
      String text, boolean mol2, byte[] bytes, String file) throws CDKException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    if (mol2) {
      return new Mol2Reader(in);
    }
    if (text.contains("V3000")) {
      return withoutStereo(new MDLV3000Reader(in));
    }
    if (text.contains("V2000")) {
      return withoutStereo(new MDLV2000Reader(in));
    }
    throw InputException.file(
            file,
            "is no ligand file that can be read; expected SDF or MOL (V2000 or V3000) or MOL2. Convert it"
                + " first, or name a ligand inside the structure.")
        .mendedBy(Remedy.LIGAND);
  }

  /** Stereo centres are not looked for: the coordinates have their own. */
  private static ISimpleChemObjectReader withoutStereo(ISimpleChemObjectReader reader)
      throws CDKException {
    for (IOSetting setting : reader.getIOSettings()) {
      if (setting.getName().equals("AddStereoElements")) {
        setting.setSetting("false");
      }
    }
    return reader;
  }

  private static IAtomContainer heavyAtoms(IAtomContainer molecule, boolean named, String file) {
    if (molecule.getAtomCount() > MAX_ATOMS) {
      throw InputException.file(
          file, "holds " + molecule.getAtomCount() + " atoms; expected a ligand of at most 999.");
    }
    IAtomContainer heavy = SilentChemObjectBuilder.getInstance().newAtomContainer();
    Map<IAtom, IAtom> kept = new HashMap<>();
    Set<Point> taken = new HashSet<>();
    int index = 0;
    for (IAtom atom : molecule.atoms()) {
      index++;
      if ("H".equals(atom.getSymbol()) || "D".equals(atom.getSymbol())) {
        continue;
      }
      if (atom.getPoint3d() == null) {
        throw InputException.file(
            file, "atom " + index + " has no 3D coordinates; expected a molecule in its pose.");
      }
      Point place = place(atom);
      if (!isPlace(place)) {
        throw InputException.file(
            file,
            "atom "
                + index
                + " is at "
                + place.x()
                + ", "
                + place.y()
                + ", "
                + place.z()
                + ", which is no place; expected a molecule in its pose.");
      }
      if (!taken.add(place)) {
        throw InputException.file(
            file,
            "atom "
                + index
                + " is in the very place of an atom before it; expected a molecule in its pose.");
      }
      IAtom copy = heavy.newAtom(atom.getAtomicNumber());
      copy.setPoint3d(atom.getPoint3d());
      copy.setID(named && atom.getID() != null ? atom.getID() : atom.getSymbol() + index);
      copy.setIsAromatic(atom.isAromatic());
      kept.put(atom, copy);
    }
    for (IBond bond : molecule.bonds()) {
      IAtom begin = kept.get(bond.getBegin());
      IAtom end = kept.get(bond.getEnd());
      if (begin != null && end != null) {
        IBond copy = heavy.newBond(begin, end, bond.getOrder());
        copy.setIsAromatic(bond.isAromatic());
      }
    }
    if (heavy.isEmpty()) {
      throw InputException.file(file, "holds only hydrogens; expected a ligand.");
    }
    heavy = largestPart(heavy);
    kekulise(heavy, file);
    return heavy;
  }

  /** Positive zero, so that -0.0 is the same place. */
  private static Point place(IAtom atom) {
    return new Point(
        atom.getPoint3d().x + 0.0, atom.getPoint3d().y + 0.0, atom.getPoint3d().z + 0.0);
  }

  /** Numbers, and not the origin, where programs put atoms that have no place. */
  private static boolean isPlace(Point p) {
    double most = Math.max(Math.abs(p.x()), Math.max(Math.abs(p.y()), Math.abs(p.z())));
    return most > 0 && most < MAX_COORDINATE;
  }

  /** Salts and solvent that travel in the same record are left out. */
  private static IAtomContainer largestPart(IAtomContainer molecule) {
    if (ConnectivityChecker.isConnected(molecule)) {
      return molecule;
    }
    IAtomContainer largest = molecule;
    int most = 0;
    for (IAtomContainer part : ConnectivityChecker.partitionIntoMolecules(molecule)) {
      if (part.getAtomCount() > most) {
        most = part.getAtomCount();
        largest = part;
      }
    }
    return largest;
  }

  private static void kekulise(IAtomContainer molecule, String file) {
    boolean unset = false;
    for (IBond bond : molecule.bonds()) {
      boolean open = bond.getOrder() == null || bond.getOrder() == IBond.Order.UNSET;
      if (open) {
        bond.setOrder(IBond.Order.UNSET);
        bond.setIsAromatic(true);
        bond.getBegin().setIsAromatic(true);
        bond.getEnd().setIsAromatic(true);
      }
      unset |= open;
    }
    if (!unset) {
      return;
    }
    try {
      for (IAtom atom : molecule.atoms()) {
        int single = molecule.getConnectedBondsCount(atom);
        boolean pyrrole = atom.getSymbol().equals("N") && atom.isAromatic() && single == 3;
        atom.setFormalCharge(0);
        atom.setImplicitHydrogenCount(
            atom.getSymbol().equals("C") && atom.isAromatic() && !pyrrole ? 3 - single : 0);
      }
      Kekulization.kekulize(molecule);
    } catch (CDKException e) {
      throw InputException.file(
          file,
          "has aromatic bonds that no Kekule form fits ("
              + firstLine(e)
              + "); save it with single and double bonds.",
          e);
    }
  }

  private static String firstLine(Exception e) {
    return Optional.ofNullable(e.getMessage())
        .map(m -> m.lines().findFirst().orElse(""))
        .orElse(e.getClass().getSimpleName());
  }
}
