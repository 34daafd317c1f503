package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void aLossOfTheTargetOnAnUnknownShareOfCopiesHidesNeitherCopiesNorOtherVariants()
      throws Exception {
    String lost = write("lost.txt", "ABL1:p.Gly250Ter\n");
    String copies = write("copies.tsv", "gene\tcopies\nABL1\t20\n");

    JsonNode amplified = report(lost, "--copy-number", copies, "--drug", "imatinib");
    assertThat(amplified.at("/samples/0/outcome").asText()).isEqualTo("resistant");
    assertThat(factor(amplified, "target amplified", "ABL1")).isGreaterThan(3);

    JsonNode alone = report(lost, "--drug", "imatinib");
    assertThat(alone.at("/samples/0/outcome").asText()).isEqualTo("not_assessed");

    String clonal = write("clonal.tsv", "gene\tchange\tvaf\nABL1\tG250*\t1\n");
    assertThat(report(clonal, "--drug", "imatinib").at("/samples/0/outcome").asText())
        .isEqualTo("sensitive");
  }

  @Test
  void aDrugOfWhichNobodyKnowsHowMuchReachesTheBrainIsNotAssessedThere() throws Exception {
    String changes = write("changes.txt", "ABL1 M351T\n");

    JsonNode report = report(changes, "--drug", "asciminib", "--site", "cns");

    assertThat(report.at("/samples/0/outcome").asText()).isEqualTo("not_assessed");
    assertThat(report.at("/samples/0/notes").toString())
        .contains("How much of asciminib reaches the brain is not known");
    assertThat(report(changes, "--drug", "asciminib").at("/samples/0/outcome").asText())
        .isEqualTo("sensitive");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "newdrug|gleevec|/drugs/0/name",
        "P00519|P00533|/drugs/0/accession",
        "mine 7|assumed|/drugs/0/dissociationConstant/source",
        "'}]}'|'}]} x'|is not JSON"
      })
  void aFileThatContradictsIsRefused(String found, String put, String place) throws Exception {
    String drug =
        """
        {"version": "mine", "drugs": [{"name": "newdrug", "target": "ABL1", "accession": "P00519",
         "mode": "enzyme inhibited", "targetLost": {"effect": "wanted", "source": "mine"},
         "competitor": "ATP", "tightBinding": false,
         "dissociationConstant": {"value": 2, "unit": "nM", "source": "mine 7"},
         "competition": {"value": 10, "unit": "ratio", "source": "mine"},
         "targetConcentration": {"value": 100, "unit": "nM", "source": "mine"}}]}
        """;
    String file = write("mine.json", drug.replace(found, put));

    for (Run run :
        List.of(
            analyze(VCF, "--drug-catalog", file),
            run("simulate", VCF, "--drug", "imatinib", "--drug-catalog", file))) {
      assertThat(run.code).as(run.err).isEqualTo(3);
      assertThat(run.err).contains("mine.json", place, "expected");
    }
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aFileMayBringATargetThatIsNotOnThePanel() throws Exception {
    String drug =
        """
        {"version": "mine", "drugs": [{"name": "newdrug", "target": "EGFR", "accession": "P00533",
         "mode": "enzyme inhibited", "targetLost": {"effect": "resistant", "source": "mine"},
         "competitor": "ATP", "tightBinding": false,
         "dissociationConstant": {"value": 2, "unit": "nM", "source": "mine"},
         "competition": {"value": 10, "unit": "ratio", "source": "mine"},
         "targetConcentration": {"value": 40, "unit": "nM", "source": "mine"},
         "transport": [{"gene": "ABCC1", "role": "exporter",
                        "rate": {"value": 1, "unit": "ratio", "source": "mine"}}]}]}
        """;
    String catalog = write("drugs.json", drug);
    String copies = write("c.tsv", "gene\tcopies\nEGFR\t20\nABCC1\t6\n");

    JsonNode changed =
        report(
            write("l.tsv", "EGFR p.Thr790Met\n"),
            "--drug-catalog",
            catalog,
            "--drug",
            "newdrug",
            "--copy-number",
            copies);
    JsonNode result = changed.at("/results/0");
    // Eleven times by copies alone, whatever the change does to binding.
    assertThat(result.get("outcome").asText()).isEqualTo("resistant");
    assertThat(result.get("notes").toString()).contains("no structure", "not known");
    // Target (2 x 10 + 40 / 2) to (20 + 200), and export from 1 + 1 to 1 + 3: 5.5 and 2.
    assertThat(result.at("/mechanisms/1/factor").asDouble()).isEqualTo(5.5);
    assertThat(result.at("/mechanisms/2/factor").asDouble()).isEqualTo(2);

    JsonNode inhibited =
        report(
            write("l.tsv", "EGFR p.Thr790Met\n"),
            "--drug-catalog",
            catalog,
            "--drug",
            "newdrug",
            "--copy-number",
            copies,
            "--pump-inhibitor",
            "ABCC1");
    // No export is left: 1 beside the usual 1 + 1.
    assertThat(inhibited.at("/results/0/mechanisms/2/factor").asDouble()).isEqualTo(0.5);

    JsonNode lost =
        report(
            write("s.tsv", "EGFR p.Arg222Ter\n"), "--drug-catalog", catalog, "--drug", "newdrug");
    assertThat(factor(lost, "target gone", "EGFR")).isEqualTo(1000);
  }

  @Test
  void aDrugWithoutAStructureIsNotTakenForActive() throws Exception {
    JsonNode report =
        report(
            write("l.tsv", "DHFR p.Leu23Phe\n"),
            "--drug",
            "pemetrexed,trimethoprim",
            "--copy-number",
            write("c.tsv", "gene\tcopies\nDHFR\t4\n"));

    JsonNode pemetrexed = report.at("/results/0");
    assertThat(pemetrexed.get("drug").asText()).isEqualTo("pemetrexed");
    assertThat(pemetrexed.get("outcome").asText()).isEqualTo("not_assessed");
    assertThat(pemetrexed.has("foldChange")).isFalse();
    assertThat(pemetrexed.has("exposure")).isFalse();
    assertThat(pemetrexed.get("notes").toString()).contains("no structure");
    assertThat(pemetrexed.at("/mechanisms/0/assessed").asBoolean()).isFalse();
    assertThat(report.at("/samples/0/outcome").asText()).isEqualTo("not_assessed");
    assertThat(report.at("/samples/0").has("foldChange")).isFalse();
    assertThat(factor(report, "target amplified", "DHFR")).isGreaterThan(1);
    // The control for bacteria does not reach the human enzyme, changed or not, and says so.
    JsonNode trimethoprim = report.at("/results/1");
    assertThat(trimethoprim.get("outcome").asText()).isEqualTo("resistant");
    assertThat(trimethoprim.get("notes").toString()).contains("not known");
    // Methotrexate is answered; what is not assessed comes last, never among what still works.
    List<String> ranked = report.get("alternatives").findValuesAsText("drug");
    assertThat(ranked.get(2)).isEqualTo("pemetrexed");
    assertThat(report.at("/alternatives/2/outcome").asText()).isEqualTo("not_assessed");
    assertThat(report.at("/alternatives/2").has("foldChange")).isFalse();
  }

  @Test
  void ofOneOutcomeTheDrugWithTheLargerMarginComesFirst() throws Exception {
    JsonNode alternatives = report(VCF, "--drug", "imatinib").get("alternatives");

    List<String> order = List.of("sensitive", "intermediate", "resistant", "not_assessed");
    for (int i = 1; i < alternatives.size(); i++) {
      JsonNode better = alternatives.get(i - 1);
      JsonNode worse = alternatives.get(i);
      int step =
          order.indexOf(worse.get("outcome").asText())
              - order.indexOf(better.get("outcome").asText());
      assertThat(step).isNotNegative();
      if (step == 0 && worse.has("margin")) {
        assertThat(better.get("margin").asDouble())
            .isGreaterThanOrEqualTo(worse.get("margin").asDouble());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--copy-number|gene;copies~ABL1;-1|has \"-1\" copies; expected a number from 0 to 1000",
        "--copy-number|gene;copies~ABL1;1e9|has \"1e9\" copies; expected a number from 0 to 1000",
        "--copy-number|gene;copies~ABL1;3~ABL1;5|:3: gives ABL1 5 copies, but",
        "--copy-number|gene;minCopyNumber;maxCopyNumber~ABL1;3;3~ABL1;5;5|:3: gives ABL1 5 copies",
        "--expression|gene;fold~Abl1;2~Abcb1;3|not of a human sample",
        "--expression|gene;fold~ENSMUSG00000026842;2|not of a human sample",
        "--expression|gene;fold~ENSG00000085563;2|none of the genes that a drug depends on",
        "--expression|gene;fold~YFL039C;2|none of the genes that a drug depends on",
        "--expression|gene;fold~abl1;2|expected a symbol like ABCB1",
        "--expression|gene;fold~ABCB1;6~ABCB1;7|:3: gives ABCB1 7.0000 times normal, but"
      })
  void anInputThatCannotBeMeantIsRefusedWithItsPlace(String option, String text, String said)
      throws Exception {
    String file = write("bad.tsv", text.replace(';', '\t').replace('~', '\n') + "\n");
    Run run = analyze(VCF, "--drug", "imatinib", option, file);

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("bad.tsv", said);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void twoFilesThatContradictEachOtherAreRefused() throws Exception {
    String one = write("one.tsv", "gene\tcopies\nABL1\t3\n");
    String other = write("other.tsv", "gene\tcopies\nABL1\t5\n");
    Run run = analyze(VCF, "--copy-number", one, "--copy-number", other);

    assertThat(run.code).isNotZero();
    assertThat(run.err).contains("ABL1 has 3.00 copies by", "one.tsv:2", "other.tsv:2");
    assertThat(analyze(VCF, "--copy-number", one, "--copy-number", one).code).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.5", "1.01", "NaN", "Infinity"})
  void purityOutsideZeroToOneIsRefused(String purity) {
    Run run = analyze(VCF, "--purity=" + purity);

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("--purity", "over 0, at most 1");
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--purity=" + purity).code).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ABCBI|found 'ABCBI'|did you mean ABCB1?",
        "FOO|found 'FOO'|expected one of ABCB1, ABCG2",
        "DHFR|found 'DHFR'|expected one of ABCB1, ABCG2",
        "SLC22A1|found 'SLC22A1'|expected one of ABCB1, ABCG2",
        "ABCB1=0.5,ABCB1=0.9|found 'ABCB1=0.9'|one share of ABCB1, which was given 0.5 before",
        "abcb1,ABCB1=0.9|found 'ABCB1=0.9'|one share of ABCB1, which was given 1.0 before"
      })
  void aPumpInhibitorThatDoesNothingIsWrongUsage(String pumps, String found, String expected) {
    for (Run run :
        List.of(
            analyze(VCF, "--drug", "imatinib", "--pump-inhibitor", pumps),
            run("simulate", VCF, "--drug", "imatinib", "--pump-inhibitor", pumps))) {
      assertThat(run.code).as(run.err).isEqualTo(2);
      assertThat(run.err).contains("--pump-inhibitor: ", found, expected);
    }
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void onePumpMayBeNamedTwiceWithOneShare() {
    assertThat(analyze(VCF, "--drug", "imatinib", "--pump-inhibitor", "ABCB1=.5,abcb1=0.50").code)
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--cells, 0, 1 to 1e15",
    "--cells, NaN, 1 to 1e15",
    "--days, 0, 1 to 36500",
    "--days, 36501, 1 to 36500",
    "--fitness, 0, over 0 to 10",
    "--mutation-rate, 0.2, over 0 to 0.1"
  })
  void anOptionOfSimulateIsNamedAsItWasTyped(String option, String value, String expected) {
    Run run = run("simulate", VCF, "--drug", "imatinib", option, value);

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("bindfold: " + option + ": found '" + value, expected);
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
    JsonNode report = report(write("phased.vcf", phased()), "--drug", "imatinib");

    assertThat(report.at("/samples/0/decidedBy").asText()).isEqualTo("E255K/T315I");
    assertThat(report.at("/variants/3/hgvsProtein").asText()).isEqualTo("p.[Glu255Lys;Thr315Ile]");
    assertThat(report.at("/samples/0/notes").toString()).contains("(cis)", "(trans)");
  }

  @Test
  void twoMutationsOnOneMoleculeDoNotShowThatOneEscapes() throws Exception {
    assertThat(simulated(write("phased.vcf", phased()), "imatinib,dasatinib"))
        .contains("0\tE255K/T315I\t", "a cell is taken to need a mutation for each");
  }

  /** E255K and T315I on one molecule, F359V on the other. */
  private static String phased() throws Exception {
    return Files.readString(Path.of(VCF))
        .replace("GT:AD:DP:AF\t0/1:712,88:800:0.110", "GT:AD:DP:AF:PS\t0|1:712,88:800:0.110:9")
        .replace("GT:AD:DP:AF\t0/1:523,379:902:0.420", "GT:AD:DP:AF:PS\t0|1:523,379:902:0.420:9")
        .replace("GT:AD:DP:AF\t0/1:760,40:800:0.050", "GT:AD:DP:AF:PS\t1|0:760,40:800:0.050:9");
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
  void theLastDayIsShownThoughNoStepFallsOnIt() throws Exception {
    List<String> lines =
        run("simulate", VCF, "--drug", "imatinib", "--days", "365").out.lines().toList();
    JsonNode clone = report(VCF, "--drug", "imatinib").at("/selections/0/clones/2");

    assertThat(clone.get("name").asText()).isEqualTo("T315I");
    assertThat(share(lines, "365\tT315I")).isEqualTo(clone.get("shareAfter").asDouble());
    assertThat(lines.stream().filter(l -> l.contains("\tT315I\t")))
        .extracting(l -> l.substring(0, l.indexOf('\t')))
        .doesNotHaveDuplicates()
        .startsWith("0", "7")
        .endsWith("364", "365");
  }

  @Test
  void aCloneThatGrowsUnderOneOfTwoDrugsNeedsOneMutation() {
    String out = simulated(VCF, "imatinib,ponatinib", "--cells", "1e7", "--days", "100");
    List<String> lines = out.lines().toList();

    assertThat(out)
        .contains("need one further mutation: E255K, T315I.", "need a mutation for each: F359V.");
    // Half of the cells die: ln 2 / 0.5 divisions a cell. F359V adds less than is printed.
    double cells = 1e7 * (size(lines, "0\tE255K") + size(lines, "0\tT315I"));
    assertThat(before(out))
        .isCloseTo(1 - Math.exp(-1e-8 * cells * Math.log(2) / 0.5), within(2e-6));
  }

  private static double size(List<String> lines, String start) {
    String line = lines.stream().filter(l -> l.startsWith(start + "\t")).findFirst().orElseThrow();
    return Double.parseDouble(line.split("\t")[2]);
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

  @Test
  void aCombinationIsAskedForNewResistanceToo() throws Exception {
    // A mutation that no drug is troubled by: both must be escaped one after the other.
    String vcf =
        String.join(
                "\n",
                Files.readAllLines(Path.of(VCF)).stream()
                    .filter(l -> l.startsWith("#") || l.contains("130873027"))
                    .toList())
            + "\n";
    String file = write("f359v.vcf", vcf);
    String[] size = {"--cells", "1e12", "--mutation-rate", "1e-6"};
    String two = simulated(file, "dasatinib,ponatinib", size);

    assertThat(two).contains("a cell is taken to need a mutation for each: wild type, F359V.");
    assertThat(acquired(two)).isBetween(1e-6, acquired(simulated(file, "ponatinib", size)));
    assertThat(simulated(file, "dasatinib,ponatinib,nilotinib", size))
        .contains(
            "# further resistant lineage under treatment, probability for 365 days: not worked");
    // T315I grows under both of these, so one mutation does.
    assertThat(simulated(VCF, "imatinib,dasatinib", size))
        .contains("so one is taken to escape them");
  }

  private String simulated(String file, String drugs, String... options) {
    Run run =
        run(
            Stream.concat(Stream.of("simulate", file, "--drug", drugs), Arrays.stream(options))
                .toArray(String[]::new));
    assertThat(run.code).as(run.err).isZero();
    return run.out;
  }

  private static double acquired(String out) {
    String line =
        out.lines().filter(l -> l.startsWith("# further resistant")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
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
