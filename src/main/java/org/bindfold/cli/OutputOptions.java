package org.bindfold.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.bindfold.io.OutputFiles;
import picocli.CommandLine.Option;

/** {@code --format tsv|json} and {@code -o FILE} of a command with one result. */
final class OutputOptions {
  @Option(names = "--format", paramLabel = "NAME", defaultValue = "tsv", description = "tsv, json.")
  private String format = "tsv";

  @Option(names = "-o", paramLabel = "FILE", description = "Output file; stdout by default.")
  private Optional<String> output = Optional.empty();

  /** Whether JSON was asked for, else TSV. */
  boolean json() {
    Values.require(
        format.equals("tsv") || format.equals("json"), "--format", format, "tsv or json");
    return format.equals("json");
  }

  /** Writes the file whole or not at all. */
  void write(String text, PrintWriter out) {
    if (output.isEmpty()) {
      out.print(text);
      return;
    }
    OutputFiles.writeText(Values.path("-o", output.get()), text);
  }
}
