package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bindfold.report.MutationScoreTable;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ScanCommandTest {
  private static final String[] COMPLEX = {
    "--structure", "structures/1IEP.pdb", "--ligand-file", "structures/1IEP_STI.sdf"
  };

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  private static Run run(String command, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all =
        Stream.of(new String[] {command}, COMPLEX, args)
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err, true), all);
    return new Run(code, out.toString(), err.toString());
  }

  private Path scan(String name, String... args) {
    Path target = folder.resolve(name);
    String[] all =
        Stream.of(new String[] {"-o", target.toString()}, args)
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    Run run = run("scan", all);
    assertThat(run.code).as(run.err).isZero();
    return target;
  }

  @Test
  void givesTheNumbersThatScoreGives() throws Exception {
    List<String> scanned = Files.readAllLines(scan("near", "--radius", "3.5").resolve("scan.tsv"));
    Path list = folder.resolve("list.txt");
    Files.write(list, scanned.stream().skip(1).map(l -> l.split("\t")[0]).toList());

    Run scored = run("score", "--mutations", list.toString());

    assertThat(scanned.get(0)).isEqualTo(MutationScoreTable.of(List.of()).header());
    assertThat(scored.out.lines().toList()).isEqualTo(scanned);
  }

  @Test
  void packsNeighboursAnewAsScoreDoes() throws Exception {
    List<String> scanned =
        Files.readAllLines(scan("packed", "--radius", "3", "--repack", "1").resolve("scan.tsv"));
    Path list = folder.resolve("list.txt");
    Files.write(list, scanned.stream().skip(1).map(l -> l.split("\t")[0]).toList());

    Run scored = run("score", "--mutations", list.toString(), "--repack", "1");

    assertThat(scored.out.lines().toList()).isEqualTo(scanned);
    assertThat(scored.out).contains("packed anew with it: ");
  }

  @Test
  void takesTheResiduesWithinTheRadius() throws Exception {
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                COMPLEX[1], Optional.empty(), Optional.empty(), Optional.of(COMPLEX[3])));
    long near =
        complex.scoredChain().residues().stream()
            .filter(r -> r.aminoAcid().isPresent())
            .filter(
                r ->
                    r.atoms().stream()
                        .anyMatch(
                            a ->
                                complex.ligand().atoms().stream()
                                    .anyMatch(b -> a.position().distance(b.position()) <= 4)))
            .count();

    List<String> rows = Files.readAllLines(scan("four", "--radius", "4").resolve("scan.tsv"));

    assertThat(rows).hasSize((int) near * 19 + 1);
  }

  @Test
  void writesTheSameBytesOnOneAndTwoThreads() throws Exception {
    Path one = scan("one", "--radius", "4.5", "--threads", "1");
    Path two = scan("two", "--radius", "4.5", "--threads", "2");
    for (String file : List.of("scan.tsv", "scan.json", "scan.svg")) {
      assertThat(two.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
  }

  @Test
  void drawsTwentyCellsForEachResidue() throws Exception {
    Path scan = scan("drawn", "--radius", "4");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document svg =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(Files.readAllBytes(scan.resolve("scan.svg"))));
    long residues = (Files.readAllLines(scan.resolve("scan.tsv")).size() - 1) / 19;

    // One more title is the picture's own.
    assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo((int) residues * 20 + 1);
  }

  @Test
  void refusesARadiusThatIsNone() {
    for (String radius : List.of("-1", "0", "NaN", "wide", "1e9")) {
      Run run = run("scan", "--radius", radius, "-o", folder.resolve("none").toString());
      assertThat(run.code).as(radius).isEqualTo(2);
      assertThat(run.err).contains("--radius", radius);
      assertThat(folder.resolve("none")).doesNotExist();
    }
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    Run run = run("scan", "--radius", "3.5", "-o", file.resolve("under").toString());

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err.strip().lines()).hasSize(1);
  }
}
