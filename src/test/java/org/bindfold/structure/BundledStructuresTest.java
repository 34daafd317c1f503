package org.bindfold.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindfold.LoadedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A bundled complex is what its structure and ligand files give, and loads without reading them.
 */
class BundledStructuresTest {
  private static final Path STRUCTURES = Path.of("structures");

  @TempDir private Path folder;

  static List<BundledStructures.Entry> entries() {
    return BundledStructures.all();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void itEqualsTheOneReadFromItsFiles(BundledStructures.Entry entry) {
    assertThat(BundledStructures.load(entry)).isEqualTo(read(entry));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void itIsWrittenAsItWouldBeToday(BundledStructures.Entry entry) throws IOException {
    Path kept = STRUCTURES.resolve(entry.id() + ".tsv");
    Path today = Path.of("target", entry.id() + ".tsv");
    Files.write(today, ComplexTextWriter.write(read(entry)));

    assertThat(kept)
        .as("where reading has changed on purpose, copy %s to %s", today, kept)
        .hasSameTextualContentAs(today);
  }

  @Test
  void loadingItNeedsNeitherBioJavaNorCdk() throws Exception {
    assertThat(LoadedClasses.of(folder, Load.class, 0))
        .anyMatch(l -> l.contains(Complex.class.getName()))
        .noneMatch(l -> l.contains("org.biojava") || l.contains("org.openscience"));
  }

  private static Complex read(BundledStructures.Entry entry) {
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                STRUCTURES.resolve(entry.structureFile()).toString(),
                Optional.of(entry.chain()),
                entry.ligandFile().isPresent() ? Optional.empty() : Optional.of(entry.ligand()),
                entry.ligandFile().map(f -> STRUCTURES.resolve(f).toString())));
    return new Complex(
        entry.id(),
        complex.chains(),
        complex.chain(),
        complex.ligand(),
        complex.cofactors(),
        complex.metals(),
        Optional.of(entry.organism()),
        complex.notes());
  }

  /** Loads every bundled complex. */
  static final class Load {
    private Load() {}

    public static void main(String[] args) {
      BundledStructures.all().forEach(BundledStructures::load);
    }
  }
}
