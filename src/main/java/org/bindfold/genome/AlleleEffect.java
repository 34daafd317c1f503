package org.bindfold.genome;

import java.util.Optional;
import org.bindfold.sequence.ProteinChange;

/** What an allele on the genome means for a gene. */
public sealed interface AlleleEffect {

  /** It lies in an intron or beside the coding sequence. */
  record Outside() implements AlleleEffect {}

  /**
   * It changes the transcript.
   *
   * @param change what it does to the protein
   * @param coding HGVS coding notation, where it has a simple one
   */
  record Changed(ProteinChange change, Optional<String> coding) implements AlleleEffect {}

  /**
   * It lies in the coding sequence, but the bases needed to tell are not bundled.
   *
   * @param codingPosition first CDS position concerned, 1-based
   */
  record NotStored(int codingPosition) implements AlleleEffect {}

  /**
   * It concerns the gene, but cannot be used.
   *
   * @param reason why, in the words of a message
   */
  record NotUsable(String reason) implements AlleleEffect {}

  /**
   * The file's reference base is not the gene's.
   *
   * @param position on the genome, 1-based
   * @param found the file's base, on the forward strand
   * @param expected the gene's base, on the forward strand
   */
  record ReferenceMismatch(int position, char found, char expected) implements AlleleEffect {}
}
