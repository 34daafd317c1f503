package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindfold.structure.BundledStructures;
import org.bindfold.structure.Complex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every data file says where it comes from, and is what its catalog says. */
class ResourceFilesTest {
  static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      return files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
    }
  }

  static List<BundledStructures.Entry> entries() {
    return BundledStructures.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableBeginsWithItsSourceAndVersion(Path table) throws IOException {
    String header =
        Files.readAllLines(table).stream()
            .takeWhile(l -> l.startsWith("#"))
            .collect(Collectors.joining("\n"));

    assertThat(header).containsIgnoringCase("version").containsPattern("(?i)source|doi|PMID");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void aBundledStructureIsWhatTheCatalogSays(BundledStructures.Entry entry) throws Exception {
    byte[] file = Files.readAllBytes(Path.of("structures", entry.id() + ".pdb"));

    assertThat(entry.structureSha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
    Complex complex = BundledStructures.load(entry);
    assertThat(complex.chain()).isEqualTo(entry.chain());
    assertThat(complex.ligand().atoms()).isNotEmpty();
  }
}
