package org.bindfold.io.bgzf;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A run of BGZF blocks that are inflated together by one thread. Its buffers are used again and
 * again.
 */
public final class BgzfBatch {
  /** So few that what was unzipped is still in a core's own cache when its lines are looked at. */
  static final int BLOCKS = 4;

  /** A block is at most this long, zipped and unzipped (SAM specification, section 4.1). */
  static final int MAX_BLOCK_BYTES = 1 << 16;

  private static final int TRAILER_BYTES = 8;

  private final Inflater inflater = Inflaters.jdk();
  private final Optional<Inflater> fast;
  private final CRC32 checksum = new CRC32();
  private final int[] ends = new int[BLOCKS];
  private byte[] zipped = new byte[BLOCKS * MAX_BLOCK_BYTES / 4];
  private byte[] content = new byte[BLOCKS * MAX_BLOCK_BYTES];
  private int blocks;
  private int length;

  /** With the fastest inflater that there is. */
  public BgzfBatch() {
    this(Inflaters.fast());
  }

  /**
   * With a given inflater.
   *
   * @param fast tried before the JDK's
   */
  BgzfBatch(Optional<Inflater> fast) {
    this.fast = fast;
  }

  public void clear() {
    blocks = 0;
    length = 0;
  }

  public boolean isFull() {
    return blocks == BLOCKS;
  }

  public boolean isEmpty() {
    return blocks == 0;
  }

  /** Where the next block's deflated bytes and trailer go; room is made for them. */
  byte[] room(int bytes) {
    if (zippedLength() + bytes > zipped.length) {
      zipped = Arrays.copyOf(zipped, Math.max(2 * zipped.length, zippedLength() + bytes));
    }
    return zipped;
  }

  /** Bytes of all blocks so far. */
  int zippedLength() {
    return blocks == 0 ? 0 : ends[blocks - 1];
  }

  /** Takes what was put into {@link #room} as one block. */
  void added(int bytes) {
    int end = zippedLength() + bytes;
    ends[blocks++] = end;
  }

  /** Unzips all blocks and compares each with its checksum and its length. */
  public void inflate() throws ZipException {
    length = 0;
    int from = 0;
    for (int i = 0; i < blocks; i++) {
      inflate(from, ends[i] - TRAILER_BYTES);
      from = ends[i];
    }
  }

  public byte[] content() {
    return content;
  }

  public int length() {
    return length;
  }

  private void inflate(int from, int to) throws ZipException {
    int expected = littleEndian(to + 4);
    if (expected < 0 || expected > MAX_BLOCK_BYTES) {
      throw new ZipException("a block claims " + Integer.toUnsignedLong(expected) + " bytes");
    }
    // What the fast one cannot make right, the JDK's decides.
    boolean whole = fast.isPresent() && inflatesFast(fast.get(), from, to, expected);
    if (!whole) {
      inflate(inflater, from, to, expected);
      if (!isIntact(to, expected)) {
        throw new ZipException("wrong checksum");
      }
    }
    length += expected;
  }

  private boolean inflatesFast(Inflater quick, int from, int to, int expected) {
    try {
      inflate(quick, from, to, expected);
      return isIntact(to, expected);
    } catch (ZipException | RuntimeException e) {
      // Its own kind of exception for damaged bytes is a plain RuntimeException.
      return false;
    }
  }

  private void inflate(Inflater from, int start, int end, int expected) throws ZipException {
    from.reset();
    from.setInput(zipped, start, end - start);
    int written = 0;
    try {
      // One byte more than expected shows a block that holds more than it claims.
      while (!from.finished() && written <= expected) {
        int n = from.inflate(content, length + written, room(expected, written));
        if (n == 0) {
          break;
        }
        written += n;
      }
    } catch (DataFormatException e) {
      throw new ZipException(String.valueOf(e.getMessage()));
    }
    if (!from.finished() || written != expected) {
      throw new ZipException("a block does not hold what it claims");
    }
  }

  private boolean isIntact(int trailer, int expected) {
    checksum.reset();
    checksum.update(content, length, expected);
    return (int) checksum.getValue() == littleEndian(trailer);
  }

  private int room(int expected, int written) {
    return Math.min(content.length - length - written, expected - written + 1);
  }

  private int littleEndian(int at) {
    return (zipped[at] & 0xff)
        | (zipped[at + 1] & 0xff) << 8
        | (zipped[at + 2] & 0xff) << 16
        | (zipped[at + 3] & 0xff) << 24;
  }
}
