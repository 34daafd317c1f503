package org.bindfold.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the ends of lines in bytes, eight at once. */
public final class LineEnds {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long NEW_LINES = '\n' * LOW_BITS;

  private LineEnds() {}

  /** Index of the first line feed or NUL byte from an index on; {@code to} when there is none. */
  public static int nextOrNul(byte[] bytes, int from, int to) {
    int at = from;
    // Two at a time until something is found, since most have nothing.
    while (at + 2 * Long.BYTES <= to
        && (marks((long) EIGHT_BYTES.get(bytes, at))
                | marks((long) EIGHT_BYTES.get(bytes, at + Long.BYTES)))
            == 0) {
      at += 2 * Long.BYTES;
    }
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long found = marks((long) EIGHT_BYTES.get(bytes, at));
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && bytes[at] != '\n' && bytes[at] != 0) {
      at++;
    }
    return at;
  }

  /**
   * The high bit of each byte that is a line feed or zero, and perhaps of bytes above the first of
   * them.
   */
  private static long marks(long eight) {
    // A byte of x is zero where the high bit of (x - 1) & ~x is set; above it the borrow may set
    // more.
    long line = eight ^ NEW_LINES;
    return (((line - LOW_BITS) & ~line) | ((eight - LOW_BITS) & ~eight)) & HIGH_BITS;
  }

  /** Index of the first line feed from an index on; {@code to} when there is none. */
  static int next(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
