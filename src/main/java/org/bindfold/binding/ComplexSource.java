package org.bindfold.binding;

import java.util.ArrayList;
import java.util.List;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.structure.BundledStructures;

/** Binding changes scored in the bundled complex of a drug and its target. */
final class ComplexSource implements BindingSource {
  private final BundledStructures.Entry entry;
  private final NumberedComplex complex;

  ComplexSource(BundledStructures.Entry entry, ScoringModel model) {
    this.entry = entry;
    this.complex = NumberedComplex.bundled(entry, model);
  }

  @Override
  public Answer answer(ProteinChange change) {
    MutationScore score = complex.score(0, change.hgvs(), change);
    return score
        .binding()
        .map(this::answer)
        .orElseGet(() -> Answer.none(reason(change, score.obstacle().orElseThrow())));
  }

  private Answer answer(BindingChange change) {
    PredictedBinding binding =
        new PredictedBinding(
            change.ddg(),
            change.low(),
            change.high(),
            change.pResistant(),
            PredictedBinding.Origin.SCORED,
            entry.id(),
            entry.ligand(),
            entry.standsIn(),
            String.join(", ", change.siteNames()),
            change.distance(),
            complex.path(change),
            change.lost(),
            change.gained());
    List<String> notes = new ArrayList<>(change.notes());
    if (entry.standsIn()) {
      notes.add(
          entry.ligand() + " in structure " + entry.id() + " stands in for " + entry.drug() + ".");
    }
    return Answer.of(binding, notes);
  }

  private String reason(ProteinChange change, Obstacle obstacle) {
    return switch (obstacle.kind()) {
      case NOT_A_SUBSTITUTION -> notModelled(change);
      case RESIDUE_ABSENT ->
          "residue "
              + obstacle.position().orElseThrow()
              + " is not in structure "
              + entry.id()
              + ", so binding was not worked out.";
      default -> obstacle.reason() + ".";
    };
  }

  static String notModelled(ProteinChange change) {
    return change.hgvs()
        + " is no residue for residue change; its effect on the drug is not modelled.";
  }
}
