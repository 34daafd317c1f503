package org.bindfold.variant;

import java.util.Locale;
import org.bindfold.input.InputException;

/**
 * Compares the reference bases of a whole file with the panel's genes on both assemblies, because a
 * file read on the wrong one would otherwise only look empty.
 */
final class ReferenceEvidence {
  private final GeneModels models;
  private final AssemblyEvidence.Choice choice;
  private String gene = "";
  private int matching;
  private int mismatching;
  private int matchingOther;
  private int mismatchingOther;

  ReferenceEvidence(GeneModels models, AssemblyEvidence.Choice choice) {
    this.models = models;
    this.choice = choice;
  }

  /** Takes the first base of a record's REF, whatever its filter says. */
  void add(VcfColumns columns) {
    Assembly chosen = choice.assembly();
    int here = compare(chosen, columns);
    int there = compare(chosen.other(), columns);
    matching += here > 0 ? 1 : 0;
    mismatching += here < 0 ? 1 : 0;
    matchingOther += there > 0 ? 1 : 0;
    mismatchingOther += there < 0 ? 1 : 0;
  }

  /**
   * Refuses a file that does not fit the chosen assembly anywhere and fits the other everywhere.
   *
   * @throws InputException for such a file
   */
  void check(String file) {
    boolean fitsNowhere = matching == 0 && (mismatching > 0 || !choice.certain());
    if (!fitsNowhere || matchingOther == 0 || mismatchingOther > 0) {
      return;
    }
    String where =
        mismatching > 0
            ? String.format(
                Locale.ROOT,
                "REF does not match %s at any of %d positions on %s",
                gene,
                mismatching,
                choice.assembly())
            : String.format(
                Locale.ROOT, "no record lies in the exons of %s on %s", gene, choice.assembly());
    throw InputException.file(
        file,
        String.format(
            Locale.ROOT,
            "%s; all match on %s (%d in its exons); run again with --assembly %s.",
            where,
            choice.assembly().other(),
            matchingOther,
            choice.assembly().other()));
  }

  private int compare(Assembly assembly, VcfColumns columns) {
    int position = columns.position();
    return models
        .at(assembly, columns.chromosome(), position, position)
        .flatMap(
            model ->
                model
                    .base(assembly, position)
                    .map(
                        base -> {
                          gene = model.gene();
                          return base == Character.toUpperCase(columns.reference().charAt(0))
                              ? 1
                              : -1;
                        }))
        .orElse(0);
  }
}
