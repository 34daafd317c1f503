package org.bindfold.affinity;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.AtomType;
import org.bindfold.energy.CellBlocks;
import org.bindfold.energy.ContactKernel;
import org.bindfold.energy.PotentialTable;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.RotamerLibrary;
import org.bindfold.structure.TypedAtom;

/**
 * What surrounds one residue, and the states that any amino acid's side chain has there.
 *
 * <p>Immutable; {@link #states} may be called by several threads, each with kernels of its own.
 */
final class SiteEnvironment {
  /** A hydrogen bond that a charged group takes part in counts as two. */
  private static final double CHARGED_WEIGHT = 2;

  /** Hardly an atom of a side chain stands further than this from its C-beta, angstrom. */
  private static final double SIDE_CHAIN_REACH = 8;

  private static final double GIVE_UP_KCAL_PER_MOL = 25;

  private final Residue residue;
  private final CellBlocks surroundings;
  private final CellBlocks polar;
  private final AtomBlock ligand;
  private final Point n;
  private final Point ca;
  private final Point c;

  /**
   * The surroundings of a residue that has N, CA and C.
   *
   * @param protein the fixed atoms that its side chain can feel
   * @param ligand the ligand's atoms
   */
  SiteEnvironment(Residue residue, AtomBlock protein, AtomBlock ligand) {
    this.residue = residue;
    Point centre = residue.position("CB").orElse(residue.position("CA").orElseThrow());
    AtomBlock sorted = protein.byType(centre.x(), centre.y(), centre.z());
    this.surroundings = cells(sorted, centre);
    this.polar = cells(polar(sorted), centre);
    this.ligand = ligand.byType(centre.x(), centre.y(), centre.z());
    this.n = residue.position("N").orElseThrow();
    this.ca = residue.position("CA").orElseThrow();
    this.c = residue.position("C").orElseThrow();
  }

  /** The kernels of one thread. */
  static final class Kernels {
    private final ContactKernel contacts = new ContactKernel();
    private final ContactKernel hydrogenBonds = new ContactKernel(PotentialTable.hydrogenBonds());

    ContactKernel contacts() {
      return contacts;
    }
  }

  /**
   * The states of an amino acid built here. A conformer is given up as soon as its atoms so far are
   * {@value #GIVE_UP_KCAL_PER_MOL} kcal/mol above the best, where it weighs nothing.
   */
  SideChainStates states(AminoAcid aminoAcid, Kernels kernels) {
    ConformerTemplate template = ConformerTemplate.of(aminoAcid);
    AtomEnergies atoms = new AtomEnergies(template.place(n, ca, c), template::charged, kernels);
    AtomEnergies backbone = backbone(aminoAcid, kernels);
    SideChainStates.Builder states = new SideChainStates.Builder(template.conformers());
    int[] members = template.members();
    int perConformer = template.atomsPerConformer();
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < template.conformers(); k++) {
      int end = (k + 1) * perConformer;
      int m = k * perConformer;
      double inProtein = template.rotamerEnergy()[k];
      while (m < end && inProtein < lowest + GIVE_UP_KCAL_PER_MOL) {
        inProtein += atoms.protein(members[m++]);
      }
      if (m < end) {
        continue;
      }
      lowest = Math.min(lowest, inProtein);
      double withLigand = backbone.ligand(0);
      for (m = k * perConformer; m < end; m++) {
        withLigand += atoms.ligand(members[m]);
      }
      states.add(inProtein, withLigand, new Built(template, k, atoms, backbone));
    }
    return states.build();
  }

  /**
   * The states of the residue as it is: those that can be built, and the crystal's own, which gets
   * an even share among the rotamers.
   *
   * @param crystal the side chain as the structure has it, complete
   */
  SideChainStates states(AminoAcid aminoAcid, List<TypedAtom> crystal, Kernels kernels) {
    int rotamers = RotamerLibrary.of(aminoAcid).size();
    return states(aminoAcid, kernels)
        .with(
            only(aminoAcid, crystal, BindingChange.RT_KCAL_PER_MOL * Math.log(rotamers), kernels));
  }

  /** The one state of a side chain that stays as it is: a modified residue, a disulfide. */
  SideChainStates fixedTo(AminoAcid aminoAcid, List<TypedAtom> atoms, Kernels kernels) {
    return only(aminoAcid, atoms, 0, kernels);
  }

  private SideChainStates only(
      AminoAcid aminoAcid, List<TypedAtom> atoms, double rotamerEnergy, Kernels kernels) {
    AtomEnergies energies =
        new AtomEnergies(block(atoms), i -> atoms.get(i).charge() != 0, kernels);
    AtomEnergies backbone = backbone(aminoAcid, kernels);
    double inProtein = rotamerEnergy;
    double withLigand = backbone.ligand(0);
    for (int i = 0; i < atoms.size(); i++) {
      inProtein += energies.protein(i);
      withLigand += energies.ligand(i);
    }
    SideChainStates.Builder states = new SideChainStates.Builder(1);
    states.add(inProtein, withLigand, new Given(atoms, energies, backbone));
    return states.build();
  }

  /** A state that was built from a template. */
  private final class Built implements SideChainStates.Detail {
    private final ConformerTemplate template;
    private final int conformer;
    private final AtomEnergies energies;
    private final AtomEnergies backbone;

    Built(ConformerTemplate template, int conformer, AtomEnergies energies, AtomEnergies backbone) {
      this.template = template;
      this.conformer = conformer;
      this.energies = energies;
      this.backbone = backbone;
    }

    @Override
    public List<TypedAtom> atoms() {
      return template.build(n, ca, c, conformer);
    }

    @Override
    public double hold() {
      double sum = backbone.hold(0);
      int atoms = template.atomsPerConformer();
      for (int m = conformer * atoms; m < (conformer + 1) * atoms; m++) {
        sum += energies.hold(template.members()[m]);
      }
      return sum;
    }
  }

  /** A state that the structure has. */
  private record Given(List<TypedAtom> atoms, AtomEnergies energies, AtomEnergies backbone)
      implements SideChainStates.Detail {
    @Override
    public double hold() {
      double sum = backbone.hold(0);
      for (int i = 0; i < atoms.size(); i++) {
        sum += energies.hold(i);
      }
      return sum;
    }
  }

  /** The energies of atoms, each worked out when first asked for; kcal/mol. */
  private final class AtomEnergies {
    private final AtomBlock atoms;
    private final IntPredicate charged;
    private final Kernels kernels;
    private final double[] protein;
    private final double[] ligandEnergy;
    private final double[] hold;

    AtomEnergies(AtomBlock atoms, IntPredicate charged, Kernels kernels) {
      this.atoms = atoms;
      this.charged = charged;
      this.kernels = kernels;
      this.protein = unknown(atoms.size());
      this.ligandEnergy = unknown(atoms.size());
      this.hold = unknown(atoms.size());
    }

    /** With the fixed atoms. */
    double protein(int i) {
      if (Double.isNaN(protein[i])) {
        protein[i] = energy(i, near(i, surroundings), kernels.contacts);
      }
      return protein[i];
    }

    /** With the ligand. */
    double ligand(int i) {
      if (Double.isNaN(ligandEnergy[i])) {
        ligandEnergy[i] = energy(i, ligand, kernels.contacts);
      }
      return ligandEnergy[i];
    }

    /** Weighted hydrogen bonds with the fixed atoms. */
    double hold(int i) {
      if (Double.isNaN(hold[i])) {
        AtomType type = atoms.type(i);
        hold[i] =
            type.donor() || type.acceptor()
                ? (charged.test(i) ? CHARGED_WEIGHT : 1)
                    * energy(i, near(i, polar), kernels.hydrogenBonds)
                : 0;
      }
      return hold[i];
    }

    private AtomBlock near(int i, CellBlocks cells) {
      return cells.near(atoms.x(i), atoms.y(i), atoms.z(i));
    }

    private double energy(int i, AtomBlock others, ContactKernel kernel) {
      return others.size() == 0
          ? 0
          : kernel.energy(atoms.x(i), atoms.y(i), atoms.z(i), atoms.type(i), others);
    }

    private static double[] unknown(int size) {
      double[] values = new double[size];
      Arrays.fill(values, Double.NaN);
      return values;
    }
  }

  /** The backbone N belongs to the side chain, since in proline it has no hydrogen to give. */
  private AtomEnergies backbone(AminoAcid aminoAcid, Kernels kernels) {
    AtomType type = aminoAcid == AminoAcid.PRO ? AtomType.NITROGEN : AtomType.NITROGEN_DONOR;
    AtomBlock nitrogen = new AtomBlock.Builder().add(n.x(), n.y(), n.z(), type).build();
    return new AtomEnergies(nitrogen, i -> false, kernels);
  }

  private static CellBlocks cells(AtomBlock atoms, Point centre) {
    return new CellBlocks(atoms, centre.x(), centre.y(), centre.z(), SIDE_CHAIN_REACH);
  }

  private static AtomBlock polar(AtomBlock atoms) {
    AtomBlock.Builder builder = new AtomBlock.Builder();
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.type(i).donor() || atoms.type(i).acceptor()) {
        builder.add(atoms.x(i), atoms.y(i), atoms.z(i), atoms.type(i));
      }
    }
    return builder.build();
  }

  static AtomBlock block(List<TypedAtom> atoms) {
    AtomBlock.Builder builder = new AtomBlock.Builder();
    for (TypedAtom atom : atoms) {
      builder.add(atom.position().x(), atom.position().y(), atom.position().z(), atom.type());
    }
    return builder.build();
  }
}
