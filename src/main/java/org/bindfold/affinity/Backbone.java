package org.bindfold.affinity;

import java.util.List;
import java.util.Optional;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.TypedAtom;

/**
 * Where the backbone of a residue stands while its side chains are built on it: as the structure
 * has it, or turned a little about the line through the CA before and the CA after. That is the
 * backrub motion by which a backbone makes room for another side chain (Davis et al. 2006,
 * doi:10.1016/j.str.2005.10.007), without the turning back of the two peptides: their bonds to the
 * neighbours are strained a little, which is not scored, and a turn costs nothing.
 *
 * @param n angstrom, as all points
 * @param ca alpha carbon
 * @param c carbonyl carbon
 * @param turn from where the structure has it; empty there
 */
record Backbone(Point n, Point ca, Point c, Optional<Turn> turn) {
  /**
   * How far it turns either way: C-beta then moves by about half an angstrom. Chosen on the
   * mutations that the calibration is fitted to, among 5, 8, 10, 12 and 15.
   */
  static final double TURN_DEGREES = 8;

  /**
   * A rotation about a line.
   *
   * @param origin a point of the line, angstrom
   * @param axis unit vector along it
   * @param degrees right-handed
   */
  record Turn(Point origin, Point axis, double degrees) {
    /** Rodrigues' formula. */
    Point apply(Point point) {
      double angle = Math.toRadians(degrees);
      Point d = point.minus(origin);
      return origin
          .plus(d.times(Math.cos(angle)))
          .plus(axis.cross(d).times(Math.sin(angle)))
          .plus(axis.times(axis.dot(d) * (1 - Math.cos(angle))));
    }
  }

  /** As the structure has it; the residue has N, CA and C. */
  static Backbone of(Residue residue) {
    return new Backbone(
        residue.position("N").orElseThrow(),
        residue.position("CA").orElseThrow(),
        residue.position("C").orElseThrow(),
        Optional.empty());
  }

  /** Turned both ways between the alpha carbons of the residues before and after. */
  List<Backbone> turned(Point before, Point after) {
    Point axis = after.minus(before).unit();
    return List.of(
        turned(new Turn(before, axis, -TURN_DEGREES)),
        turned(new Turn(before, axis, TURN_DEGREES)));
  }

  private Backbone turned(Turn by) {
    return new Backbone(by.apply(n), by.apply(ca), by.apply(c), Optional.of(by));
  }

  /** Atoms that go with the backbone. */
  List<TypedAtom> carry(List<TypedAtom> atoms) {
    return turn.map(t -> atoms.stream().map(a -> a.at(t.apply(a.position()))).toList())
        .orElse(atoms);
  }
}
