package org.bindfold.variant;

import java.util.Optional;
import org.bindfold.sequence.ProteinDomain.Retention;

/**
 * A fusion that puts a gene of the panel behind another gene's start.
 *
 * @param file the file it was read from, as the user gave the path
 * @param line line number, 1-based
 * @param upstream the gene that gives the start: BCR of BCR::ABL1
 * @param downstream the gene that gives the rest: ABL1 of BCR::ABL1
 * @param reads that show it
 * @param frame whether the downstream gene is read in its frame, and who says so
 * @param kinaseDomain what is left of ABL1's kinase domain as a coding sequence; whether it is
 *     translated is told by {@code frame}. {@code NOT_KNOWN} when the downstream gene is another
 */
public record FusionCall(
    String file,
    long line,
    FusionPartner upstream,
    FusionPartner downstream,
    FusionReads reads,
    FusionFrame frame,
    Retention kinaseDomain) {

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

  /** Whether BCR gives the start and ABL1 the rest. */
  public boolean isBcrAbl1() {
    return upstream.gene().equals("BCR") && downstream.gene().equals("ABL1");
  }

  /** The exons that meet, {@code e14a2}; empty for other genes and where one is not known. */
  public Optional<ExonJunction> junction() {
    return isBcrAbl1() && upstream.exon().isPresent() && downstream.exon().isPresent()
        ? Optional.of(new ExonJunction(upstream.exon().getAsInt(), downstream.exon().getAsInt()))
        : Optional.empty();
  }

  /** The type of BCR::ABL1; empty for other genes and where BCR's exon is not known. */
  public Optional<BreakpointType> type() {
    return isBcrAbl1() && upstream.exon().isPresent()
        ? Optional.of(BreakpointType.ofLastExon(upstream.exon().getAsInt()))
        : Optional.empty();
  }

  /** {@code BCR::ABL1 e14a2 (p210)}. */
  public String name() {
    return upstream.gene()
        + "::"
        + downstream.gene()
        + junction().map(exons -> " " + exons).orElse("")
        + type().map(t -> " (" + t.label() + ")").orElse("");
  }
}
