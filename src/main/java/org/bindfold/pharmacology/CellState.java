package org.bindfold.pharmacology;

/**
 * What decides how much drug a cell needs. Inside and outside are at steady state: import and a
 * passive leak bring the drug in, the leak, pumps and breakdown take it out, and a share is held in
 * a form that stays. Rates are relative to the leak.
 *
 * @param dissociationConstant apparent, with competition, nM
 * @param target total target, nM
 * @param entry leak and import, 1 with no importer
 * @param exit leak, export and removal, 1 with neither
 * @param trapping held over free drug at the normal level of the enzyme that releases it
 * @param release level of the enzyme that releases held drug, over normal
 * @param reach unbound drug at the site over unbound drug in plasma
 * @param gone factor for a target that is not there
 */
public record CellState(
    double dissociationConstant,
    double target,
    double entry,
    double exit,
    double trapping,
    double release,
    double reach,
    double gone) {

  /** A cell with the wild-type target and the normal level of every gene, in reach of plasma. */
  public static CellState wildType(Drug drug) {
    return wildType(drug, Draw.MIDDLE);
  }

  /** The same with what is assumed drawn anew. */
  static CellState wildType(Drug drug, Draw draw) {
    double entry = 1;
    double exit = 1;
    double trapping = 0;
    for (Drug.Transport transport : drug.transport()) {
      double rate = draw.transport(transport.rate());
      switch (transport.role()) {
        case IMPORTER -> entry += rate;
        case EXPORTER, REMOVAL -> exit += rate;
        case TRAPPING -> trapping += rate;
        case RELEASE -> {
          // Its level is relative, so its rate does not matter.
        }
      }
    }
    return new CellState(
        drug.dissociationConstant().value() * drug.competition().value(),
        draw.target(drug.targetConcentration()),
        entry,
        exit,
        trapping,
        1,
        1,
        1);
  }

  /** Active drug inside, free or held, over drug outside. */
  public double accumulation() {
    return entry / exit * (1 + trapping / release);
  }

  /**
   * Unbound drug in plasma at which half of the target is bound, nM: at half occupancy the free
   * drug equals the dissociation constant and half of the target is complexed (the tight-binding
   * quadratic, Morrison 1969, doi:10.1016/0005-2744(69)90420-3), and the outside differs by what
   * the cell accumulates and what reaches the site.
   */
  public double ic50() {
    return (dissociationConstant + target / 2) * gone / (accumulation() * reach);
  }

  CellState withDissociationConstant(double value) {
    return new CellState(value, target, entry, exit, trapping, release, reach, gone);
  }

  CellState withTarget(double value) {
    return new CellState(dissociationConstant, value, entry, exit, trapping, release, reach, gone);
  }

  CellState withEntry(double value) {
    return new CellState(dissociationConstant, target, value, exit, trapping, release, reach, gone);
  }

  CellState withExit(double value) {
    return new CellState(
        dissociationConstant, target, entry, value, trapping, release, reach, gone);
  }

  CellState withTrapping(double value) {
    return new CellState(dissociationConstant, target, entry, exit, value, release, reach, gone);
  }

  CellState withRelease(double value) {
    return new CellState(dissociationConstant, target, entry, exit, trapping, value, reach, gone);
  }

  CellState withReach(double value) {
    return new CellState(dissociationConstant, target, entry, exit, trapping, release, value, gone);
  }

  CellState withGone(double value) {
    return new CellState(
        dissociationConstant, target, entry, exit, trapping, release, reach, value);
  }
}
