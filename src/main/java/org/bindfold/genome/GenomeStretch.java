package org.bindfold.genome;

import java.util.Optional;

/**
 * Bases of the genome's forward strand around a gene.
 *
 * @param start position of the first base, 1-based
 * @param bases upper case
 */
record GenomeStretch(int start, String bases) {
  /** Bases kept on either side of a gene's coding parts. */
  static final int MARGIN = 1000;

  /** The longest human gene is shorter (assumed: none of the panel reaches one megabase). */
  static final int MAX_BASES = 5_000_000;

  /** The base at a position, 1-based; empty outside the stretch, or where it is not known. */
  Optional<Character> base(int position) {
    int index = position - start;
    return index < 0 || index >= bases.length() || "ACGT".indexOf(bases.charAt(index)) < 0
        ? Optional.empty()
        : Optional.of(bases.charAt(index));
  }
}
