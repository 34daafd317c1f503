package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindfold.Program;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The launcher: each test of {@code src/test/bats}, from what bats prints in the format TAP. */
class LauncherTest {
  private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)");
  private static final Pattern RESULT =
      Pattern.compile("(?<not>not )?ok \\d+ (?<name>.*?)(?: # skip ?(?<why>.*))?");

  @TestFactory
  Stream<DynamicTest> launcher() throws IOException {
    if (!Program.isInstalled("bats")) {
      return Stream.of(
          DynamicTest.dynamicTest("needs bats", () -> abort("skipped: install Debian's bats")));
    }
    List<String> tap = tap();
    List<Result> results = results(tap);
    Matcher plan = PLAN.matcher(tap.isEmpty() ? "" : tap.get(0));
    assertThat(plan.matches() ? Integer.parseInt(plan.group(1)) : 0)
        .as(String.join("\n", tap))
        .isPositive()
        .isEqualTo(results.size());

    return results.stream().map(result -> DynamicTest.dynamicTest(result.name(), result::tell));
  }

  private static List<String> tap() throws IOException {
    Process bats =
        new ProcessBuilder("bats", "--tap", "src/test/bats").redirectErrorStream(true).start();
    bats.getOutputStream().close();
    return new String(bats.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  /** The lines after a result, up to the next one, say what went wrong. */
  private static List<Result> results(List<String> tap) {
    List<Result> results = new ArrayList<>();
    for (String line : tap) {
      Matcher result = RESULT.matcher(line);
      if (result.matches()) {
        results.add(
            new Result(
                result.group("name"),
                result.group("not") == null,
                result.group("why"),
                new ArrayList<>()));
      } else if (!results.isEmpty()) {
        results.get(results.size() - 1).notes().add(line);
      }
    }
    return results;
  }

  private record Result(String name, boolean passed, String whySkipped, List<String> notes) {
    void tell() {
      if (!passed) {
        fail(name + "\n" + String.join("\n", notes));
      }
      if (whySkipped != null) {
        abort("skipped: " + whySkipped);
      }
    }
  }
}
