package org.bindfold.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Contact;
import org.bindfold.binding.MutationScores;
import org.bindfold.binding.MutationScores.Row;

/** A scored mutation as text, in the columns of {@link MutationScores#HEADER}. */
public final class ScoreCells {
  private ScoreCells() {}

  public static List<String> of(Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.mutation());
    if (row.binding().isEmpty()) {
      cells.addAll(List.of("", "", "", "", "", "", "", clean(row.note()), "", "", "", "", ""));
      return cells;
    }
    BindingChange b = row.binding().get();
    cells.add(decimal(b.ddg(), 2));
    cells.add(decimal(b.low(), 2));
    cells.add(decimal(b.high(), 2));
    cells.add(decimal(BindingChange.fold(b.ddg()), 2));
    cells.add(decimal(b.pResistant(), 3));
    cells.add(b.effect().name().toLowerCase(Locale.ROOT));
    cells.add(decimal(b.distance(), 1));
    cells.add(clean(row.note()));
    cells.add(b.sites().stream().map(r -> r.id().toString()).collect(Collectors.joining(",")));
    cells.add(decimal(b.terms().contact(), 2));
    cells.add(contacts(b.lost()));
    cells.add(contacts(b.gained()));
    cells.add(
        b.path().stream()
            .map(
                r ->
                    r.aminoAcid().map(a -> String.valueOf(a.letter())).orElse("X") + r.id().label())
            .collect(Collectors.joining(" > ")));
    return cells;
  }

  private static String contacts(List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                c.kind().label()
                    + " "
                    + c.residueAtom()
                    + "-"
                    + c.ligandAtom()
                    + " "
                    + decimal(c.distance(), 1))
        .collect(Collectors.joining("; "));
  }

  private static String clean(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }

  private static String decimal(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.0*") ? text.substring(1) : text;
  }
}
