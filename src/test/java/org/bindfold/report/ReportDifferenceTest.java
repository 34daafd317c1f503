package org.bindfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bindfold.io.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What of two reports counts as a change, and of a class. */
final class ReportDifferenceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<ResistanceReport> reports() {
    return ReportFixture.all();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void nothingChangedInTheSameReport(ResistanceReport report) {
    assertThat(difference(report, report).changes()).isEmpty();
    assertThat(difference(report, report).classChanged()).isFalse();
  }

  @Test
  void numbersAreComparedAsValues() {
    assertThat(rows(edited("\"foldChange\": 47.1", "\"foldChange\": 47.100"))).isEmpty();
    assertThat(rows(edited("\"wildType\": 1.1,", "\"wildType\": 1.10,"))).isEmpty();
    assertThat(rows(edited("\"copies\": 4.1", "\"copies\": 4.10"))).isEmpty();
  }

  @Test
  void theOrderOfAReportIsNoChange() {
    assertThat(
            rows(
                changed(
                    report ->
                        List.of("samples", "results", "variants", "alternatives", "copyNumbers")
                            .forEach(list -> reverse(report, list)))))
        .isEmpty();
  }

  @Test
  void versionsOfProgramAndData() {
    assertThat(
            rows(
                edited(
                    "\"version\": \"0.1.0\"", "\"version\": \"0.2.0\"",
                    "\"schemaVersion\": \"2.0.0\"", "\"schemaVersion\": \"2.1.0\"",
                    "\"name\": \"drug catalog\",\n      \"version\": \"1.0.0\"",
                        "\"name\": \"calibration\",\n      \"version\": \"3\"")))
        .containsExactly(
            "version\t\t\t\tprogram\tbindfold 0.1.0\tbindfold 0.2.0\tfalse",
            "version\t\t\t\tschema\t2.0.0\t2.1.0\tfalse",
            "version\t\t\t\tdrug catalog\t1.0.0\t\tfalse",
            "version\t\t\t\tcalibration\t\t3\tfalse");
  }

  @Test
  void theOutcomeForADrug() {
    ResistanceReport now =
        changed(
            report -> {
              ObjectNode sample = at(report, "samples", 0);
              sample.put("outcome", "intermediate").put("decidedBy", "E255K");
              sample.remove("foldChange");
            });

    assertThat(rows(now))
        .containsExactly(
            "sample\timatinib\t\t\toutcome\tresistant\tintermediate\ttrue",
            "sample\timatinib\t\t\tfold_change\t47.1\t\tfalse",
            "sample\timatinib\t\t\tdecided_by\tT315I\tE255K\tfalse");
    assertThat(difference(ReportFixture.typical(), now).classChanged()).isTrue();
  }

  @Test
  void aDrugOfOneReportCountsByItsClass() {
    ResistanceReport gone = changed(report -> ((ArrayNode) report.get("samples")).removeAll());
    assertThat(rows(gone)).containsExactly("sample\timatinib\t\t\toutcome\tresistant\t\ttrue");

    ResistanceReport added =
        changed(
            report -> {
              ArrayNode samples = (ArrayNode) report.get("samples");
              samples.add(copy(samples, 0).put("drug", "a").put("outcome", "sensitive"));
              samples.add(copy(samples, 0).put("drug", "b").put("outcome", "not_assessed"));
              samples.add(copy(samples, 0).put("drug", "c").put("outcome", "intermediate"));
            });
    assertThat(rows(added))
        .containsExactly(
            "sample\ta\t\t\toutcome\t\tsensitive\tfalse",
            "sample\tb\t\t\toutcome\t\tnot_assessed\tfalse",
            "sample\tc\t\t\toutcome\t\tintermediate\ttrue");
  }

  @Test
  void aResult() {
    ResistanceReport now =
        changed(
            report -> {
              ObjectNode result = at(report, "results", 2);
              result.put("outcome", "not_assessed");
              result.remove("binding");
              ArrayNode evidence = (ArrayNode) result.get("evidence");
              evidence.remove(0);
              evidence.add(copy(evidence, 0).put("source", "PMID:2"));
            });

    assertThat(rows(now))
        .containsExactly(
            "result\timatinib\tABL1\tF359V\toutcome\tsensitive\tnot_assessed\ttrue",
            "result\timatinib\tABL1\tF359V\tddg_kcal_mol\t-0.10\t\tfalse",
            "result\timatinib\tABL1\tF359V\tevidence\t"
                + "Kd 1.1 to 10000 nM, ddG 5.40 or more (not phosphorylated) doi:10.1038/nbt.1990"
                + "\t\tfalse",
            "result\timatinib\tABL1\tF359V\tevidence\t\tddG -0.37 kcal/mol, ddG -0.37 PMID:2\tfalse");
  }

  @Test
  void aVariantOfOneReportCountsByItsResults() {
    assertThat(rows(without("v3")))
        .containsExactly(
            "variant\t\tABL1\tF359V\tvariant\tp.Phe359Val, chr9:130873027 T>G\t\tfalse",
            "result\timatinib\tABL1\tF359V\toutcome\tsensitive\t\tfalse");
    assertThat(rows(without("v2")))
        .containsExactly(
            "variant\t\tABL1\tT315I\tvariant\tp.Thr315Ile, chr9:130872896 C>T\t\ttrue",
            "result\timatinib\tABL1\tT315I\toutcome\tresistant\t\ttrue");
  }

  @Test
  void ofTwoVariantsThatChangeTheProteinAlikeTheOneThatIsGoneIsTold() {
    ResistanceReport two =
        changed(
            report -> {
              ArrayNode variants = (ArrayNode) report.get("variants");
              variants.insert(0, copy(variants, 1).put("id", "v0").put("location", "chr9:1 CC>TT"));
              ArrayNode results = (ArrayNode) report.get("results");
              results.insert(0, copy(results, 1).put("variant", "v0").put("foldChange", 50));
            });

    assertThat(rows(difference(two, ReportFixture.typical())))
        .containsExactly(
            "variant\t\tABL1\tT315I\tvariant\tp.Thr315Ile, chr9:1 CC>TT\t\ttrue",
            "result\timatinib\tABL1\tT315I\toutcome\tresistant\t\ttrue");
  }

  @Test
  void anotherPositionOfTheSameChangeIsTheSameVariant() {
    assertThat(rows(edited("chr9:130872896 C>T", "chr9:133748283 C>T"))).isEmpty();
  }

  @Test
  void ranksAndClassesOfAlternatives() {
    ResistanceReport now =
        changed(
            report -> {
              at(report, "alternatives", 0).put("rank", 2).put("outcome", "intermediate");
              at(report, "alternatives", 1).put("rank", 1);
            });

    assertThat(rows(now))
        .containsExactly(
            "alternative\tponatinib\tABL1\t\toutcome\tsensitive\tintermediate\ttrue",
            "alternative\tponatinib\tABL1\t\trank\t1\t2\tfalse",
            "alternative\timatinib\tABL1\t\trank\t2\t1\tfalse");
  }

  @Test
  void copiesOfGenes() {
    ResistanceReport now =
        changed(
            report -> {
              at(report, "copyNumbers", 0).put("copies", 6);
              ((ArrayNode) report.get("copyNumbers")).remove(1);
            });

    assertThat(rows(now))
        .containsExactly(
            "copy_number\t\tABCB1\t\tcopies\t\t6\tfalse",
            "copy_number\t\tABL1\t\tcopies\t4.1\t\tfalse");
    assertThat(rows(changed(report -> ((ArrayNode) report.get("copyNumbers")).remove(0))))
        .as("a gene that is not listed is not known either")
        .isEmpty();
  }

  @Test
  void fusionsByWhatMeetsNotByTheFile() {
    assertThat(rows(edited("cml-relapse.fusions.tsv:2", "other.tsv:9"))).isEmpty();
    assertThat(rows(edited("\"kinaseDomain\": \"kept\"", "\"kinaseDomain\": \"lost\"")))
        .containsExactly("fusion\t\tBCR::ABL1\te14a2\tkinase_domain\tkept\tlost\tfalse");
    assertThat(rows(edited("chr22:23290413", "chr22:23289621")))
        .containsExactly(
            "fusion\t\tBCR::ABL1\te14a2\tfusion\t"
                + "BCR::ABL1 e14a2 (p210), chr22:23290413 and chr9:130854064\t\tfalse",
            "fusion\t\tBCR::ABL1\te14a2\tfusion\t\t"
                + "BCR::ABL1 e14a2 (p210), chr22:23289621 and chr9:130854064\tfalse");
  }

  @Test
  void fullReportsInBothDirectionsTellTheSame() {
    List<String> there = rows(difference(ReportFixture.typical(), ReportFixture.full()));
    List<String> back = rows(difference(ReportFixture.full(), ReportFixture.typical()));

    assertThat(there)
        .map(ReportDifferenceTest::turned)
        .containsExactlyInAnyOrderElementsOf(back)
        .hasSizeGreaterThan(20);
  }

  private static String turned(String row) {
    String[] cells = row.split("\t", -1);
    String older = cells[5];
    cells[5] = cells[6];
    cells[6] = older;
    return String.join("\t", cells);
  }

  @ParameterizedTest
  @EnumSource(DifferenceFormat.class)
  void hostileTextIsHarmlessInEveryFormat(DifferenceFormat format) {
    String text = format.render(difference(ReportFixture.typical(), ReportFixture.full()));

    assertThat(text.lines()).allMatch(line -> line.chars().allMatch(c -> c >= ' ' || c == '\t'));
    switch (format) {
      case TEXT -> assertThat(text).contains(ReportFixture.HOSTILE);
      case TSV ->
          assertThat(text.lines())
              .allMatch(line -> line.split("\t", -1).length == 8)
              .anyMatch(line -> line.startsWith("sample\t'" + ReportFixture.FORMULA));
      case HTML ->
          assertThat(text)
              .doesNotContain("<script", "{{", "http:", "https:", " src=", "Optional[")
              .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "default-src 'none'");
    }
  }

  private static ResistanceReport without(String variant) {
    return changed(
        report -> {
          remove((ArrayNode) report.get("variants"), "id", variant);
          remove((ArrayNode) report.get("results"), "variant", variant);
        });
  }

  private static void remove(ArrayNode list, String field, String value) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (list.get(i).get(field).asText().equals(value)) {
        list.remove(i);
      }
    }
  }

  private static void reverse(ObjectNode report, String list) {
    ArrayNode turned = JSON.createArrayNode();
    report.get(list).forEach(item -> turned.insert(0, item));
    report.set(list, turned);
  }

  private static ObjectNode at(ObjectNode report, String list, int index) {
    return (ObjectNode) report.get(list).get(index);
  }

  private static ObjectNode copy(ArrayNode list, int index) {
    return list.get(index).deepCopy();
  }

  /** The rows of what changed from the typical report. */
  private static List<String> rows(ResistanceReport newer) {
    return rows(difference(ReportFixture.typical(), newer));
  }

  private static List<String> rows(ReportDifference difference) {
    List<String> lines = DifferenceFormat.TSV.render(difference).lines().toList();
    assertThat(lines.get(0)).isEqualTo(DifferenceFormat.HEADER);
    return lines.subList(1, lines.size());
  }

  private static ReportDifference difference(ResistanceReport older, ResistanceReport newer) {
    return ReportDifference.between("old.json", older, "new.json", newer);
  }

  /** The typical report with its JSON changed by hand: a text and what stands in its place. */
  private static ResistanceReport edited(String... replacements) {
    String json = text(ReportFixture.typical());
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(json).contains(replacements[i]);
      json = json.replace(replacements[i], replacements[i + 1]);
    }
    return read(json);
  }

  private static ResistanceReport changed(Consumer<ObjectNode> change) {
    try {
      JsonNode report = ReportJson.mapper().readTree(text(ReportFixture.typical()));
      change.accept((ObjectNode) report);
      return read(ReportJson.mapper().writeValueAsString(report));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(ResistanceReport report) {
    return new String(new JsonReportWriter().render(report), StandardCharsets.UTF_8);
  }

  private static ResistanceReport read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (InputFile file =
        InputFile.over(
            "report.json", new ByteArrayInputStream(bytes), JsonReportReader.MAX_BYTES)) {
      return new JsonReportReader().read(file);
    }
  }
}
