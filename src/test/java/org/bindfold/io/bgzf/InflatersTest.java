package org.bindfold.io.bgzf;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.samtools.util.zip.InflaterFactory;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InflatersTest {
  @Test
  void theFastOneIsIntelsOrNone() {
    assertThat(Inflaters.fast().map(inflater -> inflater.getClass().getName()))
        .isIn(Optional.empty(), Optional.of("com.intel.gkl.compression.IntelInflater"));
  }

  /** As with the runnable jar alone, which does not carry Intel's. */
  @Test
  void whereIntelsIsNotOnTheClassPathThereIsNone() throws Exception {
    URL[] places = {placeOf(Inflaters.class), placeOf(InflaterFactory.class)};
    try (URLClassLoader without =
        new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
      Method fast = without.loadClass(Inflaters.class.getName()).getDeclaredMethod("fast");
      fast.setAccessible(true);

      assertThat(fast.invoke(null)).isEqualTo(Optional.empty());
    }
  }

  private static URL placeOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
