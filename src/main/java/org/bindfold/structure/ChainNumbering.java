package org.bindfold.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.sequence.ResidueNumbering;
import org.bindfold.sequence.ResidueNumbering.Difference;

/**
 * The scored chain of a complex in the numbers of a reference protein, with its differences from it
 * told apart.
 */
public final class ChainNumbering {
  private static final String HUMAN = "HOMO SAPIENS";

  private final Complex.Chain chain;
  private final ResidueNumbering numbering;
  private final List<Difference> tags = new ArrayList<>();
  private final List<Difference> substitutions = new ArrayList<>();
  private final Optional<String> organism;

  private ChainNumbering(
      Complex.Chain chain, ResidueNumbering numbering, Optional<String> organism) {
    this.chain = chain;
    this.numbering = numbering;
    this.organism = organism;
    for (Difference difference : numbering.differences()) {
      (isTag(difference) ? tags : substitutions).add(difference);
    }
  }

  /** Why a chain's residues differ from the reference. */
  public enum Origin {
    /** The protein is another species' form. */
    SPECIES,
    /** The file says the protein is human: engineered, or a variant that the crystal carries. */
    CARRIED,
    /** The file does not say what organism the protein is from. */
    NOT_STATED
  }

  /**
   * Aligns the scored chain of a complex.
   *
   * @return empty when the chain is not that protein
   */
  public static Optional<ChainNumbering> of(Complex complex, ProteinSequence reference) {
    Complex.Chain chain = complex.scoredChain();
    return ResidueNumbering.align(chain.sequence(), reference)
        .map(numbering -> new ChainNumbering(chain, numbering, complex.organism()));
  }

  /** The reference. */
  public ProteinSequence reference() {
    return numbering.reference();
  }

  /** The observed residue at a reference position, 1-based; empty when it is not in the model. */
  public Optional<Residue> residue(int position) {
    OptionalInt index = numbering.index(position);
    if (index.isEmpty()) {
      return Optional.empty();
    }
    int at = chain.sequenceIndex().indexOf(index.getAsInt());
    return at < 0 ? Optional.empty() : Optional.of(chain.residues().get(at));
  }

  /** The reference position of a residue of the chain, 1-based; empty for tags and caps. */
  public OptionalInt position(Residue residue) {
    int at = chain.residues().indexOf(residue);
    return at < 0 ? OptionalInt.empty() : numbering.position(chain.sequenceIndex().get(at));
  }

  /** Residues of expression tags and cloning, outside the protein's own sequence. */
  public List<Difference> tags() {
    return List.copyOf(tags);
  }

  /** Residues that differ within the protein's own sequence, in chain order. */
  public List<Difference> substitutions() {
    return List.copyOf(substitutions);
  }

  /** Why {@link #substitutions} differ, as far as the file says. */
  public Origin origin() {
    return organism
        .map(o -> o.startsWith(HUMAN) ? Origin.CARRIED : Origin.SPECIES)
        .orElse(Origin.NOT_STATED);
  }

  /** Outside the alignment, or a replaced residue at its very end: what cloning leaves behind. */
  private boolean isTag(Difference difference) {
    return difference.position().isEmpty()
        || numbering.position(difference.index() - 1).isEmpty()
        || numbering.position(difference.index() + 1).isEmpty();
  }
}
