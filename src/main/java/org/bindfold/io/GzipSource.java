package org.bindfold.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The bytes of a gzip on their way to commons-compress, with what it does not tell: whether it met
 * the end of the file, and the bytes of a header, whose checksum it passes over.
 *
 * <p>What it throws is unchecked, so that a fault of the disk is not taken for one of the library's
 * own complaints.
 */
final class GzipSource extends FilterInputStream {
  /** The library keeps a header's name and comment, which have no bound of their own. */
  private static final int MAX_HEADER_BYTES = 1 << 20;

  private static final int FLAGS = 3;
  private static final int HEADER_CHECKSUM = 2;

  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private boolean inHeader;
  private boolean atEnd;

  /** Over a stream that can be put back, which the library asks for to end where a member ends. */
  GzipSource(BufferedInputStream in) {
    super(in);
  }

  /** Whether a read met the end of the file. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** Passes over NUL bytes; whether there was one. */
  boolean passNuls() throws IOException {
    boolean any = false;
    in.mark(1);
    int next = in.read();
    while (next == 0) {
      any = true;
      in.mark(1);
      next = in.read();
    }
    in.reset();
    atEnd = next < 0;
    return any;
  }

  /** What is read from here on is a header. */
  void beginHeader() {
    header.reset();
    inHeader = true;
  }

  /** The header was read to its end; its own checksum, where it has one, must fit it. */
  void endHeader() {
    inHeader = false;
    byte[] bytes = header.toByteArray();
    if ((bytes[FLAGS] & HEADER_CHECKSUM) != 0) {
      int length = bytes.length - Short.BYTES;
      CRC32 checksum = new CRC32();
      checksum.update(bytes, 0, length);
      int stored = (bytes[length] & 0xff) | (bytes[length + 1] & 0xff) << Byte.SIZE;
      if ((checksum.getValue() & 0xffff) != stored) {
        throw damaged("the checksum of a header does not fit it");
      }
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      int read = in.read(bytes, offset, length);
      atEnd = read < 0;
      if (inHeader && read > 0) {
        header.write(bytes, offset, read);
        if (header.size() > MAX_HEADER_BYTES) {
          throw damaged("a header is longer than 1 MB");
        }
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UncheckedIOException damaged(String reason) {
    return new UncheckedIOException(new ZipException(reason));
  }
}
