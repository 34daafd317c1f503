package org.bindfold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bindfold.io.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files appear all together under safe names, or not at all. */
final class ReportFilesTest {
  private static final List<ReportFormat> ALL = List.of(ReportFormat.values());

  @TempDir private Path directory;

  @Test
  void writesTheSetIntoADirectoryThatItMakes() throws Exception {
    Path reports = directory.resolve("a/b");
    List<Path> written = ReportFiles.write(ReportFixture.typical(), reports, ALL);
    assertThat(written)
        .containsExactly(
            reports.resolve("cml-relapse.bindfold.json"),
            reports.resolve("cml-relapse.bindfold.tsv"),
            reports.resolve("cml-relapse.bindfold.html"));
    assertThat(content(reports)).containsExactlyInAnyOrderElementsOf(written);
    assertThat(written.get(1))
        .hasBinaryContent(new TsvReportWriter().render(ReportFixture.typical()));
  }

  @Test
  void replacesAnOlderReportAndGivesTheSameBytes() throws Exception {
    Path file =
        ReportFiles.write(ReportFixture.full(), directory, Set.of(ReportFormat.HTML)).get(0);
    byte[] first = Files.readAllBytes(file);
    Files.writeString(file, "older");
    ReportFiles.write(ReportFixture.full(), directory, Set.of(ReportFormat.HTML));
    assertThat(file).hasBinaryContent(first);
    assertThat(content(directory)).containsExactly(file);
  }

  @Test
  void refusesADirectoryThatIsAFile() throws Exception {
    Path file = Files.writeString(directory.resolve("reports"), "mine");
    refused(file);
    refused(file.resolve("below"));
    assertThat(file).hasContent("mine");
    assertThat(content(directory)).containsExactly(file);
  }

  @Test
  void leavesNothingWhenOneFileCannotBeWritten() throws Exception {
    Path inTheWay = Files.createDirectory(directory.resolve("cml-relapse.bindfold.html"));
    refused(directory);
    assertThat(content(directory)).containsExactly(inTheWay);
  }

  @Test
  void reportIsAsReadableAsAnyOtherFile() throws Exception {
    Path plain = Files.createFile(directory.resolve("plain"));
    Path file =
        ReportFiles.write(ReportFixture.empty(), directory, Set.of(ReportFormat.JSON)).get(0);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @ParameterizedTest
  @CsvSource({
    "cml-relapse, cml-relapse",
    "tumour.vcf.gz, tumour.vcf.gz",
    "../../etc/passwd, _.._etc_passwd",
    ".hidden, hidden",
    "-o, o",
    "., report",
    "a b:c*d\\e, a_b_c_d_e",
    "'', report"
  })
  void fileNameIsSafe(String label, String expected) {
    assertThat(ReportFiles.fileName(label, ReportFormat.JSON))
        .isEqualTo(expected + ".bindfold.json");
  }

  @Test
  void fileNameIsBounded() {
    String name = ReportFiles.fileName("\u60a3".repeat(500), ReportFormat.HTML);
    assertThat(name).isEqualTo("\u60a3".repeat(60) + ".bindfold.html");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200);
    assertThat(ReportFiles.fileName("a\u0000\n\u202e/b", ReportFormat.TSV))
        .isEqualTo("a____b.bindfold.tsv");
  }

  private static void refused(Path directory) {
    assertThatThrownBy(() -> ReportFiles.write(ReportFixture.typical(), directory, ALL))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.kind()).isEqualTo(InputException.Kind.OUTPUT))
        .hasMessageStartingWith(directory.toString())
        .hasMessageContaining("choose another output directory");
  }

  private static List<Path> content(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
