package org.bindfold.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.biojava.nbio.alignment.Alignments;
import org.biojava.nbio.alignment.Alignments.PairwiseSequenceAlignerType;
import org.biojava.nbio.alignment.SimpleGapPenalty;
import org.biojava.nbio.core.alignment.template.SequencePair;
import org.biojava.nbio.core.exceptions.CompoundNotFoundException;
import org.biojava.nbio.core.sequence.compound.AminoAcidCompound;

/**
 * Where the residues of a chain stand in a reference protein, by local alignment (Smith and
 * Waterman 1981, doi:10.1016/0022-2836(81)90087-5; BLOSUM62, gap open 10, extend 1). No numbering
 * that a file brings with it is trusted.
 *
 * <p>Cost: chain length x protein length. Deterministic.
 */
public final class ResidueNumbering {
  /** Below this share of identical residues the chain is taken for another protein. */
  public static final double MIN_IDENTITY = 0.6;

  private static final int MIN_ALIGNED = 20;

  /** Residues of an identical stretch that fix a placement; it is unlikely to occur twice. */
  private static final int SEED = 20;

  private static final int MAX_MISMATCH_RUN = 2;
  private static final int GAP_OPEN = 10;
  private static final int GAP_EXTEND = 1;

  private final ProteinSequence reference;
  private final int[] positions;
  private final List<Difference> differences;

  private ResidueNumbering(
      ProteinSequence reference, int[] positions, List<Difference> differences) {
    this.reference = reference;
    this.positions = positions;
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
    int[] positions =
        withoutGaps(chain, reference.residues())
            .orElseGet(() -> smithWaterman(chain, reference.residues()));
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
        : Optional.of(new ResidueNumbering(reference, positions, differences));
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

  /**
   * The placement of a chain that stands on the reference without a gap, which needs no alignment:
   * found by a stretch that is identical, held by no mismatch longer than two residues between the
   * first and the last such stretch.
   *
   * @return 1-based positions as {@link #smithWaterman} gives them; empty when there is no such
   *     placement
   */
  static Optional<int[]> withoutGaps(String chain, String reference) {
    int first = 0;
    int found = -1;
    while (found < 0 && first + SEED <= chain.length()) {
      found = reference.indexOf(chain.substring(first, first + SEED));
      first += found < 0 ? 1 : 0;
    }
    if (found < 0) {
      return Optional.empty();
    }
    int shift = found - first;
    int last = first;
    int mismatches = 0;
    for (int i = first; i < chain.length() && i + shift < reference.length(); i++) {
      char residue = chain.charAt(i);
      boolean same = residue == 'X' || residue == reference.charAt(i + shift);
      mismatches = same ? 0 : mismatches + 1;
      if (mismatches > MAX_MISMATCH_RUN) {
        break;
      }
      last = same && residue != 'X' ? i : last;
    }
    // What is left over behind must be too short to align elsewhere.
    if (chain.length() - 1 - last > SEED || first > SEED) {
      return Optional.empty();
    }
    int[] positions = new int[chain.length()];
    for (int i = first; i <= last; i++) {
      positions[i] = i + shift + 1;
    }
    return Optional.of(positions);
  }

  /** 1-based positions in the reference for each residue of the chain, 0 outside the alignment. */
  static int[] smithWaterman(String chain, String reference) {
    SequencePair<org.biojava.nbio.core.sequence.ProteinSequence, AminoAcidCompound> pair =
        pair(chain, reference);
    int[] positions = new int[chain.length()];
    for (int column = 1; column <= pair.getLength(); column++) {
      if (!pair.hasGap(column)) {
        positions[pair.getIndexInQueryAt(column) - 1] = pair.getIndexInTargetAt(column);
      }
    }
    return positions;
  }

  private static SequencePair<org.biojava.nbio.core.sequence.ProteinSequence, AminoAcidCompound>
      pair(String chain, String reference) {
    try {
      return Alignments.getPairwiseAlignment(
          new org.biojava.nbio.core.sequence.ProteinSequence(chain),
          new org.biojava.nbio.core.sequence.ProteinSequence(reference),
          PairwiseSequenceAlignerType.LOCAL,
          new SimpleGapPenalty(GAP_OPEN, GAP_EXTEND),
          AminoAcidScales.blosum62());
    } catch (CompoundNotFoundException e) {
      throw new IllegalArgumentException("not one-letter amino acid codes: " + e.getMessage(), e);
    }
  }
}
