package org.bindfold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.resistance.Outcome;
import org.bindfold.sequence.ProteinChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON form: described by its schema, and read back as it was. */
final class JsonReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<ResistanceReport> reports() {
    return ReportFixture.all();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void satisfiesItsSchema(ResistanceReport report) throws Exception {
    assertThat(faults(JSON.readTree(text(report)))).isEmpty();
  }

  @Test
  void schemaIsItselfASchemaOfItsDraft() throws Exception {
    JsonSchema draft =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));
    assertThat(draft.validate(JSON.readTree(JsonReportWriter.schema()))).isEmpty();
  }

  static Stream<Consumer<ObjectNode>> waysToBreakAReport() {
    return Stream.of(
        report -> report.remove("counts"),
        report -> report.put("surprise", 1),
        report -> first(report, "fusions").put("frame", "in frame"),
        report -> first(report, "fusions").remove("upstream"),
        report -> report.put("schemaVersion", "1.0.0"),
        report -> report.put("assembly", "hg19"),
        report -> report.putNull("sample"),
        report -> first(report, "results").put("outcome", "RESISTANT"),
        report -> first(report, "results").put("foldChange", "7.18"),
        report -> first(report, "results").put("foldChange", 0),
        report -> first(report, "results").remove("mechanisms"),
        report -> first(report, "inputs").put("sha256", "E3B0"),
        report -> first(report, "variants").put("alleleFraction", 1.2),
        report -> first(report, "variants").put("depth", 1.5),
        report -> ((ObjectNode) first(report, "results").get("binding")).put("effect", "worse"));
  }

  @ParameterizedTest
  @MethodSource("waysToBreakAReport")
  void schemaRefusesABrokenReport(Consumer<ObjectNode> breaking) throws Exception {
    ObjectNode report = (ObjectNode) JSON.readTree(text(ReportFixture.typical()));
    breaking.accept(report);
    assertThat(faults(report)).isNotEmpty();
  }

  @Test
  void schemaKnowsEveryEffectAndOutcome() throws Exception {
    JsonNode definitions = JSON.readTree(JsonReportWriter.schema()).get("$defs");
    assertThat(texts(definitions.at("/variant/properties/effect/enum")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProteinChange.Effect.values())
                .map(effect -> effect.name().toLowerCase(Locale.ROOT))
                .toList());
    assertThat(texts(definitions.at("/outcome/enum")))
        .containsExactlyElementsOf(Arrays.stream(Outcome.values()).map(Outcome::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void comesBackAsItWas(ResistanceReport report) {
    ResistanceReport read = read(text(report));
    assertThat(read).isEqualTo(report);
    assertThat(text(read)).isEqualTo(text(report));
  }

  @Test
  void keepsFieldOrderAndTrailingZerosAndLeavesOutWhatIsAbsent() {
    String text = text(ReportFixture.typical());
    assertThat(text)
        .startsWith("{\n  \"schemaVersion\": \"2.0.0\",\n  \"tool\": {")
        .endsWith("}\n");
    assertThat(text).contains("\"factor\": 25.60,").doesNotContain("null", "\r", "timestamp");
    assertThat(text.indexOf("\"results\"")).isGreaterThan(text.indexOf("\"samples\""));
    assertThat(text).contains("\"contactsLost\": []");
  }

  @Test
  void passesOverFieldsOfALaterMinorVersion() throws Exception {
    ObjectNode report = (ObjectNode) JSON.readTree(text(ReportFixture.empty()));
    report.put("schemaVersion", "2.7.0").put("novelty", 1);
    assertThat(read(report.toString()).schemaVersion()).isEqualTo("2.7.0");
  }

  @Test
  void refusesAnotherMajorVersion() {
    refused(text(ReportFixture.empty()).replace("\"2.0.0\"", "\"3.0.0\""), "3.0.0");
  }

  @Test
  void refusesWhatIsNoReport() {
    refused("[]", "schemaVersion");
    refused("{}", "schemaVersion");
    refused("not json", "is not JSON");
    refused(text(ReportFixture.typical()).substring(0, 900), "is not JSON");
    refused("{\"schemaVersion\": \"2.0.0\"}", "is not a Bindfold report");
    refused(
        text(ReportFixture.empty()).replace("\"samples\": []", "\"samples\": [null]"),
        "is not a Bindfold report");
    refused(text(ReportFixture.empty()) + "{}", "report.json");
  }

  @Test
  void refusesMissingAndMistypedValues() {
    String report = text(ReportFixture.typical());
    refused(report.replace("\"label\": \"cml-relapse\",", ""), "label");
    refused(report.replace("\"reported\": 3,", ""), "reported");
    refused(report.replace("\"assessed\": true,", ""), "assessed");
    refused(report.replace("\"foldChange\": 47.1", "\"foldChange\": \"47.1\""), "foldChange");
    refused(report.replace("\"foldChange\": 47.1", "\"foldChange\": 1e999999999"), "foldChange");
    refused(report.replace("\"resistant\"", "\"doomed\""), "outcome");
    refused(report.replace("\"id\": \"v2\"", "\"id\": \"v1\""), "v1");
    refused(report.replace("\"id\": \"v2\"", "\"id\": \"v9\""), "v2");
  }

  @Test
  void noTextOfAReportWritesToTheTerminal() {
    String report = text(ReportFixture.typical());
    refused(report.replace("\"resistant\"", "\"\\u001b[31m\\n\""), "outcome");
    refused(report.replace("\"id\": \"v2\"", "\"id\": \"\\u001b[31m\""), "v2");
    refused(
        report
            .replace("\"id\": \"v1\"", "\"id\": \"\\u001b\"")
            .replace("\"id\": \"v2\"", "\"id\": \"\\u001b\""),
        "two variants");
  }

  private static void refused(String json, String said) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("report.json: ")
        .hasMessageContaining(said)
        .hasMessageNotContaining("\u001b")
        .hasMessageNotContaining("\n");
  }

  private static ResistanceReport read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (InputFile file =
        InputFile.over(
            "report.json", new ByteArrayInputStream(bytes), JsonReportReader.MAX_BYTES)) {
      return new JsonReportReader().read(file);
    }
  }

  private static String text(ResistanceReport report) {
    return new String(new JsonReportWriter().render(report), StandardCharsets.UTF_8);
  }

  private static ObjectNode first(ObjectNode report, String list) {
    return (ObjectNode) report.get(list).get(0);
  }

  private static Set<ValidationMessage> faults(JsonNode report) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(JsonReportWriter.schema())
        .validate(report);
  }

  private static List<String> texts(JsonNode array) {
    Stream.Builder<String> texts = Stream.builder();
    array.forEach(node -> texts.add(node.asText()));
    return texts.build().toList();
  }
}
