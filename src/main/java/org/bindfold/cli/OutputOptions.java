package org.bindfold.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --format tsv|json} and {@code -o FILE} of a command with one result. */
final class OutputOptions {
  @Option(names = "--format", paramLabel = "NAME", defaultValue = "tsv", description = "tsv, json.")
  private TableFormat format = TableFormat.TSV;

  @Mixin private OutputFileOption file = new OutputFileOption();

  /** Whether JSON was asked for, else TSV. */
  boolean json() {
    return format == TableFormat.JSON;
  }

  /** Writes the file whole or not at all. */
  void write(String text, PrintWriter out) {
    file.write(text, out);
  }
}
