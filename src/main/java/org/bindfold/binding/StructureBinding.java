package org.bindfold.binding;

import java.util.Locale;
import java.util.Optional;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.pharmacology.Drug;
import org.bindfold.report.ResistanceReport;
import org.bindfold.report.Rounded;
import org.bindfold.sequence.ProteinChange;

/** Binding changes scored in the bundled complex of a drug and its target. */
final class StructureBinding implements BindingSource {
  private final TargetModel model;

  private StructureBinding(TargetModel model) {
    this.model = model;
  }

  /** The source for a drug; it answers "no structure" where none is bundled. */
  static BindingSource of(Drug drug, Calibration calibration) {
    return new StructureBinding(TargetModel.of(drug, calibration));
  }

  @Override
  public Answer answer(ProteinChange change) {
    TargetModel.Answer answer = model.answer(change);
    Optional<Effect> effect =
        answer.binding().map(b -> new Effect(b.ddg(), b.low(), b.high(), shown(b)));
    return new Answer(effect, answer.notes());
  }

  private ResistanceReport.Binding shown(BindingChange change) {
    return new ResistanceReport.Binding(
        Rounded.energy(change.ddg()),
        Rounded.energy(change.low()),
        Rounded.energy(change.high()),
        Rounded.fold(BindingChange.fold(change.ddg())),
        change.effect().name().toLowerCase(Locale.ROOT),
        Rounded.fraction(change.pResistant()),
        "scored",
        model.structureId(),
        model.ligandName(),
        model.standsIn(),
        String.join(", ", change.sites().stream().map(r -> r.id().toString()).toList()),
        Rounded.distance(change.distance()),
        model.path(change),
        AtlasBinding.contacts(change.lost()),
        AtlasBinding.contacts(change.gained()));
  }
}
