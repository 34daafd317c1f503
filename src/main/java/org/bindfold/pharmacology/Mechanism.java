package org.bindfold.pharmacology;

import java.util.function.UnaryOperator;

/**
 * One way a cell needs more drug.
 *
 * @param name as reports print it
 * @param gene the gene it works through
 * @param assessed false when what it needs is not known; it then changes nothing
 * @param explanation one sentence with the numbers that went in
 * @param effect what it does to a cell
 */
public record Mechanism(
    String name,
    String gene,
    boolean assessed,
    String explanation,
    UnaryOperator<CellState> effect) {

  /** A mechanism about which nothing is known in this sample. */
  static Mechanism notAssessed(String name, String gene, String reason) {
    return new Mechanism(name, gene, false, reason, UnaryOperator.identity());
  }
}
