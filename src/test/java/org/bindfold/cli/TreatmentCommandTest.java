package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Site, expression, drug files and pump inhibitors, from the command line to the report. */
class TreatmentCommandTest extends TreatmentCase {
  private static final String NEW_DRUG =
      """
      {"version": "mine", "drugs": [{"name": "newdrug", "target": "ABL1", "accession": "P00519",
       "mode": "enzyme inhibited", "targetLost": {"effect": "wanted", "source": "mine"},
       "competitor": "ATP", "tightBinding": false,
       "dissociationConstant": {"value": 2, "unit": "nM", "source": "mine 7"},
       "competition": {"value": 10, "unit": "ratio", "source": "mine"},
       "targetConcentration": {"value": 100, "unit": "nM", "source": "mine"}}]}
      """;

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
    String file = write("drugs.json", NEW_DRUG);

    JsonNode report = report(VCF, "--drug", "newdrug", "--drug-catalog", file);
    assertThat(report.get("drugValues").toString()).contains("mine 7");
    assertThat(
            analyze(
                    VCF,
                    "--drug-catalog",
                    write("bad.json", NEW_DRUG.replace("\"unit\": \"nM\", ", "")))
                .code())
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
    String file = write("mine.json", NEW_DRUG.replace(found, put));

    for (Run run :
        List.of(
            analyze(VCF, "--drug-catalog", file),
            run("simulate", VCF, "--drug", "imatinib", "--drug-catalog", file))) {
      assertThat(run.code()).as(run.err()).isEqualTo(3);
      assertThat(run.err()).contains("mine.json", place, "expected");
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

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("bad.tsv", said);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void twoFilesThatContradictEachOtherAreRefused() throws Exception {
    String one = write("one.tsv", "gene\tcopies\nABL1\t3\n");
    String other = write("other.tsv", "gene\tcopies\nABL1\t5\n");
    Run run = analyze(VCF, "--copy-number", one, "--copy-number", other);

    assertThat(run.code()).isNotZero();
    assertThat(run.err()).contains("ABL1 has 3.00 copies by", "one.tsv:2", "other.tsv:2");
    assertThat(analyze(VCF, "--copy-number", one, "--copy-number", one).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.5", "1.01", "NaN", "Infinity"})
  void purityOutsideZeroToOneIsRefused(String purity) {
    Run run = analyze(VCF, "--purity=" + purity);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--purity", "over 0, at most 1");
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--purity=" + purity).code())
        .isEqualTo(2);
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
      assertThat(run.code()).as(run.err()).isEqualTo(2);
      assertThat(run.err()).contains("--pump-inhibitor", found, expected);
    }
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void onePumpMayBeNamedTwiceWithOneShare() {
    assertThat(analyze(VCF, "--drug", "imatinib", "--pump-inhibitor", "ABCB1=.5,abcb1=0.50").code())
        .isZero();
  }

  @Test
  void badValuesAreWrongUsageAndBadFilesAreNamed() throws Exception {
    assertThat(analyze(VCF, "--site", "toe").code()).isEqualTo(2);
    assertThat(analyze(VCF, "--pump-inhibitor", "ABCB1=2").code()).isEqualTo(2);
    assertThat(analyze(VCF, "--pump-inhibitor", "ABCB1=0.0").code()).isEqualTo(2);
    assertThat(analyze(VCF, "--expression", write("m.tsv", "gene\tfold\nAbcb1\t3\n")).err())
        .contains("m.tsv", "not of a human sample");
    assertThat(analyze(VCF, "--copy-number", write("n.tsv", "gene\tcopies\nABL1\t-1\n")).code())
        .isEqualTo(3);
    assertThat(analyze(VCF, "--purity", "0").code()).isEqualTo(2);
  }

  @Test
  void variantsOfOnePhaseSetAreOneProtein() throws Exception {
    JsonNode report = report(write("phased.vcf", phased()), "--drug", "imatinib");

    assertThat(report.at("/samples/0/decidedBy").asText()).isEqualTo("E255K/T315I");
    assertThat(report.at("/variants/3/hgvsProtein").asText()).isEqualTo("p.[Glu255Lys;Thr315Ile]");
    assertThat(report.at("/samples/0/notes").toString()).contains("(cis)", "(trans)");
  }
}
