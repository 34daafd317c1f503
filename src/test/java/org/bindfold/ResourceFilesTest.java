package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindfold.structure.BundledStructures;
import org.bindfold.structure.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

/** Every data file says where it comes from, and is what its catalog says. */
class ResourceFilesTest {
  static List<Path> tables() throws IOException {
    return files(".tsv");
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      return files
          .filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith))
          .sorted()
          .toList();
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

  @Test
  void noMoleculeStandsTwice() throws Exception {
    // Canonical: the same molecule written in another order is still the same fact.
    SmilesGenerator canonical = new SmilesGenerator(SmiFlavor.Unique);
    SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
    List<String> molecules = new ArrayList<>();
    for (String smiles : smiles()) {
      molecules.add(canonical.create(parser.parseSmiles(smiles)));
    }

    assertThat(molecules).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  /** Every column and every JSON field of that name in a data file. */
  private static List<String> smiles() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(".tsv", ".json")) {
      List<String> lines = Files.readAllLines(file);
      if (file.toString().endsWith(".json")) {
        Pattern field = Pattern.compile("\"smiles\"\\s*:\\s*\"([^\"]+)\"");
        field.matcher(String.join("\n", lines)).results().forEach(r -> found.add(r.group(1)));
        continue;
      }
      List<String[]> rows =
          lines.stream().filter(l -> !l.startsWith("#")).map(l -> l.split("\t", -1)).toList();
      int column = List.of(rows.get(0)).indexOf("smiles");
      if (column >= 0) {
        rows.stream().skip(1).forEach(row -> found.add(row[column]));
      }
    }
    return found;
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
