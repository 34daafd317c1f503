package org.bindfold.binding;

import java.util.List;
import java.util.Optional;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.FastaReader;
import org.bindfold.sequence.ProteinSequence;

/**
 * How mutations of a complex are numbered.
 *
 * @param reference the protein whose numbers are used, 1-based; empty for the structure's own
 */
public record Numbering(Optional<ProteinSequence> reference) {
  private static final long MAX_SEQUENCE_BYTES = 64L << 20;

  /** The structure's own numbers. */
  public static Numbering author() {
    return new Numbering(Optional.empty());
  }

  /** A protein's numbers. */
  public static Numbering of(ProteinSequence reference) {
    return new Numbering(Optional.of(reference));
  }

  /** The numbers of a protein whose sequence is bundled; empty for any other accession. */
  public static Optional<Numbering> bundled(String accession) {
    return BundledSequences.of(accession).map(Numbering::of);
  }

  /** UniProt accessions of the bundled sequences. */
  public static List<String> bundledAccessions() {
    return BundledSequences.all().stream().map(ProteinSequence::accession).toList();
  }

  /**
   * The numbers of a protein of a FASTA file.
   *
   * @throws InputException when the file cannot be used, or does not hold the protein
   */
  public static Numbering ofFasta(String file, String accession) {
    try (InputFile input = InputFile.open(file, MAX_SEQUENCE_BYTES)) {
      return of(FastaReader.read(input, accession));
    }
  }
}
