package org.bindfold.affinity;

import org.bindfold.structure.Point;

/**
 * A right-handed frame with its origin on C-beta: the first axis runs on from C-alpha, the second
 * lies in the plane of the backbone N, so that chi 1 is counted from it.
 *
 * @param origin C-beta, angstrom
 * @param first unit vector
 * @param second unit vector
 * @param third unit vector
 */
record Frame(Point origin, Point first, Point second, Point third) {

  /** The frame of a residue; positions in angstrom. */
  static Frame of(Point n, Point ca, Point cBeta) {
    Point first = cBeta.minus(ca).unit();
    Point toN = n.minus(ca);
    Point second = toN.minus(first.times(toN.dot(first))).unit();
    return new Frame(cBeta, first, second, first.cross(second));
  }

  /** A point of space in this frame. */
  Point local(Point point) {
    Point d = point.minus(origin);
    return new Point(d.dot(first), d.dot(second), d.dot(third));
  }

  /** x in space of a point of this frame. */
  double globalX(double a, double b, double c) {
    return origin.x() + a * first.x() + b * second.x() + c * third.x();
  }

  /** y in space of a point of this frame. */
  double globalY(double a, double b, double c) {
    return origin.y() + a * first.y() + b * second.y() + c * third.y();
  }

  /** z in space of a point of this frame. */
  double globalZ(double a, double b, double c) {
    return origin.z() + a * first.z() + b * second.z() + c * third.z();
  }
}
