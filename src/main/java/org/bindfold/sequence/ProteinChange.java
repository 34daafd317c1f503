package org.bindfold.sequence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a variant does to a protein.
 *
 * @param effect the kind of change
 * @param substitutions for {@link Effect#MISSENSE} the residues replaced, by position, at least
 *     one; several are one compound change on one protein. Empty for every other effect
 * @param hgvs HGVS protein notation, three-letter, with {@code p.}: {@code p.Thr315Ile}, {@code
 *     p.[Phe32Arg;Gln36Glu]}, {@code p.Arg97Ter}
 */
public record ProteinChange(Effect effect, List<Substitution> substitutions, String hgvs) {

  /** The kinds of change that matter for a drug's target. */
  public enum Effect {
    /** Residues replaced one for one. */
    MISSENSE,
    /** The protein is the same. */
    SYNONYMOUS,
    /** The protein ends early. */
    STOP_GAINED,
    /** The reading frame is lost. */
    FRAMESHIFT,
    /** Residues inserted, deleted or duplicated in frame. */
    INFRAME_INDEL,
    /** The start codon is lost. */
    START_LOST,
    /** The stop codon is lost. */
    STOP_LOST,
    /**
     * A change whose effect on the protein is not known from the sequence alone (splice, unknown).
     */
    UNKNOWN
  }

  public ProteinChange {
    substitutions = substitutions.stream().sorted().toList();
    if ((effect == Effect.MISSENSE) == substitutions.isEmpty()) {
      throw new IllegalArgumentException("substitutions and effect disagree: " + hgvs);
    }
  }

  /** A missense change of one or several residues. */
  public static ProteinChange missense(List<Substitution> substitutions) {
    List<Substitution> sorted = substitutions.stream().sorted().toList();
    String body = sorted.stream().map(Substitution::hgvs).collect(Collectors.joining(";"));
    String hgvs = sorted.size() == 1 ? "p." + body : "p.[" + body + "]";
    return new ProteinChange(Effect.MISSENSE, sorted, hgvs);
  }

  /** A change that replaces no residue one for one. */
  public static ProteinChange other(Effect effect, String hgvs) {
    return new ProteinChange(effect, List.of(), hgvs);
  }

  /**
   * Short form: {@code T315I}, {@code F32R/Q36E}; for other effects the HGVS text without {@code
   * p.}.
   */
  public String shortName() {
    return substitutions.isEmpty()
        ? hgvs.replaceFirst("^p\\.", "")
        : substitutions.stream().map(Substitution::toString).collect(Collectors.joining("/"));
  }
}
