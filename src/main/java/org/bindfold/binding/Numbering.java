package org.bindfold.binding;

import java.util.Optional;
import org.bindfold.sequence.ProteinSequence;

/**
 * How mutations of a complex are numbered.
 *
 * @param reference the protein whose numbers are used, 1-based; empty for the structure's own
 */
public record Numbering(Optional<ProteinSequence> reference) {
  /** The structure's own numbers. */
  public static Numbering author() {
    return new Numbering(Optional.empty());
  }

  /** A protein's numbers. */
  public static Numbering uniprot(ProteinSequence reference) {
    return new Numbering(Optional.of(reference));
  }
}
