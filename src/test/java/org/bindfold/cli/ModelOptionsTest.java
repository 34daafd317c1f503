package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bindfold.sequence.BundledSequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores made with another calibration, or with the protein's family. */
class ModelOptionsTest {
  private static final String CALIBRATION =
      "# mine\nparameter\tvalue\ncontact\t0\nstabilisation\t0\ninactive_stabilisation\t0\nshift_kcal_mol\t-0.5\n"
          + "residual_sd_kcal_mol\t1\nversion\tmine\n";

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  @Test
  void aCalibrationOfTheUsersOwnTakesThePlaceOfTheBundledOne() throws Exception {
    Run run = score("--calibration", write("calibration.tsv", CALIBRATION));

    assertThat(run.code).as(run.err).isZero();
    assertThat(cell(run, "T315I", "ddg_kcal_mol")).isEqualTo("-0.50");
    assertThat(cell(run, "T315I", "ddg_low")).isEqualTo("-1.78");
    assertThat(run.err).contains("scored with calibration mine");
  }

  @Test
  void aScanTakesThemToo() throws Exception {
    String abl = BundledSequences.of("P00519").orElseThrow().residues();
    Run run =
        run(
            "scan",
            "--structure",
            "structures/1IEP.pdb",
            "--ligand-file",
            "structures/1IEP_STI.sdf",
            "--radius",
            "3",
            "--calibration",
            write("calibration.tsv", CALIBRATION),
            "--family",
            write("family.fasta", alignment(abl, abl, abl, abl, abl)),
            "-o",
            folder + "/scan");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.err).contains("calibration mine", "family of row0");
    assertThat(Files.readAllLines(folder.resolve("scan/scan.tsv")))
        .filteredOn(line -> line.startsWith("T315I\t"))
        .singleElement()
        .satisfies(line -> assertThat(line.split("\t")[1]).isEqualTo("-0.50"));
  }

  @Test
  void aCalibrationThatWouldBeFittedAnewIsRefused() throws Exception {
    Run run =
        run(
            "validate",
            "--table",
            write("t.tsv", "drug\tmutation\tddg_exp_kcal_mol\nimatinib\tT315I\t2\n"),
            "--structures",
            "structures",
            "--left-out",
            "position",
            "--calibration",
            write("calibration.tsv", CALIBRATION),
            "-o",
            folder + "/out");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("--calibration", "--left-out");
  }

  @ParameterizedTest
  @CsvSource({
    "'contact\t0', 'contact\t-1', 'has -1 for contact'",
    "'contact\t0', 'contact\t0\ncontact\t1', ':4: gives contact a second time'",
    "'\nstabilisation\t0', '', 'has no stabilisation'",
    "'version\tmine\n', '', 'has no version'",
    "'version\tmine\n', 'version\t \n', 'a version that is no name'",
    "'mol\t1', 'mol\t0', 'has 0 for residual_sd_kcal_mol; expected a number from 1.0E-4'",
    "'stabilisation\t0', 'stabilisation\tNaN', 'has NaN for stabilisation'",
    "'stabilisation\t0', 'stiffness\t0', ':4: is no parameter'"
  })
  void aDamagedCalibrationIsRefused(String whole, String damaged, String message) throws Exception {
    Run run = score("--calibration", write("calibration.tsv", CALIBRATION.replace(whole, damaged)));

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("calibration.tsv").contains(message).doesNotContain("Exception");
    assertThat(run.out).isEmpty();
  }

  @Test
  void aFamilyInWhichThePlaceVariesMakesAWorkingMutantMoreLikely() throws Exception {
    String abl = BundledSequences.of("P00519").orElseThrow().residues();
    String varied = abl.substring(0, 314) + 'I' + abl.substring(315);
    String constant = alignment(abl, abl, abl, abl, abl, abl);

    double alone = p(score());
    double conserved = p(score("--family", write("constant.fasta", constant)));
    double variable =
        p(score("--family", write("varied.fasta", alignment(abl, varied, varied, varied, varied))));

    assertThat(conserved).isEqualTo(alone);
    assertThat(variable).isGreaterThan(alone + 0.1);
  }

  @Test
  void aFamilyOfAnotherProteinIsRefused() throws Exception {
    String dhfr = BundledSequences.of("P00374").orElseThrow().residues();

    Run run = score("--family", write("dhfr.fasta", alignment(dhfr, dhfr, dhfr, dhfr, dhfr)));

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("1IEP.pdb", "chain A", "first row is the scored protein");
  }

  private Run score(String... more) throws Exception {
    List<String> args =
        new ArrayList<>(
            List.of(
                "score",
                "--structure",
                "structures/1IEP.pdb",
                "--ligand-file",
                "structures/1IEP_STI.sdf",
                "--mutations",
                write("mutations.txt", "T315I\nM351T\n")));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }

  private static double p(Run run) {
    assertThat(run.code).as(run.err).isZero();
    return Double.parseDouble(cell(run, "T315I", "p_resistant"));
  }

  private static String cell(Run run, String mutation, String column) {
    List<String> lines = run.out.lines().toList();
    int index = List.of(lines.get(0).split("\t")).indexOf(column);
    return lines.stream()
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells[0].equals(mutation))
        .findFirst()
        .orElseThrow()[index];
  }

  private static String alignment(String... rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      text.append(">row").append(i).append('\n').append(rows[i]).append('\n');
    }
    return text.toString();
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
