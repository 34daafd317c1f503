package org.bindfold.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.NeighbourGrid;

/**
 * How much of a side chain water reaches: its accessible surface in the chain, over that in the
 * residue alone, by points on spheres (Shrake and Rupley 1973, Environment and exposure to solvent
 * of protein atoms, J. Mol. Biol. 79) with the radii of the pair potential. Glycine stands for its
 * CA. The ligand and other chains are left out: this is about the protein's own surface.
 *
 * <p>Cost: side-chain atoms x {@value #POINTS} points x atoms nearby. Immutable, deterministic.
 */
public final class SolventExposure {
  private static final double PROBE_ANGSTROM = 1.4;
  private static final int POINTS = 100;
  private static final double LARGEST_RADIUS_ANGSTROM = 2.2;
  private static final List<Point> SPHERE = sphere();

  private final List<TypedAtom> atoms;
  private final NeighbourGrid grid;

  /** Over the scored chain of a complex. */
  public SolventExposure(Complex complex) {
    atoms = complex.scoredChain().residues().stream().flatMap(r -> r.atoms().stream()).toList();
    AtomBlock.Builder block = new AtomBlock.Builder();
    for (TypedAtom atom : atoms) {
      block.add(atom.position().x(), atom.position().y(), atom.position().z(), atom.type());
    }
    grid = new NeighbourGrid(block.build());
  }

  /** The share of a residue's side chain that water reaches, 0 to 1; the residue has a CA. */
  public double of(Residue residue) {
    List<TypedAtom> sideChain =
        residue.sideChain().isEmpty()
            ? List.of(residue.atom("CA").orElseThrow())
            : residue.sideChain();
    double alone = 0;
    double inChain = 0;
    for (TypedAtom atom : sideChain) {
      alone += area(atom, residue.atoms());
      inChain += area(atom, around(atom));
    }
    return alone == 0 ? 0 : inChain / alone;
  }

  private List<TypedAtom> around(TypedAtom atom) {
    Point p = atom.position();
    double reach = radius(atom) + LARGEST_RADIUS_ANGSTROM + PROBE_ANGSTROM;
    List<TypedAtom> near = new ArrayList<>();
    for (int i : grid.within(p.x(), p.y(), p.z(), reach)) {
      near.add(atoms.get(i));
    }
    return near;
  }

  /** Square angstrom. */
  private static double area(TypedAtom atom, List<TypedAtom> others) {
    double radius = radius(atom);
    long free =
        SPHERE.stream()
            .map(direction -> atom.position().plus(direction.times(radius)))
            .filter(point -> others.stream().noneMatch(o -> o != atom && covers(o, point)))
            .count();
    return 4 * Math.PI * radius * radius * free / POINTS;
  }

  private static boolean covers(TypedAtom atom, Point point) {
    double radius = radius(atom);
    return atom.position().squaredDistance(point) < radius * radius;
  }

  private static double radius(TypedAtom atom) {
    return atom.type().radius() + PROBE_ANGSTROM;
  }

  /** Directions that cover a sphere evenly: a spiral that turns by the golden angle. */
  private static List<Point> sphere() {
    double turn = Math.PI * (3 - Math.sqrt(5));
    return IntStream.range(0, POINTS)
        .mapToObj(
            k -> {
              double y = 1 - 2 * (k + 0.5) / POINTS;
              double r = Math.sqrt(1 - y * y);
              return new Point(r * Math.cos(turn * k), y, r * Math.sin(turn * k));
            })
        .toList();
  }
}
