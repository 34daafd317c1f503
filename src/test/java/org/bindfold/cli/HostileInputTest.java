package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small files with one fault each, listed in {@code expected.tsv} with the exit code and a part of
 * the message. Where a file has good records beside the bad one, they must reach the report.
 */
class HostileInputTest {
  private static final Path CORPUS = Path.of("src/test/resources/hostile");
  private static final String GOOD = "mutations/cml-relapse.vcf";
  // A hang would otherwise never end; the time itself is not what is tested.
  private static final Duration HANGING = Duration.ofSeconds(60);

  @TempDir private Path folder;

  /**
   * One file of the corpus.
   *
   * @param kind {@code variants} or {@code copies}
   * @param good what of the good records stands in the report, empty for none
   */
  private record Case(String file, String kind, int code, String message, String good) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(CORPUS.resolve("expected.tsv"))) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        cases.add(new Case(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]));
      }
    }
    return cases;
  }

  @Test
  void everyFileOfTheCorpusIsListed() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      assertThat(
              files
                  .map(path -> path.getFileName().toString())
                  .filter(n -> !n.equals("expected.tsv")))
          .containsExactlyInAnyOrderElementsOf(cases().stream().map(Case::file).toList())
          .hasSizeGreaterThanOrEqualTo(150);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void endsWithItsExitCodeAndMessageAndKeepsTheGoodRecords(Case bad) throws IOException {
    String file = CORPUS.resolve(bad.file).toString();
    Path out = folder.resolve("out");
    List<String> arguments = new ArrayList<>(List.of("analyze"));
    arguments.addAll(
        bad.kind.equals("copies") ? List.of(GOOD, "--copy-number", file) : List.of(file));
    // A drug of another target: the readers are tested here, not the scoring of ABL1.
    arguments.addAll(
        List.of(
            "--drug", "methotrexate", "--format", "json", "--label", "a", "-o", out.toString()));
    StringWriter err = new StringWriter();
    int code =
        assertTimeoutPreemptively(
            HANGING,
            () ->
                Main.execute(
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(err, true),
                    arguments.toArray(String[]::new)));
    String message = err.toString();
    assertThat(message).doesNotContain("\tat ").doesNotContain("internal fault");
    assertThat(message.chars().filter(c -> c < ' ' && c != '\n' && c != '\r')).isEmpty();
    assertThat(code).as(message).isEqualTo(bad.code);
    assertThat(message).contains(bad.message);
    if (code == ExitCode.UNUSABLE.code() || code == ExitCode.USAGE.code()) {
      assertThat(message.strip().lines()).hasSize(1);
      assertThat(message).contains(file);
      assertThat(out).doesNotExist();
    } else {
      String report = Files.readString(out.resolve("a.bindfold.json"));
      assertThat(report).contains(bad.good);
      if (code == ExitCode.SKIPPED.code()) {
        assertThat(message).contains("skipped: " + file + ":");
      }
    }
  }
}
