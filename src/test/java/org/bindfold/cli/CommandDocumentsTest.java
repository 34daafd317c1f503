package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.bindfold.report.TsvReportWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the documents say of the program, against the program. */
class CommandDocumentsTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("`(org\\.bindfold\\.[\\w.]+)`");

  @TempDir private Path directory;

  @Test
  void everyCommandAndOptionIsExplained() throws IOException {
    String readme = Files.readString(README);
    Map<String, String> sections = sections(Files.readString(Path.of("docs/cli.md")));
    List<String> missing = new ArrayList<>();
    new CommandLine(new Main())
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (!readme.contains("`bindfold " + name)) {
                missing.add("README: " + name);
              }
              String section = sections.getOrDefault(name, "");
              options(command)
                  .filter(option -> !Pattern.compile("`" + option + "[` ]").matcher(section).find())
                  .forEach(option -> missing.add("cli.md: " + name + " " + option));
              command.getSubcommands().keySet().stream()
                  .filter(inner -> !section.contains("`" + name + " " + inner))
                  .forEach(inner -> missing.add("cli.md: " + name + " " + inner));
            });

    assertThat(missing).isEmpty();
    assertThat(sections.keySet())
        .containsAll(new CommandLine(new Main()).getSubcommands().keySet());
  }

  @Test
  void everyColumnOfTheReportIsExplained() throws IOException {
    assertThat(Files.readString(Path.of("docs/report.md")))
        .contains(Stream.of(TsvReportWriter.HEADER.split("\t")).map(c -> "`" + c + "`").toList());
  }

  @Test
  void theJavaOfTheReadmeCompiles() throws IOException {
    String readme = Files.readString(README);
    Matcher snippet = SNIPPET.matcher(readme);
    assertThat(snippet.find()).isTrue();
    StringBuilder source = new StringBuilder();
    Matcher imports = IMPORT.matcher(readme);
    while (imports.find()) {
      source.append("import ").append(imports.group(1)).append(";\n");
    }
    source.append("class Snippet { void run() {\n").append(snippet.group(1)).append("}}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();

    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-proc:none",
                    "-d",
                    directory.toString()),
                null,
                List.of(new Source(source.toString())))
            .call();

    assertThat(compiled).as(messages.toString()).isTrue();
  }

  /** The text under each second-level heading, by the heading's first word. */
  private static Map<String, String> sections(String document) {
    Map<String, String> sections = new TreeMap<>();
    for (String part : document.split("(?m)^## ")) {
      sections.put(part.split("\\s", 2)[0], part);
    }
    return sections;
  }

  /** The options of a command and of those below it; help and version are common to all. */
  private static Stream<String> options(CommandLine command) {
    TreeSet<String> names = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        names.add(option.longestName());
      }
    }
    command.getSubcommands().values().forEach(inner -> options(inner).forEach(names::add));
    return names.stream();
  }

  /** Source text that needs no file. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Snippet.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
