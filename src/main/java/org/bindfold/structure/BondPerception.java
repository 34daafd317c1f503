package org.bindfold.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.vecmath.Point3d;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.util.SupplierUtil;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/**
 * Bonds from coordinates. Two atoms are bonded when they stand no further apart than the sum of
 * their covalent radii (Cordero et al. 2008, doi:10.1039/b801115j) and 0.40 angstrom.
 *
 * <p>Bond orders: each atom that may still form a pi bond takes part in at most one double bond,
 * and the set of double bonds is the one that explains most of the shortening against single-bond
 * lengths: a maximum-weight matching (Kolmogorov 2009, doi:10.1007/s12532-009-0002-8).
 * Deterministic. Meant for ligands without a template; a ligand file with bond orders is better.
 */
final class BondPerception {
  private static final double BOND_TOLERANCE = 0.40;

  /** Covalent radii in angstrom (doi:10.1039/b801115j, table 2). */
  private static final Map<String, Double> COVALENT_RADIUS =
      Map.of(
          "C", 0.76, "N", 0.71, "O", 0.66, "F", 0.57, "P", 1.07, "S", 1.05, "Cl", 1.02, "Se", 1.20,
          "Br", 1.20, "I", 1.39);

  private static final double OTHER_RADIUS = 0.77;

  /**
   * A bond is a double-bond candidate when shorter than the single bond by at least this, angstrom.
   */
  private static final double MIN_SHORTENING = 0.04;

  /** A triple bond is shorter than the single bond by at least this, angstrom. */
  private static final double TRIPLE_SHORTENING = 0.26;

  /** A centre with three neighbours is planar when it lies this close to their plane, angstrom. */
  private static final double PLANAR = 0.20;

  private BondPerception() {}

  /** A molecule with single bonds, atoms in the given order, ids set to their names. */
  static IAtomContainer connect(List<RawAtom> atoms) {
    IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
    for (RawAtom raw : atoms) {
      IAtom atom = molecule.getBuilder().newInstance(IAtom.class, raw.element());
      atom.setPoint3d(new Point3d(raw.position().x(), raw.position().y(), raw.position().z()));
      atom.setID(raw.name());
      molecule.addAtom(atom);
    }
    for (int i = 0; i < atoms.size(); i++) {
      for (int j = i + 1; j < atoms.size(); j++) {
        double reach =
            radius(atoms.get(i).element()) + radius(atoms.get(j).element()) + BOND_TOLERANCE;
        if (atoms.get(i).position().distance(atoms.get(j).position()) <= reach) {
          molecule.addBond(i, j, IBond.Order.SINGLE);
        }
      }
    }
    return molecule;
  }

  /** Sets bond orders from geometry on a molecule of single bonds. */
  static void assignOrders(IAtomContainer molecule) {
    // The matching algorithm adds vertices of its own, hence the supplier; ours are atom indices.
    SimpleWeightedGraph<Integer, DefaultWeightedEdge> candidates =
        new SimpleWeightedGraph<>(
            SupplierUtil.createIntegerSupplier(molecule.getAtomCount()),
            SupplierUtil.createDefaultWeightedEdgeSupplier());
    Map<DefaultWeightedEdge, IBond> bondOf = new HashMap<>();
    for (IAtom atom : molecule.atoms()) {
      if (atom.getSymbol().equals("S") || atom.getSymbol().equals("P")) {
        oxidise(atom, molecule);
      }
    }
    for (IBond bond : molecule.bonds()) {
      if (bond.getOrder() != IBond.Order.SINGLE) {
        continue;
      }
      double shortening = shortening(bond);
      if (shortening > TRIPLE_SHORTENING && isLinear(bond, molecule)) {
        bond.setOrder(IBond.Order.TRIPLE);
      } else if (shortening > MIN_SHORTENING
          && canFormPiBond(bond.getBegin(), molecule)
          && canFormPiBond(bond.getEnd(), molecule)) {
        int begin = molecule.indexOf(bond.getBegin());
        int end = molecule.indexOf(bond.getEnd());
        candidates.addVertex(begin);
        candidates.addVertex(end);
        DefaultWeightedEdge edge = candidates.addEdge(begin, end);
        // The constant rewards more pi bonds over shorter ones: a ring keeps all three of its
        // double bonds.
        candidates.setEdgeWeight(edge, 0.05 + shortening);
        bondOf.put(edge, bond);
      }
    }
    if (candidates.edgeSet().isEmpty()) {
      return;
    }
    for (DefaultWeightedEdge edge :
        new KolmogorovWeightedMatching<>(candidates, ObjectiveSense.MAXIMIZE)
            .getMatching()
            .getEdges()) {
      bondOf.get(edge).setOrder(IBond.Order.DOUBLE);
    }
  }

  /** Sulfonyl and phosphoryl groups: the shortest bonds to terminal oxygens are double. */
  private static void oxidise(IAtom centre, IAtomContainer molecule) {
    List<IBond> terminal =
        molecule.getConnectedBondsList(centre).stream()
            .filter(b -> b.getOther(centre).getSymbol().equals("O"))
            .filter(b -> molecule.getConnectedBondsCount(b.getOther(centre)) == 1)
            .sorted(
                (a, b) ->
                    Double.compare(
                        a.getBegin().getPoint3d().distance(a.getEnd().getPoint3d()),
                        b.getBegin().getPoint3d().distance(b.getEnd().getPoint3d())))
            .toList();
    int doubles = centre.getSymbol().equals("P") ? 1 : 2;
    terminal.stream().limit(doubles).forEach(b -> b.setOrder(IBond.Order.DOUBLE));
  }

  private static boolean canFormPiBond(IAtom atom, IAtomContainer molecule) {
    int degree = molecule.getConnectedBondsCount(atom);
    return switch (atom.getSymbol()) {
      case "C" -> degree <= 2 || (degree == 3 && isPlanar(atom, molecule));
      case "N" -> degree <= 2;
      case "O" -> degree == 1;
      default -> false;
    };
  }

  private static boolean isPlanar(IAtom centre, IAtomContainer molecule) {
    List<Point> around =
        molecule.getConnectedAtomsList(centre).stream().map(BondPerception::point).toList();
    Point origin = around.get(0);
    Point normal = around.get(1).minus(origin).cross(around.get(2).minus(origin)).unit();
    return Math.abs(point(centre).minus(origin).dot(normal)) < PLANAR;
  }

  private static boolean isLinear(IBond bond, IAtomContainer molecule) {
    for (IAtom end : bond.atoms()) {
      List<IAtom> around = molecule.getConnectedAtomsList(end);
      if (around.size() > 2) {
        return false;
      }
      if (around.size() == 2
          && Point.angle(point(around.get(0)), point(end), point(around.get(1))) < 160) {
        return false;
      }
    }
    return true;
  }

  private static double shortening(IBond bond) {
    double single = radius(bond.getBegin().getSymbol()) + radius(bond.getEnd().getSymbol());
    return single - bond.getBegin().getPoint3d().distance(bond.getEnd().getPoint3d());
  }

  private static double radius(String element) {
    return Optional.ofNullable(COVALENT_RADIUS.get(element)).orElse(OTHER_RADIUS);
  }

  private static Point point(IAtom atom) {
    return new Point(atom.getPoint3d().x, atom.getPoint3d().y, atom.getPoint3d().z);
  }
}
