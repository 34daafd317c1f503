package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  @TempDir private Path folder;

  @Test
  void writesAllFilesInTheirOrderIntoADirectoryThatItMakes() throws Exception {
    Path target = folder.resolve("a/b");

    assertThat(OutputFiles.write(target, files("z.tsv", "a.json", "m.html")))
        .containsExactly(
            target.resolve("z.tsv"), target.resolve("a.json"), target.resolve("m.html"));

    assertThat(target.resolve("z.tsv")).hasContent("content of z.tsv");
    assertThat(content(target)).hasSize(3);
  }

  /** The first to fail is the last to be written. */
  @Test
  void leavesNothingWhereOneOfThemCannotBeWritten() throws Exception {
    Path older = Files.writeString(folder.resolve("a.tsv"), "older");
    Path inTheWay = Files.createDirectory(folder.resolve("b.tsv"));

    refuses(
        () -> OutputFiles.write(folder, files("a.tsv", "c.tsv", "b.tsv")),
        folder + ": cannot be written (" + inTheWay + ": is a directory where the report's file");

    assertThat(older).hasContent("older");
    assertThat(content(folder)).containsExactlyInAnyOrder(older, inTheWay);
  }

  @Test
  void removesTheDirectoriesThatItMadeForNothing() throws Exception {
    String tooLong = "n".repeat(300);

    refuses(
        () -> OutputFiles.write(folder.resolve("a/b"), files("a.tsv", tooLong)),
        folder.resolve("a/b") + ": cannot be written (");

    assertThat(content(folder)).isEmpty();
  }

  @Test
  void textIsWrittenAsUtf8() throws Exception {
    OutputFiles.writeTexts(folder, Map.of("a.tsv", "\u60a3\n"));

    assertThat(folder.resolve("a.tsv"))
        .hasBinaryContent("\u60a3\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void oneFileReplacesAnOlderOneAndIsAsReadableAsAnyOther() throws Exception {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path file = Files.writeString(folder.resolve("scores.tsv"), "older");

    OutputFiles.writeText(file, "newer");

    assertThat(file).hasContent("newer");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
    assertThat(content(folder)).containsExactlyInAnyOrder(plain, file);
  }

  @Test
  void aNameMayBeAsLongAsTheFileSystemAllows() {
    Path file = folder.resolve("n".repeat(255));

    OutputFiles.writeText(file, "x");

    assertThat(file).hasContent("x");
  }

  @Test
  void oneFileThatCannotBeWrittenLeavesNothing() throws Exception {
    Path directory = Files.createDirectory(folder.resolve("scores.tsv"));
    String reason = ": cannot be written; check that its folder exists and is yours to write";

    refuses(() -> OutputFiles.writeText(directory, "x"), directory + reason);
    Path below = folder.resolve("missing/scores.tsv");
    refuses(() -> OutputFiles.writeText(below, "x"), below + reason);

    assertThat(content(folder)).containsExactly(directory);
  }

  @Test
  void makesADirectoryWithItsParentsOrNoneOfThem() throws Exception {
    Path made = folder.resolve("a/b/c");
    OutputFiles.makeDirectory(made);
    OutputFiles.makeDirectory(made);
    assertThat(made).isDirectory();

    Path link = Files.createSymbolicLink(folder.resolve("link"), made);
    OutputFiles.makeDirectory(link);
    assertThat(link).isDirectory();

    Path tooLong = folder.resolve("d").resolve("n".repeat(300));
    refuses(() -> OutputFiles.makeDirectory(tooLong), tooLong + ": cannot be made; is a file");
    Path file = Files.writeString(folder.resolve("taken"), "x");
    refuses(() -> OutputFiles.makeDirectory(file.resolve("e")), "cannot be made; is a file");
    assertThat(content(folder)).containsExactlyInAnyOrder(folder.resolve("a"), link, file);
  }

  private static Map<String, byte[]> files(String... names) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : names) {
      files.put(name, ("content of " + name).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private static void refuses(ThrowingCallable write, String message) {
    assertThatThrownBy(write)
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.kind()).isEqualTo(InputException.Kind.OUTPUT))
        .hasMessageContaining(message);
  }

  private static List<Path> content(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
