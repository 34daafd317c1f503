package org.bindfold.io;

import java.util.Optional;

/** A stretch of the unzipped content of an input. */
public interface Chunk {
  /** Holds the content from its first byte on; not to be changed. */
  byte[] bytes();

  /** Bytes of the content. */
  int length();

  /** What a sieve left of its lines; empty where none was set in time. */
  Optional<SiftedLines> sifted();
}
