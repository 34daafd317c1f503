package org.bindfold.io.bgzf;

import com.intel.gkl.compression.IntelInflaterFactory;
import htsjdk.samtools.util.zip.InflaterFactory;
import java.util.Optional;

/** The only class that names Intel's: where theirs are missing, this one cannot be loaded. */
final class IntelInflaters {
  private IntelInflaters() {}

  /**
   * Empty where the library does not run on this system.
   *
   * @throws LinkageError when it is not on the class path
   */
  static Optional<InflaterFactory> factory() {
    IntelInflaterFactory factory = new IntelInflaterFactory();
    return factory.usingIntelInflater() ? Optional.of(factory) : Optional.empty();
  }
}
