package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands on the bundled relapse, in a folder of its own. */
abstract class TreatmentCase {
  static final String VCF = "mutations/cml-relapse.vcf";
  static final String CNS = "mutations/cml-relapse.cns";

  @TempDir Path folder;

  record Run(int code, String out, String err) {}

  static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err, true), args);
    assertThat(err.toString()).doesNotContain("\tat ");
    return new Run(code, out.toString(), err.toString());
  }

  Run analyze(String... args) {
    return run(
        Stream.concat(
                Stream.of("analyze", "-o", folder.resolve("out").toString(), "--label", "x"),
                Arrays.stream(args))
            .toArray(String[]::new));
  }

  JsonNode report(String... args) throws Exception {
    Run run = analyze(args);
    assertThat(run.code()).as(run.err()).isZero();
    return new ObjectMapper().readTree(folder.resolve("out/x.bindfold.json").toFile());
  }

  String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** E255K and T315I on one molecule, F359V on the other. */
  static String phased() throws Exception {
    return Files.readString(Path.of(VCF))
        .replace("GT:AD:DP:AF\t0/1:712,88:800:0.110", "GT:AD:DP:AF:PS\t0|1:712,88:800:0.110:9")
        .replace("GT:AD:DP:AF\t0/1:523,379:902:0.420", "GT:AD:DP:AF:PS\t0|1:523,379:902:0.420:9")
        .replace("GT:AD:DP:AF\t0/1:760,40:800:0.050", "GT:AD:DP:AF:PS\t1|0:760,40:800:0.050:9");
  }
}
