package org.bindfold.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a file that unzips to more than anyone would send in earnest. */
final class BoundedInputStream extends FilterInputStream {
  private final String name;
  private final long maxBytes;
  private long left;

  BoundedInputStream(String name, InputStream in, long maxBytes) {
    super(in);
    this.name = name;
    this.maxBytes = maxBytes;
    this.left = maxBytes;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw InputException.file(
          name,
          "holds more than "
              + maxBytes
              + " bytes once unzipped, the most that is read of this kind of file.");
    }
  }
}
