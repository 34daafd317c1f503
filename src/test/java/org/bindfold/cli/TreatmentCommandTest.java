package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Site, expression, drug files, pump inhibitors and clones, from the command line to the report.
 */
class TreatmentCommandTest {
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

  private Run analyze(String... args) {
    return run(
        Stream.concat(
                Stream.of("analyze", "-o", folder.resolve("out").toString(), "--label", "x"),
                Arrays.stream(args))
            .toArray(String[]::new));
  }

  private JsonNode report(String... args) throws Exception {
    Run run = analyze(args);
    assertThat(run.code).as(run.err).isZero();
    return new ObjectMapper().readTree(folder.resolve("out/x.bindfold.json").toFile());
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static double factor(JsonNode report, String mechanism, String gene) {
    for (JsonNode m : report.at("/samples/0/mechanisms")) {
      if (m.get("name").asText().equals(mechanism) && m.get("gene").asText().equals(gene)) {
        return m.get("factor").asDouble();
      }
    }
    throw new AssertionError(mechanism + " " + gene + " in " + report.at("/samples/0"));
  }

  @Test
  void everyCataloguedDrugOfTheTargetIsReportedByDefault() throws Exception {
    JsonNode report = report(VCF);

    assertThat(report.at("/samples").findValuesAsText("drug"))
        .containsExactly(
            "asciminib",
            "axitinib",
            "bosutinib",
            "dasatinib",
            "imatinib",
            "nilotinib",
            "ponatinib",
            "tozasertib");
    assertThat(report.get("alternatives")).hasSize(8);
  }

  @Test
  void theBrainTakesThreeTimesMoreImatinib() throws Exception {
    assertThat(factor(report(VCF, "--drug", "imatinib", "--site", "cns"), "site", "-"))
        .isBetween(3.0, 3.5);
  }

  @Test
  void expressionTakesThePlaceOfCopies() throws Exception {
    String file = write("e.tsv", "gene\tfold\nABCB1\t13.5\n");
    JsonNode report = report(VCF, "--drug", "imatinib", "--copy-number", CNS, "--expression", file);

    assertThat(factor(report, "efflux", "ABCB1")).isBetween(2.5, 3.5);
    assertThat(report.get("inputs").toString()).contains("\"expression\"");
    assertThat(
            factor(
                report(
                    VCF, "--drug", "imatinib", "--expression", file, "--pump-inhibitor", "ABCB1"),
                "efflux",
                "ABCB1"))
        .isLessThan(1);
  }

  @Test
  void aReceptorThatIsLostMakesTamoxifenFail() throws Exception {
    String list = write("l.tsv", "ESR1 p.Arg256Ter\n");
    JsonNode report = report(list, "--drug", "tamoxifen");

    assertThat(report.at("/samples/0/outcome").asText()).isEqualTo("resistant");
    assertThat(factor(report, "target gone", "ESR1")).isEqualTo(1000);
  }

  @Test
  void aDeepDeletionOfTheReceptorNeedsNoVariant() throws Exception {
    String header =
        String.join(
            "\n",
            Files.readAllLines(Path.of(VCF)).stream().filter(l -> l.startsWith("#")).toList());
    String copies = write("c.tsv", "gene\tcopies\nESR1\t0.1\n");
    JsonNode report =
        report(write("none.vcf", header + "\n"), "--drug", "tamoxifen", "--copy-number", copies);

    assertThat(report.at("/samples/0/outcome").asText()).isEqualTo("resistant");
  }

  @Test
  void aFileAddsADrugToTheReport() throws Exception {
    String drug =
        """
        {"version": "mine", "drugs": [{"name": "newdrug", "target": "ABL1", "accession": "P00519",
         "mode": "enzyme inhibited", "targetLost": {"effect": "wanted", "source": "mine"},
         "competitor": "ATP", "tightBinding": false,
         "dissociationConstant": {"value": 2, "unit": "nM", "source": "mine 7"},
         "competition": {"value": 10, "unit": "ratio", "source": "mine"},
         "targetConcentration": {"value": 100, "unit": "nM", "source": "mine"}}]}
        """;
    String file = write("drugs.json", drug);

    JsonNode report = report(VCF, "--drug", "newdrug", "--drug-catalog", file);
    assertThat(report.get("drugValues").toString()).contains("mine 7");
    assertThat(
            analyze(
                    VCF,
                    "--drug-catalog",
                    write("bad.json", drug.replace("\"unit\": \"nM\", ", "")))
                .code)
        .isEqualTo(3);
  }

  @Test
  void badValuesAreWrongUsageAndBadFilesAreNamed() throws Exception {
    assertThat(analyze(VCF, "--site", "toe").code).isEqualTo(2);
    assertThat(analyze(VCF, "--pump-inhibitor", "ABCB1=2").code).isEqualTo(2);
    assertThat(analyze(VCF, "--pump-inhibitor", "ABCB1=0.0").code).isEqualTo(2);
    assertThat(analyze(VCF, "--expression", write("m.tsv", "gene\tfold\nAbcb1\t3\n")).err)
        .contains("m.tsv", "not of a human sample");
    assertThat(analyze(VCF, "--copy-number", write("n.tsv", "gene\tcopies\nABL1\t-1\n")).code)
        .isEqualTo(3);
    assertThat(analyze(VCF, "--purity", "0").code).isEqualTo(2);
  }

  @Test
  void variantsOfOnePhaseSetAreOneProtein() throws Exception {
    String vcf =
        Files.readString(Path.of(VCF))
            .replace("GT:AD:DP:AF\t0/1:712,88:800:0.110", "GT:AD:DP:AF:PS\t0|1:712,88:800:0.110:9")
            .replace(
                "GT:AD:DP:AF\t0/1:523,379:902:0.420", "GT:AD:DP:AF:PS\t0|1:523,379:902:0.420:9")
            .replace("GT:AD:DP:AF\t0/1:760,40:800:0.050", "GT:AD:DP:AF:PS\t1|0:760,40:800:0.050:9");

    JsonNode report = report(write("phased.vcf", vcf), "--drug", "imatinib");

    assertThat(report.at("/samples/0/decidedBy").asText()).isEqualTo("E255K/T315I");
    assertThat(report.at("/variants/3/hgvsProtein").asText()).isEqualTo("p.[Glu255Lys;Thr315Ile]");
    assertThat(report.at("/samples/0/notes").toString()).contains("(cis)", "(trans)");
  }

  @Test
  void theResistantCloneTakesOver() {
    Run run = run("simulate", VCF, "--drug", "imatinib", "--copy-number", CNS, "--days", "100");

    assertThat(run.code).as(run.err).isZero();
    List<String> lines = run.out.lines().filter(l -> !l.startsWith("#")).toList();
    assertThat(lines.get(0)).isEqualTo("day\tclone\tsize\tshare");
    assertThat(lines.get(1)).startsWith("0\twild type\t");
    assertThat(share(lines, "100\tT315I")).isGreaterThan(share(lines, "0\tT315I"));
    assertThat(run.out).contains("# relapse on day:", "# resistant cell before treatment");
  }

  @Test
  void theCourseIsTheSameAsJsonAndGoesToAFile() throws Exception {
    Path file = Path.of(write("place.tsv", "")).resolveSibling("course.json");
    String[] simulate = {"simulate", VCF, "--drug", "imatinib", "--days", "50"};
    Run table = run(simulate);

    Run json =
        run(
            Stream.concat(
                    Arrays.stream(simulate), Stream.of("--format", "json", "-o", file.toString()))
                .toArray(String[]::new));

    assertThat(json.code).as(json.err).isZero();
    assertThat(json.out).isEmpty();
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    List<String> rows = table.out.lines().filter(l -> l.matches("\\d.*")).toList();
    assertThat(root.get("course")).hasSameSizeAs(rows);
    assertThat(rows.get(7))
        .isEqualTo(
            String.join(
                "\t",
                root.get("course").get(7).get("day").asText(),
                root.get("course").get(7).get("clone").asText(),
                rows.get(7).split("\t")[2],
                rows.get(7).split("\t")[3]));
    assertThat(table.out)
        .contains(
            "days: " + root.get("summary").get(0).get("p_acquired").decimalValue().toPlainString());
  }

  @Test
  void mutantsThatGrowLessAreLessLikelyThere() {
    String fit = run("simulate", VCF, "--drug", "imatinib", "--cells", "1e7").out;
    String unfit =
        run("simulate", VCF, "--drug", "imatinib", "--cells", "1e7", "--fitness", "0.2").out;

    assertThat(before(unfit)).isPositive().isLessThan(before(fit));
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--fitness", "0").code).isEqualTo(2);
  }

  private static double before(String out) {
    String line =
        out.lines().filter(l -> l.startsWith("# resistant cell before")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  private static double share(List<String> lines, String start) {
    String line = lines.stream().filter(l -> l.startsWith(start + "\t")).findFirst().orElseThrow();
    return Double.parseDouble(line.split("\t")[3]);
  }

  @Test
  void simulationsWithoutClonesOrSenseAreRefused() throws Exception {
    String list = write("l.tsv", "ABL1 p.Thr315Ile\n");
    Run none = run("simulate", list, "--drug", "imatinib");
    assertThat(none.code).isEqualTo(3);
    assertThat(none.err).contains("l.tsv", "allele fraction");
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--days", "0").code).isEqualTo(2);
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--death", "1").code).isEqualTo(2);
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--cells", "1e99").code).isEqualTo(2);
    assertThat(run("simulate", VCF).code).isEqualTo(2);
  }
}
