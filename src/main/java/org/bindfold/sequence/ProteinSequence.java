package org.bindfold.sequence;

import java.util.Optional;

/**
 * A reference protein.
 *
 * @param accession UniProt accession: {@code P00519}
 * @param gene HGNC symbol
 * @param residues one-letter codes; position 1 is the first character, the initiator methionine
 */
public record ProteinSequence(String accession, String gene, String residues) {

  /** Length in residues. */
  public int length() {
    return residues.length();
  }

  /**
   * The residue at a position, 1-based; empty outside the protein or where it is not a standard
   * one.
   */
  public Optional<AminoAcid> at(int position) {
    return position >= 1 && position <= residues.length()
        ? AminoAcid.ofLetter(residues.charAt(position - 1))
        : Optional.empty();
  }
}
