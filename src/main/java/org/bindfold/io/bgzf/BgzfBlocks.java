package org.bindfold.io.bgzf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Cuts BGZF, the blocked gzip of bgzip (SAM specification, section 4.1), into its blocks without
 * unzipping them.
 *
 * <p>A file that does not end with the empty block that marks the end is taken for cut short.
 */
public final class BgzfBlocks {
  static final int HEADER_BYTES = 18;
  private static final int TRAILER_BYTES = 8;

  private final InputStream in;
  private final byte[] header = new byte[HEADER_BYTES];
  private boolean lastBlockEmpty;

  public BgzfBlocks(InputStream in) {
    this.in = in;
  }

  /** Whether the first bytes of a stream are those of a BGZF block. */
  public static boolean isHeader(byte[] bytes, int length) {
    return length >= HEADER_BYTES
        && (bytes[0] & 0xff) == 0x1f
        && (bytes[1] & 0xff) == 0x8b
        && bytes[2] == 8
        && (bytes[3] & 4) != 0
        && bytes[10] == 6
        && bytes[11] == 0
        && bytes[12] == 'B'
        && bytes[13] == 'C'
        && bytes[14] == 2
        && bytes[15] == 0;
  }

  /** Bytes of a block that come after its header. */
  static int bytesBehindHeader(byte[] header) throws ZipException {
    int size = ((header[16] & 0xff) | ((header[17] & 0xff) << 8)) + 1;
    if (size - HEADER_BYTES < TRAILER_BYTES) {
      throw new ZipException("a block claims to be shorter than its own header");
    }
    return size - HEADER_BYTES;
  }

  /** Adds the next block to a batch; false at the end of the file. */
  public boolean read(BgzfBatch batch) throws IOException {
    int read = in.readNBytes(header, 0, HEADER_BYTES);
    if (read == 0) {
      if (!lastBlockEmpty) {
        throw new EOFException("no BGZF end marker");
      }
      return false;
    }
    if (read < HEADER_BYTES) {
      throw new EOFException("a block is cut short");
    }
    if (!isHeader(header, HEADER_BYTES)) {
      throw new ZipException(
          "something other than a BGZF block stands between or behind its blocks");
    }
    int rest = bytesBehindHeader(header);
    byte[] room = batch.room(rest);
    int from = batch.zippedLength();
    if (in.readNBytes(room, from, rest) < rest) {
      throw new EOFException("a block is cut short");
    }
    batch.added(rest);
    lastBlockEmpty =
        room[from + rest - 1] == 0
            && room[from + rest - 2] == 0
            && room[from + rest - 3] == 0
            && room[from + rest - 4] == 0;
    return true;
  }
}
