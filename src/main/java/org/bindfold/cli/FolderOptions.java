package org.bindfold.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bindfold.binding.ModelRequest;
import org.bindfold.io.WorkerPool;
import org.bindfold.validation.TableScorer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The complexes of the drugs of a table, and how the table numbers their residues. */
final class FolderOptions {
  @Option(
      names = "--structures",
      required = true,
      paramLabel = "DIR",
      description = "DRUG.pdb or DRUG.cif for each drug, and DRUG.sdf unless the ligand is inside.")
  private String structures = "";

  @Option(
      names = "--ligand",
      paramLabel = "DRUG=CODE",
      description = "Residue name of a drug's ligand inside its structure; repeatable.")
  private Map<String, String> ligands = new LinkedHashMap<>();

  @Mixin private NumberingOptions numbering = new NumberingOptions();

  /** What scores a table in these complexes. */
  TableScorer scorer(ModelRequest model, WorkerPool workers) {
    return TableScorer.of(structures, numbering.numbering(), ligands, model, workers);
  }
}
