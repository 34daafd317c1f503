package org.bindfold.structure;

import java.util.Optional;

/**
 * A residue's name in its structure file: the author's numbers.
 *
 * @param chain author chain id
 * @param number residue number; may be negative or zero
 * @param insertionCode letter after the number, when there is one
 */
public record ResidueId(String chain, int number, Optional<Character> insertionCode) {

  /** {@code A:315} or {@code A:52B}. */
  @Override
  public String toString() {
    return chain + ":" + label();
  }

  /** The number with its insertion code: {@code 315}, {@code 52B}. */
  public String label() {
    return number + insertionCode.map(String::valueOf).orElse("");
  }
}
