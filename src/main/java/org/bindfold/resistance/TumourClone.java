package org.bindfold.resistance;

import java.util.Optional;
import org.bindfold.pharmacology.ClonalSelection.Clone;

/**
 * A clone of a tumour under a regimen.
 *
 * @param variant that its cells carry; empty for the wild type, which is what no clone accounts for
 * @param population its share and the effects of the drugs on it
 */
public record TumourClone(Optional<SampleVariant> variant, Clone population) {
  /** Its change, or {@code wild type}. */
  public String name() {
    return population.name();
  }
}
