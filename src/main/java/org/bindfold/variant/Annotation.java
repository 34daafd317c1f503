package org.bindfold.variant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.sequence.ProteinChangeParser;

/**
 * What an annotation program says of one allele on one transcript.
 *
 * @param gene symbol, as the program writes it
 * @param transcript accession, with its version where the program gives one
 * @param consequences Sequence Ontology terms without {@code _variant}: {@code missense}
 * @param coding HGVS coding notation, without the transcript
 * @param protein the protein change as the program writes it, without the protein's accession
 * @param chosen whether the program marks the transcript as the gene's (MANE Select, canonical,
 *     picked)
 */
public record Annotation(
    String gene,
    String transcript,
    List<String> consequences,
    Optional<String> coding,
    Optional<String> protein,
    boolean chosen) {

  // Sequence Ontology terms, as VEP, SnpEff and bcftools csq write them, that a protein can feel.
  private static final Set<String> SPLICE = Set.of("splice_acceptor", "splice_donor");
  private static final Set<String> IN_FRAME =
      Set.of(
          "inframe_insertion",
          "inframe_deletion",
          "inframe_altering",
          "conservative_inframe_insertion",
          "conservative_inframe_deletion",
          "disruptive_inframe_insertion",
          "disruptive_inframe_deletion");
  private static final Set<String> SAME =
      Set.of("synonymous", "stop_retained", "start_retained", "initiator_codon");

  /** The accession without its version. */
  String transcriptWithoutVersion() {
    return transcript.replaceFirst("\\.\\d+$", "");
  }

  /**
   * The change of the protein: as it is written, else no more than its kind; empty for an allele
   * outside the coding sequence.
   */
  Optional<ProteinChange> change() {
    if (protein.isPresent()) {
      try {
        ProteinChange written = ProteinChangeParser.parse(protein.get());
        return Optional.of(written);
      } catch (IllegalArgumentException e) {
        // Written in a way of its own: the consequence still says what kind of change it is.
        return kind().map(effect -> ProteinChange.other(effect, "p.?"));
      }
    }
    return kind().map(effect -> ProteinChange.other(effect, "p.?"));
  }

  private Optional<Effect> kind() {
    for (String consequence : consequences) {
      Optional<Effect> effect = kind(consequence);
      if (effect.isPresent()) {
        return effect;
      }
    }
    return consequences.stream().anyMatch(SAME::contains)
        ? Optional.of(Effect.SYNONYMOUS)
        : Optional.empty();
  }

  private static Optional<Effect> kind(String consequence) {
    if (SPLICE.contains(consequence)
        || consequence.equals("missense")
        || consequence.equals("protein_altering")
        || consequence.equals("coding_sequence")) {
      return Optional.of(Effect.UNKNOWN);
    }
    if (IN_FRAME.contains(consequence)) {
      return Optional.of(Effect.INFRAME_INDEL);
    }
    return switch (consequence) {
      case "stop_gained" -> Optional.of(Effect.STOP_GAINED);
      case "frameshift" -> Optional.of(Effect.FRAMESHIFT);
      case "start_lost" -> Optional.of(Effect.START_LOST);
      case "stop_lost" -> Optional.of(Effect.STOP_LOST);
      default -> Optional.empty();
    };
  }
}
