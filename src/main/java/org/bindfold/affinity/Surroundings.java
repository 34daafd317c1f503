package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.NeighbourGrid;
import org.bindfold.energy.PairPotential;
import org.bindfold.structure.Complex;
import org.bindfold.structure.Ligand;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.TypedAtom;
import org.jspecify.annotations.Nullable;

/**
 * All atoms of a complex in a grid, from which the surroundings of a residue are gathered at a cost
 * that does not grow with the protein. Safe for use by several threads.
 */
final class Surroundings {
  private static final double DISULFIDE_ANGSTROM = 2.5;

  /**
   * C and N of two residues that are nearer than this are bonded: no two that are not come so near.
   */
  private static final double PEPTIDE_BOND_ANGSTROM = 2.0;

  /** No side chain reaches further than this from its CA, angstrom (arginine, stretched). */
  private static final double SIDE_CHAIN_REACH = 8;

  private static final double REACH = SIDE_CHAIN_REACH + PairPotential.CUTOFF_ANGSTROM;
  private static final AtomBlock NOTHING = new AtomBlock.Builder().build();
  private static final int NO_RESIDUE = -1;

  private final List<Residue> residues = new ArrayList<>();
  private final Map<Residue, Integer> index = new IdentityHashMap<>();

  /** Every atom but the ligand's. */
  private final List<TypedAtom> atoms = new ArrayList<>();

  /** For each atom the index of its residue; {@link #NO_RESIDUE} for cofactors and metals. */
  private final List<Integer> residueOf = new ArrayList<>();

  private final List<TypedAtom> ligand;
  private final AtomBlock ligandBlock;
  private final AtomBlock block;
  private final NeighbourGrid grid;

  /** The residue that was asked for last: a scan asks for it 20 times, then never again. */
  private final ThreadLocal<@Nullable Latest> latest = new ThreadLocal<>();

  private record Latest(Residue residue, SiteEnvironment environment) {}

  Surroundings(Complex complex) {
    complex.chains().forEach(chain -> residues.addAll(chain.residues()));
    for (int r = 0; r < residues.size(); r++) {
      index.put(residues.get(r), r);
      add(residues.get(r).atoms(), r);
    }
    complex.cofactors().stream().map(Ligand::atoms).forEach(c -> add(c, NO_RESIDUE));
    add(complex.metals(), NO_RESIDUE);
    ligand = complex.ligand().atoms();
    ligandBlock = SiteEnvironment.block(ligand);
    block = SiteEnvironment.block(atoms);
    grid = new NeighbourGrid(block);
  }

  private void add(List<TypedAtom> more, int residue) {
    atoms.addAll(more);
    more.forEach(a -> residueOf.add(residue));
  }

  /**
   * The surroundings of a residue.
   *
   * @param replaced all residues that are replaced together, this one among them; the side chains
   *     of the others are left out
   */
  SiteEnvironment of(Residue residue, List<Residue> replaced) {
    if (replaced.size() > 1) {
      return gather(residue, replaced);
    }
    Latest known = latest.get();
    if (known == null || known.residue != residue) {
      known = new Latest(residue, gather(residue, replaced));
      latest.set(known);
    }
    return known.environment;
  }

  /** The cysteine that a residue is bridged to. */
  Optional<Residue> disulfidePartner(Residue residue) {
    return residue
        .position("SG")
        .flatMap(
            sulfur ->
                Arrays.stream(grid.within(sulfur.x(), sulfur.y(), sulfur.z(), DISULFIDE_ANGSTROM))
                    .filter(i -> atoms.get(i).name().equals("SG"))
                    .filter(i -> residueOf.get(i) != NO_RESIDUE)
                    .mapToObj(i -> residues.get(residueOf.get(i)))
                    .filter(r -> r != residue)
                    .findFirst());
  }

  /**
   * Everything near but the ligand, the side chains that are replaced, and the residue's own
   * backbone, whose energy with the side chain is part of the rotamer's probability. The backbone
   * next to it stays: the rotamer library does not know which backbone it stands on.
   */
  private SiteEnvironment gather(Residue residue, List<Residue> replaced) {
    Point ca = residue.position("CA").orElseThrow();
    int own = index.get(residue);
    List<Integer> others = replaced.stream().map(index::get).toList();
    int[] near =
        Arrays.stream(grid.within(ca.x(), ca.y(), ca.z(), REACH))
            .filter(i -> residueOf.get(i) != own)
            .filter(i -> !others.contains(residueOf.get(i)) || atoms.get(i).backbone())
            .toArray();
    boolean inReach = ligand.stream().anyMatch(a -> a.position().distance(ca) < REACH);
    return new SiteEnvironment(
        residue, backbones(own, others), block.select(near), inReach ? ligandBlock : NOTHING);
  }

  /**
   * A residue's backbone as it is and, between two neighbours that it is bonded to and that keep
   * theirs, turned.
   */
  private List<Backbone> backbones(int own, List<Integer> moving) {
    Backbone asFound = Backbone.of(residues.get(own));
    List<Backbone> all = new ArrayList<>(List.of(asFound));
    boolean held = !moving.contains(own - 1) && !moving.contains(own + 1);
    if (held && bonded(own - 1, own) && bonded(own, own + 1)) {
      Optional<Point> before = residues.get(own - 1).position("CA");
      Optional<Point> after = residues.get(own + 1).position("CA");
      if (before.isPresent() && after.isPresent()) {
        all.addAll(asFound.turned(before.get(), after.get()));
      }
    }
    return all;
  }

  private boolean bonded(int first, int second) {
    if (first < 0 || second == residues.size()) {
      return false;
    }
    Optional<Point> carbonyl = residues.get(first).position("C");
    Optional<Point> nitrogen = residues.get(second).position("N");
    return carbonyl.isPresent()
        && nitrogen.isPresent()
        && carbonyl.get().distance(nitrogen.get()) < PEPTIDE_BOND_ANGSTROM;
  }
}
