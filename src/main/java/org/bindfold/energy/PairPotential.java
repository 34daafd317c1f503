package org.bindfold.energy;

/**
 * The energy of two atoms as a formula of their types and distance: AutoDock Vina's intermolecular
 * terms and weights (Trott and Olson 2010, doi:10.1002/jcc.21334, table 1). It depends on the
 * surface distance d = r - R1 - R2.
 *
 * <ul>
 *   <li>steric: two Gaussians, exp(-(d/0.5)^2) and exp(-((d-3)/2)^2), and d^2 where d &lt; 0
 *   <li>hydrophobic, between hydrophobic atoms: 1 below d = 0.5, linearly to 0 at d = 1.5
 *   <li>hydrogen bond, between donor and acceptor: 1 below d = -0.7, linearly to 0 at d = 0
 * </ul>
 *
 * <p>This is the reference that {@link PotentialTable} is compiled from and tested against.
 */
public final class PairPotential {
  /** Beyond this distance, in angstrom, two atoms do not interact. */
  public static final double CUTOFF_ANGSTROM = 8.0;

  private static final double WEIGHT_GAUSS_1 = -0.035579;
  private static final double WEIGHT_GAUSS_2 = -0.005156;
  private static final double WEIGHT_REPULSION = 0.840245;
  private static final double WEIGHT_HYDROPHOBIC = -0.035069;
  private static final double WEIGHT_HYDROGEN_BOND = -0.587439;

  private PairPotential() {}

  /** The parts of a pair's energy. */
  public enum Term {
    /** Both Gaussians: attraction of surfaces in contact. */
    DISPERSION,
    /** Overlap of the two atoms. */
    REPULSION,
    /** Contact of two hydrophobic atoms. */
    HYDROPHOBIC,
    /** Donor and acceptor in reach. */
    HYDROGEN_BOND
  }

  /**
   * Energy of two atoms.
   *
   * @param distance between their centres, angstrom
   * @return kcal/mol; zero from {@link #CUTOFF_ANGSTROM} on
   */
  public static double energy(AtomType a, AtomType b, double distance) {
    double sum = 0;
    for (Term term : Term.values()) {
      sum += energy(term, a, b, distance);
    }
    return sum;
  }

  /** Atoms further apart than this form no hydrogen bond, whatever they are; angstrom. */
  static double longestHydrogenBond() {
    double longest = 0;
    for (AtomType a : AtomType.ALL) {
      for (AtomType b : AtomType.ALL) {
        longest =
            AtomType.hydrogenBond(a, b) ? Math.max(longest, a.radius() + b.radius()) : longest;
      }
    }
    return longest;
  }

  /** One term of {@link #energy(AtomType, AtomType, double)}, kcal/mol, its weight included. */
  public static double energy(Term term, AtomType a, AtomType b, double distance) {
    if (distance >= CUTOFF_ANGSTROM) {
      return 0;
    }
    double d = distance - a.radius() - b.radius();
    return switch (term) {
      case DISPERSION -> WEIGHT_GAUSS_1 * gaussian(d, 0, 0.5) + WEIGHT_GAUSS_2 * gaussian(d, 3, 2);
      case REPULSION -> d < 0 ? WEIGHT_REPULSION * d * d : 0;
      case HYDROPHOBIC ->
          a.hydrophobic() && b.hydrophobic() ? WEIGHT_HYDROPHOBIC * ramp(d, 0.5, 1.5) : 0;
      case HYDROGEN_BOND ->
          AtomType.hydrogenBond(a, b) ? WEIGHT_HYDROGEN_BOND * ramp(d, -0.7, 0) : 0;
    };
  }

  private static double gaussian(double d, double centre, double width) {
    double u = (d - centre) / width;
    return Math.exp(-u * u);
  }

  /** One up to {@code full}, linearly down to zero at {@code none}. */
  private static double ramp(double d, double full, double none) {
    return Math.min(1, Math.max(0, (none - d) / (none - full)));
  }
}
