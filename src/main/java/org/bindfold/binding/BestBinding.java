package org.bindfold.binding;

import java.util.Optional;
import org.bindfold.affinity.Calibration;
import org.bindfold.pharmacology.Drug;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.structure.BundledStructures;

/**
 * The bundled complex where it holds the drug itself; else the atlas; and what the first cannot
 * answer, the other is asked. The complex is read when it is first needed.
 */
public final class BestBinding implements BindingSource {
  private final Drug drug;
  private final Calibration calibration;
  private final boolean structureFirst;
  private final Optional<BindingSource> atlas;
  private Optional<BindingSource> structure = Optional.empty();

  public BestBinding(Drug drug, Calibration calibration) {
    this.drug = drug;
    this.calibration = calibration;
    this.structureFirst =
        BundledStructures.ofDrug(drug.name()).filter(e -> !e.standsIn()).isPresent();
    this.atlas = AtlasTable.of(drug.name(), drug.target()).map(AtlasBinding::new);
  }

  @Override
  public Answer answer(ProteinChange change) {
    if (atlas.isEmpty()) {
      return structure().answer(change);
    }
    Answer first = structureFirst ? structure().answer(change) : atlas.get().answer(change);
    if (first.effect().isPresent()) {
      return first;
    }
    Answer second = structureFirst ? atlas.get().answer(change) : structure().answer(change);
    return second.effect().isPresent() ? second : first;
  }

  private synchronized BindingSource structure() {
    if (structure.isEmpty()) {
      structure = Optional.of(StructureBinding.of(drug, calibration));
    }
    return structure.get();
  }
}
