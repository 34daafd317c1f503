package org.bindfold.variant.vcf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bindfold.io.ByteLines;
import org.bindfold.io.PrintableText;

/**
 * The first columns of a VCF record, read from bytes: enough to tell whether it lies on the panel,
 * at a fraction of the cost of decoding it.
 */
final class VcfColumns {
  /** No caller names more; a line of nothing but commas would count as millions of records. */
  static final int MAX_ALTERNATES = 10_000;

  private static final int COLUMNS = 8;
  private static final int MAX_POSITION_DIGITS = 9;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long TABS = 0x0909090909090909L;
  private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;

  private static final boolean[] BASES = new boolean[1 << Byte.SIZE];

  static {
    for (char base : "ACGTNRYSWKMBDHVacgtnryswkmbdhv".toCharArray()) {
      BASES[base] = true;
    }
  }

  private final int[] tabs = new int[COLUMNS];
  private byte[] bytes = new byte[0];
  private String chromosome = "";
  private byte[] chromosomeBytes = new byte[0];
  private int start;
  private int position;
  private int alternates;

  /**
   * Reads a line.
   *
   * @return why it is not a VCF record; empty when it looks like one
   */
  Optional<String> read(ByteLines line) {
    return read(line.buffer(), line.start(), line.start() + line.length());
  }

  /**
   * The same of a line in an array.
   *
   * @param from index of its first byte
   * @param end index behind its last byte
   */
  Optional<String> read(byte[] buffer, int from, int end) {
    // Local variables: fields would be read again after every write into the array.
    int[] ends = tabs;
    bytes = buffer;
    start = from;
    int found = 0;
    int at = from;
    for (; at + Long.BYTES <= end && found < COLUMNS; at += Long.BYTES) {
      // A byte of x is zero where neither its low bits, carried up, nor its high bit is set.
      long x = (long) EIGHT_BYTES.get(buffer, at) ^ TABS;
      long bits = ~((x & LOW_SEVEN) + LOW_SEVEN | x | LOW_SEVEN);
      for (; bits != 0 && found < COLUMNS; bits &= bits - 1) {
        ends[found++] = at + (Long.numberOfTrailingZeros(bits) >>> 3);
      }
    }
    for (; at < end && found < COLUMNS; at++) {
      if (buffer[at] == '\t') {
        ends[found++] = at;
      }
    }
    if (found < COLUMNS - 1) {
      return Optional.of(
          "has " + (found + 1) + " tab-separated columns; expected at least 8, CHROM to INFO");
    }
    if (tabs[0] == start) {
      return Optional.of("has no CHROM");
    }
    position = parsePosition();
    if (position < 0) {
      return Optional.of(
          "has POS \"" + PrintableText.shown(column(1)) + "\"; expected a position, 1-based");
    }
    if (!areBases(bytes, tabs[2] + 1, tabs[3])) {
      return Optional.of("has REF \"" + PrintableText.shown(column(3)) + "\"; expected bases");
    }
    if (tabs[4] == tabs[3] + 1) {
      return Optional.of("has no ALT; expected bases, or . for none");
    }
    alternates = countAlternates(bytes, tabs[3] + 1, tabs[4]);
    if (alternates > MAX_ALTERNATES) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "has %d alternate alleles; more than %d are taken for an error",
              alternates,
              MAX_ALTERNATES));
    }
    return Optional.empty();
  }

  /** CHROM as the file writes it; the same object as long as it stays the same. */
  String chromosome() {
    if (!Arrays.equals(chromosomeBytes, 0, chromosomeBytes.length, bytes, start, tabs[0])) {
      chromosome = column(0);
      chromosomeBytes = Arrays.copyOfRange(bytes, start, tabs[0]);
    }
    return chromosome;
  }

  /** POS, 1-based. */
  int position() {
    return position;
  }

  /** Bases of REF. */
  int referenceLength() {
    return tabs[3] - tabs[2] - 1;
  }

  /** The first base of REF, in upper case. */
  char firstBase() {
    return (char) Character.toUpperCase(bytes[tabs[2] + 1]);
  }

  /** Alternate alleles; none when ALT is {@code .}. */
  int alternates() {
    return alternates;
  }

  /** Whether a byte stands for a base, or for one of several. */
  static boolean isBase(byte letter) {
    return BASES[letter & 0xff];
  }

  private String column(int index) {
    int from = index == 0 ? start : tabs[index - 1] + 1;
    return new String(bytes, from, tabs[index] - from, StandardCharsets.UTF_8);
  }

  private int parsePosition() {
    int from = tabs[0] + 1;
    int digits = tabs[1] - from;
    if (digits < 1 || digits > MAX_POSITION_DIGITS) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < tabs[1]; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      value = 10 * value + bytes[i] - '0';
    }
    return value;
  }

  /** Whether a stretch holds bases and nothing else, and at least one. */
  static boolean areBases(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isBase(bytes[i])) {
        return false;
      }
    }
    return from < to;
  }

  /** Alternate alleles in an ALT column; none when it is {@code .}. */
  static int countAlternates(byte[] bytes, int from, int to) {
    if (to == from + 1 && bytes[from] == '.') {
      return 0;
    }
    int count = 1;
    for (int i = from; i < to; i++) {
      count += bytes[i] == ',' ? 1 : 0;
    }
    return count;
  }
}
