package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindfold.affinity.SideChainEnsemble.Conformer;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.ContactKernel;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Complex;
import org.bindfold.structure.Ligand;
import org.bindfold.structure.Residue;
import org.bindfold.structure.ResidueNetwork;
import org.bindfold.structure.TypedAtom;

/**
 * Scores mutations in one complex: ddG = [G_mut(bound) - G_mut(free)] - [G_wt(bound) - G_wt(free)].
 * Each G is the free energy -RT ln sum exp(-E/RT) over the side-chain conformers of the replaced
 * residues ({@link SideChainEnsemble}), wild type and mutant alike, in a protein that stays where
 * it is; the potential is {@link org.bindfold.energy.PairPotential}, T = 298.15 K. Several residues
 * replaced at once are summed over together, with their energy with one another.
 *
 * <p>Cost: conformers x side-chain atoms x atoms nearby. Deterministic. Safe for use by several
 * threads.
 */
public final class MutationScorer {
  private static final double DISULFIDE_ANGSTROM = 2.5;

  /** Combinations of conformers that are summed for a compound mutation. */
  private static final int MAX_COMBINATIONS = 250_000;

  /** More residues than this at once is no point-mutation question. */
  private static final int MAX_SITES = 6;

  private final Complex complex;
  private final Calibration calibration;
  private final AtomBlock ligand;
  private final ResidueNetwork network;

  /** A scorer for one complex. */
  public MutationScorer(Complex complex, Calibration calibration) {
    this.complex = complex;
    this.calibration = calibration;
    this.ligand = block(complex.ligand().atoms());
    this.network = new ResidueNetwork(complex);
  }

  /** The complex. */
  public Complex complex() {
    return complex;
  }

  /**
   * One residue to replace.
   *
   * @param residue of the scored chain, as the structure has it
   * @param wildType what the mutation starts from, which may differ from what the structure carries
   * @param mutant what it becomes
   */
  public record Site(Residue residue, AminoAcid wildType, AminoAcid mutant) {}

  /** Why a mutation cannot be scored in a complex, in one sentence; empty when it can. */
  public Optional<String> obstacle(List<Site> sites) {
    if (sites.size() > MAX_SITES) {
      return Optional.of(
          sites.size() + " residues at once; at most " + MAX_SITES + " are scored together");
    }
    return sites.stream()
        .filter(s -> !s.residue.hasBackbone())
        .map(s -> "residue " + s.residue.id() + " has no complete backbone (N, CA, C) in the model")
        .findFirst();
  }

  /**
   * Scores one mutation of one or several residues.
   *
   * @param sites distinct residues, none with an {@link #obstacle}
   */
  public BindingChange score(List<Site> sites) {
    ContactKernel kernel = new ContactKernel();
    List<String> notes = new ArrayList<>();
    List<SideChainEnsemble> wildType = new ArrayList<>();
    List<SideChainEnsemble> mutant = new ArrayList<>();
    for (Site site : sites) {
      List<TypedAtom> fixed = fixedAtoms(sites, site);
      wildType.add(wildType(site, fixed, kernel, notes));
      mutant.add(
          SideChainEnsemble.build(site.residue, site.mutant, List.of(), fixed, ligand, kernel));
      if (site.mutant == AminoAcid.PRO) {
        notes.add(
            site.residue.id()
                + ": the backbone is kept; proline's own preference for it is not in the score");
      }
    }
    Sum before = sum(wildType, kernel);
    Sum after = sum(mutant, kernel);
    double raw = after.bindingEnergy() - before.bindingEnergy();
    double ddg = calibration.ddg(raw);
    List<Contact> wildTypeContacts = contacts(before);
    List<Contact> mutantContacts = contacts(after);
    return new BindingChange(
        ddg,
        ddg - calibration.halfWidth(),
        ddg + calibration.halfWidth(),
        raw,
        sites.stream().map(Site::residue).toList(),
        distance(sites),
        ContactFinder.without(wildTypeContacts, mutantContacts),
        ContactFinder.without(mutantContacts, wildTypeContacts),
        network.pathToLigand(sites.get(0).residue),
        notes);
  }

  private SideChainEnsemble wildType(
      Site site, List<TypedAtom> fixed, ContactKernel kernel, List<String> notes) {
    Residue residue = site.residue;
    boolean carried = residue.aminoAcid().filter(a -> a == site.wildType).isEmpty();
    if (carried) {
      notes.add(
          "the structure has "
              + residue.aminoAcid().map(AminoAcid::hgvs).orElse(residue.name())
              + " at "
              + residue.id()
              + "; the wild type is built in its place");
      return SideChainEnsemble.build(residue, site.wildType, List.of(), fixed, ligand, kernel);
    }
    Optional<Residue> partner = disulfidePartner(residue);
    if (partner.isPresent()) {
      notes.add("breaks the disulfide " + residue.id() + " to " + partner.get().id());
    }
    if (residue.modified()) {
      notes.add(residue.id() + " is modified (" + residue.name() + ") in the structure");
    }
    if (residue.modified() || partner.isPresent()) {
      return SideChainEnsemble.fixedTo(
          residue.sideChain(), residue.atom("N").orElseThrow(), ligand, kernel);
    }
    List<TypedAtom> sideChain = residue.sideChain();
    int expected = org.bindfold.structure.SideChainGeometry.atomNames(site.wildType).size();
    boolean complete = sideChain.size() == expected;
    if (!complete) {
      notes.add("side chain of " + residue.id() + " is not complete in the model and is built");
    }
    return SideChainEnsemble.build(
        residue, site.wildType, complete ? sideChain : List.of(), fixed, ligand, kernel);
  }

  private Optional<Residue> disulfidePartner(Residue residue) {
    return residue
        .position("SG")
        .flatMap(
            sulfur ->
                residues()
                    .filter(r -> r != residue)
                    .filter(
                        r ->
                            r.position("SG")
                                .filter(p -> p.distance(sulfur) < DISULFIDE_ANGSTROM)
                                .isPresent())
                    .findFirst());
  }

  /**
   * Everything but the ligand, the side chains that are replaced, and the residue's own backbone,
   * whose energy with its side chain is part of the rotamer's probability.
   */
  private List<TypedAtom> fixedAtoms(List<Site> sites, Site own) {
    List<TypedAtom> fixed = new ArrayList<>();
    residues()
        .forEach(
            residue -> {
              if (residue == own.residue) {
                return;
              }
              boolean replaced = sites.stream().anyMatch(s -> s.residue == residue);
              List<TypedAtom> sideChain = replaced ? residue.sideChain() : List.of();
              residue.atoms().stream().filter(a -> !sideChain.contains(a)).forEach(fixed::add);
            });
    complex.cofactors().stream().map(Ligand::atoms).forEach(fixed::addAll);
    fixed.addAll(complex.metals());
    return fixed;
  }

  private Stream<Residue> residues() {
    return complex.chains().stream().flatMap(c -> c.residues().stream());
  }

  private double distance(List<Site> sites) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Site site : sites) {
      for (TypedAtom atom : site.residue.atoms()) {
        for (TypedAtom other : complex.ligand().atoms()) {
          nearest = Math.min(nearest, atom.position().distance(other.position()));
        }
      }
    }
    return nearest;
  }

  private List<Contact> contacts(Sum sum) {
    List<Contact> contacts = new ArrayList<>();
    for (Conformer conformer : sum.best) {
      contacts.addAll(ContactFinder.find(conformer.sideChain(), complex.ligand()));
    }
    return contacts;
  }

  /**
   * The partition sums with and without the ligand.
   *
   * @param free -RT ln sum exp(-E/RT) without the ligand
   * @param bound the same with it
   * @param best the conformers of lowest energy with the ligand, one per site
   */
  private record Sum(double free, double bound, List<Conformer> best) {
    double bindingEnergy() {
      return bound - free;
    }
  }

  private static Sum sum(List<SideChainEnsemble> sites, ContactKernel kernel) {
    int keep =
        sites.size() == 1
            ? Integer.MAX_VALUE
            : (int) Math.max(2, Math.pow(MAX_COMBINATIONS, 1.0 / sites.size()) / 2);
    List<List<Conformer>> choices = sites.stream().map(s -> s.lowest(keep).conformers()).toList();
    Accumulator accumulator = new Accumulator(choices, kernel);
    accumulator.visit(0, 0, 0);
    return accumulator.sum();
  }

  /** Walks over all combinations of conformers, one per site. */
  private static final class Accumulator {
    private final List<List<Conformer>> choices;
    private final ContactKernel kernel;
    private final List<Conformer> chosen = new ArrayList<>();
    private final List<double[]> energies = new ArrayList<>();
    private List<Conformer> best = List.of();
    private double bestEnergy = Double.POSITIVE_INFINITY;

    Accumulator(List<List<Conformer>> choices, ContactKernel kernel) {
      this.choices = choices;
      this.kernel = kernel;
    }

    void visit(int site, double protein, double ligand) {
      if (site == choices.size()) {
        energies.add(new double[] {protein, protein + ligand});
        if (protein + ligand < bestEnergy) {
          bestEnergy = protein + ligand;
          best = List.copyOf(chosen);
        }
        return;
      }
      for (Conformer conformer : choices.get(site)) {
        double between = 0;
        for (Conformer other : chosen) {
          between +=
              SideChainEnsemble.energy(conformer.sideChain(), block(other.sideChain()), kernel);
        }
        chosen.add(conformer);
        visit(
            site + 1,
            protein + conformer.proteinEnergy() + between,
            ligand + conformer.ligandEnergy());
        chosen.remove(chosen.size() - 1);
      }
    }

    Sum sum() {
      return new Sum(freeEnergy(0), freeEnergy(1), best);
    }

    private double freeEnergy(int column) {
      double lowest =
          energies.stream().mapToDouble(e -> e[column]).min().orElse(Double.POSITIVE_INFINITY);
      double sum = 0;
      for (double[] energy : energies) {
        sum += Math.exp(-(energy[column] - lowest) / BindingChange.RT_KCAL_PER_MOL);
      }
      return lowest - BindingChange.RT_KCAL_PER_MOL * Math.log(sum);
    }
  }

  private static AtomBlock block(List<TypedAtom> atoms) {
    AtomBlock.Builder builder = new AtomBlock.Builder();
    for (TypedAtom atom : atoms) {
      builder.add(atom.position().x(), atom.position().y(), atom.position().z(), atom.type());
    }
    return builder.build();
  }
}
