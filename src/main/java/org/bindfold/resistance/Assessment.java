package org.bindfold.resistance;

import java.util.ArrayList;
import java.util.List;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.Mechanism;
import org.bindfold.pharmacology.MechanismKind;
import org.bindfold.pharmacology.ResistanceFactor;

/**
 * How much more of a drug cells need, by mechanism, and what follows.
 *
 * @param factor the fold change with its 80% interval
 * @param shares the parts of it; their product is the whole
 * @param decision the outcome and what it rests on
 */
public record Assessment(
    ResistanceFactor factor, List<MechanismShare> shares, OutcomeRule.Decision decision) {

  public Assessment {
    shares = List.copyOf(shares);
  }

  /** The assessment of cells with these mechanisms. */
  static Assessment of(Drug drug, List<Mechanism> mechanisms) {
    ResistanceFactor factor = ResistanceFactor.of(drug, mechanisms);
    List<MechanismShare> shares = new ArrayList<>();
    for (int i = 0; i < mechanisms.size(); i++) {
      shares.add(new MechanismShare(mechanisms.get(i), factor.shares().get(i)));
    }
    return new Assessment(factor, shares, OutcomeRule.decide(drug, factor.foldChange()));
  }

  /** The outcome. */
  public Outcome outcome() {
    return decision.outcome();
  }

  /** Whether no mechanism of a kind lacks what it needs. */
  boolean knows(MechanismKind kind) {
    return shares.stream()
        .map(MechanismShare::mechanism)
        .filter(m -> m.kind() == kind)
        .allMatch(Mechanism::assessed);
  }

  /** Whether there is a mechanism of a kind, assessed or not. */
  boolean has(MechanismKind kind) {
    return shares.stream().anyMatch(s -> s.mechanism().kind() == kind);
  }
}
