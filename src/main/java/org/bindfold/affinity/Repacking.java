package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.ContactKernel;
import org.bindfold.structure.Complex;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.SideChainGeometry;

/**
 * Chooses the neighbours whose side chains are packed anew with a mutation: those that a likely
 * state of the wild type or of the mutant meets most strongly, repelled or bound. Deterministic.
 */
final class Repacking {
  /** Two CA that stand further apart belong to side chains that cannot meet, angstrom. */
  private static final double FARTHEST_CA_ANGSTROM = 16;

  /** States up to this far above the lowest are looked at, kcal/mol. */
  private static final double LIKELY_KCAL_PER_MOL = 10;

  /** A neighbour that no state meets more strongly stays where it is, kcal/mol. */
  private static final double LEAST_KCAL_PER_MOL = 0.5;

  private final int most;
  private final List<Residue> residues;
  private final Surroundings surroundings;

  /**
   * Over the protein of a complex.
   *
   * @param most neighbours that are packed anew; 0 for none
   */
  Repacking(int most, Complex complex, Surroundings surroundings) {
    this.most = most;
    this.surroundings = surroundings;
    this.residues =
        most == 0
            ? List.of()
            : complex.chains().stream()
                .flatMap(c -> c.residues().stream())
                .filter(this::canMove)
                .toList();
  }

  private boolean canMove(Residue residue) {
    return residue.hasBackbone()
        && !residue.modified()
        && residue
            .aminoAcid()
            .filter(a -> SideChainGeometry.chiCount(a) > 0)
            .filter(a -> residue.sideChain().size() == SideChainGeometry.atomNames(a).size())
            .isPresent()
        && surroundings.disulfidePartner(residue).isEmpty();
  }

  private record Neighbour(Residue residue, double strength) {}

  /**
   * The neighbours to pack anew.
   *
   * @param replaced the residues of the mutation
   * @param states of each of them, wild type and mutant, with all other residues in their places
   */
  List<Residue> touched(
      List<Residue> replaced, List<SideChainStates> states, ContactKernel kernel) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (Residue residue : residues) {
      if (!replaced.contains(residue) && replaced.stream().anyMatch(r -> near(r, residue))) {
        AtomBlock sideChain = SiteEnvironment.block(residue.sideChain());
        double strength =
            states.stream().mapToDouble(s -> strength(s, sideChain, kernel)).max().orElse(0);
        if (strength > LEAST_KCAL_PER_MOL) {
          neighbours.add(new Neighbour(residue, strength));
        }
      }
    }
    return neighbours.stream()
        .sorted(
            Comparator.comparingDouble(Neighbour::strength)
                .reversed()
                .thenComparing(n -> n.residue.id().toString()))
        .limit(most)
        .map(Neighbour::residue)
        .toList();
  }

  private static boolean near(Residue a, Residue b) {
    Point ca = a.position("CA").orElseThrow();
    return b.position("CA").orElseThrow().distance(ca) < FARTHEST_CA_ANGSTROM;
  }

  private static double strength(
      SideChainStates states, AtomBlock sideChain, ContactKernel kernel) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < states.size(); k++) {
      lowest = Math.min(lowest, states.protein(k));
    }
    double strongest = 0;
    for (int k = 0; k < states.size(); k++) {
      if (states.protein(k) < lowest + LIKELY_KCAL_PER_MOL) {
        AtomBlock atoms = SiteEnvironment.block(states.atoms(k));
        strongest = Math.max(strongest, Math.abs(kernel.energy(atoms, sideChain)));
      }
    }
    return strongest;
  }
}
