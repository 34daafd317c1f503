package org.bindfold.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** ChunkReader as one stream of bytes. */
final class ChunkStream extends InputStream {
  private final ChunkReader pieces;
  private Optional<Chunk> piece = Optional.empty();
  private int position;

  ChunkStream(ChunkReader pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    return fill() ? piece.orElseThrow().bytes()[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    Chunk from = piece.orElseThrow();
    int count = Math.min(length, from.length() - position);
    System.arraycopy(from.bytes(), position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    pieces.close();
  }

  private boolean fill() throws IOException {
    if (piece.isPresent() && position < piece.get().length()) {
      return true;
    }
    piece = pieces.next();
    position = 0;
    return piece.isPresent();
  }
}
