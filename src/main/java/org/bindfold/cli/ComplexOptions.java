package org.bindfold.cli;

import java.util.Optional;
import org.bindfold.binding.ComplexRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which complex, how its residues are numbered, and what the scores are made with. */
final class ComplexOptions {
  @Option(
      names = "--structure",
      required = true,
      paramLabel = "FILE",
      description = "PDB or mmCIF, also gzipped.")
  private String structure = "";

  @Option(names = "--chain", paramLabel = "ID", description = "Chain whose residues are mutated.")
  private Optional<String> chain = Optional.empty();

  @Option(names = "--ligand", paramLabel = "CODE", description = "Residue name of the ligand.")
  private Optional<String> ligand = Optional.empty();

  @Option(
      names = "--ligand-file",
      paramLabel = "FILE",
      description = "Ligand in a file of its own: SDF, MOL2.")
  private Optional<String> ligandFile = Optional.empty();

  @Mixin private NumberingOptions numbering = new NumberingOptions();

  @Mixin private ModelOptions model = new ModelOptions();

  @Mixin private RepackOption repack = new RepackOption();

  /** The complex that was asked for. */
  ComplexRequest request() {
    Values.require(
        ligand.isEmpty() || ligandFile.isEmpty(),
        "--ligand",
        ligand.orElse(""),
        "either --ligand or --ligand-file");
    return new ComplexRequest(
        structure,
        chain,
        ligand,
        ligandFile,
        numbering.numbering(),
        model.model(repack.neighbours()));
  }
}
