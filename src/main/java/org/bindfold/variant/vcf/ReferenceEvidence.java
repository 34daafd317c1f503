package org.bindfold.variant.vcf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.GeneModel;
import org.bindfold.genome.GeneModels;
import org.bindfold.io.InputException;
import org.bindfold.io.Remedy;

/**
 * Compares the reference bases of a whole file with the panel's genes on both assemblies, because a
 * file read on the wrong one would otherwise only look empty.
 */
final class ReferenceEvidence {
  private final GeneModels models;
  private final AssemblyEvidence.Choice choice;
  private String gene = "";
  private List<Stretch> here = List.of();
  private List<Stretch> there = List.of();
  private int matching;
  private int mismatching;
  private int matchingOther;
  private int mismatchingOther;

  ReferenceEvidence(GeneModels models, AssemblyEvidence.Choice choice) {
    this.models = models;
    this.choice = choice;
  }

  /** The chromosome of the records that come next. */
  void chromosome(String name) {
    String canonical = Chromosomes.canonicalName(name);
    here = onChromosome(canonical, choice.assembly());
    there = onChromosome(canonical, choice.assembly().other());
  }

  /** Takes the first base of a record's REF, whatever its filter says. */
  void add(VcfColumns columns) {
    int fits = compare(here, choice.assembly(), columns);
    int fitsOther = compare(there, choice.assembly().other(), columns);
    matching += fits > 0 ? 1 : 0;
    mismatching += fits < 0 ? 1 : 0;
    matchingOther += fitsOther > 0 ? 1 : 0;
    mismatchingOther += fitsOther < 0 ? 1 : 0;
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
                "%s; all match on %s (%d in its exons); say that the file is on %s.",
                where,
                choice.assembly().other(),
                matchingOther,
                choice.assembly().other()))
        .mendedBy(Remedy.ASSEMBLY, choice.assembly().other().toString());
  }

  private List<Stretch> onChromosome(String name, Assembly assembly) {
    return models.on(assembly).stream()
        .filter(model -> model.chromosome().equals(name))
        .map(model -> new Stretch(model, model.start(assembly), model.end(assembly)))
        .toList();
  }

  private int compare(List<Stretch> stretches, Assembly assembly, VcfColumns columns) {
    int position = columns.position();
    for (Stretch stretch : stretches) {
      if (position >= stretch.start && position <= stretch.end) {
        Optional<Character> base =
            stretch.model.codingPosition(assembly, position).isPresent()
                ? stretch.model.base(assembly, position)
                : Optional.empty();
        if (base.isPresent()) {
          gene = stretch.model.gene();
          return base.get() == columns.firstBase() ? 1 : -1;
        }
      }
    }
    return 0;
  }

  /**
   * Where a gene lies on one assembly, so that nearly every record is passed over by two numbers.
   */
  private record Stretch(GeneModel model, int start, int end) {}
}
