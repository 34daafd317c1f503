package org.bindfold.copynumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Copies of one gene in the tumour's cells.
 *
 * @param gene HGNC symbol
 * @param copies total copies per tumour cell, not negative; two is normal for an autosome
 * @param log2 the ratio that the copies came from; empty when the file gives copies
 * @param covered share of the gene's span that segments cover, 0 to 1
 * @param source where it stands: {@code file:line}, the line of the segment that covers most of the
 *     gene
 * @param lowest copies of the stretch of the gene that has fewest
 * @param highest copies of the stretch of the gene that has most
 * @param extent how far the gain or loss reaches; empty where there is none, or it is not known
 */
public record GeneCopyNumber(
    String gene,
    double copies,
    OptionalDouble log2,
    double covered,
    String source,
    double lowest,
    double highest,
    Optional<Extent> extent) {
  /** Less than this share of a gene covered is worth saying. */
  private static final double WHOLE = 0.995;

  /** A difference in copies inside a gene that is worth saying: half a copy. */
  private static final double SAME_COPIES = 0.5;

  private static final double BASES_PER_MEGABASE = 1e6;

  /**
   * How far a gain or loss reaches along the chromosome's arm.
   *
   * @param arm {@code 5q}
   * @param bases of the arm in the same state as the gene, without a break
   * @param share of the arm, 0 to 1
   * @param armLevel whether most of the arm is in that state; else the change is focal
   */
  public record Extent(String arm, long bases, double share, boolean armLevel) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s, %.1f Mb or %.0f%% of %s",
          armLevel ? "arm-level" : "focal",
          bases / BASES_PER_MEGABASE,
          100 * share,
          arm);
    }
  }

  public GeneCopyNumber {
    if (!(copies >= 0) || Double.isInfinite(copies)) {
      throw new IllegalArgumentException("copies of " + gene + ": " + copies);
    }
  }

  /** A gene with the same copies from end to end, of whose surroundings nothing is known. */
  public GeneCopyNumber(
      String gene, double copies, OptionalDouble log2, double covered, String source) {
    this(gene, copies, log2, covered, source, copies, copies, Optional.empty());
  }

  /** What a reader of the copies should know: cover in parts, a break inside, the extent. */
  List<String> notes(double ploidy) {
    List<String> notes = new ArrayList<>();
    if (covered < WHOLE) {
      notes.add(
          String.format(
              Locale.ROOT,
              "segments cover %.0f%% of %s; its copies are theirs.",
              100 * covered,
              gene));
    }
    if (highest - lowest >= SAME_COPIES) {
      notes.add(
          String.format(
              Locale.ROOT,
              "copies change inside %s, from %.2f to %.2f; %.2f are used.",
              gene,
              lowest,
              highest,
              copies));
    }
    extent.ifPresent(
        e ->
            notes.add(
                String.format(
                    Locale.ROOT,
                    "%s has %.2f copies, %.2f times the ploidy: %s.",
                    gene,
                    copies,
                    copies / ploidy,
                    e)));
    return notes;
  }
}
