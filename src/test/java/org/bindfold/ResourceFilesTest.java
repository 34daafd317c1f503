package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.bindfold.structure.BundledStructures;
import org.bindfold.structure.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

/** Every data file says where it comes from, and is what its maker makes. */
class ResourceFilesTest {
  private static final Path MAKERS = Path.of("src/data");
  private static final Path MAKE_ALL = MAKERS.resolve("make-all.sh");

  /** As headers write it: a script, a command of the program, or hand and what checks it. */
  private static final Pattern MADE_BY =
      Pattern.compile(
          "(?i)made[ _]by(?:: |\t)(?:hand, checked by )?"
              + "(?:(src/data/[a-z-]+\\.sh)|(\\w+Test)|bindfold (?:calibrate|atlas build))(?=\\W|$)");

  static List<Path> dataFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("src/main/resources", "structures")) {
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        found
            .filter(f -> f.toString().matches(".*(\\.tsv|\\.tsv\\.gz|\\.fasta|drugs\\.json)"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  /** But for the complexes as read, which BundledStructuresTest makes without a build. */
  static List<Path> filesWithAScript() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path file : dataFiles()) {
      if (header(file).contains("src/data/") && !header(file).contains("complexes.sh")) {
        files.add(file);
      }
    }
    return files;
  }

  static List<BundledStructures.Entry> entries() {
    return BundledStructures.all();
  }

  @ParameterizedTest
  @MethodSource("dataFiles")
  void itNamesItsSourceItsVersionAndItsMaker(Path file) throws IOException {
    String header = header(file);

    assertThat(header).containsIgnoringCase("version").containsPattern("(?i)source|# structure");
    Matcher maker = MADE_BY.matcher(header);
    assertThat(maker.find()).as("no 'Made by:' in " + header).isTrue();
    if (maker.group(1) != null) {
      assertThat(Path.of(maker.group(1))).isExecutable();
    } else if (maker.group(2) != null) {
      try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
        assertThat(tests).anyMatch(t -> t.endsWith(maker.group(2) + ".java"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filesWithAScript")
  void itsMakerMakesItAgain(Path file) throws Exception {
    Process process =
        new ProcessBuilder("sh", MAKE_ALL.toString(), "../shared", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();

    assumeFalse(said.startsWith("skipped"), said);
    assertThat(said).matches("(same|checked) +" + Pattern.quote(file.toString()) + "\n");
  }

  @Test
  void everyMakerIsRunByTheScriptThatRunsAll() throws IOException {
    String all = Files.readString(MAKE_ALL);
    try (Stream<Path> makers = Files.list(MAKERS)) {
      assertThat(makers.filter(m -> !m.equals(MAKE_ALL)))
          .isNotEmpty()
          .allMatch(m -> all.matches("(?s).* " + m.getFileName() + "\\s.*"));
    }
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

  private static List<String> lines(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Comment lines at the top; of JSON, which has none, what stands before the first list. */
  private static String header(Path file) throws IOException {
    boolean json = file.toString().endsWith(".json");
    return lines(file).stream()
        .takeWhile(l -> json ? !l.contains("[") : l.startsWith("#") || l.startsWith(";"))
        .collect(Collectors.joining("\n"));
  }

  /** Every column and every JSON field of that name in a data file. */
  private static List<String> smiles() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : dataFiles()) {
      List<String> lines = lines(file);
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
}
