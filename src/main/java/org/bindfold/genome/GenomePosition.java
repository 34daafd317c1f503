package org.bindfold.genome;

import java.util.Optional;

/**
 * A base of the genome.
 *
 * @param chromosome with prefix: {@code chr22}
 * @param position 1-based, on the forward strand
 * @param assembly that the position is on; empty where it cannot be told
 */
public record GenomePosition(String chromosome, int position, Optional<Assembly> assembly) {

  /** {@code chr22:23290413}. */
  @Override
  public String toString() {
    return chromosome + ":" + position;
  }
}
