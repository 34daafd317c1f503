package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.bindfold.io.OutputFiles;
import picocli.CommandLine.Option;

/** {@code -o FILE} of a command with one result. */
final class OutputFileOption {
  @Option(names = "-o", paramLabel = "FILE", description = "Output file; stdout by default.")
  private Optional<Path> output = Optional.empty();

  /** Writes the file whole or not at all. */
  void write(String text, PrintWriter out) {
    if (output.isEmpty()) {
      out.print(text);
      return;
    }
    OutputFiles.writeText(output.get(), text);
  }
}
