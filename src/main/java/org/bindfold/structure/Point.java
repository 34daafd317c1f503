package org.bindfold.structure;

/**
 * A point or a vector in space.
 *
 * @param x angstrom
 * @param y angstrom
 * @param z angstrom
 */
public record Point(double x, double y, double z) {

  /** Sum of two vectors. */
  public Point plus(Point o) {
    return new Point(x + o.x, y + o.y, z + o.z);
  }

  /** The vector from {@code o} to here. */
  public Point minus(Point o) {
    return new Point(x - o.x, y - o.y, z - o.z);
  }

  /** This vector, so many times as long. */
  public Point times(double s) {
    return new Point(x * s, y * s, z * s);
  }

  /** Scalar product. */
  public double dot(Point o) {
    return x * o.x + y * o.y + z * o.z;
  }

  /** Vector product. */
  public Point cross(Point o) {
    return new Point(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  /** This vector at length one. */
  public Point unit() {
    return times(1 / length());
  }

  /** Distance in angstrom. */
  public double distance(Point o) {
    return minus(o).length();
  }

  double squaredDistance(Point o) {
    double dx = x - o.x;
    double dy = y - o.y;
    double dz = z - o.z;
    return dx * dx + dy * dy + dz * dz;
  }

  /** Angle a-b-c at b, degrees, 0 to 180. */
  static double angle(Point a, Point b, Point c) {
    double cosine = a.minus(b).unit().dot(c.minus(b).unit());
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  /**
   * The point bonded to {@code c} at a length, an angle with {@code b} and a dihedral with {@code
   * a} (natural extension reference frame: Parsons et al. 2005, doi:10.1002/jcc.20237).
   *
   * @param length c to the new point, angstrom
   * @param angle new point-c-b, degrees
   * @param dihedral a-b-c-new point, degrees
   */
  static Point extend(Point a, Point b, Point c, double length, double angle, double dihedral) {
    double theta = Math.toRadians(angle);
    double phi = Math.toRadians(dihedral);
    Point bc = c.minus(b).unit();
    Point normal = b.minus(a).cross(bc).unit();
    Point inPlane = normal.cross(bc);
    return c.plus(bc.times(-length * Math.cos(theta)))
        .plus(inPlane.times(length * Math.sin(theta) * Math.cos(phi)))
        .plus(normal.times(length * Math.sin(theta) * Math.sin(phi)));
  }

  // Written out, since the generated methods start the method-handle machinery, which alone takes
  // a tenth of a cold start; and points are hashed by the thousand before anything is compiled.
  @Override
  public boolean equals(Object other) {
    return other instanceof Point p
        && Double.compare(x, p.x) == 0
        && Double.compare(y, p.y) == 0
        && Double.compare(z, p.z) == 0;
  }

  @Override
  public int hashCode() {
    return (31 * Double.hashCode(x) + Double.hashCode(y)) * 31 + Double.hashCode(z);
  }
}
