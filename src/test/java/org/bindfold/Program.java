package org.bindfold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Another program that results are compared with, where it is installed. */
public final class Program {
  private Program() {}

  /** Whether a program can be started. */
  public static boolean isInstalled(String name) {
    try {
      return new ProcessBuilder(name, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs it to its end and returns what it wrote to stdout. */
  public static String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
    }
    return out;
  }
}
