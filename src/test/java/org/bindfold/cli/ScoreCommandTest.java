package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bindfold.SharedData;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.BundledSequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes into and out of {@code score}, its threads and its progress bar. */
class ScoreCommandTest {
  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }

  private static Run dhfr(String mutations, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "score",
                "--structure",
                "structures/1DRF.pdb",
                "--ligand",
                "FOL",
                "--mutations",
                mutations));
    args.addAll(Arrays.asList(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void mutationsFromStandardInputAreThoseOfAFile() throws Exception {
    String list = "L22F\nF31R\n";
    Run file = dhfr(write("m.txt", list));
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
      Run stdin = dhfr("-");

      assertThat(stdin.code).as(stdin.err).isZero();
      assertThat(stdin.out).isEqualTo(file.out).contains("F31R");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aSequenceGivenAsFastaNumbersAsTheBundledOne() throws Exception {
    String residues = BundledSequences.of("P00519").orElseThrow().residues();
    String fasta = write("abl.fasta", ">sp|X99999|ABL1_TEST\n" + residues + "\n");
    Run own = abl("uniprot:X99999", "--sequence", fasta);
    Run bundled = abl("uniprot:P00519");

    assertThat(own.code).as(own.err).isZero();
    assertThat(own.out).isEqualTo(bundled.out);
    assertThat(own.out.lines().toList().get(1)).startsWith("T315I\t").contains("\tA:334\t");
  }

  @Test
  void anAccessionThatIsNotBundledNeedsItsSequence() throws Exception {
    Run run = dhfr(write("m.txt", "L22F\n"), "--numbering", "uniprot:X99999");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("X99999", "P00374", "--sequence FASTA");
  }

  @Test
  void anOutputThatCannotBeWrittenLeavesNothing() throws Exception {
    String list = write("m.txt", "L22F\n");
    Run noFolder = dhfr(list, "-o", folder.resolve("none/out.tsv").toString());
    Run folderInItsPlace = dhfr(list, "-o", Files.createDirectory(folder.resolve("d")) + "/.");

    assertThat(noFolder.code).as(noFolder.err).isEqualTo(3);
    assertThat(noFolder.err).contains("none/out.tsv", "cannot be written").doesNotContain("\tat ");
    assertThat(folderInItsPlace.code).as(folderInItsPlace.err).isEqualTo(3);
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("m.txt", "d");
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws Exception {
    String list = write("many.txt", manyMutations());
    Run one = dhfr(list, "--threads", "1", "--allow-skipped");
    Run two = dhfr(list, "--threads", "2", "--allow-skipped");
    Run many = dhfr(list, "--threads", "7", "--allow-skipped");

    assertThat(one.out.lines().count()).isGreaterThan(200);
    assertThat(two.out).isEqualTo(one.out);
    assertThat(many.out).isEqualTo(one.out);
  }

  @Test
  void analyzeGivesTheSameBytesOnAnyNumberOfThreads() throws Exception {
    StringBuilder variants = new StringBuilder();
    String residues = BundledSequences.ofGene("ABL1").orElseThrow().residues();
    for (int position = 240; position < 330; position++) {
      AminoAcid wildType = AminoAcid.ofLetter(residues.charAt(position - 1)).orElseThrow();
      String mutant = wildType.hgvs().equals("Val") ? "Ile" : "Val";
      variants
          .append("ABL1 p.")
          .append(wildType.hgvs())
          .append(position)
          .append(mutant)
          .append('\n');
    }
    String list = write("kinase.tsv", variants.toString());
    for (String threads : List.of("1", "2")) {
      Path out = folder.resolve(threads);
      Run run =
          run("analyze", list, "--drug", "imatinib", "--threads", threads, "-o", out.toString());
      assertThat(run.code).as(run.err).isZero();
    }
    for (String format : List.of("json", "tsv", "html")) {
      String name = "kinase.bindfold." + format;
      assertThat(folder.resolve("2").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("1").resolve(name));
    }
  }

  @Test
  void aLongJobShowsItsProgressOnATerminalOnly() throws Exception {
    String list = write("many.txt", manyMutations());

    assertThat(written(list, false)).isEmpty();
    assertThat(written(list, true)).contains("mutations", "100%");
    assertThat(written(write("short.txt", "L22F\n"), true)).isEmpty();
  }

  /** What a run writes to the process's own stderr, where the bar goes. */
  private static String written(String list, boolean terminal) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      if (terminal) {
        System.setProperty(ProgressLine.TERMINAL, "true");
      }
      assertThat(dhfr(list, "--allow-skipped").code).isZero();
    } finally {
      System.clearProperty(ProgressLine.TERMINAL);
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String manyMutations() {
    StringBuilder list = new StringBuilder();
    for (char mutant : "ADEGHIKNQRSTVWY".toCharArray()) {
      for (String site : List.of("L22", "F31", "F34", "M52", "P61", "L67", "V115", "Y121", "Q35")) {
        list.append(site).append(mutant).append('\n').append(site).append("C\n");
      }
    }
    return list.toString();
  }

  private Run abl(String numbering, String... more) throws Exception {
    List<String> args =
        new ArrayList<>(
            List.of(
                "score",
                "--structure",
                SharedData.path("structures/reference/1OPJ.pdb"),
                "--ligand",
                "STI",
                "--numbering",
                numbering,
                "--mutations",
                write("abl.txt", "T315I\nF317V\n")));
    args.addAll(Arrays.asList(more));
    return run(args.toArray(String[]::new));
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
