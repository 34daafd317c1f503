package org.bindfold.io.bgzf;

import htsjdk.samtools.util.zip.InflaterFactory;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Inflater;

/**
 * Makes inflaters: Intel's (com.intel.gkl:gkl) where it is on the class path and runs on this
 * system, about twice as fast as the JDK's. Where it is missing or does not load nothing is said.
 */
final class Inflaters {
  /** Kept, because a logger that nobody keeps forgets its level. */
  private static final Logger INTEL_LOGGER = Logger.getLogger("com.intel.gkl");

  private static final Optional<InflaterFactory> FAST = find();

  private Inflaters() {}

  /** The JDK's, for deflated bytes without a header. */
  static Inflater jdk() {
    return new Inflater(true);
  }

  /** Intel's, for the same; empty where there is none. */
  static Optional<Inflater> fast() {
    return FAST.map(factory -> factory.makeInflater(true));
  }

  private static Optional<InflaterFactory> find() {
    try {
      INTEL_LOGGER.setLevel(Level.OFF);
      return IntelInflaters.factory();
    } catch (LinkageError e) {
      // Missing, or for another system, which only loading it can tell.
      return Optional.empty();
    }
  }
}
