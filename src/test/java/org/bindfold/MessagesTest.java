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

/**
 * Whoever uses the library has no options and runs no commands: its texts name neither. The command
 * line adds them to a message.
 */
class MessagesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path COMMAND_LINE = SOURCES.resolve("org/bindfold/cli");
  private static final Pattern OPTION = Pattern.compile("(?<!\\w)--\\p{Lower}");
  private static final Pattern COMMAND = Pattern.compile("\\bbindfold \\p{Lower}");

  @Test
  void noTextOutsideTheCommandLineNamesAnOptionOrACommand() throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (CompilationUnitTree source : sources()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
          if (literal.getValue() instanceof String text) {
            texts.add(text);
            if (OPTION.matcher(text).find() || COMMAND.matcher(text).find()) {
              named.add(source.getSourceFile().getName() + ": " + text);
            }
          }
          return nothing;
        }
      }.scan(source, null);
    }

    assertThat(named).isEmpty();
    assertThat(texts).as("texts that were looked at").hasSizeGreaterThan(1000);
  }

  private static List<CompilationUnitTree> sources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(SOURCES)) {
      List<Path> paths =
          found
              .filter(p -> p.toString().endsWith(".java") && !p.startsWith(COMMAND_LINE))
              .sorted()
              .toList();
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
