package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents can be read without scrolling sideways, and their links lead somewhere. */
class DocumentsTest {
  private static final int LONGEST = 140;
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z0-9+.-]*:");
  private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}\\s+(.*?)\\s*#*$");
  private static final Pattern LINKED_TEXT = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

  @Test
  void noLineIsLong() throws IOException {
    List<String> offenders = new ArrayList<>();
    for (Path document : documents()) {
      List<String> lines = Files.readAllLines(document);
      for (int i = 0; i < lines.size(); i++) {
        int length = lines.get(i).codePointCount(0, lines.get(i).length());
        if (length > LONGEST) {
          offenders.add(document + ":" + (i + 1) + " has " + length + " characters");
        }
      }
    }

    assertThat(offenders).isEmpty();
  }

  @Test
  void everyRelativeLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    int seen = 0;
    for (Path document : linking()) {
      List<String> lines = withoutCode(document);
      for (int i = 0; i < lines.size(); i++) {
        Matcher link = LINK.matcher(lines.get(i));
        while (link.find()) {
          if (!ELSEWHERE.matcher(link.group(1)).find()) {
            seen++;
            if (!leadsSomewhere(document, link.group(1))) {
              broken.add(document + ":" + (i + 1) + " " + link.group(1));
            }
          }
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(seen).isGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource({
    "p_resistant, p_resistant",
    "Exit codes, exit-codes",
    "`analyze` FILE..., analyze-file",
    "'Speed, memory & more', speed-memory--more",
    "See [the model](model.md), see-the-model"
  })
  void anAnchorIsTheHeadingAsGitHubWritesIt(String heading, String anchor) {
    assertThat(slug(heading)).isEqualTo(anchor);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md")),
              files.filter(f -> f.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  /** With those beside the examples, whose lines are long. */
  private static List<Path> linking() throws IOException {
    return Stream.concat(
            documents().stream(),
            Stream.of(Path.of("mutations/README.md"), Path.of("structures/README.md")))
        .toList();
  }

  private static boolean leadsSomewhere(Path document, String target) throws IOException {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path file =
        path.isEmpty() ? document : document.toAbsolutePath().resolveSibling(path).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return hash < 0
        || Files.isRegularFile(file) && anchors(file).contains(target.substring(hash + 1));
  }

  /** A heading that stands twice gets a number behind its second anchor. */
  private static Set<String> anchors(Path document) throws IOException {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    for (String line : withoutCode(document)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String slug = slug(heading.group(1));
        int before = times.merge(slug, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? slug : slug + "-" + before);
      }
    }
    return anchors;
  }

  /** GitHub's rule: lower case, spaces to hyphens, punctuation left out. */
  private static String slug(String heading) {
    return LINKED_TEXT
        .matcher(heading)
        .replaceAll("$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
        .replace(' ', '-');
  }

  /** The lines, those in fenced blocks emptied so that line numbers stay. */
  private static List<String> withoutCode(Path document) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(document)) {
      boolean fence = line.strip().startsWith("```");
      code ^= fence;
      lines.add(code || fence ? "" : line);
    }
    return lines;
  }
}
