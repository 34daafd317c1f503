package org.bindfold.energy;

/**
 * Atom types of the pair potential: the X-Score types that AutoDock Vina uses, with its radii
 * (Trott and Olson 2010, doi:10.1002/jcc.21334; X-Score: Wang, Lai and Wang 2002,
 * doi:10.1023/A:1016357811882). Hydrogens are implied by the type of the heavy atom that carries
 * them.
 */
public enum AtomType {
  /** Carbon bonded to carbon and hydrogen only. */
  CARBON_HYDROPHOBIC(1.9, true, false, false),
  /** Carbon bonded to a hetero atom. */
  CARBON_POLAR(1.9, false, false, false),
  /** Nitrogen that neither gives nor takes a hydrogen bond. */
  NITROGEN(1.8, false, false, false),
  /** Nitrogen with hydrogen. */
  NITROGEN_DONOR(1.8, false, true, false),
  /** Nitrogen with a free lone pair. */
  NITROGEN_ACCEPTOR(1.8, false, false, true),
  /** Nitrogen that can do both. */
  NITROGEN_DONOR_ACCEPTOR(1.8, false, true, true),
  /** Oxygen with a free lone pair. */
  OXYGEN_ACCEPTOR(1.7, false, false, true),
  /** Hydroxyl oxygen or water. */
  OXYGEN_DONOR_ACCEPTOR(1.7, false, true, true),
  /** Sulfur, and selenium in its place. */
  SULFUR(2.0, false, false, false),
  /** Phosphorus. */
  PHOSPHORUS(2.1, false, false, false),
  /** Organic fluorine. */
  FLUORINE(1.5, true, false, false),
  /** Organic chlorine. */
  CHLORINE(1.8, true, false, false),
  /** Organic bromine. */
  BROMINE(2.0, true, false, false),
  /** Organic iodine. */
  IODINE(2.2, true, false, false),
  /** Metal ion: takes lone pairs as a donor does. */
  METAL(1.2, false, true, false);

  /** All types, so that look-ups by ordinal do not copy the array. */
  static final AtomType[] ALL = values();

  private final double radius;
  private final boolean hydrophobic;
  private final boolean donor;
  private final boolean acceptor;

  AtomType(double radius, boolean hydrophobic, boolean donor, boolean acceptor) {
    this.radius = radius;
    this.hydrophobic = hydrophobic;
    this.donor = donor;
    this.acceptor = acceptor;
  }

  /** Radius in angstrom. */
  public double radius() {
    return radius;
  }

  /** Whether it takes part in the hydrophobic term. */
  public boolean hydrophobic() {
    return hydrophobic;
  }

  /** Whether it gives hydrogen bonds. */
  public boolean donor() {
    return donor;
  }

  /** Whether it takes hydrogen bonds. */
  public boolean acceptor() {
    return acceptor;
  }

  /** Whether the two can form a hydrogen bond with each other. */
  public static boolean hydrogenBond(AtomType a, AtomType b) {
    return (a.donor && b.acceptor) || (a.acceptor && b.donor);
  }
}
