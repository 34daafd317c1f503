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

  /** States whose energy with the protein lies this far above the lowest are left out. */
  private static final double GIVE_UP_KCAL_PER_MOL = 25;

  /**
   * States this far above the lowest, both without the ligand and with it, are left out: all the
   * conformers of an arginine together then change a free energy by less than 0.001 kcal/mol.
   */
  private static final double NEGLIGIBLE_KCAL_PER_MOL = 7.5;

  private final CellBlocks surroundings;
  private final CellBlocks polar;
  private final CellBlocks ligand;
  private final List<Backbone> backbones;

  /**
   * The surroundings of a residue that has N, CA and C.
   *
   * @param backbones where its backbone can stand, as the structure has it first
   * @param protein the fixed atoms that its side chain can feel
   * @param ligand the ligand's atoms
   */
  SiteEnvironment(Residue residue, List<Backbone> backbones, AtomBlock protein, AtomBlock ligand) {
    this.backbones = List.copyOf(backbones);
    Point centre = residue.position("CB").orElse(residue.position("CA").orElseThrow());
    this.surroundings = cells(protein.byType(), centre, PotentialTable.instance());
    this.polar = cells(polar(protein).byType(), centre, PotentialTable.hydrogenBonds());
    this.ligand = cells(ligand.byType(), centre, PotentialTable.instance());
  }

  /** The kernels of one thread. */
  static final class Kernels {
    private final ContactKernel contacts = new ContactKernel();
    private final ContactKernel hydrogenBonds = new ContactKernel(PotentialTable.hydrogenBonds());

    ContactKernel contacts() {
      return contacts;
    }
  }

  /** The states of an amino acid built here, on every backbone. */
  SideChainStates states(AminoAcid aminoAcid, Kernels kernels) {
    return built(aminoAcid, backbones, kernels);
  }

  /** The states of an amino acid built on the backbone as the structure has it. */
  SideChainStates statesAsFound(AminoAcid aminoAcid, Kernels kernels) {
    return built(aminoAcid, asFound(), kernels);
  }

  /**
   * The states of the residue as it is: those that can be built, and the crystal's own on every
   * backbone, which gets an even share among the rotamers.
   *
   * @param crystal the side chain as the structure has it, complete
   */
  SideChainStates states(AminoAcid aminoAcid, List<TypedAtom> crystal, Kernels kernels) {
    return states(aminoAcid, kernels)
        .with(given(aminoAcid, crystal, evenShare(aminoAcid), backbones, kernels));
  }

  /** As {@link #states(AminoAcid, List, Kernels)}, on the backbone as the structure has it. */
  SideChainStates statesAsFound(AminoAcid aminoAcid, List<TypedAtom> crystal, Kernels kernels) {
    return statesAsFound(aminoAcid, kernels)
        .with(given(aminoAcid, crystal, evenShare(aminoAcid), asFound(), kernels));
  }

  /**
   * A side chain that keeps its form on every backbone: that of a modified residue, or in a
   * disulfide.
   */
  SideChainStates fixedTo(AminoAcid aminoAcid, List<TypedAtom> atoms, Kernels kernels) {
    return given(aminoAcid, atoms, 0, backbones, kernels);
  }

  private List<Backbone> asFound() {
    return backbones.subList(0, 1);
  }

  private static double evenShare(AminoAcid aminoAcid) {
    return BindingChange.RT_KCAL_PER_MOL * Math.log(RotamerLibrary.of(aminoAcid).size());
  }

  private SideChainStates built(AminoAcid aminoAcid, List<Backbone> on, Kernels kernels) {
    Search search = new Search(aminoAcid, on, kernels);
    on.forEach(search::on);
    return search.states.build();
  }

  private SideChainStates given(
      AminoAcid aminoAcid,
      List<TypedAtom> atoms,
      double rotamerEnergy,
      List<Backbone> on,
      Kernels kernels) {
    SideChainStates.Builder states = new SideChainStates.Builder(on.size());
    for (Backbone backbone : on) {
      add(aminoAcid, backbone, backbone.carry(atoms), rotamerEnergy, states, kernels);
    }
    return states.build();
  }

  private void add(
      AminoAcid aminoAcid,
      Backbone backbone,
      List<TypedAtom> atoms,
      double rotamerEnergy,
      SideChainStates.Builder states,
      Kernels kernels) {
    AtomEnergies energies =
        new AtomEnergies(block(atoms), i -> atoms.get(i).charge() != 0, kernels);
    AtomEnergies nitrogen = nitrogen(aminoAcid, backbone, kernels);
    double inProtein = rotamerEnergy;
    double withLigand = nitrogen.ligand(0);
    for (int i = 0; i < atoms.size(); i++) {
      inProtein += energies.protein(i);
      withLigand += energies.ligand(i);
    }
    states.add(inProtein, withLigand, new Given(atoms, energies, nitrogen), 0);
  }

  /**
   * Goes through the conformers of an amino acid, backbone by backbone: finely where the structure
   * has it, more coarsely where it is turned. A conformer is given up as soon as its atoms so far,
   * and the best that the rest could bring, show that it weighs nothing beside those before it.
   */
  private final class Search {
    private final AminoAcid aminoAcid;
    private final Kernels kernels;
    private final SideChainStates.Builder states;
    private double lowest = Double.POSITIVE_INFINITY;
    private double lowestBound = Double.POSITIVE_INFINITY;

    Search(AminoAcid aminoAcid, List<Backbone> on, Kernels kernels) {
      this.aminoAcid = aminoAcid;
      this.kernels = kernels;
      this.states =
          new SideChainStates.Builder(on.stream().mapToInt(b -> template(b).conformers()).sum());
    }

    private ConformerTemplate template(Backbone backbone) {
      return backbone.turn().isEmpty()
          ? ConformerTemplate.fine(aminoAcid)
          : ConformerTemplate.coarse(aminoAcid);
    }

    void on(Backbone backbone) {
      ConformerTemplate template = template(backbone);
      AtomEnergies atoms = new AtomEnergies(template.place(backbone), template::charged, kernels);
      AtomEnergies nitrogen = nitrogen(aminoAcid, backbone, kernels);
      Built built = new Built(template, backbone, atoms, nitrogen);
      int[] members = template.members();
      int perConformer = template.atomsPerConformer();
      double onBackbone = nitrogen.ligand(0);
      for (int k : template.centresFirst()) {
        double inProtein = template.rotamerEnergy()[k];
        double withLigand = onBackbone;
        int met = 0;
        boolean counts = true;
        for (int m = 0; m < perConformer && counts; m++) {
          inProtein += atoms.protein(members[k * perConformer + m]);
          double least = inProtein + template.leastEnergyAfter(m);
          counts = least < lowest + NEGLIGIBLE_KCAL_PER_MOL;
          if (!counts && least < lowest + GIVE_UP_KCAL_PER_MOL) {
            // Only the ligand can save it.
            for (; met <= m; met++) {
              withLigand += atoms.ligand(members[k * perConformer + met]);
            }
            counts = least + withLigand < lowestBound + NEGLIGIBLE_KCAL_PER_MOL;
          }
        }
        if (counts) {
          for (; met < perConformer; met++) {
            withLigand += atoms.ligand(members[k * perConformer + met]);
          }
          lowest = Math.min(lowest, inProtein);
          lowestBound = Math.min(lowestBound, inProtein + withLigand);
          states.add(inProtein, withLigand, built, k);
        }
      }
    }
  }

  /** States that are built from a template. */
  private record Built(
      ConformerTemplate template, Backbone backbone, AtomEnergies energies, AtomEnergies nitrogen)
      implements SideChainStates.Source {
    @Override
    public List<TypedAtom> atoms(int conformer) {
      return template.build(backbone, conformer);
    }

    @Override
    public double hold(int conformer) {
      double sum = nitrogen.hold(0);
      int atoms = template.atomsPerConformer();
      for (int m = conformer * atoms; m < (conformer + 1) * atoms; m++) {
        sum += energies.hold(template.members()[m]);
      }
      return sum;
    }
  }

  /** A side chain that is given as it stands. */
  private record Given(List<TypedAtom> sideChain, AtomEnergies energies, AtomEnergies nitrogen)
      implements SideChainStates.Source {
    @Override
    public List<TypedAtom> atoms(int conformer) {
      return sideChain;
    }

    @Override
    public double hold(int conformer) {
      double sum = nitrogen.hold(0);
      for (int i = 0; i < sideChain.size(); i++) {
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

    /** Made when it is first asked for: only states that weigh anything are. */
    private double[] hold = {};

    AtomEnergies(AtomBlock atoms, IntPredicate charged, Kernels kernels) {
      this.atoms = atoms;
      this.charged = charged;
      this.kernels = kernels;
      this.protein = unknown(atoms.size());
      this.ligandEnergy = unknown(atoms.size());
    }

    /** With the fixed atoms. */
    double protein(int i) {
      if (Double.isNaN(protein[i])) {
        protein[i] = kernels.contacts.energy(atoms, i, near(i, surroundings));
      }
      return protein[i];
    }

    /** With the ligand. */
    double ligand(int i) {
      if (Double.isNaN(ligandEnergy[i])) {
        ligandEnergy[i] = kernels.contacts.energy(atoms, i, near(i, ligand));
      }
      return ligandEnergy[i];
    }

    /** Weighted hydrogen bonds with the fixed atoms. */
    double hold(int i) {
      if (hold.length == 0) {
        hold = unknown(atoms.size());
      }
      if (Double.isNaN(hold[i])) {
        AtomType type = atoms.type(i);
        hold[i] =
            type.donor() || type.acceptor()
                ? (charged.test(i) ? CHARGED_WEIGHT : 1)
                    * kernels.hydrogenBonds.energy(atoms, i, near(i, polar))
                : 0;
      }
      return hold[i];
    }

    private AtomBlock near(int i, CellBlocks cells) {
      return cells.near(atoms.x(i), atoms.y(i), atoms.z(i));
    }

    private static double[] unknown(int size) {
      double[] values = new double[size];
      Arrays.fill(values, Double.NaN);
      return values;
    }
  }

  /** The backbone N belongs to the side chain, since in proline it has no hydrogen to give. */
  private AtomEnergies nitrogen(AminoAcid aminoAcid, Backbone backbone, Kernels kernels) {
    AtomType type = aminoAcid == AminoAcid.PRO ? AtomType.NITROGEN : AtomType.NITROGEN_DONOR;
    Point n = backbone.n();
    AtomBlock atom =
        new AtomBlock(
            new float[] {(float) n.x()},
            new float[] {(float) n.y()},
            new float[] {(float) n.z()},
            new byte[] {(byte) type.ordinal()});
    return new AtomEnergies(atom, i -> false, kernels);
  }

  private static CellBlocks cells(AtomBlock atoms, Point centre, PotentialTable table) {
    return new CellBlocks(atoms, centre.x(), centre.y(), centre.z(), SIDE_CHAIN_REACH, table);
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
