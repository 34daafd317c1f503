package org.bindfold.affinity;

/**
 * A contact between a residue's side chain and the ligand.
 *
 * @param kind what holds, or pushes, the two
 * @param residueAtom atom name in the residue; for aromatic contacts the ring's first atom
 * @param ligandAtom atom name in the ligand; for aromatic contacts the ring's first atom
 * @param distance between the atoms, or between ring centres for {@link Kind#AROMATIC}, angstrom
 */
public record Contact(Kind kind, String residueAtom, String ligandAtom, double distance) {

  /** Kinds of contact, with the geometry that defines each. */
  public enum Kind {
    /**
     * Donor and acceptor within 3.5 angstrom. The bound is assumed: it lies between where Jeffrey
     * (An introduction to hydrogen bonding, 1997) ends moderate hydrogen bonds (3.2) and weak ones
     * (4.0).
     */
    HYDROGEN_BOND("hydrogen bond"),
    /**
     * Hydrophobic atoms within 4.0 angstrom, as in the program PLIP (Salentin et al. 2015,
     * doi:10.1093/nar/gkv315).
     */
    HYDROPHOBIC("hydrophobic"),
    /**
     * Opposite charges within 4.0 angstrom (Barlow and Thornton 1983,
     * doi:10.1016/S0022-2836(83)80079-5).
     */
    SALT_BRIDGE("salt bridge"),
    /**
     * Centres of aromatic rings within 5.5 angstrom: the bound for stacked rings that later
     * releases of PLIP use; its first one used 7.5.
     */
    AROMATIC("aromatic"),
    /**
     * Overlap of 0.9 angstrom or more of the potential's radii, which are about 0.2 larger per atom
     * than van der Waals radii: their overlap is then over 0.4 angstrom (MolProbity,
     * doi:10.1107/S0907444909042073).
     */
    CLASH("clash");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The words for it in every output. */
    @Override
    public String toString() {
      return label;
    }
  }
}
