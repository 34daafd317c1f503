package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bindfold.io.OutputFiles;
import org.bindfold.structure.BundledStructures;
import org.bindfold.structure.StructureDownload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindfold structures}: the complexes that are bundled; {@code get} downloads others. */
@Command(
    name = "structures",
    mixinStandardHelpOptions = true,
    description = "Lists the bundled complexes.",
    subcommands = StructuresCommand.Get.class)
final class StructuresCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("id\ttarget\tuniprot\tchain\tligand\tdrug\tstands_in\tlicence\tsource\tsha256");
    for (BundledStructures.Entry e : BundledStructures.all()) {
      out.println(
          String.join(
              "\t",
              e.id(),
              e.target(),
              e.accession(),
              e.chain(),
              e.ligand(),
              e.drug(),
              e.standsIn() ? "yes" : "no",
              e.licence(),
              e.source(),
              e.structureSha256()));
    }
    return ExitCode.OK.code();
  }

  /** {@code bindfold structures get ID}: the only command that uses the network. */
  @Command(
      name = "get",
      mixinStandardHelpOptions = true,
      description = "Downloads an entry of the Protein Data Bank as mmCIF.")
  static final class Get implements Callable<Integer> {
    /** Ids with more than four characters of their own are not given out yet. */
    private static final String ID = "(?i)(pdb_0000)?[0-9][a-z0-9]{3}";

    private static final int SHORT_ID_LENGTH = 4;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "1IEP or pdb_00001iep.")
    private String id = "";

    @Option(
        names = "-o",
        paramLabel = "DIR",
        defaultValue = ".",
        description = "Where it goes; the current folder by default.")
    private Path directory = Path.of(".");

    @Override
    public Integer call() {
      Values.require(
          id.matches(ID),
          "ID",
          id,
          "four letters and digits, the first a digit: 1IEP or pdb_00001iep");
      String shortId = id.substring(id.length() - SHORT_ID_LENGTH);
      OutputFiles.makeDirectory(directory);
      spec.commandLine().getOut().println(StructureDownload.mmCif(shortId, directory));
      return ExitCode.OK.code();
    }
  }
}
