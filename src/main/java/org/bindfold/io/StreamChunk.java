package org.bindfold.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The next bytes of a stream that cannot be unzipped in parts. */
final class StreamChunk extends ChunkBuffer {
  private static final int FIRST_BYTES = 1 << 16;
  private static final int MOST_BYTES = 1 << 18;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  StreamChunk(InputStream in) {
    this.in = in;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  boolean load() throws IOException {
    boolean again = length == bytes.length && length < MOST_BYTES;
    if (again) {
      bytes = Arrays.copyOf(bytes, MOST_BYTES);
    }
    length = in.readNBytes(bytes, 0, bytes.length);
    return length > 0;
  }

  @Override
  void unzip() {
    // The stream did.
  }

  @Override
  boolean isZipped() {
    return false;
  }
}
