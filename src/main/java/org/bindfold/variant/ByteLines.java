package org.bindfold.variant;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bindfold.input.InputException;
import org.bindfold.input.InputFile;

/**
 * The lines of an input as bytes, one at a time, without making text of those that nobody needs.
 * The memory used is that of the longest line, up to a bound.
 */
final class ByteLines {
  /** The longest line that is kept, in bytes; more samples than that are in no tumour's file. */
  static final int MAX_LINE_BYTES = 10 << 20;

  /** A line longer than this is no line at all, so that a zip bomb ends soon. */
  private static final long MAX_GIVEN_UP_BYTES = 256L << 20;

  private static final int INITIAL_BYTES = 1 << 16;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LINE_ENDS = '\n' * LOW_BITS;

  private final String name;
  private final InputStream in;
  private byte[] buffer = new byte[INITIAL_BYTES];
  private int lineStart;
  private int lineEnd;
  private int nextStart;
  private int filled;
  private long number;
  private boolean tooLong;
  private long givenUp;

  ByteLines(InputFile file) {
    this(file.name(), file.content());
  }

  /** The same of a part of an input; line numbers then count from the part's beginning. */
  ByteLines(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /**
   * Steps to the next line.
   *
   * @return false at the end of the input
   * @throws InputException when the input is cut short or holds a NUL byte
   */
  boolean next() {
    tooLong = false;
    givenUp = 0;
    lineStart = nextStart;
    int at = lineStart;
    while (true) {
      at = endOrNul(at);
      if (at < filled && buffer[at] == 0) {
        throw InputException.line(
            name, number + 1, "holds a NUL byte; expected plain text. Is it binary or UTF-16?");
      }
      if (at < filled) {
        return line(at, at + 1);
      }
      at = makeRoom(at);
      if (!fill()) {
        return at > lineStart ? line(at, at) : tooLong && line(at, at);
      }
    }
  }

  /**
   * Index of the first line end or NUL byte from an index on; {@link #filled} when there is none.
   */
  private int endOrNul(int from) {
    int at = from;
    // Eight bytes at once: a byte of x is zero where the high bit of (x - 1) & ~x is set.
    for (; at + Long.BYTES <= filled; at += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(buffer, at);
      long line = eight ^ LINE_ENDS;
      long found = ((line - LOW_BITS) & ~line | (eight - LOW_BITS) & ~eight) & HIGH_BITS;
      if (found != 0) {
        // Above the first byte that is zero the borrow may set more bits; the lowest is right.
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < filled && buffer[at] != '\n' && buffer[at] != 0) {
      at++;
    }
    return at;
  }

  /** What messages call the input. */
  String name() {
    return name;
  }

  /** Line number, 1-based. */
  long number() {
    return number;
  }

  /** Whether the line was longer than {@link #MAX_LINE_BYTES}; it then holds only a part of it. */
  boolean tooLong() {
    return tooLong;
  }

  byte[] buffer() {
    return buffer;
  }

  /** Index of the line's first byte in {@link #buffer}. */
  int start() {
    return lineStart;
  }

  /** Bytes of the line, without line end. */
  int length() {
    return lineEnd - lineStart;
  }

  /** The line as text; bytes that are not UTF-8 become replacement characters. */
  String text() {
    return new String(buffer, lineStart, length(), StandardCharsets.UTF_8);
  }

  private boolean line(int end, int next) {
    boolean carriageReturn = end > lineStart && buffer[end - 1] == '\r';
    lineEnd = carriageReturn ? end - 1 : end;
    nextStart = next;
    number++;
    return true;
  }

  /** Moves the started line to the front and makes the buffer larger when it is full. */
  private int makeRoom(int at) {
    int length = at - lineStart;
    if (lineStart > 0) {
      System.arraycopy(buffer, lineStart, buffer, 0, length);
      lineStart = 0;
    } else if (length == buffer.length) {
      if (buffer.length >= MAX_LINE_BYTES) {
        // The line is given up: its beginning stays, so that messages can show it.
        tooLong = true;
        givenUp += length - INITIAL_BYTES;
        if (givenUp > MAX_GIVEN_UP_BYTES) {
          throw InputException.line(
              name, number + 1, "goes on for more than 256 MB; expected text in lines.");
        }
        length = INITIAL_BYTES;
      } else {
        buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, MAX_LINE_BYTES));
      }
    }
    filled = length;
    return length;
  }

  private boolean fill() {
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read > 0) {
        filled += read;
      }
      return read >= 0;
    } catch (IOException e) {
      throw InputFile.unreadable(name, e);
    }
  }
}
