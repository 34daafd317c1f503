package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.AtomType;
import org.bindfold.energy.CellBlocks;
import org.bindfold.energy.CellGrid;
import org.bindfold.energy.CellGroups;
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

  /**
   * States this far above the lowest, both without the ligand and with it, are left out: all the
   * conformers of an arginine together then change a free energy by less than 0.001 kcal/mol.
   */
  private static final double NEGLIGIBLE_KCAL_PER_MOL = 7.5;

  private final CellGrid grid;
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
    this.grid = new CellGrid(centre.x(), centre.y(), centre.z(), SIDE_CHAIN_REACH);
    this.surroundings = new CellBlocks(protein.byType(), grid, PotentialTable.instance());
    this.polar = new CellBlocks(polar(protein).byType(), grid, PotentialTable.hydrogenBonds());
    this.ligand = new CellBlocks(ligand.byType(), grid, PotentialTable.instance());
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
    List<ConformerTemplate> templates = on.stream().map(b -> template(aminoAcid, b)).toList();
    List<AtomBlock> placed = new ArrayList<>();
    for (int b = 0; b < on.size(); b++) {
      placed.add(templates.get(b).place(on.get(b)));
      placed.add(nitrogen(aminoAcid, on.get(b)));
    }
    AtomEnergies energies = new AtomEnergies(AtomBlock.joined(placed), kernels);
    Search search =
        new Search(energies, templates.stream().mapToInt(ConformerTemplate::conformers).sum());
    int first = 0;
    for (int b = 0; b < on.size(); b++) {
      search.through(new Built(templates.get(b), on.get(b), energies, first));
      first += templates.get(b).atoms() + 1;
    }
    return search.states.build();
  }

  /** Finely where the structure has the backbone, more coarsely where it is turned. */
  private static ConformerTemplate template(AminoAcid aminoAcid, Backbone backbone) {
    return backbone.turn().isEmpty()
        ? ConformerTemplate.fine(aminoAcid)
        : ConformerTemplate.coarse(aminoAcid);
  }

  /** The backbone N belongs to the side chain, since in proline it has no hydrogen to give. */
  private static AtomBlock nitrogen(AminoAcid aminoAcid, Backbone backbone) {
    Point n = backbone.n();
    return new AtomBlock.Builder()
        .add(
            n.x(),
            n.y(),
            n.z(),
            aminoAcid == AminoAcid.PRO ? AtomType.NITROGEN : AtomType.NITROGEN_DONOR)
        .build();
  }

  private SideChainStates given(
      AminoAcid aminoAcid,
      List<TypedAtom> sideChain,
      double rotamerEnergy,
      List<Backbone> on,
      Kernels kernels) {
    SideChainStates.Builder states = new SideChainStates.Builder(on.size());
    for (Backbone backbone : on) {
      List<TypedAtom> atoms = backbone.carry(sideChain);
      AtomEnergies energies =
          new AtomEnergies(
              AtomBlock.joined(List.of(block(atoms), nitrogen(aminoAcid, backbone))), kernels);
      double inProtein = rotamerEnergy;
      double withLigand = energies.ligand[atoms.size()];
      for (int i = 0; i < atoms.size(); i++) {
        inProtein += energies.protein[i];
        withLigand += energies.ligand[i];
      }
      states.add(inProtein, withLigand, new Given(atoms, energies), 0);
    }
    return states.build();
  }

  /**
   * Goes through the conformers of an amino acid. One that weighs nothing beside those before it is
   * left out.
   */
  private static final class Search {
    private final AtomEnergies energies;
    private final SideChainStates.Builder states;
    private double lowest = Double.POSITIVE_INFINITY;
    private double lowestBound = Double.POSITIVE_INFINITY;

    Search(AtomEnergies energies, int conformers) {
      this.energies = energies;
      this.states = new SideChainStates.Builder(conformers);
    }

    void through(Built built) {
      ConformerTemplate template = built.template;
      int[] members = template.members();
      int perConformer = template.atomsPerConformer();
      double onBackbone = energies.ligand[built.nitrogen()];
      for (int k : template.centresFirst()) {
        double inProtein = template.rotamerEnergy()[k];
        double withLigand = onBackbone;
        for (int m = k * perConformer; m < (k + 1) * perConformer; m++) {
          int atom = built.first + members[m];
          inProtein += energies.protein[atom];
          withLigand += energies.ligand[atom];
        }
        if (inProtein < lowest + NEGLIGIBLE_KCAL_PER_MOL
            || inProtein + withLigand < lowestBound + NEGLIGIBLE_KCAL_PER_MOL) {
          lowest = Math.min(lowest, inProtein);
          lowestBound = Math.min(lowestBound, inProtein + withLigand);
          states.add(inProtein, withLigand, built, k);
        }
      }
    }
  }

  /**
   * States that are built from a template.
   *
   * @param first where the template's atoms begin among those of the energies; the N follows them
   */
  private record Built(
      ConformerTemplate template, Backbone backbone, AtomEnergies energies, int first)
      implements SideChainStates.Source {
    int nitrogen() {
      return first + template.atoms();
    }

    @Override
    public List<TypedAtom> atoms(int conformer) {
      return template.build(backbone, conformer);
    }

    @Override
    public double stabilisation(int conformer) {
      double sum = energies.stabilisation(nitrogen(), false);
      int atoms = template.atomsPerConformer();
      for (int m = conformer * atoms; m < (conformer + 1) * atoms; m++) {
        int atom = template.members()[m];
        sum += energies.stabilisation(first + atom, template.charged(atom));
      }
      return sum;
    }
  }

  /** A side chain that is given as it stands; its atoms and the N have the energies. */
  private record Given(List<TypedAtom> sideChain, AtomEnergies energies)
      implements SideChainStates.Source {
    @Override
    public List<TypedAtom> atoms(int conformer) {
      return sideChain;
    }

    @Override
    public double stabilisation(int conformer) {
      double sum = energies.stabilisation(sideChain.size(), false);
      for (int i = 0; i < sideChain.size(); i++) {
        sum += energies.stabilisation(i, sideChain.get(i).charge() != 0);
      }
      return sum;
    }
  }

  /** The energies of atoms, kcal/mol. */
  private final class AtomEnergies {
    private final AtomBlock atoms;
    private final Kernels kernels;

    /** Of each atom with the fixed atoms. */
    private final double[] protein;

    /** Of each atom with the ligand. */
    private final double[] ligand;

    /** Worked out when it is asked for: only states that weigh anything are. */
    private final double[] hydrogenBonds;

    AtomEnergies(AtomBlock atoms, Kernels kernels) {
      this.atoms = atoms;
      this.kernels = kernels;
      CellGroups groups = new CellGroups(atoms, grid);
      protein = new double[atoms.size()];
      kernels.contacts.perAtom(groups, surroundings, protein);
      ligand = new double[atoms.size()];
      kernels.contacts.perAtom(groups, SiteEnvironment.this.ligand, ligand);
      hydrogenBonds = new double[atoms.size()];
      Arrays.fill(hydrogenBonds, Double.NaN);
    }

    /** Hydrogen bonds with the fixed atoms, weighted. */
    double stabilisation(int i, boolean charged) {
      AtomType type = atoms.type(i);
      if (!type.donor() && !type.acceptor()) {
        return 0;
      }
      if (Double.isNaN(hydrogenBonds[i])) {
        AtomBlock near = polar.near(atoms.x(i), atoms.y(i), atoms.z(i));
        hydrogenBonds[i] = kernels.hydrogenBonds.energy(atoms, i, near);
      }
      return charged ? CHARGED_WEIGHT * hydrogenBonds[i] : hydrogenBonds[i];
    }
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
