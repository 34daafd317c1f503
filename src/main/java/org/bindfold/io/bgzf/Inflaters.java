package org.bindfold.io.bgzf;

import java.io.File;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Makes inflaters: Intel's (com.intel.gkl:gkl) where it is on the class path and runs on this
 * system, about twice as fast as the JDK's. It is looked for by name, since it is no dependency,
 * and where it is missing or does not load nothing is said.
 */
public final class Inflaters {
  private static final String INTEL = "com.intel.gkl.compression.IntelInflater";

  /** Kept, because a logger that nobody keeps forgets its level. */
  private static final Logger INTEL_LOGGER = Logger.getLogger("com.intel.gkl");

  private static final Optional<Class<? extends Inflater>> FAST = find();

  private Inflaters() {}

  /** The JDK's, for deflated bytes without a header. */
  public static Inflater jdk() {
    return new Inflater(true);
  }

  /** Intel's, for the same; empty where there is none. */
  static Optional<Inflater> fast() {
    return FAST.flatMap(Inflaters::make);
  }

  private static Optional<Class<? extends Inflater>> find() {
    try {
      INTEL_LOGGER.setLevel(Level.OFF);
      Class<? extends Inflater> found = Class.forName(INTEL).asSubclass(Inflater.class);
      Optional<Inflater> one = make(found);
      // A null folder lets it unpack its library where temporary files go.
      boolean loads =
          one.isPresent()
              && (boolean)
                  found.getMethod("load", File.class).invoke(one.get(), new Object[] {noFolder()});
      return loads ? Optional.of(found) : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static @Nullable File noFolder() {
    return null;
  }

  private static Optional<Inflater> make(Class<? extends Inflater> type) {
    try {
      return Optional.of(type.getConstructor(boolean.class).newInstance(true));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }
}
