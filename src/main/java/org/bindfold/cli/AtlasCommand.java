package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bindfold.binding.AtlasBuilder;
import org.bindfold.binding.AtlasPair;
import org.bindfold.io.InputException;
import org.bindfold.io.OutputFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bindfold atlas}: the precomputed scans; {@code build} computes them. */
@Command(
    name = "atlas",
    mixinStandardHelpOptions = true,
    description = "Lists the drugs and targets of the atlas of precomputed scans.",
    subcommands = AtlasCommand.Build.class)
final class AtlasCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("drug\tgene\tuniprot\tstructure\tfile");
    for (AtlasPair pair : AtlasPair.all()) {
      out.println(
          String.join(
              "\t",
              pair.drug(),
              pair.gene(),
              pair.accession().orElse("-"),
              pair.structure(),
              pair.file()));
    }
    return ExitCode.OK.code();
  }

  /** {@code bindfold atlas build}. */
  @Command(
      name = "build",
      mixinStandardHelpOptions = true,
      description = "Computes the table of every pair whose structure is in a folder.")
  static final class Build implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = "--structures",
        required = true,
        paramLabel = "DIR",
        description = "Folder with the entries, named as `bindfold atlas` lists them.")
    private Path structures = Path.of("");

    @Option(
        names = "-o",
        paramLabel = "DIR",
        defaultValue = "atlas",
        description = "Where the tables go; atlas by default.")
    private Path directory = Path.of("atlas");

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Override
    public Integer call() {
      if (!Files.isDirectory(structures)) {
        throw InputException.file(
            structures.toString(), "is not a folder; expected one with structures.");
      }
      Map<String, byte[]> tables = new LinkedHashMap<>();
      boolean missing = false;
      for (AtlasPair pair : AtlasPair.all()) {
        if (Files.isRegularFile(structures.resolve(pair.file()))) {
          tables.put(
              pair.tableName(),
              new AtlasBuilder(pair, structures).build(threads.workers(), "bindfold atlas build"));
        } else {
          missing = true;
          spec.commandLine()
              .getErr()
              .println(
                  "bindfold: "
                      + structures
                      + ": no "
                      + pair.file()
                      + ", so no table of "
                      + pair.drug()
                      + " and "
                      + pair.gene());
        }
      }
      if (tables.isEmpty()) {
        throw InputException.file(
            structures.toString(),
            "holds none of the atlas's structures; `bindfold atlas` lists the files it expects.");
      }
      List<Path> written = OutputFiles.write(directory, tables);
      written.forEach(path -> spec.commandLine().getOut().println(path));
      return missing ? ExitCode.SKIPPED.code() : ExitCode.OK.code();
    }
  }
}
