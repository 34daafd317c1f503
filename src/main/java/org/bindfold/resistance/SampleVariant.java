package org.bindfold.resistance;

import java.util.List;
import java.util.Set;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.variant.VariantCall;

/**
 * A variant of a sample, or several on one molecule.
 *
 * @param number from 1, in input order, the compounds after the variants
 * @param call the call; of a compound the first one, with the changes of all
 * @param parts the variants on the molecule; empty for a single variant
 * @param source where it stands: {@code file:line}
 */
public record SampleVariant(
    int number, VariantCall call, List<SampleVariant> parts, String source) {
  private static final Set<Effect> ENDING_EARLY =
      Set.of(Effect.STOP_GAINED, Effect.FRAMESHIFT, Effect.START_LOST);

  public SampleVariant {
    parts = List.copyOf(parts);
  }

  /** {@code v1}, {@code v2}, ... */
  public String id() {
    return "v" + number;
  }

  /** HGNC symbol. */
  public String gene() {
    return call.gene();
  }

  /** What it does to the protein. */
  public ProteinChange change() {
    return call.change();
  }

  /** Whether the protein ends early, or never begins. */
  public boolean endsProteinEarly() {
    return ENDING_EARLY.contains(change().effect());
  }

  /** Whether it replaces residues one for one. */
  public boolean isMissense() {
    return change().effect() == Effect.MISSENSE;
  }

  /** Whether it stands for several variants. */
  public boolean isCompound() {
    return !parts.isEmpty();
  }
}
