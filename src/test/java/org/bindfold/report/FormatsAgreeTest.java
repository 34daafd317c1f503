package org.bindfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JSON, TSV and HTML of one report say the same; each is parsed anew, not through our own records.
 */
final class FormatsAgreeTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Where each column of the TSV stands in the JSON: of the report, its variant, or its result. */
  private static final Map<String, String> REPORT_COLUMNS =
      Map.of("label", "/label", "sample", "/sample", "assembly", "/assembly");

  private static final Map<String, String> VARIANT_COLUMNS =
      Map.ofEntries(
          Map.entry("hgvs_protein", "/hgvsProtein"),
          Map.entry("hgvs_coding", "/hgvsCoding"),
          Map.entry("transcript", "/transcript"),
          Map.entry("accession", "/accession"),
          Map.entry("effect", "/effect"),
          Map.entry("location", "/location"),
          Map.entry("depth", "/depth"),
          Map.entry("allele_fraction", "/alleleFraction"),
          Map.entry("filter", "/filter"),
          Map.entry("source", "/source"));

  private static final Map<String, String> RESULT_COLUMNS =
      Map.ofEntries(
          Map.entry("variant", "/variant"),
          Map.entry("gene", "/gene"),
          Map.entry("change", "/change"),
          Map.entry("drug", "/drug"),
          Map.entry("outcome", "/outcome"),
          Map.entry("fold_change", "/foldChange"),
          Map.entry("fold_low", "/foldLow"),
          Map.entry("fold_high", "/foldHigh"),
          Map.entry("ic50_nM", "/exposure/ic50Nanomolar"),
          Map.entry("cmax_nM", "/exposure/cmaxNanomolar"),
          Map.entry("ctrough_nM", "/exposure/ctroughNanomolar"),
          Map.entry("outcome_reason", "/exposure/reason"),
          Map.entry("ddg_kcal_mol", "/binding/ddgKcalPerMol"),
          Map.entry("ddg_low", "/binding/ddgLow"),
          Map.entry("ddg_high", "/binding/ddgHigh"),
          Map.entry("binding_fold_change", "/binding/foldChange"),
          Map.entry("binding_effect", "/binding/effect"),
          Map.entry("p_resistant", "/binding/pResistant"),
          Map.entry("binding_source", "/binding/source"),
          Map.entry("structure", "/binding/structure"),
          Map.entry("ligand", "/binding/ligand"),
          Map.entry("stand_in", "/binding/standIn"),
          Map.entry("residue", "/binding/residue"),
          Map.entry("distance_A", "/binding/distanceAngstrom"),
          Map.entry("path", "/binding/path"));

  static Stream<ResistanceReport> reports() {
    return ReportFixture.all();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyScalarOfAResultIsTheSameInTsvAndJson(ResistanceReport report) throws Exception {
    JsonNode json = json(report);
    Map<String, JsonNode> variants = new HashMap<>();
    json.get("variants").forEach(variant -> variants.put(variant.get("id").asText(), variant));
    List<Map<String, String>> rows = rows(report);
    assertThat(rows).hasSize(json.get("results").size());
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      JsonNode result = json.get("results").get(i);
      compare(row, REPORT_COLUMNS, json);
      compare(row, VARIANT_COLUMNS, variants.get(result.get("variant").asText()));
      compare(row, RESULT_COLUMNS, result);
      compareLists(row, result);
      compareAlternatives(row, json.get("alternatives"));
    }
  }

  @Test
  void whatStillWorksStandsInEveryRowOfTheTarget() {
    for (Map<String, String> row : rows(ReportFixture.typical())) {
      assertThat(row)
          .containsEntry("rank", "2")
          .containsEntry(
              "alternatives",
              "1 ponatinib sensitive, fold 1.92, margin 3.08, by E255K (IC50 of 0.52 nM"
                  + " unbound, within the Ctrough of 0.67 nM); 2 imatinib resistant, fold 47.1,"
                  + " margin 0.08, by T315I (IC50 of 2731.80 nM unbound, above the Cmax"
                  + " of 231.76 nM)");
    }
  }

  @Test
  void noScalarOfTheResultIsMissingFromTheTsv() throws Exception {
    for (JsonNode result : json(ReportFixture.typical()).get("results")) {
      List<String> scalars = new ArrayList<>();
      addScalars("", result, scalars);
      assertThat(RESULT_COLUMNS.values()).containsAll(scalars);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyNumberOfAResultStandsInTheHtml(ResistanceReport report) throws Exception {
    String html = bytes(report, ReportFormat.HTML).replaceAll("<[^>]*>", " ");
    List<String> numbers = new ArrayList<>();
    ObjectNode parts = (ObjectNode) json(report);
    // The page shows the first of them only, and their number.
    parts.remove("skipped");
    addNumbers(parts, numbers);
    for (String number : numbers) {
      assertThat(
              Pattern.compile("(?<![\\d.])" + Pattern.quote(number) + "(?![\\d]|\\.\\d)")
                  .matcher(html)
                  .find())
          .as("number %s", number)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyRowOfTheTsvHasTheColumnsOfTheHeader(ResistanceReport report) {
    String text = bytes(report, ReportFormat.TSV);
    assertThat(text).startsWith(TsvReportWriter.HEADER + "\n").endsWith("\n");
    int columns = TsvReportWriter.HEADER.split("\t", -1).length;
    for (String line : text.split("\n")) {
      assertThat(line.split("\t", -1)).hasSize(columns);
    }
    assertThat(text.chars()).noneMatch(c -> c < ' ' && c != '\t' && c != '\n');
  }

  @Test
  void textThatASpreadsheetWouldRunIsQuotedAndNumbersAreNot() {
    List<Map<String, String>> rows = rows(ReportFixture.full());
    assertThat(rows.get(0).get("label")).isEqualTo("'=full " + ReportFixture.HOSTILE);
    assertThat(rows.get(0).get("sample")).startsWith("'@SUM");
    assertThat(rows.get(0).get("filter")).startsWith("'-low");
    assertThat(rows.get(0).get("source")).isEqualTo("'+in .vcf:3");
    assertThat(rows.get(0).get("ddg_kcal_mol")).isEqualTo("-0.41");
    assertThat(rows.get(3).get("drug")).isEqualTo("'" + ReportFixture.FORMULA);
  }

  @Test
  void pumpsMultiplyAndAnUnassessedMechanismIsEmpty() {
    assertThat(rows(ReportFixture.full()).get(0))
        .containsEntry("fold_efflux", "3.0000")
        .containsEntry("fold_target_amplified", "210.00");
    assertThat(rows(ReportFixture.typical()).get(0))
        .containsEntry("fold_efflux", "")
        .containsEntry("fold_target_altered", "3.90");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void bytesDependOnNeitherTimeNorLocale(ResistanceReport report) {
    Locale before = Locale.getDefault();
    try {
      for (ReportFormat format : ReportFormat.values()) {
        Locale.setDefault(Locale.ROOT);
        byte[] expected = format.writer().render(report);
        for (String tag : List.of("tr-TR", "ar-SA-u-nu-arab", "de-DE")) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          assertThat(format.writer().render(report)).as(tag).isEqualTo(expected);
          assertThat(ReportFormat.ofName("tsv")).contains(ReportFormat.TSV);
        }
        assertThat(new String(expected, StandardCharsets.UTF_8)).doesNotContain("\r");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void compare(Map<String, String> row, Map<String, String> columns, JsonNode node) {
    columns.forEach(
        (column, pointer) -> {
          JsonNode value = node.at(pointer);
          String cell = row.get(column);
          if (value.isBigDecimal()) {
            assertThat(cell).as(column).isEqualTo(value.decimalValue().toPlainString());
          } else if (value.isTextual()) {
            String expected = value.textValue().replaceAll("\\p{Cntrl}", " ");
            assertThat(cell).as(column).isIn(expected, "'" + expected);
          } else {
            assertThat(cell).as(column).isEqualTo(value.isMissingNode() ? "" : value.asText());
          }
        });
  }

  private static void compareLists(Map<String, String> row, JsonNode result) {
    List<String> notes = new ArrayList<>();
    result.get("notes").forEach(note -> notes.add(note.asText().replaceAll("\\p{Cntrl}", " ")));
    assertThat(row.get("notes")).isEqualTo(String.join("; ", notes));
    for (JsonNode measured : result.get("evidence")) {
      String bound = measured.get("atLeast").asBoolean() ? " or more" : "";
      assertThat(row.get("evidence"))
          .contains(
              measured.get("quantity").asText() + " ",
              measured.get("mutant").decimalValue().toPlainString()
                  + " "
                  + measured.get("unit").asText(),
              ", ddG " + measured.get("ddgKcalPerMol").decimalValue().toPlainString() + bound,
              measured.get("source").asText().replaceAll("\\p{Cntrl}", " "));
    }
    assertThat(row.get("evidence").split(", ddG ", -1)).hasSize(result.get("evidence").size() + 1);
    for (JsonNode mechanism : result.get("mechanisms")) {
      assertThat(row.get("mechanisms"))
          .contains(
              mechanism.get("name").asText()
                  + " "
                  + mechanism.get("gene").asText()
                  + " "
                  + (mechanism.get("assessed").asBoolean()
                      ? mechanism.get("factor").decimalValue().toPlainString()
                      : "not assessed"));
    }
    for (String fate : List.of("Lost", "Gained")) {
      List<String> contacts = new ArrayList<>();
      for (JsonNode contact : result.at("/binding/contacts" + fate)) {
        contacts.add(
            contact.get("kind").asText()
                + " "
                + contact.get("residueAtom").asText()
                + "-"
                + contact.get("ligandAtom").asText()
                + " "
                + contact.get("distanceAngstrom").decimalValue().toPlainString());
      }
      assertThat(row.get("contacts_" + fate.toLowerCase(Locale.ROOT)))
          .isEqualTo(String.join("; ", contacts));
    }
  }

  /** Each drug of the row's target with its rank, outcome, numbers and reason, in this order. */
  private static void compareAlternatives(Map<String, String> row, JsonNode alternatives) {
    String drug = row.get("drug").replaceFirst("^'", "");
    String target = "";
    for (JsonNode alternative : alternatives) {
      if (alternative.get("drug").asText().equals(drug)) {
        target = alternative.get("target").asText();
        assertThat(row.get("rank")).isEqualTo(alternative.get("rank").asText());
      }
    }
    List<String> expected = new ArrayList<>();
    for (JsonNode alternative : alternatives) {
      if (alternative.get("target").asText().equals(target)) {
        StringBuilder text = new StringBuilder();
        text.append(alternative.get("rank").asText()).append(' ');
        text.append(alternative.get("drug").asText()).append(' ');
        text.append(alternative.get("outcome").asText());
        if (alternative.has("foldChange")) {
          text.append(", fold ").append(alternative.get("foldChange").decimalValue());
        }
        if (alternative.has("margin")) {
          text.append(", margin ").append(alternative.get("margin").decimalValue());
        }
        if (alternative.has("decidedBy")) {
          text.append(", by ").append(alternative.get("decidedBy").asText());
        }
        text.append(" (").append(alternative.get("reason").asText()).append(')');
        expected.add(text.toString().replaceAll("\\p{Cntrl}", " "));
      }
    }
    assertThat(row.get("alternatives")).isEqualTo(String.join("; ", expected));
    if (expected.isEmpty()) {
      assertThat(row.get("rank")).isEmpty();
    }
  }

  private static void addScalars(String at, JsonNode node, List<String> scalars) {
    node.properties()
        .forEach(
            field -> {
              String pointer = at + "/" + field.getKey();
              if (field.getValue().isObject()) {
                addScalars(pointer, field.getValue(), scalars);
              } else if (field.getValue().isValueNode()) {
                scalars.add(pointer);
              }
            });
  }

  private static void addNumbers(JsonNode node, List<String> numbers) {
    if (node.isNumber()) {
      numbers.add(node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText());
    }
    node.forEach(child -> addNumbers(child, numbers));
  }

  private static List<Map<String, String>> rows(ResistanceReport report) {
    List<String> lines = Arrays.asList(bytes(report, ReportFormat.TSV).split("\n"));
    String[] names = lines.get(0).split("\t", -1);
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split("\t", -1);
              Map<String, String> row = new LinkedHashMap<>();
              for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
              }
              return row;
            })
        .toList();
  }

  private static JsonNode json(ResistanceReport report) throws Exception {
    return JSON.readTree(bytes(report, ReportFormat.JSON));
  }

  private static String bytes(ResistanceReport report, ReportFormat format) {
    return new String(format.writer().render(report), StandardCharsets.UTF_8);
  }
}
