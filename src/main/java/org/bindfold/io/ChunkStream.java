package org.bindfold.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** ChunkReader as one stream of bytes. */
final class ChunkStream extends InputStream {
  private final ChunkReader chunks;
  private Optional<Chunk> chunk = Optional.empty();
  private int position;

  ChunkStream(ChunkReader chunks) {
    this.chunks = chunks;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk.orElseThrow().bytes()[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    Chunk from = chunk.orElseThrow();
    int count = Math.min(length, from.length() - position);
    System.arraycopy(from.bytes(), position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    chunks.close();
  }

  private boolean fill() throws IOException {
    if (chunk.isPresent() && position < chunk.get().length()) {
      return true;
    }
    chunk = chunks.next();
    position = 0;
    return chunk.isPresent();
  }
}
