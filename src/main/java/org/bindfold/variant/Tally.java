package org.bindfold.variant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bindfold.io.InputException;
import org.bindfold.io.PrintableText;
import org.bindfold.io.SkippedRecord;
import org.bindfold.sequence.ProteinChange.Effect;

/** What became of the records of one file, while it is read. */
public final class Tally {
  private static final int MAX_LISTED = 10_000;

  /** Characters of a skipped record that are kept: enough to find it by. */
  private static final int MAX_RECORD = 300;

  private final String file;
  private final List<VariantCall> variants = new ArrayList<>();
  private final List<SkippedRecord> skipped = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private long offPanel;
  private long synonymous;
  private long filtered;
  private long skippedCount;
  private long partsOfOthers;

  public Tally(String file) {
    this.file = file;
  }

  public void report(VariantCall call) {
    variants.add(call);
  }

  public void offPanel(long alleles) {
    offPanel += alleles;
  }

  public void synonymous() {
    synonymous++;
  }

  public void filtered(int alleles) {
    filtered += alleles;
  }

  /** Notes a record that cannot be used. All are counted, and so many listed that memory lasts. */
  public void skip(long line, String record, String reason) {
    skippedCount++;
    if (skipped.size() < MAX_LISTED) {
      String text =
          PrintableText.printable(record.substring(0, Math.min(MAX_RECORD, record.length())));
      skipped.add(
          new SkippedRecord(
              file, line, record.length() > MAX_RECORD ? text + "..." : text, reason));
    }
  }

  /** Makes those of one codon and one molecule one; what then changes no protein is counted so. */
  public void join(CodonJoiner joiner) {
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
  public void note(String note) {
    notes.add(note);
  }

  public List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (skippedCount > skipped.size()) {
      all.add(
          String.format(
              Locale.ROOT,
              "%,d records cannot be used; the first %,d of them are listed.",
              skippedCount,
              skipped.size()));
    }
    return List.copyOf(all);
  }

  public List<VariantCall> variants() {
    return variants;
  }

  public List<SkippedRecord> skipped() {
    return skipped;
  }

  /**
   * What the records add up to.
   *
   * @throws InputException when the file holds more of them than a report counts
   */
  public VariantSet.Counts counts() {
    long reported = variants.size() + partsOfOthers;
    long read = reported + offPanel + synonymous + filtered + skippedCount;
    if (read > Integer.MAX_VALUE) {
      throw InputException.file(
          file,
          String.format(
              Locale.ROOT,
              "holds %,d records; at most %,d are counted. Read it by chromosome.",
              read,
              Integer.MAX_VALUE));
    }
    return new VariantSet.Counts(
        (int) read,
        (int) reported,
        (int) offPanel,
        (int) synonymous,
        (int) filtered,
        (int) skippedCount);
  }
}
