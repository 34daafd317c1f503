package org.bindfold;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Structures and tables that are not ours to ship, read from beside the project. */
public final class SharedData {
  private static final Path FOLDER = Path.of("..", "shared");

  private SharedData() {}

  /** A path below the folder; the test is skipped where the folder is absent. */
  public static String path(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(
        Files.isDirectory(FOLDER), "skipped: needs " + file + ", which is not part of the project");
    return file.toString();
  }
}
