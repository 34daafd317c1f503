package org.bindfold.genome;

import java.util.OptionalInt;

/**
 * An exon on the forward strand, with the bases of its first or last part that may not be
 * translated. All positions are 1-based and closed.
 *
 * @param number in the transcript, from 1
 * @param grch37Start first base on GRCh37
 * @param grch37End last base on GRCh37
 * @param grch38Start first base on GRCh38
 * @param grch38End last base on GRCh38
 * @param codingStart CDS position of its first base that is translated
 * @param codingEnd CDS position of its last base that is translated
 */
public record TranscribedExon(
    int number,
    int grch37Start,
    int grch37End,
    int grch38Start,
    int grch38End,
    int codingStart,
    int codingEnd) {

  public TranscribedExon {
    int length = grch38End - grch38Start + 1;
    if (length < 1 || grch37End - grch37Start + 1 != length) {
      throw new IllegalArgumentException("exon " + number + " has different lengths");
    }
    if (codingStart < 1 || codingEnd < codingStart || codingEnd - codingStart + 1 > length) {
      throw new IllegalArgumentException("exon " + number + " has too many coding bases");
    }
  }

  /** First base on an assembly. */
  public int start(Assembly assembly) {
    return assembly == Assembly.GRCH37 ? grch37Start : grch38Start;
  }

  /** Last base on an assembly. */
  public int end(Assembly assembly) {
    return assembly == Assembly.GRCH37 ? grch37End : grch38End;
  }

  /** Whether a position is in it. */
  public boolean holds(Assembly assembly, int position) {
    return position >= start(assembly) && position <= end(assembly);
  }

  /** CDS position of a genome position; empty outside the exon and where it is not translated. */
  public OptionalInt codingPosition(Assembly assembly, int position) {
    if (!holds(assembly, position)) {
      return OptionalInt.empty();
    }
    // The start codon's exon is untranslated before it, every other one behind the stop codon.
    int coding =
        codingStart == 1
            ? codingEnd - (end(assembly) - position)
            : codingStart + (position - start(assembly));
    return coding >= codingStart && coding <= codingEnd
        ? OptionalInt.of(coding)
        : OptionalInt.empty();
  }
}
