package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever uses the library has no options and runs no commands: its texts name neither, the command
 * line adds them to a message. Nor does a text round a number where the answer is worked out.
 */
class MessagesTest {
  private static final Path ROOT = Path.of("src/main/java/org/bindfold");
  private static final Pattern OPTION = Pattern.compile("(?<!\\w)--\\p{Lower}");
  private static final Pattern ROUNDING = Pattern.compile("%[-+ 0#,(\\d$]*\\.\\d+[aefgAEFG]");

  /** Rooms that write numbers for a reader, as digits, cells or pictures. */
  private static final List<String> ROUNDING_ROOMS =
      List.of("cli", "report", "table", "validation");

  /**
   * What a reader of a file says of it, and tables that are written with as many digits as they are
   * read with. No answer is worked out from these texts.
   */
  private static final List<String> ROUNDING_FILES =
      List.of(
          "FileCheck.java",
          "affinity/Calibration.java",
          "affinity/ParameterTable.java",
          "copynumber/ExpressionReader.java",
          "copynumber/GeneCopyNumber.java",
          "copynumber/SegmentReader.java",
          "resistance/SampleInput.java",
          "structure/ComplexReader.java");

  private static final Pattern COMMAND = Pattern.compile("\\bbindfold \\p{Lower}");

  /**
   * A text of the sources.
   *
   * @param file it stands in, from the root of the packages
   */
  private record Text(String file, String value) {}

  @Test
  void noTextOutsideTheCommandLineNamesAnOptionOrACommand() throws IOException {
    List<Text> texts = texts().stream().filter(t -> !t.file.startsWith("cli/")).toList();

    assertThat(texts)
        .noneMatch(t -> OPTION.matcher(t.value).find() || COMMAND.matcher(t.value).find());
    assertThat(texts).as("texts that were looked at").hasSizeGreaterThan(1000);
  }

  @Test
  void noTextRoundsANumberWhereTheAnswerIsWorkedOut() throws IOException {
    List<String> rounding =
        texts().stream()
            .filter(t -> ROUNDING.matcher(t.value).find())
            .map(Text::file)
            .distinct()
            .filter(f -> ROUNDING_ROOMS.stream().noneMatch(room -> f.startsWith(room + "/")))
            .toList();

    assertThat(rounding).containsExactlyElementsOf(ROUNDING_FILES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%.2f", "%+.1f", "%.0f%%", "%8.3e", "%1$.2f", "%,.4g", "%-6.2f", "%+.3E"})
  void whatRoundsIsFound(String format) {
    assertThat(ROUNDING.matcher("a " + format + " b").find()).isTrue();
  }

  private static List<Text> texts() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (CompilationUnitTree source : sources()) {
      String file = ROOT.relativize(Path.of(source.getSourceFile().getName())).toString();
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
          if (literal.getValue() instanceof String text) {
            texts.add(new Text(file, text));
          }
          return nothing;
        }
      }.scan(source, null);
    }
    return texts;
  }

  private static List<CompilationUnitTree> sources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(ROOT)) {
      List<Path> paths = found.filter(p -> p.toString().endsWith(".java")).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
      List<CompilationUnitTree> parsed = new ArrayList<>();
      task.parse().forEach(parsed::add);
      return parsed;
    }
  }
}
