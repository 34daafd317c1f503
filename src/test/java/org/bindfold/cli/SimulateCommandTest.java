package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample's clones under drugs, from the command line to the table. */
class SimulateCommandTest extends TreatmentCase {
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

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("bindfold: " + option + ": found '" + value, expected);
  }

  @Test
  void twoMutationsOnOneMoleculeDoNotShowThatOneEscapes() throws Exception {
    assertThat(simulated(write("phased.vcf", phased()), "imatinib,dasatinib"))
        .contains("0\tE255K/T315I\t", "a cell is taken to need a mutation for each");
  }

  @Test
  void theResistantCloneTakesOver() {
    Run run = run("simulate", VCF, "--drug", "imatinib", "--copy-number", CNS, "--days", "100");

    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().filter(l -> !l.startsWith("#")).toList();
    assertThat(lines.get(0)).isEqualTo("day\tclone\tsize\tshare");
    assertThat(lines.get(1)).startsWith("0\twild type\t");
    assertThat(share(lines, "100\tT315I")).isGreaterThan(share(lines, "0\tT315I"));
    assertThat(run.out()).contains("# relapse on day:", "# resistant cell before treatment");
  }

  @Test
  void theLastDayIsShownThoughNoStepFallsOnIt() throws Exception {
    List<String> lines =
        run("simulate", VCF, "--drug", "imatinib", "--days", "365").out().lines().toList();
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

    assertThat(json.code()).as(json.err()).isZero();
    assertThat(json.out()).isEmpty();
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    List<String> rows = table.out().lines().filter(l -> l.matches("\\d.*")).toList();
    assertThat(root.get("course")).hasSameSizeAs(rows);
    assertThat(rows.get(7))
        .isEqualTo(
            String.join(
                "\t",
                root.get("course").get(7).get("day").asText(),
                root.get("course").get(7).get("clone").asText(),
                rows.get(7).split("\t")[2],
                rows.get(7).split("\t")[3]));
    assertThat(table.out())
        .contains(
            "days: " + root.get("summary").get(0).get("p_acquired").decimalValue().toPlainString());
  }

  @Test
  void mutantsThatGrowLessAreLessLikelyThere() {
    String fit = run("simulate", VCF, "--drug", "imatinib", "--cells", "1e7").out();
    String unfit =
        run("simulate", VCF, "--drug", "imatinib", "--cells", "1e7", "--fitness", "0.2").out();

    assertThat(before(unfit)).isPositive().isLessThan(before(fit));
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--fitness", "0").code()).isEqualTo(2);
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
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
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
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("l.tsv", "allele fraction");
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--days", "0").code()).isEqualTo(2);
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--death", "1").code()).isEqualTo(2);
    assertThat(run("simulate", VCF, "--drug", "imatinib", "--cells", "1e99").code()).isEqualTo(2);
    assertThat(run("simulate", VCF).code()).isEqualTo(2);
  }
}
