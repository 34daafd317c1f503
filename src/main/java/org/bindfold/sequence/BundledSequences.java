package org.bindfold.sequence;

import java.util.List;
import java.util.Optional;

/** The reference proteins that come with the program, from UniProt (CC BY 4.0). */
public final class BundledSequences {
  private static final String RESOURCE = "/org/bindfold/sequence/proteins.fasta";
  private static final List<ProteinSequence> ALL = load();

  private BundledSequences() {}

  /** The protein of a UniProt accession: {@code P00519}; empty when it is not bundled. */
  public static Optional<ProteinSequence> of(String accession) {
    return ALL.stream().filter(p -> p.accession().equalsIgnoreCase(accession)).findFirst();
  }

  /** The protein of a gene by HGNC symbol: {@code ABL1}; empty when it is not bundled. */
  public static Optional<ProteinSequence> ofGene(String gene) {
    return ALL.stream().filter(p -> p.gene().equalsIgnoreCase(gene)).findFirst();
  }

  /** All of them, in the order of the file. */
  public static List<ProteinSequence> all() {
    return ALL;
  }

  private static List<ProteinSequence> load() {
    return FastaEntry.ofResource(RESOURCE).stream()
        .map(
            entry ->
                new ProteinSequence(
                    entry.accession(), entry.attribute("gene").orElseThrow(), entry.letters()))
        .toList();
  }
}
