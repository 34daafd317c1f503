package org.bindfold.io;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Room for the chunks of an input, one after the other. */
abstract class ChunkBuffer implements Chunk {
  private Optional<SiftedLines> sifted = Optional.empty();

  @Override
  public final Optional<SiftedLines> sifted() {
    return sifted;
  }

  /**
   * Takes the next stretch of the raw input.
   *
   * @return false at its end
   */
  abstract boolean load() throws IOException;

  /** Makes the content of what was loaded; on any thread. */
  abstract void unzip() throws IOException;

  /** Whether unzipping is worth another thread. */
  abstract boolean isZipped();

  final void prepare(Optional<Supplier<LineSieve>> sieves) throws IOException {
    unzip();
    sifted = sieves.map(s -> SiftedLines.of(bytes(), length(), s.get()));
  }
}
