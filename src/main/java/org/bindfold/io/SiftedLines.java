package org.bindfold.io;

import java.util.Arrays;

/**
 * What a sieve left of the lines that lie whole within a stretch of bytes: from behind the first
 * line end to behind the last. What stands before and behind belongs to lines that reach into the
 * neighbouring stretches.
 */
public final class SiftedLines {
  private static final int NUMBERS_PER_LINE = 3;

  private final int end;
  private final int lines;
  private final long records;
  private final int[] kept;

  private SiftedLines(int end, int lines, long records, int[] kept) {
    this.end = end;
    this.lines = lines;
    this.records = records;
    this.kept = kept;
  }

  /** Sifts the lines behind the first line end; a line with a NUL byte is always kept. */
  static SiftedLines of(byte[] bytes, int length, LineSieve sieve) {
    int start = Math.min(length, LineEnds.next(bytes, 0, length) + 1);
    int lines = 0;
    long records = 0;
    int[] kept = new int[NUMBERS_PER_LINE * 64];
    int size = 0;
    while (start < length) {
      int found = sieve.records(bytes, start, length);
      int at = LineEnds.nextOrNul(bytes, sieve.looked(), length);
      boolean plain = at < length && bytes[at] == '\n';
      int lineEnd = plain ? at : LineEnds.next(bytes, at, length);
      if (lineEnd == length) {
        break;
      }
      if (plain && found >= 0) {
        records += found;
      } else {
        if (size == kept.length) {
          kept = Arrays.copyOf(kept, 2 * size);
        }
        kept[size++] = start;
        kept[size++] = lineEnd;
        kept[size++] = lines;
      }
      lines++;
      start = lineEnd + 1;
    }
    return new SiftedLines(start, lines, records, Arrays.copyOf(kept, size));
  }

  /** Index behind the last line end. */
  public int end() {
    return end;
  }

  /** Whole lines, kept or passed over. */
  public int lines() {
    return lines;
  }

  /** Records on the lines that were passed over. */
  public long records() {
    return records;
  }

  /** Lines that the reader must see. */
  public int kept() {
    return kept.length / NUMBERS_PER_LINE;
  }

  /** Index of the first byte of a kept line. */
  public int start(int index) {
    return kept[NUMBERS_PER_LINE * index];
  }

  /** Index of the line end of a kept line. */
  public int lineEnd(int index) {
    return kept[NUMBERS_PER_LINE * index + 1];
  }

  /** Whole lines of the stretch that stand before a kept line. */
  public int linesBefore(int index) {
    return kept[NUMBERS_PER_LINE * index + 2];
  }
}
