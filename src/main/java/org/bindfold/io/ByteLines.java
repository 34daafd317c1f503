package org.bindfold.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The lines of an input as bytes, one at a time, without making text of those that nobody needs.
 * The memory used is that of the longest line, up to a bound.
 */
public final class ByteLines {
  /** The longest line that is kept, in bytes; more samples than that are in no tumour's file. */
  static final int MAX_LINE_BYTES = 10 << 20;

  /** A line longer than this is no line at all, so that a zip bomb ends soon. */
  private static final long MAX_GIVEN_UP_BYTES = 256L << 20;

  private static final int INITIAL_BYTES = 1 << 16;

  private final String name;
  private final ChunkReader chunks;
  private byte[] chunk = new byte[0];
  private int chunkLength;
  private int nextStart;
  private Optional<SiftedLines> coming = Optional.empty();
  private Optional<SiftedLines> sifted = Optional.empty();
  private int nextKept;
  private long linesBefore;
  private byte[] joined = new byte[INITIAL_BYTES];
  private byte[] buffer = chunk;
  private int lineStart;
  private int lineEnd;
  private long number;
  private long recordsPassedOver;
  private boolean tooLong;

  public ByteLines(InputFile file) {
    this(file.name(), file.chunks());
  }

  /** The same of a part of an input; line numbers then count from the part's beginning. */
  public ByteLines(String name, ChunkReader chunks) {
    this.name = name;
    this.chunks = chunks;
  }

  /**
   * Lets sieves pass over lines that come later; not all that they would pass over, since some were
   * read already or lie in two chunks of the content.
   */
  public void sieve(Supplier<LineSieve> sieves) {
    chunks.sieve(sieves);
  }

  /** Records on the lines that a sieve passed over so far. */
  public long recordsPassedOver() {
    return recordsPassedOver;
  }

  /**
   * Steps to the next line.
   *
   * @return false at the end of the input
   * @throws InputException when the input is cut short or holds a NUL byte
   */
  public boolean next() {
    tooLong = false;
    if (sifted.isPresent() && nextKept(sifted.get())) {
      return true;
    }
    int end = LineEnds.nextOrNul(chunk, nextStart, chunkLength);
    if (end < chunkLength) {
      refuseNul(chunk[end]);
      return line(chunk, nextStart, end, end + 1);
    }
    return joined();
  }

  /** A line that begins in one chunk and ends in another. */
  private boolean joined() {
    int length = 0;
    long givenUp = 0;
    while (true) {
      int end = LineEnds.nextOrNul(chunk, nextStart, chunkLength);
      int more = end - nextStart;
      if (length + more > MAX_LINE_BYTES) {
        // The line is given up: its beginning stays, so that messages can show it.
        tooLong = true;
        length = Math.min(length, INITIAL_BYTES);
      }
      if (tooLong) {
        givenUp += more;
        refuseEndless(givenUp);
      } else {
        if (length + more > joined.length) {
          joined =
              Arrays.copyOf(
                  joined, Math.min(Math.max(2 * joined.length, length + more), MAX_LINE_BYTES));
        }
        System.arraycopy(chunk, nextStart, joined, length, more);
        length += more;
      }
      if (end < chunkLength) {
        refuseNul(chunk[end]);
        return line(joined, 0, length, end + 1);
      }
      if (!nextChunk()) {
        return (length > 0 || tooLong) && line(joined, 0, length, chunkLength);
      }
    }
  }

  /** The next line that the sieve kept; false behind the last one, where a started line follows. */
  private boolean nextKept(SiftedLines of) {
    if (nextKept < of.kept()) {
      int start = of.start(nextKept);
      int end = of.lineEnd(nextKept);
      number = linesBefore + of.linesBefore(nextKept);
      nextKept++;
      int nul = LineEnds.nextOrNul(chunk, start, end);
      if (nul < end) {
        refuseNul(chunk[nul]);
      }
      return line(chunk, start, end, end + 1);
    }
    number = linesBefore + of.lines();
    recordsPassedOver += of.records();
    nextStart = of.end();
    sifted = Optional.empty();
    return false;
  }

  /** What messages call the input. */
  public String name() {
    return name;
  }

  /** Line number, 1-based. */
  public long number() {
    return number;
  }

  /** Whether the line was longer than {@link #MAX_LINE_BYTES}; it then holds only a part of it. */
  public boolean tooLong() {
    return tooLong;
  }

  public byte[] buffer() {
    return buffer;
  }

  /** Index of the line's first byte in {@link #buffer}. */
  public int start() {
    return lineStart;
  }

  /** Bytes of the line, without line end. */
  public int length() {
    return lineEnd - lineStart;
  }

  /** The line as text; bytes that are not UTF-8 become replacement characters. */
  public String text() {
    return new String(buffer, lineStart, length(), StandardCharsets.UTF_8);
  }

  private boolean line(byte[] bytes, int start, int end, int next) {
    buffer = bytes;
    lineStart = start;
    boolean carriageReturn = end > start && bytes[end - 1] == '\r';
    lineEnd = carriageReturn ? end - 1 : end;
    nextStart = next;
    number++;
    if (coming.isPresent()) {
      // The first line end of a chunk: what lies behind it was sifted.
      sifted = coming;
      coming = Optional.empty();
      nextKept = 0;
      linesBefore = number;
    }
    return true;
  }

  private boolean nextChunk() {
    try {
      Optional<Chunk> next = chunks.next();
      chunk = next.map(Chunk::bytes).orElse(new byte[0]);
      chunkLength = next.map(Chunk::length).orElse(0);
      coming = next.flatMap(Chunk::sifted);
      nextStart = 0;
      return next.isPresent();
    } catch (IOException e) {
      throw InputFile.unreadable(name, e);
    }
  }

  private void refuseNul(byte found) {
    if (found == 0) {
      throw InputException.line(
          name, number + 1, "holds a NUL byte; expected plain text. Is it binary or UTF-16?");
    }
  }

  private void refuseEndless(long givenUp) {
    if (givenUp > MAX_GIVEN_UP_BYTES) {
      throw InputException.line(
          name, number + 1, "goes on for more than 256 MB; expected text in lines.");
    }
  }
}
