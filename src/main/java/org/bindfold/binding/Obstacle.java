package org.bindfold.binding;

import java.util.OptionalInt;

/**
 * Why a change cannot be scored in a complex.
 *
 * @param kind what stands in the way
 * @param position of the residue in question, 1-based, in the numbers that were asked for; empty
 *     where it is none
 * @param reason the same in plain words, without a full stop
 */
public record Obstacle(Kind kind, OptionalInt position, String reason) {

  /** One that is of no single residue. */
  static Obstacle of(Kind kind, String reason) {
    return new Obstacle(kind, OptionalInt.empty(), reason);
  }

  /** One that is of a residue. */
  static Obstacle at(int position, Kind kind, String reason) {
    return new Obstacle(kind, OptionalInt.of(position), reason);
  }

  /** What stands in the way of a score. */
  public enum Kind {
    /** The text is no change of a protein. */
    NOT_UNDERSTOOD,
    /** The change replaces no residue one for one. */
    NOT_A_SUBSTITUTION,
    /** The change names another residue than the reference protein has. */
    NOT_THE_REFERENCE,
    /** The residue is not in the model. */
    RESIDUE_ABSENT,
    /** The structure, in its own numbers, has another residue there. */
    NOT_THE_STRUCTURE,
    /** The residue is there, but cannot be rebuilt. */
    NOT_REBUILDABLE
  }
}
