package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a process of its own loads, by which it shows what it needs and what it does not. */
public final class LoadedClasses {
  private LoadedClasses() {}

  /**
   * Runs a class and lists the lines that Java logs, one for each class it loads.
   *
   * @param folder for the log and the output
   * @param code the exit code that is expected
   */
  public static List<String> of(Path folder, Class<?> main, int code, String... args)
      throws IOException, InterruptedException {
    Path loaded = folder.resolve("classes.txt");
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load:file=" + loaded);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isEqualTo(code);
    List<String> classes = Files.readAllLines(loaded);
    assertThat(classes).as("classes loaded").hasSizeGreaterThan(300);
    return classes;
  }
}
