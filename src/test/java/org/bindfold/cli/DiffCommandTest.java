package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindfold.report.DifferenceFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two reports that {@code analyze} made, compared from the command line. */
class DiffCommandTest extends TreatmentCase {
  @TempDir private static Path reports;

  private static String plain;
  private static String withCopies;
  private static String withoutGatekeeper;

  @BeforeAll
  static void analyzes() throws Exception {
    Path fewer = reports.resolve("fewer.vcf");
    Files.writeString(
        fewer, Files.readString(Path.of(VCF)).replaceAll("(?m)^chr9\t130872896\t.*\n", ""));
    plain = reported("plain", VCF);
    withCopies = reported("copies", VCF, "--copy-number", CNS);
    withoutGatekeeper = reported("fewer", fewer.toString());
  }

  private static String reported(String folder, String... inputs) {
    Path out = reports.resolve(folder);
    List<String> arguments =
        new ArrayList<>(List.of("analyze", "--drug", "imatinib", "--format", "json"));
    arguments.addAll(List.of("--label", "x", "-o", out.toString()));
    arguments.addAll(Arrays.asList(inputs));
    Run run = run(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return out.resolve("x.bindfold.json").toString();
  }

  @Test
  void aReportDoesNotDifferFromItself() {
    Run run = run("diff", plain, plain);

    assertThat(run.code()).isZero();
    assertThat(run.out()).endsWith("\nNothing changed.\n").startsWith("older: " + plain + " (x, ");
    assertThat(run.err()).isEmpty();
    assertThat(rows(plain, plain)).isEmpty();
  }

  @Test
  void copiesThatBecameKnownAreToldWithTheFoldChange() throws Exception {
    JsonNode before = json(plain);
    JsonNode now = json(withCopies);

    assertThat(run("diff", plain, withCopies).out())
        .contains("\n  ABCB1: copies not known, now 4.00.\n");
    assertThat(rows(plain, withCopies))
        .contains(
            "copy_number\t\tABCB1\t\tcopies\t\t4.00\tfalse",
            "sample\timatinib\t\t\tfold_change\t"
                + fold(plain)
                + "\t"
                + fold(withCopies)
                + "\tfalse")
        .noneMatch(row -> row.startsWith("variant\t") || row.startsWith("version\t"));
    assertThat(rows(plain, withCopies).stream().filter(row -> row.contains("\toutcome\t")))
        .containsExactlyInAnyOrderElementsOf(changedClasses(before, now));
  }

  /** The rows of changed classes, found another way. */
  private static List<String> changedClasses(JsonNode before, JsonNode now) {
    List<String> rows = new ArrayList<>();
    List<String[]> lists =
        List.of(
            new String[] {"samples", "sample", "drug", "", ""},
            new String[] {"results", "result", "drug", "gene", "change"},
            new String[] {"alternatives", "alternative", "drug", "target", ""});
    for (String[] list : lists) {
      for (JsonNode a : before.get(list[0])) {
        for (JsonNode b : now.get(list[0])) {
          boolean same =
              Stream.of(list[2], list[3], list[4]).allMatch(f -> a.path(f).equals(b.path(f)));
          if (same && !a.get("outcome").equals(b.get("outcome"))) {
            rows.add(
                String.join(
                    "\t",
                    list[1],
                    a.path(list[2]).asText(),
                    a.path(list[3]).asText(),
                    a.path(list[4]).asText(),
                    "outcome",
                    a.get("outcome").asText(),
                    b.get("outcome").asText(),
                    "true"));
          }
        }
      }
    }
    return rows;
  }

  @Test
  void aResistantVariantThatIsGoneChangesAClass() {
    assertThat(rows(plain, withoutGatekeeper))
        .contains(
            "variant\t\tABL1\tT315I\tvariant\tp.Thr315Ile, chr9:130872896 C>T\t\ttrue",
            "result\timatinib\tABL1\tT315I\toutcome\tresistant\t\ttrue",
            "sample\timatinib\t\t\tdecided_by\tT315I\tE255K\tfalse");
    assertThat(rows(withoutGatekeeper, plain))
        .contains("result\timatinib\tABL1\tT315I\toutcome\t\tresistant\ttrue");
    Run run = run("diff", plain, withoutGatekeeper);
    assertThat(run.code()).isEqualTo(ExitCode.FAIL_ON.code());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "\n\nClass changed\n  ",
            "\n  ABL1 T315I and imatinib: class resistant, now not listed.\n",
            "\n\nOutcome by drug\n  The sample and imatinib: fold change ",
            "\n  The sample and imatinib: decided by T315I, now E255K.\n");
    assertThat(run.out().indexOf("\n\n")).isEqualTo(run.out().indexOf("\n\nClass changed\n"));
  }

  @Test
  void theFormatsTellTheSameChanges() {
    List<String> rows = rows(plain, withoutGatekeeper);
    String text = run("diff", plain, withoutGatekeeper).out();
    String html = run("diff", plain, withoutGatekeeper, "--format", "html").out();

    assertThat(text.lines().filter(line -> line.startsWith("  "))).hasSameSizeAs(rows);
    assertThat(html.split("<tr><th scope=\"row\"", -1)).hasSize(rows.size() + 1);
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      for (String cell : List.of(cells[1], cells[2], cells[3], cells[5], cells[6])) {
        assertThat(text).contains(cell);
        assertThat(html).contains(cell.replace("not_", "not ").replace(">", "&gt;"));
      }
    }
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("default-src 'none'", "badge resistant", "prefers-color-scheme: dark");
  }

  @Test
  void theSameReportsGiveTheSameBytesOnStandardOutputAndInAFile() throws Exception {
    for (DifferenceFormat format : DifferenceFormat.values()) {
      Path file = folder.resolve("difference." + format);
      String[] arguments = {"diff", plain, withCopies, "--format", format.toString()};
      Run first = run(arguments);
      Run second = run(concat(arguments, "-o", file.toString()));

      assertThat(second.code()).isEqualTo(first.code());
      assertThat(second.out()).isEmpty();
      assertThat(Files.readString(file)).isEqualTo(first.out()).endsWith("\n");
    }
  }

  @Test
  void otherSamplesAreNotedNotRefused() throws Exception {
    String other =
        write(
            "other.json",
            Files.readString(Path.of(plain))
                .replace("\"label\": \"x\"", "\"label\": \"y\"")
                .replace("\"sample\": \"CML-0017\"", "\"sample\": \"CML-0018\""));
    Run run = run("diff", plain, other);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "\nnote: The reports differ in label or sample; make sure that both are of one sample.",
            "\nReports\n  label x, now y.\n  sample CML-0017, now CML-0018.\n");
  }

  @Test
  void hostileTextIsHarmless() throws Exception {
    String hostile =
        write(
            "hostile.json",
            Files.readString(Path.of(plain))
                .replace(
                    "\"label\": \"x\"",
                    "\"label\": \"=HYPERLINK(1)<script>alert(1)</script>\\u001b[31m\\n{{older}}\""));
    String text = run("diff", plain, hostile).out();
    String html = run("diff", plain, hostile, "--format", "html").out();

    assertThat(rows(plain, hostile))
        .containsExactly(
            "report\t\t\t\tlabel\tx\t'=HYPERLINK(1)<script>alert(1)</script> [31m {{older}}\tfalse");
    assertThat(text).doesNotContain("\u001b").contains("now =HYPERLINK(1)<script>");
    assertThat(html)
        .doesNotContain("<script", "\u001b")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void whatIsNoReportIsRefused() throws Exception {
    String report = Files.readString(Path.of(plain));
    refused(folder.resolve("none.json").toString(), "does not exist");
    refused(folder.toString(), "is a directory");
    refused(write("a.json", ""), "is empty");
    refused(VCF, "is not JSON");
    refused(write("b.json", "{}"), "has no schemaVersion; expected a report");
    refused(write("c.json", report.substring(0, report.length() / 2)), "written completely?");
    refused(
        write(
            "d.json",
            report.replaceFirst("\"schemaVersion\": \"[^\"]*\"", "\"schemaVersion\": \"1.4.0\"")),
        "has schemaVersion 1.4.0; this version reads 2.x.y. Make the report again");
    refused(
        write(
            "e.json",
            report.replaceFirst("\"foldChange\": [0-9.]+", "\"foldChange\": 1e999999999")),
        "is not a Bindfold report");
    refused(write("f.json", "[".repeat(100_000)), "is not JSON");
    refused(
        write(
            "g.json",
            report.replaceFirst("\"foldChange\": ", "\"foldChange\": " + "9".repeat(2000))),
        "is not JSON");
  }

  private void refused(String file, String why) {
    for (String[] pair : new String[][] {{file, plain}, {plain, file}}) {
      Path out = folder.resolve("out.txt");
      Run run = run("diff", pair[0], pair[1], "-o", out.toString());

      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.UNUSABLE.code());
      assertThat(run.err()).startsWith("bindfold: " + file + ": ").contains(why);
      assertThat(run.err().strip().lines()).hasSize(1);
      assertThat(run.out()).isEmpty();
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void wrongUsageIsTold() {
    Run both = run("diff", "-", "-");
    assertThat(both.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(both.err()).startsWith("bindfold: both reports are standard input");
    assertThat(run("diff", plain).code()).isEqualTo(ExitCode.USAGE.code());
    Run format = run("diff", plain, plain, "--format", "json");
    assertThat(format.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(format.err())
        .isEqualTo("bindfold: --format: found 'json'; expected text, tsv or html.\n");
  }

  private static List<String> rows(String older, String newer) {
    List<String> lines = run("diff", older, newer, "--format", "tsv").out().lines().toList();
    assertThat(lines.get(0)).isEqualTo(DifferenceFormat.HEADER);
    return lines.subList(1, lines.size());
  }

  private static JsonNode json(String file) throws Exception {
    return new ObjectMapper().readTree(Path.of(file).toFile());
  }

  /** The digits of the sample's fold change, the first of the report. */
  private static String fold(String file) throws Exception {
    Matcher fold =
        Pattern.compile("\"foldChange\": ([0-9.]+)").matcher(Files.readString(Path.of(file)));
    assertThat(fold.find()).isTrue();
    return fold.group(1);
  }

  private static String[] concat(String[] first, String... more) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
  }
}
