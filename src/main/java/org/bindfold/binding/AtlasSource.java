package org.bindfold.binding;

import java.util.List;
import org.bindfold.sequence.ProteinChange;

/** Binding changes of single substitutions that were computed beforehand. */
final class AtlasSource implements BindingSource {
  private final AtlasTable table;

  AtlasSource(AtlasTable table) {
    this.table = table;
  }

  @Override
  public Answer answer(ProteinChange change) {
    if (change.effect() != ProteinChange.Effect.MISSENSE || change.substitutions().size() != 1) {
      return Answer.none("the atlas holds single substitutions only.");
    }
    return table
        .find(change.substitutions().get(0))
        .map(this::answer)
        .orElseGet(
            () ->
                Answer.none(
                    "the atlas of "
                        + table.pair().drug()
                        + " on structure "
                        + table.pair().structure()
                        + " does not hold "
                        + change.hgvs()
                        + ", so binding was not worked out."));
  }

  private Answer answer(AtlasTable.Entry entry) {
    PredictedBinding binding =
        new PredictedBinding(
            entry.ddg(),
            entry.low(),
            entry.high(),
            entry.pResistant(),
            PredictedBinding.Origin.ATLAS,
            table.pair().structure(),
            table.pair().ligand().orElse(table.pair().drug()),
            false,
            entry.residue(),
            entry.distance(),
            entry.path(),
            entry.lost(),
            entry.gained());
    return Answer.of(binding, entry.note().isEmpty() ? List.of() : List.of(entry.note()));
  }
}
