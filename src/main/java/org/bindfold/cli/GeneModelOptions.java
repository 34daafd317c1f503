package org.bindfold.cli;

import java.util.Optional;
import org.bindfold.Bindfold;
import org.bindfold.io.InputException;
import org.bindfold.io.WorkerPool;
import picocli.CommandLine.Option;

/** The options by which positions in any gene can be translated; both or none. */
final class GeneModelOptions {
  @Option(
      names = "--gff",
      paramLabel = "FILE",
      description = "Transcripts, GFF3 or GTF of GENCODE, Ensembl or RefSeq; with --fasta.")
  private Optional<String> gff = Optional.empty();

  @Option(
      names = "--fasta",
      paramLabel = "FILE",
      description = "The genome they lie on, indexed with samtools faidx.")
  private Optional<String> fasta = Optional.empty();

  Bindfold bindfold(WorkerPool workers) {
    if (gff.isEmpty() && fasta.isEmpty()) {
      return new Bindfold();
    }
    if (gff.isEmpty() || fasta.isEmpty()) {
      throw InputException.request("--gff and --fasta are given together, or none of them.");
    }
    return Bindfold.withGenes(gff.get(), fasta.get(), workers);
  }
}
