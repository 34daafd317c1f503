package org.bindfold.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Contact;
import org.bindfold.report.ResistanceReport;
import org.bindfold.report.Rounded;
import org.bindfold.sequence.ProteinChange;

/** Binding changes that were computed beforehand, of single substitutions. */
final class AtlasBinding implements BindingSource {
  private final AtlasTable table;

  AtlasBinding(AtlasTable table) {
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
    List<String> notes = new ArrayList<>();
    if (!entry.note().isEmpty()) {
      notes.add(entry.note());
    }
    return new Answer(
        Optional.of(new Effect(entry.ddg(), entry.low(), entry.high(), shown(entry))), notes);
  }

  private ResistanceReport.Binding shown(AtlasTable.Entry entry) {
    return new ResistanceReport.Binding(
        Rounded.energy(entry.ddg()),
        Rounded.energy(entry.low()),
        Rounded.energy(entry.high()),
        Rounded.fold(BindingChange.fold(entry.ddg())),
        BindingChange.effect(entry.ddg()).name().toLowerCase(Locale.ROOT),
        Rounded.fraction(entry.pResistant()),
        "atlas",
        table.pair().structure(),
        table.pair().ligand().orElse(table.pair().drug()),
        false,
        entry.residue(),
        Rounded.distance(entry.distance()),
        entry.path(),
        contacts(entry.lost()),
        contacts(entry.gained()));
  }

  static List<ResistanceReport.Contact> contacts(List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                new ResistanceReport.Contact(
                    c.kind().label(),
                    c.residueAtom(),
                    c.ligandAtom(),
                    Rounded.distance(c.distance())))
        .toList();
  }
}
