package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindfold.affinity.SiteEnvironment.Kernels;
import org.bindfold.energy.PairPotential;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.AminoAcidScales;
import org.bindfold.sequence.SequenceFamily;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.KinaseMotifs;
import org.bindfold.structure.Residue;
import org.bindfold.structure.ResidueId;
import org.bindfold.structure.ResidueNetwork;
import org.bindfold.structure.SideChainGeometry;
import org.bindfold.structure.SolventExposure;
import org.bindfold.structure.TypedAtom;
import org.jspecify.annotations.Nullable;

/**
 * Scores mutations in one complex: ddG = [G_mut(bound) - G_mut(free)] - [G_wt(bound) - G_wt(free)],
 * each G a {@link PartitionSum} over the side-chain states of the replaced residues, wild type and
 * mutant alike, in a protein that stays where it is but for the residue's own {@link Backbone}; the
 * potential is {@link PairPotential}. To this contact term come what the protein loses of the
 * hydrogen bonds that stabilise the bound conformation, and the relaxation of a mobile backbone
 * ({@link BindingTerms}).
 *
 * <p>Cost: conformers x side-chain atoms x atoms nearby, whatever the size of the protein; the
 * surroundings of a residue are gathered once. Deterministic. Safe for use by several threads.
 */
public final class MutationScorer {
  /** More residues than this at once is no point-mutation question. */
  private static final int MAX_SITES = 6;

  /** More neighbours than this have more combinations than can be summed. */
  public static final int MAX_REPACKED = 4;

  /** Residues this near to the ligand stabilise the bound conformation in full, angstrom. */
  private static final double STABILISING_ANGSTROM = 5;

  /** Further out, that fades over this length, angstrom. */
  private static final double STABILISING_DECAY_ANGSTROM = 4;

  private static final double LEAST_RIGIDITY = 0.25;
  private static final double MOST_RIGIDITY = 2;

  private final Complex complex;
  private final ScoringModel model;
  private final Optional<ChainNumbering> family;
  private final ResidueNetwork network;
  private final ResidueMobility mobility;
  private final SolventExposure exposure;
  private final Optional<KinaseMotifs> motifs;
  private final boolean inactive;
  private final Surroundings surroundings;
  private final Repacking repacking;
  private final Map<ResidueId, Place> places = new ConcurrentHashMap<>();
  private final ThreadLocal<@Nullable Latest> latest = new ThreadLocal<>();
  private final ThreadLocal<Kernels> kernelsOfThread = ThreadLocal.withInitial(Kernels::new);

  /** A scorer for one complex with the bundled model of function. */
  public MutationScorer(Complex complex, Calibration calibration) {
    this(complex, ScoringModel.of(calibration));
  }

  /**
   * A scorer for one complex.
   *
   * @throws IllegalArgumentException when the model's family is not that of the scored chain: see
   *     {@link #familyFits}
   */
  public MutationScorer(Complex complex, ScoringModel model) {
    this.complex = complex;
    this.model = model;
    this.family = model.family().map(f -> numbering(complex, f).orElseThrow(() -> foreign(f)));
    this.network = new ResidueNetwork(complex);
    this.mobility = new ResidueMobility(network);
    this.exposure = new SolventExposure(complex);
    this.motifs = KinaseMotifs.of(complex);
    this.inactive = motifs.filter(KinaseMotifs::dfgOut).isPresent();
    this.surroundings = new Surroundings(complex);
    this.repacking = new Repacking(model.repacked(), complex, surroundings);
  }

  /** Whether the first sequence of a family is that of the scored chain of a complex. */
  public static boolean familyFits(Complex complex, SequenceFamily family) {
    return numbering(complex, family).isPresent();
  }

  private static Optional<ChainNumbering> numbering(Complex complex, SequenceFamily family) {
    return ChainNumbering.of(complex, family.reference());
  }

  private static IllegalArgumentException foreign(SequenceFamily family) {
    return new IllegalArgumentException(
        family.reference().accession() + " is not the scored chain");
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
    Kernels kernels = kernelsOfThread.get();
    List<Residue> replaced = sites.stream().map(Site::residue).toList();
    List<Residue> companions = companions(sites, replaced, kernels);
    List<Residue> moving = Stream.concat(replaced.stream(), companions.stream()).toList();
    List<String> notes = new ArrayList<>();
    List<SideChainStates> mutant = new ArrayList<>();
    for (Site site : sites) {
      mutant.add(surroundings.of(site.residue, moving).states(site.mutant, kernels));
    }
    for (Residue companion : companions) {
      mutant.add(asItIs(companion, surroundings.of(companion, moving), kernels));
    }
    WildType wildType = wildType(sites, companions, kernels);
    notes.addAll(wildType.notes);
    for (Site site : sites) {
      if (site.mutant == AminoAcid.PRO) {
        notes.add(
            site.residue.id()
                + ": the backbone is kept; proline's own preference for it is not in the score");
      }
    }
    if (!companions.isEmpty()) {
      notes.add(
          "packed anew with it: "
              + companions.stream().map(r -> r.name() + r.id()).collect(Collectors.joining(", ")));
    }
    PartitionSum after = PartitionSum.of(mutant, kernels.contacts());
    List<Contact> contacts = contacts(after, sites.size());
    List<Place> at = replaced.stream().map(this::place).toList();
    double distance = at.stream().mapToDouble(Place::distance).min().orElseThrow();
    BindingTerms terms = terms(at, wildType.sum, after, distance);
    double ddg = model.calibration().ddg(terms);
    List<FunctionTerms> work =
        functionTerms(sites, at, after.free() - wildType.sum.free(), distance);
    return new BindingChange(
        ddg,
        ddg - model.calibration().halfWidth(),
        ddg + model.calibration().halfWidth(),
        terms,
        replaced,
        distance,
        model.function().pResistant(ddg, model.calibration().residualSd(), work),
        work,
        ContactFinder.without(wildType.contacts, contacts),
        ContactFinder.without(contacts, wildType.contacts),
        network.pathToLigand(sites.get(0).residue),
        notes);
  }

  /** What a mutation starts from. */
  private record WildType(PartitionSum sum, List<Contact> contacts, List<String> notes) {}

  /** The wild type of the residue that was asked for last: a scan asks for it 19 times. */
  private record Latest(Residue residue, AminoAcid aminoAcid, WildType wildType) {}

  private WildType wildType(List<Site> sites, List<Residue> companions, Kernels kernels) {
    Site first = sites.get(0);
    Latest known = latest.get();
    boolean alone = sites.size() == 1 && companions.isEmpty();
    if (alone
        && known != null
        && known.residue == first.residue
        && known.aminoAcid == first.wildType) {
      return known.wildType;
    }
    List<Residue> moving =
        Stream.concat(sites.stream().map(Site::residue), companions.stream()).toList();
    List<String> notes = new ArrayList<>();
    List<SideChainStates> states = new ArrayList<>();
    for (Site site : sites) {
      states.add(wildType(site, surroundings.of(site.residue, moving), kernels, notes));
    }
    for (Residue companion : companions) {
      states.add(asItIs(companion, surroundings.of(companion, moving), kernels));
    }
    PartitionSum sum = PartitionSum.of(states, kernels.contacts());
    WildType wildType = new WildType(sum, contacts(sum, sites.size()), List.copyOf(notes));
    if (alone) {
      latest.set(new Latest(first.residue, first.wildType, wildType));
    }
    return wildType;
  }

  private List<Residue> companions(List<Site> sites, List<Residue> replaced, Kernels kernels) {
    if (model.repacked() == 0) {
      return List.of();
    }
    List<SideChainStates> states = new ArrayList<>();
    for (Site site : sites) {
      SiteEnvironment environment = surroundings.of(site.residue, replaced);
      states.add(environment.states(site.wildType, kernels));
      states.add(environment.states(site.mutant, kernels));
    }
    return repacking.touched(replaced, states, kernels.contacts());
  }

  private static SideChainStates asItIs(
      Residue residue, SiteEnvironment environment, Kernels kernels) {
    return environment.statesAsFound(
        residue.aminoAcid().orElseThrow(), residue.sideChain(), kernels);
  }

  private BindingTerms terms(
      List<Place> places, PartitionSum before, PartitionSum after, double distance) {
    double relative = places.stream().mapToDouble(Place::mobility).average().orElseThrow();
    double proximity =
        Math.exp(-Math.max(0, distance - STABILISING_ANGSTROM) / STABILISING_DECAY_ANGSTROM);
    double stabilisation = Math.max(0, after.stabilisation() - before.stabilisation()) * proximity;
    return new BindingTerms(
        after.binding() - before.binding(),
        Math.max(LEAST_RIGIDITY, Math.min(MOST_RIGIDITY, 1 / relative)),
        stabilisation,
        inactive ? stabilisation : 0);
  }

  private SideChainStates wildType(
      Site site, SiteEnvironment environment, Kernels kernels, List<String> notes) {
    Residue residue = site.residue;
    boolean carried = residue.aminoAcid().filter(a -> a == site.wildType).isEmpty();
    if (carried) {
      notes.add(
          "the structure has "
              + residue.aminoAcid().map(AminoAcid::hgvs).orElse(residue.name())
              + " at "
              + residue.id()
              + "; the wild type is built in its place");
      return environment.states(site.wildType, kernels);
    }
    Optional<Residue> partner = surroundings.disulfidePartner(residue);
    if (partner.isPresent()) {
      notes.add("breaks the disulfide " + residue.id() + " to " + partner.get().id());
    }
    if (residue.modified()) {
      notes.add(residue.id() + " is modified (" + residue.name() + ") in the structure");
    }
    if (residue.modified() || partner.isPresent()) {
      return environment.fixedTo(site.wildType, residue.sideChain(), kernels);
    }
    List<TypedAtom> sideChain = residue.sideChain();
    if (sideChain.size() == SideChainGeometry.atomNames(site.wildType).size()) {
      return environment.states(site.wildType, sideChain, kernels);
    }
    notes.add("side chain of " + residue.id() + " is not complete in the model and is built");
    return environment.states(site.wildType, kernels);
  }

  private List<FunctionTerms> functionTerms(
      List<Site> sites, List<Place> places, double folding, double distance) {
    List<FunctionTerms> terms = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      Place place = places.get(i);
      terms.add(
          new FunctionTerms(
              sites.get(i).wildType,
              sites.get(i).mutant,
              exchange(sites.get(i), place.familyPosition),
              folding / sites.size(),
              place.exposure,
              distance,
              place.kinase,
              place.essential));
    }
    return terms;
  }

  /** Half bits: by the family where it is given and has the residue, else by BLOSUM62. */
  private double exchange(Site site, OptionalInt familyPosition) {
    OptionalDouble score = OptionalDouble.empty();
    if (familyPosition.isPresent()) {
      score = model.family().orElseThrow().score(familyPosition.getAsInt(), site.mutant);
    }
    return score.orElseGet(() -> AminoAcidScales.blosum62(site.wildType, site.mutant));
  }

  /** What of a residue does not depend on what it becomes; the fields are those of the terms. */
  private record Place(
      double distance,
      double mobility,
      double exposure,
      boolean kinase,
      boolean essential,
      OptionalInt familyPosition) {}

  private Place place(Residue residue) {
    return places.computeIfAbsent(
        residue.id(),
        id ->
            new Place(
                distance(residue),
                mobility.of(residue),
                exposure.of(residue),
                motifs.isPresent(),
                motifs.filter(m -> m.essential().contains(residue)).isPresent(),
                family.map(f -> f.position(residue)).orElse(OptionalInt.empty())));
  }

  /** Distance of the nearest heavy atoms of a residue and the ligand, angstrom. */
  public double distance(Residue residue) {
    double nearest = Double.POSITIVE_INFINITY;
    for (TypedAtom atom : residue.atoms()) {
      for (TypedAtom other : complex.ligand().atoms()) {
        nearest = Math.min(nearest, atom.position().distance(other.position()));
      }
    }
    return nearest;
  }

  /** The contacts of the first so many side chains: those of the mutated residues. */
  private List<Contact> contacts(PartitionSum sum, int sites) {
    List<Contact> contacts = new ArrayList<>();
    for (List<TypedAtom> sideChain : sum.best().subList(0, sites)) {
      contacts.addAll(ContactFinder.find(sideChain, complex.ligand()));
    }
    return contacts;
  }
}
