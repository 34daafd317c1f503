package org.bindfold.pharmacology;

import java.util.List;
import java.util.Optional;

/** Made-up drugs for closed forms. */
public final class Drugs {
  public static final String SOURCE = "made up for a test";

  private Drugs() {}

  public static SourcedValue ratio(double value) {
    return new SourcedValue(value, "ratio", SOURCE);
  }

  public static SourcedValue nanomolar(double value) {
    return new SourcedValue(value, "nM", SOURCE);
  }

  public static Drug of(
      double dissociation, double competition, double target, List<Drug.Transport> transport) {
    return new Drug(
        "testdrug",
        List.of(),
        Optional.empty(),
        "DHFR",
        "P00374",
        Drug.Mode.ENZYME_INHIBITED,
        new Drug.TargetLost(false, SOURCE),
        "none",
        false,
        nanomolar(dissociation),
        ratio(competition),
        nanomolar(target),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        transport);
  }

  public static Drug withPlasma(Drug drug, double cmax, Optional<Double> ctrough, double unbound) {
    return new Drug(
        drug.name(),
        drug.synonyms(),
        drug.smiles(),
        drug.target(),
        drug.accession(),
        drug.mode(),
        drug.targetLost(),
        drug.competitor(),
        drug.tightBinding(),
        drug.dissociationConstant(),
        drug.competition(),
        drug.targetConcentration(),
        Optional.of(
            new Drug.Plasma(nanomolar(cmax), ctrough.map(Drugs::nanomolar), ratio(unbound))),
        drug.cells(),
        Optional.of(ratio(0.1)),
        drug.transport());
  }

  /** The same drug with an IC50 on cells in a medium, total nM. */
  public static Drug withCells(Drug drug, double ic50, double serum) {
    return new Drug(
        drug.name(),
        drug.synonyms(),
        drug.smiles(),
        drug.target(),
        drug.accession(),
        drug.mode(),
        drug.targetLost(),
        drug.competitor(),
        drug.tightBinding(),
        drug.dissociationConstant(),
        drug.competition(),
        drug.targetConcentration(),
        drug.plasma(),
        Optional.of(new Drug.Cells(nanomolar(ic50), ratio(serum))),
        drug.brainUnboundRatio(),
        drug.transport());
  }
}
