package org.bindfold.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bindfold.Bindfold;
import org.bindfold.pharmacology.Drug;
import org.bindfold.structure.BundledStructures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bindfold drugs}: the drugs that are known. */
@Command(
    name = "drugs",
    mixinStandardHelpOptions = true,
    description = "Lists the drugs that are known.")
final class DrugsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("drug\ttarget\tuniprot\tpumps\tstructure\tsynonyms");
    for (Drug drug : new Bindfold().drugs().all()) {
      out.println(
          String.join(
              "\t",
              drug.name(),
              drug.target(),
              drug.accession(),
              drug.pumps().stream().map(Drug.Transport::gene).collect(Collectors.joining(",")),
              BundledStructures.of(drug.name(), drug.target())
                  .map(e -> e.id() + (e.standsIn() ? " (stand-in " + e.ligand() + ")" : ""))
                  .orElse(""),
              String.join(",", drug.synonyms())));
    }
    return ExitCode.OK.code();
  }
}
