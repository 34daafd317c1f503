package org.bindfold.report;

import java.util.ArrayList;
import java.util.List;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.SourcedValue;
import org.bindfold.report.ResistanceReport.DrugValue;

/** The numbers that the outcome for a drug rests on, with their sources, as a report lists them. */
final class DrugValues {
  private static final int DECIMALS = 4;

  private DrugValues() {}

  static List<DrugValue> of(Drug drug) {
    List<DrugValue> values = new ArrayList<>();
    values.add(value(drug, "dissociation constant", drug.dissociationConstant()));
    values.add(value(drug, "competition by " + drug.competitor(), drug.competition()));
    values.add(value(drug, "concentration of " + drug.target(), drug.targetConcentration()));
    drug.plasma()
        .ifPresent(
            p -> {
              values.add(value(drug, "Cmax in plasma", p.cmax()));
              p.ctrough().ifPresent(t -> values.add(value(drug, "Ctrough in plasma", t)));
              values.add(value(drug, "unbound in plasma", p.unbound()));
            });
    drug.cells()
        .ifPresent(
            c -> {
              values.add(value(drug, "IC50 on cells", c.ic50()));
              values.add(value(drug, "protein of their medium", c.serum()));
            });
    drug.brainUnboundRatio().ifPresent(r -> values.add(value(drug, "unbound in brain", r)));
    drug.transport()
        .forEach(t -> values.add(value(drug, t.role().label() + " " + t.gene(), t.rate())));
    return values;
  }

  private static DrugValue value(Drug drug, String quantity, SourcedValue value) {
    return new DrugValue(
        drug.name(),
        quantity,
        Rounded.decimal(value.value(), DECIMALS),
        value.unit(),
        value.source());
  }
}
