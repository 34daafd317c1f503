package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bindfold.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/bindfold/affinity");
  private static final String HEADER = "drug\tmutation\tddg_exp_kcal_mol\n";

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  @Test
  void writesTheCalibrationThatShips() throws Exception {
    Path shipped = RESOURCES.resolve("calibration.tsv");

    Run run = again("--table", SharedData.path("tables/abl1_tki_ddg.tsv"), shipped);

    assertThat(run.code).as(run.err).isZero();
    assertThat(folder.resolve("out/calibration.tsv")).hasSameTextualContentAs(shipped);
    assertThat(run.out)
        .contains("fitted rows\t63", "left out\tposition", "left out\tdrug")
        .contains("all\tbindfold\t63\t13");
  }

  @Test
  void writesTheModelOfSelectionThatShips() throws Exception {
    Path shipped = RESOURCES.resolve("function.tsv");

    Run run =
        again(
            "--screen", SharedData.path("tables/abl1_tki_screen.tsv"), shipped, "--allow-skipped");

    assertThat(run.code).as(run.err).isZero();
    assertThat(folder.resolve("out/function.tsv")).hasSameTextualContentAs(shipped);
    assertThat(run.out)
        .contains("fitted rows\t3198", "nilotinib\tall\tp_resistant\t1848\t62")
        .contains("nilotinib\tin_model\tp_resistant\t1599\t62");
  }

  @Test
  void aTableOfFewPositionsIsRefusedAndNothingWritten() throws Exception {
    refuses(
        HEADER + "imatinib\tT315I\t2.2\nimatinib\tF317L\t0.4\nimatinib\tM351T\t0.3\n",
        "fewer than 4 positions");
  }

  @Test
  void aDrugWithoutAStructureIsNamed() throws Exception {
    refuses(HEADER + "unknownib\tT315I\t2.2\n", "unknownib.pdb");
  }

  @Test
  void headersThatWouldBreakTheFileAreRefused() throws Exception {
    String table = table(HEADER + "imatinib\tT315I\t2.2\n");

    assertThat(run("--table", table, "--source", "a\nb").err).contains("--source", "one line");
    assertThat(run("--table", table, "--source", "x", "--fit-version", "a/b").err)
        .contains("--fit-version", "'a/b'");
  }

  @Test
  void aSourceMustBeNamed() throws Exception {
    Run run = run("--table", table(HEADER + "imatinib\tT315I\t2.2\n"));

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("--source");
  }

  @Test
  void whatToFitToMustBeNamed() throws Exception {
    Run run = run("--source", "mine");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("--table TSV or --screen TSV").doesNotContain("internal fault");
  }

  @Test
  void aMissingTableIsNamed() throws Exception {
    Run run = run("--table", folder.resolve("none.tsv").toString(), "--source", "x");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("none.tsv");
  }

  private void refuses(String text, String message) throws Exception {
    Run run = run("--table", table(text), "--source", "x");

    assertThat(run.code).as(run.err).isEqualTo(3);
    assertThat(run.err).contains("table.tsv", message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private String table(String text) throws IOException {
    return Files.writeString(folder.resolve("table.tsv"), text).toString();
  }

  /** With the source and the version that a file's own header and last line state. */
  private Run again(String option, String measurements, Path shipped, String... more)
      throws IOException {
    List<String> lines = Files.readAllLines(shipped);
    List<String> args =
        new ArrayList<>(
            List.of(
                "calibrate",
                option,
                measurements,
                "--structures",
                SharedData.path("structures/hauser"),
                "--numbering",
                "uniprot:P00519",
                "--source",
                lines.get(1).substring("# Source: ".length()),
                "--fit-version",
                lines.get(lines.size() - 1).split("\t")[1],
                "-o",
                folder + "/out"));
    args.addAll(List.of(more));
    return execute(args);
  }

  private Run run(String... more) throws IOException {
    Path complexes = Files.createDirectories(folder.resolve("complexes"));
    if (!Files.exists(complexes.resolve("imatinib.pdb"))) {
      Files.copy(Path.of("structures/1IEP.pdb"), complexes.resolve("imatinib.pdb"));
      Files.copy(Path.of("structures/1IEP_STI.sdf"), complexes.resolve("imatinib.sdf"));
    }
    List<String> args =
        new ArrayList<>(
            List.of("calibrate", "--structures", complexes.toString(), "-o", folder + "/out"));
    args.addAll(List.of(more));
    return execute(args);
  }

  private static Run execute(List<String> args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.execute(new PrintWriter(out), new PrintWriter(err, true), args.toArray(String[]::new));
    assertThat(err.toString()).doesNotContain("\tat ");
    return new Run(code, out.toString(), err.toString());
  }
}
