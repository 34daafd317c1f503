package org.bindfold.pharmacology;

/**
 * One way a cell needs more drug.
 *
 * @param kind which of them
 * @param gene the gene it works through; a dash where it is none
 * @param part which factor of the concentration it changes
 * @param assessed false when what it needs is not known; it then changes nothing
 * @param cause what it rests on, or what it lacks
 * @param effect what it does to a cell
 */
public record Mechanism(
    MechanismKind kind, String gene, Part part, boolean assessed, Cause cause, Effect effect) {

  /**
   * The factors whose product is the concentration a cell needs ({@link CellState#ic50}).
   * Mechanisms of different parts do not interact.
   */
  enum Part {
    /** Dissociation constant and target. */
    BINDING,
    /** Whether there is a target at all. */
    PRESENCE,
    /** What brings the drug in. */
    ENTRY,
    /** What takes it out or breaks it down. */
    EXIT,
    /** What holds it inside. */
    HOLDING,
    /** What reaches the site. */
    REACH,
    /** Nothing is changed. */
    NONE
  }

  /** What a mechanism does to a cell. */
  @FunctionalInterface
  interface Effect {
    /**
     * The cell after it.
     *
     * @param draw what is not known for certain
     */
    CellState on(CellState cell, Draw draw);
  }

  /** A mechanism about which nothing is known in this sample. */
  static Mechanism notAssessed(MechanismKind kind, String gene, Cause lacking) {
    return new Mechanism(kind, gene, Part.NONE, false, lacking, (cell, draw) -> cell);
  }

  /** The cell after this mechanism, with everything at its middle. */
  public CellState on(CellState cell) {
    return effect.on(cell, Draw.MIDDLE);
  }
}
