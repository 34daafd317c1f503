package org.bindfold.variant.vcf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The columns before INFO of the plainest of VCF records, which nearly all are: one on the same
 * chromosome as the record before, with all these columns in its first 64 bytes. They are found at
 * once, not one after the other. Whatever is out of the way is left to {@link VcfColumns}.
 */
final class PlainColumns {
  /** Bytes that are looked at; as many as a long has bits. */
  private static final int LOOKED_AT = Long.SIZE;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Carries into the high bit of every byte that is no control character up to the return. */
  private static final long CARRY_ABOVE_CONTROLS = HIGH_BITS - ('\r' + 1) * LOW_BITS;

  private static final long CARRY_ABOVE_NINE = HIGH_BITS - 10 * LOW_BITS;
  private static final long ZEROS = '0' * LOW_BITS;

  /** Its product has the lowest bits of eight bytes side by side in the highest byte. */
  private static final long SIDE_BY_SIDE = 0x0102040810204080L;

  private static final long EVERY_OTHER_BYTE = 0x00ff00ff00ff00ffL;
  private static final int HUNDRED_MILLION = 100_000_000;
  private static final int TAB = '\t';

  private byte[] chromosome = {};
  private long firstBytes;
  private long firstMask;
  private int position;
  private int referenceLength;
  private int alternates;
  private int end;

  /** Sets the chromosome on which records are plain. */
  void chromosome(String name) {
    chromosome = (name + "\t").getBytes(StandardCharsets.US_ASCII);
    byte[] first = Arrays.copyOf(chromosome, Long.BYTES);
    firstBytes = (long) EIGHT_BYTES.get(first, 0);
    int bits = Byte.SIZE * Math.min(Long.BYTES, chromosome.length);
    firstMask = -1L >>> Long.SIZE - bits;
  }

  /** No record is plain until a chromosome is set. */
  void noChromosome() {
    chromosome = new byte[0];
  }

  /**
   * Reads the record that begins at an index.
   *
   * @param limit index behind the last byte there is
   * @return whether it is a plain record, as far as its FILTER
   */
  boolean read(byte[] bytes, int start, int limit) {
    if (start + LOOKED_AT > limit || !isOnChromosome(bytes, start)) {
      return false;
    }
    int from = start + chromosome.length;
    // Each step forgets the lowest bit, which is the end of the column before.
    long ends = controls(bytes, start) & -1L << chromosome.length;
    int positionEnd = start + Long.numberOfTrailingZeros(ends);
    ends &= ends - 1;
    int idEnd = start + Long.numberOfTrailingZeros(ends);
    ends &= ends - 1;
    int referenceEnd = start + Long.numberOfTrailingZeros(ends);
    ends &= ends - 1;
    int alternateEnd = start + Long.numberOfTrailingZeros(ends);
    ends &= ends - 1;
    int qualityEnd = start + Long.numberOfTrailingZeros(ends);
    ends &= ends - 1;
    if (ends == 0) {
      return false;
    }
    end = start + Long.numberOfTrailingZeros(ends);
    int others =
        bytes[positionEnd] ^ TAB
            | bytes[idEnd] ^ TAB
            | bytes[referenceEnd] ^ TAB
            | bytes[alternateEnd] ^ TAB
            | bytes[qualityEnd] ^ TAB
            | bytes[end] ^ TAB;
    position = number(bytes, from, positionEnd);
    referenceLength = referenceEnd - idEnd - 1;
    alternates = VcfColumns.countAlternates(bytes, referenceEnd + 1, alternateEnd);
    return others == 0
        && position >= 0
        && VcfColumns.areBases(bytes, idEnd + 1, referenceEnd)
        && alternateEnd > referenceEnd + 1;
  }

  /** POS, 1-based. */
  int position() {
    return position;
  }

  /** Bases of REF. */
  int referenceLength() {
    return referenceLength;
  }

  /** Alternate alleles; none when ALT is {@code .}. */
  int alternates() {
    return alternates;
  }

  /** Index of the tab behind FILTER; the line holds neither line end nor NUL before it. */
  int end() {
    return end;
  }

  private boolean isOnChromosome(byte[] bytes, int start) {
    int length = chromosome.length;
    return length > 0
        && length < LOOKED_AT
        && (((long) EIGHT_BYTES.get(bytes, start) ^ firstBytes) & firstMask) == 0
        && (length <= Long.BYTES
            || Arrays.equals(bytes, start, start + length, chromosome, 0, length));
  }

  /** Which of 64 bytes are tabs, line ends, NUL or the like; the lowest bit is the first byte's. */
  private static long controls(byte[] bytes, int from) {
    return eightControls(bytes, from)
        | eightControls(bytes, from + 8) << 8
        | eightControls(bytes, from + 16) << 16
        | eightControls(bytes, from + 24) << 24
        | eightControls(bytes, from + 32) << 32
        | eightControls(bytes, from + 40) << 40
        | eightControls(bytes, from + 48) << 48
        | eightControls(bytes, from + 56) << 56;
  }

  private static long eightControls(byte[] bytes, int at) {
    long eight = (long) EIGHT_BYTES.get(bytes, at);
    long others = (eight & ~HIGH_BITS) + CARRY_ABOVE_CONTROLS | eight;
    return ((~others & HIGH_BITS) >>> 7) * SIDE_BY_SIDE >>> Long.SIZE - Byte.SIZE;
  }

  /** A number of one to nine digits; negative when it is none. */
  private static int number(byte[] bytes, int from, int to) {
    int digits = to - from;
    if (digits == Long.BYTES + 1) {
      int first = bytes[from] - '0';
      int rest = number(bytes, from + 1, to);
      return first < 0 || first > 9 || rest < 0 ? -1 : first * HUNDRED_MILLION + rest;
    }
    if (digits < 1 || digits > Long.BYTES || to < Long.BYTES) {
      return -1;
    }
    // The last digit is in the highest byte; what stands before the number becomes zeros.
    long leading = -1L << Byte.SIZE * (Long.BYTES - digits);
    long eight = ((long) EIGHT_BYTES.get(bytes, to - Long.BYTES) ^ ZEROS) & leading;
    if (((eight + CARRY_ABOVE_NINE | eight) & HIGH_BITS) != 0) {
      return -1;
    }
    long pairs = 10 * eight + (eight >>> 8);
    long fours = 100 * (pairs & EVERY_OTHER_BYTE) + (pairs >>> 16 & EVERY_OTHER_BYTE);
    return (int) (10_000 * (fours & 0xffff) + (fours >>> 32 & 0xffff));
  }
}
