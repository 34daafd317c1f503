package org.bindfold.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.bindfold.io.bgzf.Inflaters;

/**
 * Unzips a gzip of one member or several (RFC 1952). Behind a member only another one, NUL padding
 * or the end may stand. The JDK's reader takes whatever is no whole header there for the end, and
 * so would lose all that a damaged or cut header begins.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAGIC_0 = 0x1f;
  private static final int MAGIC_1 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  /** Time, compression level and system. */
  private static final int UNUSED_BYTES = 6;

  private final InputStream in;
  private final Inflater inflater = Inflaters.jdk();
  private final CRC32 crc = new CRC32();
  private final byte[] zipped = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private boolean ended;
  private boolean closed;

  /**
   * Reads the first header.
   *
   * @param in closed with this object
   * @throws ZipException when it is no gzip header
   * @throws EOFException when it is cut short
   */
  GzipMembers(InputStream in) throws IOException {
    this.in = in;
    try {
      header(next(), "its header is not one of gzip");
    } catch (IOException e) {
      inflater.end();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (closed) {
      throw new IOException("stream closed");
    }
    while (length > 0 && !ended) {
      int read = inflate(bytes, offset, length);
      if (read > 0) {
        crc.update(bytes, offset, read);
        return read;
      }
      if (inflater.finished()) {
        at = end - inflater.getRemaining();
        trailer();
        ended = !nextMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("it needs a dictionary, which a gzip never does");
      } else if (fill()) {
        inflater.setInput(zipped, at, end - at);
      } else {
        throw new EOFException("a member is cut short");
      }
    }
    return length == 0 ? 0 : -1;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      inflater.end();
      in.close();
    }
  }

  private int inflate(byte[] bytes, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      ZipException damaged =
          new ZipException(e.getMessage() == null ? "invalid deflated data" : e.getMessage());
      damaged.initCause(e);
      throw damaged;
    }
  }

  private void trailer() throws IOException {
    long found = crc.getValue();
    long expected = number(Integer.BYTES);
    long length = number(Integer.BYTES);
    if (expected != found) {
      throw new ZipException("the checksum of a member does not fit its content");
    }
    if (length != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("the length of a member does not fit its content");
    }
  }

  /** Goes to the next member; false at the end of the file. */
  private boolean nextMember() throws IOException {
    String fault = "something other than gzip stands behind a member";
    int first = nextOrEnd();
    if (first == 0) {
      while (first == 0) {
        first = nextOrEnd();
      }
      if (first >= 0) {
        throw new ZipException(fault);
      }
    }
    if (first < 0) {
      return false;
    }
    inflater.reset();
    header(first, fault);
    return true;
  }

  /** Reads a header whose first byte is taken already, and hands the inflater what is behind it. */
  private void header(int first, String fault) throws IOException {
    crc.reset();
    crc.update(first);
    if (first != MAGIC_0 || next() != MAGIC_1 || next() != DEFLATE) {
      throw new ZipException(fault);
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw new ZipException(fault);
    }
    pass(UNUSED_BYTES);
    if ((flags & EXTRA) != 0) {
      pass(number(Short.BYTES));
    }
    if ((flags & NAME) != 0) {
      passText();
    }
    if ((flags & COMMENT) != 0) {
      passText();
    }
    if ((flags & HEADER_CRC) != 0) {
      long expected = crc.getValue() & 0xffff;
      if (number(Short.BYTES) != expected) {
        throw new ZipException("the checksum of a header does not fit it");
      }
    }
    crc.reset();
    inflater.setInput(zipped, at, end - at);
  }

  private void pass(long count) throws IOException {
    for (long i = 0; i < count; i++) {
      next();
    }
  }

  private void passText() throws IOException {
    int read = next();
    while (read != 0) {
      read = next();
    }
  }

  /** An unsigned number, the lowest byte first. */
  private long number(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) next() << (Byte.SIZE * i);
    }
    return value;
  }

  /** The next byte, which {@link #crc} then covers: a header's checksum is of all before it. */
  private int next() throws IOException {
    int read = nextOrEnd();
    if (read < 0) {
      throw new EOFException("a member's header or trailer is cut short");
    }
    crc.update(read);
    return read;
  }

  private int nextOrEnd() throws IOException {
    return at < end || fill() ? zipped[at++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(zipped, 0, zipped.length));
    return end > 0;
  }
}
