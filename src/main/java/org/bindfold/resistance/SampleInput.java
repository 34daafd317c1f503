package org.bindfold.resistance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.copynumber.ExpressionProfile;
import org.bindfold.copynumber.GeneCopyNumber;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputException;
import org.bindfold.variant.FusionCall;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;

/**
 * Everything that was read of one sample.
 *
 * @param label the report's name
 * @param files of variants, in the order given
 * @param profiles of copy numbers, in the order given
 * @param expression of genes; empty when none was given
 * @param assembly of the positions; empty where no file has any
 * @param purity share of tumour cells, over 0 to 1; 1 when not known
 * @param treatment where the tumour is and what else is given
 * @param timestamp what a report states as the time it was made; empty for none
 * @param variants those of all files, with ids
 * @param copyNumbers by HGNC symbol, of all profiles
 * @param levels of genes by HGNC symbol: from expression where it was measured, else from copies
 */
public record SampleInput(
    String label,
    List<VariantSet> files,
    List<CopyNumberProfile> profiles,
    Optional<ExpressionProfile> expression,
    Optional<Assembly> assembly,
    double purity,
    Treatment treatment,
    Optional<String> timestamp,
    SampleVariants variants,
    Map<String, GeneCopyNumber> copyNumbers,
    Map<String, GeneLevel> levels) {

  public SampleInput {
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
    copyNumbers = Map.copyOf(copyNumbers);
    levels = Map.copyOf(levels);
  }

  /**
   * What was read, put together.
   *
   * @throws InputException when two profiles give one gene different numbers of copies
   */
  public static SampleInput of(
      String label,
      List<VariantSet> files,
      List<CopyNumberProfile> profiles,
      Optional<ExpressionProfile> expression,
      Optional<Assembly> assembly,
      double purity,
      Treatment treatment,
      Optional<String> timestamp) {
    Map<String, GeneCopyNumber> copyNumbers = copyNumbers(profiles);
    Map<String, GeneLevel> levels = new TreeMap<>();
    copyNumbers.forEach((gene, c) -> levels.put(gene, GeneLevel.ofCopies(gene, c.copies())));
    expression.ifPresent(e -> levels.putAll(e.levels()));
    return new SampleInput(
        label,
        files,
        profiles,
        expression,
        assembly,
        purity,
        treatment,
        timestamp,
        SampleVariants.of(calls(files)),
        copyNumbers,
        levels);
  }

  private static List<VariantCall> calls(List<VariantSet> files) {
    return files.stream().flatMap(f -> f.variants().stream()).toList();
  }

  private static Map<String, GeneCopyNumber> copyNumbers(List<CopyNumberProfile> profiles) {
    Map<String, GeneCopyNumber> copies = new LinkedHashMap<>();
    for (CopyNumberProfile profile : profiles) {
      for (GeneCopyNumber gene : profile.genes()) {
        GeneCopyNumber before = copies.putIfAbsent(gene.gene(), gene);
        if (before != null && before.copies() != gene.copies()) {
          throw InputException.request(
              String.format(
                  Locale.ROOT,
                  "%s has %.2f copies by %s, but %.2f by %s; give one of the two files.",
                  gene.gene(),
                  before.copies(),
                  before.source(),
                  gene.copies(),
                  gene.source()));
        }
      }
    }
    return copies;
  }

  /** The calls of all files, in their order. */
  public List<VariantCall> calls() {
    return calls(files);
  }

  /** The fusions of all files, in their order. */
  public List<FusionCall> fusions() {
    return files.stream().flatMap(f -> f.fusions().stream()).toList();
  }

  /**
   * What a reader should know of one file as a whole.
   *
   * @param file the path as the user gave it
   * @param text one sentence
   */
  public record FileNote(String file, String text) {}

  /** The notes on the files, in the order in which they were given. */
  public List<FileNote> fileNotes() {
    List<FileNote> notes = new ArrayList<>();
    files.forEach(f -> f.notes().forEach(n -> notes.add(new FileNote(f.file(), n))));
    profiles.forEach(p -> p.notes().forEach(n -> notes.add(new FileNote(p.file(), n))));
    return notes;
  }

  /** Copies of a gene in a tumour cell; two where they are not known. */
  double copies(String gene) {
    GeneLevel level = levels.get(gene);
    return level == null || level.fromExpression()
        ? GeneLevel.NORMAL_COPIES
        : level.ratio() * GeneLevel.NORMAL_COPIES;
  }
}
