package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bindfold.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes, messages, and what is left behind. */
class CommandLineTest {
  private static final String VCF = "mutations/cml-relapse.vcf";
  private static final String CNS = "mutations/cml-relapse.cns";

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  private Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err, true), args);
    assertThat(err.toString()).doesNotContain("\tat ");
    return new Run(code, out.toString(), err.toString());
  }

  private Run analyze(String file, String... more) {
    return run(
        concat(new String[] {"analyze", file, "-o", folder.resolve("out").toString()}, more));
  }

  private void leavesNothing(Run run, int code, String... words) {
    assertThat(run.code).as(run.err).isEqualTo(code);
    assertThat(run.err.strip().lines()).as("one message").hasSize(1);
    assertThat(run.err).contains(words);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aMissingFile() {
    leavesNothing(analyze("no-such.vcf"), 3, "no-such.vcf", "does not exist");
  }

  @Test
  void anEmptyFile() throws Exception {
    leavesNothing(analyze(write("empty.vcf", "")), 3, "empty.vcf", "is empty");
  }

  @Test
  void aDirectory() {
    leavesNothing(analyze(folder.toString()), 3, "is a directory");
  }

  @Test
  void aGzipThatIsCutShort() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(Files.readAllBytes(Path.of(VCF)));
    }
    byte[] whole = zipped.toByteArray();
    Path cut = folder.resolve("cut.vcf.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    leavesNothing(analyze(cut.toString()), 3, "cut.vcf.gz", "cut short");
  }

  @Test
  void aVcfWithoutItsHeader() throws Exception {
    String body =
        String.join(
            "\n",
            Files.readAllLines(Path.of(VCF)).stream().filter(l -> !l.startsWith("#")).toList());

    leavesNothing(analyze(write("headless.vcf", body + "\n")), 3, "headless.vcf", "##fileformat");
  }

  @Test
  void theWrongAssemblyNamesTheOneThatFits() throws Exception {
    String other =
        String.join(
            "\n",
            Files.readAllLines(Path.of(VCF)).stream()
                .filter(l -> !l.startsWith("##contig") && !l.startsWith("##reference"))
                .toList());

    leavesNothing(
        analyze(write("moved.vcf", other + "\n"), "--assembly", "GRCh37"), 3, "GRCh37", "GRCh38");
  }

  @Test
  void anUnknownDrugSuggestsTheNearest() {
    leavesNothing(analyze(VCF, "--drug", "imatinob"), 2, "imatinob", "imatinib");
  }

  @Test
  void anUnknownGeneIsSkippedAndListed() throws Exception {
    Run run = analyze(write("list.tsv", "DHFT p.Leu23Phe\nABL1 p.Thr315Ile\n"));

    assertThat(run.code).isEqualTo(4);
    assertThat(run.err).contains("list.tsv:1", "DHFT", "DHFR");
    assertThat(folder.resolve("out/list.bindfold.json")).content().contains("T315I", "DHFT");
  }

  @Test
  void aWildTypeResidueThatTheProteinHasNotTriesTheKnownOffsets() throws Exception {
    Run literature =
        analyze(write("papers.tsv", "DHFR p.Leu22Phe\nABL1 p.Thr334Ile\nABL1 p.Thr315Ile\n"));

    assertThat(literature.code).isEqualTo(4);
    assertThat(literature.err).contains("papers.tsv:1", "Leu23Phe", "papers.tsv:2", "Thr315Ile");
    assertThat(analyze(folder.resolve("papers.tsv").toString(), "--allow-skipped").code).isZero();
  }

  @Test
  void aFileOfWhichNoRecordCanBeUsed() throws Exception {
    leavesNothing(analyze(write("bad.tsv", "DHFR p.Leu22Phe\n")), 3, "none of its 1 records");
  }

  @Test
  void aReportFolderThatCannotBeWritten() throws Exception {
    String file = write("taken", "x");

    Run run = run("analyze", VCF, "-o", file + "/below");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("taken");
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void wrongUsage() {
    assertThat(run("analyse", VCF).code).isEqualTo(2);
    assertThat(run("analyze", VCF, "--no-such-option").code).isEqualTo(2);
    assertThat(run().code).isEqualTo(2);
    leavesNothing(analyze(VCF, "--purity", "1.5"), 2, "--purity", "1.5");
    leavesNothing(analyze(VCF, "--format", "pdf"), 2, "--format", "pdf");
    leavesNothing(analyze(VCF, "--fail-on", "always"), 2, "--fail-on");
    leavesNothing(analyze(VCF, "--assembly", "hg17"), 2, "hg17");
    leavesNothing(analyze(VCF, "--threads", "0"), 2, "--threads");
  }

  @Test
  void failOnIsMetByTheSample() {
    assertThat(analyze(VCF, "--copy-number", CNS, "--fail-on", "resistant").code).isEqualTo(5);
    assertThat(analyze(VCF, "--copy-number", CNS).code).isZero();
  }

  @Test
  void aHeaderWithoutRecordsIsAnEmptyReport() throws Exception {
    String header =
        String.join(
            "\n",
            Files.readAllLines(Path.of(VCF)).stream().filter(l -> l.startsWith("#")).toList());

    assertThat(analyze(write("none.vcf", header + "\n")).code).isZero();
    assertThat(folder.resolve("out/none.bindfold.json"))
        .content()
        .containsPattern("\"results\"\\s*:\\s*\\[\\s*\\]");
  }

  @Test
  void aStructureWithoutTheLigandListsThoseItHas() throws Exception {
    Run run =
        run(
            "score",
            "--structure",
            "structures/1DRF.pdb",
            "--ligand",
            "MTX",
            "--mutations",
            write("m.txt", "L22F\n"));

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("1DRF.pdb", "no ligand 'MTX'", "FOL");
  }

  @Test
  void aLigandFarFromTheProtein() throws Exception {
    Run run =
        run(
            "score",
            "--structure",
            "structures/1DRF.pdb",
            "--ligand-file",
            "structures/1IEP_STI.sdf",
            "--mutations",
            write("m.txt", "L22F\n"));

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("angstrom from the nearest atom", "6 or less");
  }

  @Test
  void aStructureThatIsNone() throws Exception {
    Run text = score(write("text.pdb", "nothing here\n"), "T315I");
    assertThat(text.code).isEqualTo(3);
    assertThat(text.err).contains("text.pdb", "no atoms");

    List<String> lines = Files.readAllLines(Path.of("structures/1DRF.pdb"));
    String cut = String.join("\n", lines.subList(0, 900));
    Run cutShort = score(write("cut.pdb", cut.substring(0, cut.length() - 40)), "L22F");
    assertThat(cutShort.code).isEqualTo(3);
    assertThat(cutShort.err).contains("cut.pdb:900", "cut short");
  }

  @Test
  void eachMutationKeepsItsRowInOrder() throws Exception {
    Run run =
        run(
            "score",
            "--structure",
            "structures/1DRF.pdb",
            "--ligand",
            "FOL",
            "--mutations",
            write(
                "m.tsv", "mutation\tnote\nL22F\tx\nnonsense\nW22F\nLeu22Arg\nF31R/Q35E\nL999F\n"));

    assertThat(run.code).isEqualTo(4);
    List<String> rows = run.out.lines().toList();
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0))
        .startsWith(
            "mutation\tddg_kcal_mol\tddg_low\tddg_high\tfold_change\tp_resistant\tclass\tdistance_A\tnote");
    assertThat(rows)
        .map(r -> r.split("\t", 2)[0])
        .containsExactly("mutation", "L22F", "nonsense", "W22F", "Leu22Arg", "F31R/Q35E", "L999F");
    assertThat(rows.get(1).split("\t")[1]).matches("-?\\d+\\.\\d\\d");
    assertThat(rows.get(3)).contains("the structure has Leu at A:22");
    assertThat(rows).allMatch(r -> r.split("\t", -1).length == 14);
  }

  @Test
  void uniprotNumbersAndAuthorNumbersGiveTheSameScore() throws Exception {
    Run author =
        run(
            "score",
            "--structure",
            "structures/1DRF.pdb",
            "--ligand",
            "FOL",
            "--mutations",
            write("a.txt", "L22F\n"));
    Run uniprot =
        run(
            "score",
            "--structure",
            "structures/1DRF.pdb",
            "--ligand",
            "FOL",
            "--numbering",
            "uniprot:P00374",
            "--mutations",
            write("u.txt", "L23F\n"));

    assertThat(uniprot.code).isZero();
    assertThat(uniprot.out.lines().toList().get(1).substring(4))
        .isEqualTo(author.out.lines().toList().get(1).substring(4));
  }

  @Test
  void jsonHoldsWhatTheTableHolds() throws Exception {
    String list = write("m.txt", "L22F\n");
    Run table =
        run("score", "--structure", "structures/1DRF.pdb", "--ligand", "FOL", "--mutations", list);
    Run json =
        run(
            "score",
            "--structure",
            "structures/1DRF.pdb",
            "--ligand",
            "FOL",
            "--mutations",
            list,
            "--format",
            "json");

    String ddg = table.out.lines().toList().get(1).split("\t")[1];
    assertThat(json.out).contains("\"ddg_kcal_mol\" : " + ddg);
  }

  @Test
  void everySharedComplexIsScored() throws Exception {
    String list = write("m.txt", "T315A\n");
    for (String drug :
        List.of(
            "axitinib",
            "bosutinib",
            "dasatinib",
            "erlotinib",
            "gefitinib",
            "imatinib",
            "nilotinib",
            "ponatinib")) {
      String base = SharedData.path("structures/hauser/" + drug);
      Run run =
          run(
              "score",
              "--structure",
              base + ".pdb",
              "--ligand-file",
              base + ".sdf",
              "--numbering",
              "uniprot:P00519",
              "--mutations",
              list);
      assertThat(run.code).as(drug + run.err).isZero();
    }
    for (String pair :
        List.of(
            "1IEP STI",
            "1OPJ STI",
            "2HYY STI",
            "3PYY STI",
            "3CS9 NIL",
            "5MO4 NIL",
            "5MO4 AY7",
            "2GQG 1N1",
            "4XEY 1N1",
            "3UE4 DB8",
            "3OXZ 0LI",
            "2F4J VX6")) {
      String[] p = pair.split(" ");
      Run run =
          run(
              "score",
              "--structure",
              SharedData.path("structures/reference/" + p[0] + ".pdb"),
              "--ligand",
              p[1],
              "--numbering",
              "uniprot:P00519",
              "--mutations",
              list);
      assertThat(run.code).as(pair + run.err).isZero();
    }
    for (String triple :
        List.of(
            "1U72.pdb MTX L22F",
            "4DFR.pdb MTX L28F",
            "1RX1.pdb NAP L28F",
            "3ERT.pdb OHT L387F",
            "1XPC.pdb AIT L387F",
            "1YIM.pdb CM4 L387F",
            "1ACJ.cif THA W84A")) {
      String[] p = triple.split(" ");
      Run run =
          run(
              "score",
              "--structure",
              SharedData.path("structures/reference/" + p[0]),
              "--ligand",
              p[1],
              "--mutations",
              write("x.txt", p[2] + "\n"));
      assertThat(run.code).as(triple + run.err).isZero();
    }
  }

  @Test
  void drugsAndStructuresAreListed() {
    assertThat(run("drugs").out)
        .contains("imatinib\tABL1\tP00519\tABCB1,ABCG2\t1IEP", "stand-in FOL");
    assertThat(run("structures").out).contains("1IEP\tABL1", "1DRF\tDHFR");
    assertThat(run("structures", "get", "../x").code).isEqualTo(2);
  }

  private Run score(String structure, String mutation) throws Exception {
    return run("score", "--structure", structure, "--mutations", write("one.txt", mutation + "\n"));
  }

  private String write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  private static String[] concat(String[] a, String[] b) {
    String[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
