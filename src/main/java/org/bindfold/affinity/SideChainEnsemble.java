package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.AtomType;
import org.bindfold.energy.ContactKernel;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.RotamerLibrary;
import org.bindfold.structure.RotamerLibrary.Rotamer;
import org.bindfold.structure.SideChainGeometry;
import org.bindfold.structure.TypedAtom;

/**
 * The conformers that one side chain can take at its place, each with its energy against the fixed
 * protein and against the ligand.
 *
 * <p>Conformers: every rotamer with chi 1 and chi 2 moved by -15, 0 and 15 degrees (which share the
 * rotamer's probability), the crystal's own conformer for the wild type, and both neutral forms of
 * histidine. The backbone N belongs to the side chain, since in proline it has no hydrogen to give.
 */
final class SideChainEnsemble {
  private static final double[] CHI_OFFSETS = {0, -15, 15};
  private static final double CLOSE_ANGSTROM = 8;

  /**
   * One conformer.
   *
   * @param atoms backbone N, then the side chain
   * @param proteinEnergy rotamer energy -RT ln p and contacts with the fixed protein, kcal/mol
   * @param ligandEnergy contacts with the ligand, kcal/mol
   */
  record Conformer(List<TypedAtom> atoms, double proteinEnergy, double ligandEnergy) {

    List<TypedAtom> sideChain() {
      return atoms.subList(1, atoms.size());
    }
  }

  private final List<Conformer> conformers;

  private SideChainEnsemble(List<Conformer> conformers) {
    this.conformers = conformers;
  }

  /**
   * Builds the conformers of an amino acid at a residue's place.
   *
   * @param site has N, CA and C
   * @param aminoAcid what to build
   * @param crystal the crystal's own side chain, when it is a conformer too; empty otherwise
   * @param fixed the protein's atoms that stay where they are, this residue's own not among them
   * @param ligand the ligand's atoms
   */
  static SideChainEnsemble build(
      Residue site,
      AminoAcid aminoAcid,
      List<TypedAtom> crystal,
      List<TypedAtom> fixed,
      AtomBlock ligand,
      ContactKernel kernel) {
    Point n = site.position("N").orElseThrow();
    Point ca = site.position("CA").orElseThrow();
    Point c = site.position("C").orElseThrow();
    List<Candidate> candidates = new ArrayList<>();
    for (Rotamer rotamer : RotamerLibrary.of(aminoAcid)) {
      List<double[]> samples = samples(aminoAcid, rotamer);
      for (double[] chi : samples) {
        candidates.add(
            new Candidate(
                SideChainGeometry.build(aminoAcid, n, ca, c, chi),
                rotamer.probability() / samples.size()));
      }
    }
    if (!crystal.isEmpty()) {
      // The crystal's conformer belongs to some rotamer's well; it gets an even share.
      candidates.add(new Candidate(crystal, 1.0 / RotamerLibrary.of(aminoAcid).size()));
    }
    List<Candidate> states =
        aminoAcid == AminoAcid.HIS
            ? candidates.stream().flatMap(s -> histidineForms(s).stream()).toList()
            : candidates;
    TypedAtom backboneN =
        new TypedAtom(
            "N",
            "N",
            n,
            aminoAcid == AminoAcid.PRO ? AtomType.NITROGEN : AtomType.NITROGEN_DONOR,
            false,
            0);
    AtomBlock near = near(ca, SideChainGeometry.atomNames(aminoAcid).size(), fixed);
    List<Conformer> conformers = new ArrayList<>();
    for (Candidate candidate : states) {
      List<TypedAtom> atoms = new ArrayList<>();
      atoms.add(backboneN);
      atoms.addAll(candidate.atoms);
      conformers.add(
          new Conformer(
              List.copyOf(atoms),
              -BindingChange.RT_KCAL_PER_MOL * Math.log(candidate.probability)
                  + energy(candidate.atoms, near, kernel),
              energy(atoms, ligand, kernel)));
    }
    return new SideChainEnsemble(conformers);
  }

  /** A side chain that keeps its one conformer: a modified residue, a disulfide. */
  static SideChainEnsemble fixedTo(
      List<TypedAtom> atoms, TypedAtom backboneN, AtomBlock ligand, ContactKernel kernel) {
    List<TypedAtom> all = new ArrayList<>();
    all.add(backboneN);
    all.addAll(atoms);
    return new SideChainEnsemble(
        List.of(new Conformer(List.copyOf(all), 0, energy(all, ligand, kernel))));
  }

  /** The conformers. */
  List<Conformer> conformers() {
    return conformers;
  }

  /**
   * Keeps the conformers of lowest energy without the ligand or with it, at most so many of each.
   */
  SideChainEnsemble lowest(int count) {
    if (conformers.size() <= count) {
      return this;
    }
    List<Integer> free = ranked(false).subList(0, count);
    List<Integer> bound = ranked(true).subList(0, count);
    return new SideChainEnsemble(
        IntStream.range(0, conformers.size())
            .filter(i -> free.contains(i) || bound.contains(i))
            .mapToObj(conformers::get)
            .toList());
  }

  private List<Integer> ranked(boolean withLigand) {
    return IntStream.range(0, conformers.size())
        .boxed()
        .sorted(
            (i, j) ->
                Double.compare(
                    total(conformers.get(i), withLigand), total(conformers.get(j), withLigand)))
        .toList();
  }

  private static double total(Conformer conformer, boolean withLigand) {
    return conformer.proteinEnergy + (withLigand ? conformer.ligandEnergy : 0);
  }

  private record Candidate(List<TypedAtom> atoms, double probability) {}

  private static List<double[]> samples(AminoAcid aminoAcid, Rotamer rotamer) {
    double[] centre = rotamer.chi().stream().mapToDouble(Double::doubleValue).toArray();
    if (centre.length == 0 || aminoAcid == AminoAcid.PRO) {
      return List.of(centre);
    }
    List<double[]> samples = new ArrayList<>();
    for (double first : CHI_OFFSETS) {
      for (double second : centre.length > 1 ? CHI_OFFSETS : new double[] {0}) {
        double[] chi = centre.clone();
        chi[0] += first;
        if (chi.length > 1) {
          chi[1] += second;
        }
        samples.add(chi);
      }
    }
    return samples;
  }

  /** The neutral forms with the hydrogen on either nitrogen, half the probability each. */
  private static List<Candidate> histidineForms(Candidate histidine) {
    return List.of(
        new Candidate(form(histidine.atoms, "ND1"), histidine.probability / 2),
        new Candidate(form(histidine.atoms, "NE2"), histidine.probability / 2));
  }

  private static List<TypedAtom> form(List<TypedAtom> atoms, String donor) {
    return atoms.stream()
        .map(
            a ->
                a.element().equals("N")
                    ? new TypedAtom(
                        a.name(),
                        a.element(),
                        a.position(),
                        a.name().equals(donor)
                            ? AtomType.NITROGEN_DONOR
                            : AtomType.NITROGEN_ACCEPTOR,
                        a.aromatic(),
                        0)
                    : a)
        .toList();
  }

  /** The atoms that any conformer can feel: each side-chain bond reaches 1.55 angstrom at most. */
  private static AtomBlock near(Point ca, int sideChainAtoms, List<TypedAtom> fixed) {
    double reach = CLOSE_ANGSTROM + 1.55 * Math.min(sideChainAtoms, 7);
    AtomBlock.Builder builder = new AtomBlock.Builder();
    for (TypedAtom atom : fixed) {
      if (atom.position().distance(ca) < reach) {
        builder.add(atom.position().x(), atom.position().y(), atom.position().z(), atom.type());
      }
    }
    return builder.build();
  }

  static double energy(List<TypedAtom> atoms, AtomBlock block, ContactKernel kernel) {
    double sum = 0;
    for (TypedAtom atom : atoms) {
      sum +=
          kernel.energy(
              atom.position().x(), atom.position().y(), atom.position().z(), atom.type(), block);
    }
    return sum;
  }
}
