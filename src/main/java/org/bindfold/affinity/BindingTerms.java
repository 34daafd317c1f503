package org.bindfold.affinity;

/**
 * What a mutation does to binding, before calibration; each in kcal/mol.
 *
 * @param contact the change of the contact free energy with the ligand, positive is a loss
 * @param rigidity how much of a contact loss the site must bear: one for a residue as mobile as the
 *     pocket's, less where the backbone can give way; no unit
 * @param stabilisation hydrogen bonds and salt bridges with the rest of the protein that are lost
 *     near the ligand and with them part of what holds the bound conformation; zero or more
 * @param inactiveStabilisation the same where the ligand binds a kinase with DFG out, which the
 *     free kinase must change into; zero otherwise
 */
public record BindingTerms(
    double contact, double rigidity, double stabilisation, double inactiveStabilisation) {

  /** The contact term after the backbone relaxed: relaxation lessens a loss, never a gain. */
  public double relaxedContact() {
    return contact > 0 ? contact * rigidity : contact;
  }
}
