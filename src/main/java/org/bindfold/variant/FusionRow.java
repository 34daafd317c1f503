package org.bindfold.variant;

import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.GenomePosition;
import org.bindfold.io.PrintableText;
import org.bindfold.sequence.ReadingFrame;

/**
 * One row of a caller's file, as it stands there. The genes are read first, so that the rest of a
 * row off the panel need not be understood.
 */
interface FusionRow {
  /** The gene that gives the start, as the file writes it. */
  String upstreamGene();

  /** The gene that gives the rest, as the file writes it. */
  String downstreamGene();

  /** Whether the caller itself doubts the row. */
  boolean doubted();

  /**
   * What is known of the gene that gives the start.
   *
   * @throws IllegalArgumentException when the row cannot be understood
   */
  End upstream();

  /**
   * What is known of the gene that gives the rest.
   *
   * @throws IllegalArgumentException when the row cannot be understood
   */
  End downstream();

  /** The reads that show it. */
  FusionReads reads();

  /** The caller's own column. */
  ReadingFrame frame();

  /**
   * One side of the junction as the file states it.
   *
   * @param breakpoint where the file gives one; its assembly is not told yet
   * @param transcript where the file names one
   * @param exon of that transcript, where the file numbers it
   * @param antisense whether the gene is transcribed against its own direction, so that none of its
   *     protein is made
   */
  record End(
      Optional<GenomePosition> breakpoint,
      Optional<String> transcript,
      OptionalInt exon,
      boolean antisense) {}

  /**
   * A breakpoint such as {@code chr22:23290413:+}; what follows the position is left alone.
   *
   * @throws IllegalArgumentException when it is none
   */
  static GenomePosition position(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts[0].isBlank() || !parts[1].matches("0*[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(
          "has breakpoint \"" + PrintableText.shown(text) + "\"; expected like chr22:23290413");
    }
    return new GenomePosition(
        Chromosomes.canonicalName(parts[0]), Integer.parseInt(parts[1]), Optional.empty());
  }

  /** A cell's text; empty where callers write {@code .}, {@code NA} or nothing. */
  static Optional<String> stated(String text) {
    return text.isEmpty() || text.equals(".") || text.equals("NA")
        ? Optional.empty()
        : Optional.of(text);
  }
}
