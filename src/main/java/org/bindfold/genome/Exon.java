package org.bindfold.genome;

/**
 * The coding part of an exon. All positions are 1-based and closed.
 *
 * @param number in the transcript, from 1
 * @param grch37Start first base on GRCh37, by rising position
 * @param grch37End last base on GRCh37
 * @param grch38Start first base on GRCh38
 * @param grch38End last base on GRCh38
 * @param codingStart CDS position of its first base in the direction of the transcript
 * @param codingEnd CDS position of its last base in the direction of the transcript
 */
record Exon(
    int number,
    int grch37Start,
    int grch37End,
    int grch38Start,
    int grch38End,
    int codingStart,
    int codingEnd) {

  Exon {
    int length = codingEnd - codingStart + 1;
    if (length < 1
        || grch37End - grch37Start + 1 != length
        || grch38End - grch38Start + 1 != length) {
      throw new IllegalArgumentException("exon " + number + " has different lengths");
    }
  }

  int start(Assembly assembly) {
    return assembly == Assembly.GRCH37 ? grch37Start : grch38Start;
  }

  int end(Assembly assembly) {
    return assembly == Assembly.GRCH37 ? grch37End : grch38End;
  }

  boolean holds(Assembly assembly, int position) {
    return position >= start(assembly) && position <= end(assembly);
  }
}
