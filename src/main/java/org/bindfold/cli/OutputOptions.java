package org.bindfold.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.bindfold.io.InputException;
import picocli.CommandLine.Option;

/** {@code --format tsv|json} and {@code -o FILE} of a command with one result. */
final class OutputOptions {
  @Option(names = "--format", paramLabel = "NAME", defaultValue = "tsv", description = "tsv, json.")
  private TableFormat format = TableFormat.TSV;

  @Option(names = "-o", paramLabel = "FILE", description = "Output file; stdout by default.")
  private Optional<Path> output = Optional.empty();

  /** Whether JSON was asked for, else TSV. */
  boolean json() {
    return format == TableFormat.JSON;
  }

  /** Writes the file whole or not at all. */
  void write(String text, PrintWriter out) {
    if (output.isEmpty()) {
      out.print(text);
      return;
    }
    String name = output.get().toString();
    Path file = output.get().toAbsolutePath();
    Optional<Path> temporary = Optional.empty();
    try {
      temporary = Optional.of(Files.createTempFile(file.getParent(), ".bindfold-", ".tmp"));
      Files.writeString(temporary.get(), text, StandardCharsets.UTF_8);
      Files.move(temporary.get(), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      temporary.ifPresent(p -> p.toFile().delete());
      throw InputException.output(
          name, "cannot be written; check that its folder exists and is yours to write", e);
    }
  }
}
