package org.bindfold.pharmacology;

/**
 * What decides how much drug a cell needs.
 *
 * @param dissociationConstant apparent, with competition, nM
 * @param target total target, nM
 * @param accumulation free drug inside over outside, at most 1
 */
public record CellState(double dissociationConstant, double target, double accumulation) {

  /** A cell with the wild-type target and two copies of every gene. */
  public static CellState wildType(Drug drug) {
    double accumulation = 1;
    for (Drug.Pump pump : drug.pumps()) {
      accumulation /= 1 + pump.basalExport().value();
    }
    return new CellState(
        drug.dissociationConstant().value() * drug.competition().value(),
        drug.targetConcentration().value(),
        accumulation);
  }

  /**
   * Drug outside the cell at which half of the target is bound, nM: at half occupancy the free drug
   * equals the dissociation constant and half of the target is complexed (the tight-binding
   * quadratic, Morrison 1969, doi:10.1016/0005-2744(69)90420-3), and the outside is higher by what
   * pumps keep out.
   */
  public double concentrationForHalfEffect() {
    return (dissociationConstant + target / 2) / accumulation;
  }
}
