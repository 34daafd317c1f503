package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.NeighbourGrid;
import org.bindfold.structure.Complex;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.SideChainGeometry;
import org.bindfold.structure.TypedAtom;

/**
 * How well side chains that are taken off and built again agree with the crystal: one residue at a
 * time, all others and the ligand where the structure has them. Residues with every side-chain atom
 * in the model and at least one chi angle count; alanine, glycine and modified residues do not.
 *
 * @param residues how many were compared
 * @param chi1 how many have chi 1 within 40 degrees of the crystal's
 * @param chi12Residues how many have a chi 2
 * @param chi12 how many of those have both within 40 degrees
 * @param squaredDeviation sum over side-chain atoms beyond C-beta, square angstrom; for side chains
 *     that are the same either way round the way that fits better
 * @param atoms how many atoms that is
 */
public record SideChainRecovery(
    int residues, int chi1, int chi12Residues, int chi12, double squaredDeviation, int atoms) {
  private static final double AGREE_DEGREES = 40;

  /** A side chain that shows less of its surface than this is buried, 0 to 1. */
  private static final double BURIED_SHARE = 0.2;

  private static final double WATER_RADIUS_ANGSTROM = 1.4;
  private static final double LARGEST_RADIUS_ANGSTROM = 2.2;
  private static final int SURFACE_POINTS = 96;

  /** The outcome for no residue. */
  public static final SideChainRecovery NONE = new SideChainRecovery(0, 0, 0, 0, 0, 0);

  /** The buried residues of the scored chain. */
  public static SideChainRecovery buried(Complex complex) {
    return of(complex, true);
  }

  /** All residues of the scored chain. */
  public static SideChainRecovery all(Complex complex) {
    return of(complex, false);
  }

  private static SideChainRecovery of(Complex complex, boolean buriedOnly) {
    Surroundings surroundings = new Surroundings(complex);
    SiteEnvironment.Kernels kernels = new SiteEnvironment.Kernels();
    Surface surface = new Surface(complex);
    SideChainRecovery sum = NONE;
    for (Residue residue : complex.scoredChain().residues()) {
      if (comparable(residue) && (!buriedOnly || surface.share(residue) < BURIED_SHARE)) {
        sum = sum.plus(compare(residue, rebuilt(residue, surroundings, kernels)));
      }
    }
    return sum;
  }

  /**
   * The side chain of a residue as the model builds it on the backbone of the structure: the state
   * of lowest energy with the ligand, the crystal's own conformer not among them.
   */
  private static List<TypedAtom> rebuilt(
      Residue residue, Surroundings surroundings, SiteEnvironment.Kernels kernels) {
    SideChainStates states =
        surroundings
            .of(residue, List.of(residue))
            .statesAsFound(residue.aminoAcid().orElseThrow(), kernels);
    return PartitionSum.of(List.of(states), kernels.contacts()).best().get(0);
  }

  /** Both outcomes together. */
  public SideChainRecovery plus(SideChainRecovery o) {
    return new SideChainRecovery(
        residues + o.residues,
        chi1 + o.chi1,
        chi12Residues + o.chi12Residues,
        chi12 + o.chi12,
        squaredDeviation + o.squaredDeviation,
        atoms + o.atoms);
  }

  /** Share of residues with chi 1 within 40 degrees, 0 to 1. */
  public double chi1Share() {
    return (double) chi1 / residues;
  }

  /** Share of residues that have a chi 2 with both within 40 degrees, 0 to 1. */
  public double chi12Share() {
    return (double) chi12 / chi12Residues;
  }

  /** Root mean square deviation of the atoms beyond C-beta, angstrom. */
  public double rmsd() {
    return Math.sqrt(squaredDeviation / atoms);
  }

  private static boolean comparable(Residue residue) {
    return residue.hasBackbone()
        && !residue.modified()
        && residue
            .aminoAcid()
            .filter(a -> SideChainGeometry.chiCount(a) > 0)
            .filter(a -> residue.sideChain().size() == SideChainGeometry.atomNames(a).size())
            .isPresent();
  }

  private static SideChainRecovery compare(Residue crystal, List<TypedAtom> built) {
    List<TypedAtom> atoms = new ArrayList<>(crystal.atoms());
    atoms.removeAll(crystal.sideChain());
    atoms.addAll(built);
    Residue model =
        new Residue(crystal.id(), crystal.name(), crystal.aminoAcid(), crystal.modified(), atoms);
    Optional<double[]> expected = Dihedrals.chi(crystal);
    Optional<double[]> found = Dihedrals.chi(model);
    if (expected.isEmpty() || found.isEmpty()) {
      return NONE;
    }
    boolean twofold = TwofoldSideChain.isTwofold(crystal.aminoAcid().orElseThrow(), 2);
    boolean first =
        TwofoldSideChain.difference(
                expected.get()[0],
                found.get()[0],
                TwofoldSideChain.isTwofold(crystal.aminoAcid().get(), 1))
            < AGREE_DEGREES;
    boolean hasSecond = expected.get().length > 1;
    boolean second =
        hasSecond
            && TwofoldSideChain.difference(expected.get()[1], found.get()[1], twofold)
                < AGREE_DEGREES;
    double plain = deviation(crystal, built, name -> name);
    double turned = deviation(crystal, built, TwofoldSideChain.of(crystal)::partner);
    return new SideChainRecovery(
        1,
        first ? 1 : 0,
        hasSecond ? 1 : 0,
        first && second ? 1 : 0,
        Math.min(plain, turned),
        built.size() - 1);
  }

  private static double deviation(
      Residue crystal, List<TypedAtom> built, UnaryOperator<String> crystalName) {
    double sum = 0;
    for (TypedAtom atom : built) {
      if (!atom.name().equals("CB")) {
        Point there = crystal.position(crystalName.apply(atom.name())).orElseThrow();
        double distance = there.distance(atom.position());
        sum += distance * distance;
      }
    }
    return sum;
  }

  /** Solvent-accessible surface of side chains (Shrake and Rupley 1973). */
  private static final class Surface {
    private final List<TypedAtom> atoms = new ArrayList<>();
    private final NeighbourGrid grid;

    Surface(Complex complex) {
      complex.chains().forEach(c -> c.residues().forEach(r -> atoms.addAll(r.atoms())));
      complex.cofactors().forEach(c -> atoms.addAll(c.atoms()));
      atoms.addAll(complex.ligand().atoms());
      AtomBlock.Builder builder = new AtomBlock.Builder();
      for (TypedAtom atom : atoms) {
        Point p = atom.position();
        builder.add(p.x(), p.y(), p.z(), atom.type());
      }
      grid = new NeighbourGrid(builder.build());
    }

    /** What a side chain shows in the complex over what it would show beside its backbone alone. */
    double share(Residue residue) {
      double shown = 0;
      double alone = 0;
      for (TypedAtom atom : residue.sideChain()) {
        Point p = atom.position();
        double reach = radius(atom) + LARGEST_RADIUS_ANGSTROM + WATER_RADIUS_ANGSTROM;
        List<TypedAtom> near = new ArrayList<>();
        for (int i : grid.within(p.x(), p.y(), p.z(), reach)) {
          near.add(atoms.get(i));
        }
        shown += open(atom, near);
        alone += open(atom, residue.atoms());
      }
      return alone > 0 ? shown / alone : 1;
    }

    /** Free surface of an atom, square angstrom. */
    private static double open(TypedAtom atom, List<TypedAtom> others) {
      double radius = radius(atom);
      int free = 0;
      for (int k = 0; k < SURFACE_POINTS; k++) {
        double z = 1 - (2 * k + 1.0) / SURFACE_POINTS;
        double flat = Math.sqrt(1 - z * z);
        double turn = k * Math.PI * (3 - Math.sqrt(5));
        Point q =
            atom.position()
                .plus(new Point(flat * Math.cos(turn), flat * Math.sin(turn), z).times(radius));
        free +=
            others.stream().noneMatch(o -> o != atom && o.position().distance(q) < radius(o))
                ? 1
                : 0;
      }
      return 4 * Math.PI * radius * radius * free / SURFACE_POINTS;
    }

    private static double radius(TypedAtom atom) {
      return atom.type().radius() + WATER_RADIUS_ANGSTROM;
    }
  }
}
