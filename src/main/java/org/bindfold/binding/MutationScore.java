package org.bindfold.binding;

import java.util.Optional;
import org.bindfold.affinity.BindingChange;

/**
 * The score of one mutation in one complex, or why there is none.
 *
 * @param line where the mutation was given, 1-based; 0 in a scan
 * @param mutation as it was given
 * @param binding empty when it could not be scored
 * @param obstacle why it could not; empty when it could
 */
public record MutationScore(
    long line, String mutation, Optional<BindingChange> binding, Optional<Obstacle> obstacle) {

  public MutationScore {
    if (binding.isPresent() == obstacle.isPresent()) {
      throw new IllegalArgumentException("either a score or an obstacle: " + mutation);
    }
  }

  static MutationScore of(long line, String mutation, BindingChange binding) {
    return new MutationScore(line, mutation, Optional.of(binding), Optional.empty());
  }

  static MutationScore none(long line, String mutation, Obstacle obstacle) {
    return new MutationScore(line, mutation, Optional.empty(), Optional.of(obstacle));
  }

  /** Why there is no score, or what a reader of it must know; may be empty. */
  public String note() {
    return obstacle
        .map(Obstacle::reason)
        .orElseGet(() -> String.join("; ", binding.orElseThrow().notes()));
  }
}
