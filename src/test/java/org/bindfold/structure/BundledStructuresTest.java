package org.bindfold.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bindfold.LoadedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A bundled complex is what its structure and ligand files give, and loads without reading them.
 */
class BundledStructuresTest {
  @TempDir private Path folder;

  static List<BundledStructures.Entry> entries() {
    return BundledStructures.all();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void itEqualsTheOneReadFromItsFiles(BundledStructures.Entry entry) {
    assertThat(BundledStructures.load(entry)).isEqualTo(BundledComplexes.read(entry));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void itIsWrittenAsItWouldBeToday(BundledStructures.Entry entry) {
    assertThat(Path.of("structures", entry.id() + ".tsv"))
        .as(
            "where reading has changed on purpose: src/data/complexes.sh %1$s > structures/%1$s.tsv",
            entry.id())
        .hasBinaryContent(ComplexTextWriter.write(BundledComplexes.read(entry)));
  }

  @Test
  void loadingItNeedsNeitherBioJavaNorCdk() throws Exception {
    assertThat(LoadedClasses.of(folder, Load.class, 0))
        .anyMatch(l -> l.contains(Complex.class.getName()))
        .noneMatch(l -> l.contains("org.biojava") || l.contains("org.openscience"));
  }

  /** Loads every bundled complex. */
  static final class Load {
    private Load() {}

    public static void main(String[] args) {
      BundledStructures.all().forEach(BundledStructures::load);
    }
  }
}
