package org.bindfold.affinity;

import java.util.List;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.TypedAtom;

/**
 * Where the backbone of a residue stands while its side chains are built on it: as the structure
 * has it, or turned a little about the line through the CA before and the CA after. That is the
 * backrub motion by which a backbone makes room for another side chain (Davis et al. 2006,
 * doi:10.1016/j.str.2005.10.007), without the turning back of the two peptides.
 *
 * @param n angstrom, as all points
 * @param ca alpha carbon
 * @param c carbonyl carbon
 * @param turn from where the structure has it; {@link Turn#NONE} there
 */
record Backbone(Point n, Point ca, Point c, Turn turn) {
  /**
   * Half of the range that is sampled. Steps of 5 to 12 degrees serve alike on the fitted
   * mutations; this one swings C-beta by about 0.2 angstrom, the length by which a clash is
   * relieved.
   */
  static final double TURN_DEGREES = 8;

  /**
   * A rotation about a line: a point on it, a unit vector along it, and the angle's cosine and
   * sine.
   */
  record Turn(Point origin, Point axis, double cosine, double sine) {
    static final Turn NONE = new Turn(new Point(0, 0, 0), new Point(0, 0, 1), 1, 0);

    static Turn about(Point from, Point to, double degrees) {
      double angle = Math.toRadians(degrees);
      return new Turn(from, to.minus(from).unit(), Math.cos(angle), Math.sin(angle));
    }

    /** Rodrigues' formula. */
    Point apply(Point point) {
      if (this == NONE) {
        return point;
      }
      Point d = point.minus(origin);
      return origin
          .plus(d.times(cosine))
          .plus(axis.cross(d).times(sine))
          .plus(axis.times(axis.dot(d) * (1 - cosine)));
    }
  }

  /** As the structure has it; the residue has N, CA and C. */
  static Backbone of(Residue residue) {
    return new Backbone(
        residue.position("N").orElseThrow(),
        residue.position("CA").orElseThrow(),
        residue.position("C").orElseThrow(),
        Turn.NONE);
  }

  /** Turned both ways between the alpha carbons of the residues before and after. */
  List<Backbone> turned(Point before, Point after) {
    return List.of(
        turned(Turn.about(before, after, -TURN_DEGREES)),
        turned(Turn.about(before, after, TURN_DEGREES)));
  }

  private Backbone turned(Turn by) {
    return new Backbone(by.apply(n), by.apply(ca), by.apply(c), by);
  }

  /** Whether this is where the structure has it. */
  boolean asFound() {
    return turn == Turn.NONE;
  }

  /** Atoms that go with the backbone. */
  List<TypedAtom> carry(List<TypedAtom> atoms) {
    return asFound() ? atoms : atoms.stream().map(a -> a.at(turn.apply(a.position()))).toList();
  }
}
