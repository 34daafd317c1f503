package org.bindfold.affinity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.io.ResourceTable;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.SideChainGeometry;

/** Measures dihedral angles: degrees, IUPAC sign, -180 to 180. */
final class Dihedrals {
  private static final List<Map<String, String>> ATOMS =
      ResourceTable.read("/org/bindfold/structure/side-chain-geometry.tsv").rows();

  private Dihedrals() {}

  /** Dihedral a-b-c-d. */
  static double of(Point a, Point b, Point c, Point d) {
    Point axis = c.minus(b);
    Point n1 = b.minus(a).cross(axis);
    Point n2 = axis.cross(d.minus(c));
    return Math.toDegrees(Math.atan2(axis.unit().dot(n1.cross(n2)), n1.dot(n2)));
  }

  /**
   * The chi angles of a residue.
   *
   * @return empty when an atom that defines one is missing
   */
  static Optional<double[]> chi(Residue residue) {
    if (residue.aminoAcid().isEmpty()) {
      return Optional.empty();
    }
    String name = residue.aminoAcid().get().name();
    double[] chi = new double[SideChainGeometry.chiCount(residue.aminoAcid().get())];
    for (Map<String, String> row : ATOMS) {
      String dihedral = row.get("dihedral");
      if (!row.get("residue").equals(name) || !dihedral.matches("chi[1-4]")) {
        continue;
      }
      Optional<Point> a = residue.position(row.get("dihedral_atom"));
      Optional<Point> b = residue.position(row.get("angle_atom"));
      Optional<Point> c = residue.position(row.get("parent"));
      Optional<Point> d = residue.position(row.get("atom"));
      if (a.isEmpty() || b.isEmpty() || c.isEmpty() || d.isEmpty()) {
        return Optional.empty();
      }
      chi[dihedral.charAt(3) - '1'] = of(a.get(), b.get(), c.get(), d.get());
    }
    return Optional.of(chi);
  }
}
