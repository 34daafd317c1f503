package org.bindfold.variant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bindfold.input.InputException;
import org.bindfold.input.SkippedRecord;
import org.bindfold.sequence.ProteinChange.Effect;

/** What became of the records of one file, while it is read. */
final class Tally {
  private static final int MAX_SKIPPED = 100_000;

  private final String file;
  private final List<VariantCall> variants = new ArrayList<>();
  private final List<SkippedRecord> skipped = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private int offPanel;
  private int synonymous;
  private int filtered;
  private int partsOfOthers;

  Tally(String file) {
    this.file = file;
  }

  void report(VariantCall call) {
    variants.add(call);
  }

  void offPanel(int alleles) {
    offPanel = Math.addExact(offPanel, alleles);
  }

  void synonymous() {
    synonymous++;
  }

  void filtered(int alleles) {
    filtered += alleles;
  }

  /**
   * Notes a record that cannot be used.
   *
   * @throws InputException when there are so many that the file must be something else
   */
  void skip(long line, String record, String reason) {
    if (skipped.size() == MAX_SKIPPED) {
      throw InputException.line(
          file,
          line,
          "is one of more than "
              + MAX_SKIPPED
              + " records that cannot be used. The first: line "
              + skipped.get(0).line()
              + ", "
              + skipped.get(0).reason());
    }
    skipped.add(new SkippedRecord(file, line, VcfText.printable(record), reason));
  }

  /** Makes those of one codon and one molecule one; what then changes no protein is counted so. */
  void join(CodonJoiner joiner) {
    List<CodonJoiner.Joined> joined = joiner.join(variants);
    variants.clear();
    for (CodonJoiner.Joined one : joined) {
      if (one.call().change().effect() == Effect.SYNONYMOUS) {
        synonymous += one.parts();
      } else {
        variants.add(one.call());
        partsOfOthers += one.parts() - 1;
      }
    }
  }

  /** Something of the file as a whole that a reader of the report should know; kept once. */
  void note(String note) {
    notes.add(note);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  List<VariantCall> variants() {
    return variants;
  }

  List<SkippedRecord> skipped() {
    return skipped;
  }

  VariantSet.Counts counts() {
    int reported = variants.size() + partsOfOthers;
    int read = reported + offPanel + synonymous + filtered + skipped.size();
    return new VariantSet.Counts(read, reported, offPanel, synonymous, filtered, skipped.size());
  }
}
