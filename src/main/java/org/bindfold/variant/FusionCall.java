package org.bindfold.variant;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fusion that puts a gene of the panel behind another gene's start.
 *
 * @param file the file it was read from, as the user gave the path
 * @param line line number, 1-based
 * @param upstream HGNC symbol of the gene that gives the start: {@code BCR}
 * @param downstream HGNC symbol of the gene that gives the rest: {@code ABL1}
 * @param junction exons that meet, {@code e14a2}; empty when a breakpoint is in neither gene's
 *     exons as known
 * @param type of BCR::ABL1 by its breakpoint in BCR; empty for another fusion
 * @param reads that cross the junction
 */
public record FusionCall(
    String file,
    long line,
    String upstream,
    String downstream,
    Optional<String> junction,
    Optional<BreakpointType> type,
    OptionalInt reads) {

  /**
   * The breakpoint regions of BCR and the proteins they make. The minor region is intron 1, the
   * major one reaches from exon 12 to exon 16, the micro region is intron 19
   * (doi:10.1186/s40880-016-0108-0, figure 1; exons of BCR as in doi:10.1038/s41375-023-02048-y,
   * figure 1).
   */
  public enum BreakpointType {
    /** Minor region: e1a2. */
    P190("p190"),
    /** Major region: e13a2, e14a2. */
    P210("p210"),
    /** Micro region: e19a2. */
    P230("p230"),
    /** Any other exon of BCR. */
    ATYPICAL("atypical breakpoint");

    private final String label;

    BreakpointType(String label) {
      this.label = label;
    }

    /** {@code p210}. */
    public String label() {
      return label;
    }

    /** The type by the last exon of BCR that the fusion keeps, from 1. */
    static BreakpointType ofLastExon(int exon) {
      if (exon == 1) {
        return P190;
      }
      if (exon >= 12 && exon <= 15) {
        return P210;
      }
      return exon == 19 ? P230 : ATYPICAL;
    }
  }

  /** {@code BCR::ABL1 e14a2 (p210)}. */
  public String name() {
    return upstream
        + "::"
        + downstream
        + junction.map(exons -> " " + exons).orElse("")
        + type.map(t -> " (" + t.label() + ")").orElse("");
  }
}
