package org.bindfold.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the residues of a chain stand in a reference protein, by {@link LocalAlignment}. No
 * numbering that a file brings with it is trusted.
 *
 * <p>Cost: chain length x protein length. Deterministic.
 */
public final class ResidueNumbering {
  /** Below this share of identical residues the chain is taken for another protein. */
  public static final double MIN_IDENTITY = 0.6;

  private static final int MIN_ALIGNED = 20;

  private final ProteinSequence reference;
  private final int[] positions;
  private final double identity;
  private final List<Difference> differences;

  private ResidueNumbering(
      ProteinSequence reference, int[] positions, double identity, List<Difference> differences) {
    this.reference = reference;
    this.positions = positions;
    this.identity = identity;
    this.differences = List.copyOf(differences);
  }

  /**
   * A residue that differs from the reference.
   *
   * @param index in the chain's sequence, 0-based
   * @param residue what the chain has, one letter
   * @param position in the reference, 1-based; empty for a residue outside the alignment (an
   *     expression tag, an insertion)
   * @param referenceResidue what the reference has, one letter
   */
  public record Difference(
      int index, char residue, OptionalInt position, Optional<Character> referenceResidue) {

    /** {@code T315I} in reference numbers, or {@code tag G} for a residue outside the alignment. */
    @Override
    public String toString() {
      return position.isPresent()
          ? "" + referenceResidue.orElse('X') + position.getAsInt() + residue
          : "tag " + residue;
    }
  }

  /**
   * Aligns a chain to a reference.
   *
   * @param chain one-letter codes, {@code X} for what is not known
   * @param reference the protein
   * @return empty when the chain is another protein: fewer than 20 aligned residues, or less than
   *     60% identical
   */
  public static Optional<ResidueNumbering> align(String chain, ProteinSequence reference) {
    if (chain.length() < MIN_ALIGNED) {
      return Optional.empty();
    }
    int[] positions = LocalAlignment.of(chain, reference.residues()).positions();
    extendEnds(chain, positions, reference);
    int aligned = 0;
    int identical = 0;
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      char residue = chain.charAt(i);
      if (residue == 'X') {
        continue;
      }
      if (positions[i] == 0) {
        differences.add(new Difference(i, residue, OptionalInt.empty(), Optional.empty()));
        continue;
      }
      char expected = reference.residues().charAt(positions[i] - 1);
      aligned++;
      if (residue == expected) {
        identical++;
      } else {
        differences.add(
            new Difference(i, residue, OptionalInt.of(positions[i]), Optional.of(expected)));
      }
    }
    double identity = aligned == 0 ? 0 : (double) identical / aligned;
    return aligned < MIN_ALIGNED || identity < MIN_IDENTITY
        ? Optional.empty()
        : Optional.of(new ResidueNumbering(reference, positions, identity, differences));
  }

  /** The reference. */
  public ProteinSequence reference() {
    return reference;
  }

  /** The reference position, 1-based, of a residue of the chain; empty outside the alignment. */
  public OptionalInt position(int index) {
    return index >= 0 && index < positions.length && positions[index] > 0
        ? OptionalInt.of(positions[index])
        : OptionalInt.empty();
  }

  /**
   * The chain's residue, 0-based, at a reference position, 1-based; empty when the chain has none.
   */
  public OptionalInt index(int position) {
    int index = -1;
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] == position) {
        index = i;
      }
    }
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Share of identical residues among the aligned, 0 to 1. */
  public double identity() {
    return identity;
  }

  /** All residues that differ from the reference, in chain order. */
  public List<Difference> differences() {
    return differences;
  }

  /**
   * A local alignment stops short of an end when the last residues differ; they are taken in
   * without a gap as long as at least every second one agrees, which a tag does not.
   */
  private static void extendEnds(String chain, int[] positions, ProteinSequence reference) {
    int first = firstAligned(positions);
    int last = positions.length - 1 - firstAligned(reversed(positions));
    if (first >= positions.length) {
      return;
    }
    extend(chain, positions, reference, first, -1);
    extend(chain, positions, reference, last, 1);
  }

  private static void extend(
      String chain, int[] positions, ProteinSequence reference, int end, int step) {
    int agree = 0;
    int seen = 0;
    int accepted = 0;
    for (int k = 1; ; k++) {
      int index = end + k * step;
      int position = positions[end] + k * step;
      if (index < 0 || index >= chain.length() || position < 1 || position > reference.length()) {
        break;
      }
      seen++;
      agree += chain.charAt(index) == reference.residues().charAt(position - 1) ? 1 : 0;
      if (2 * agree >= seen && chain.charAt(index) == reference.residues().charAt(position - 1)) {
        accepted = k;
      }
    }
    for (int k = 1; k <= accepted; k++) {
      positions[end + k * step] = positions[end] + k * step;
    }
  }

  private static int firstAligned(int[] positions) {
    int i = 0;
    while (i < positions.length && positions[i] == 0) {
      i++;
    }
    return i;
  }

  private static int[] reversed(int[] values) {
    int[] reversed = new int[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }
}
