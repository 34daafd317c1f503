package org.bindfold.variant;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bindfold.genome.AlleleEffect;
import org.bindfold.genome.AlleleEffect.Changed;
import org.bindfold.genome.AlleleEffect.ReferenceMismatch;
import org.bindfold.genome.GeneNames;
import org.bindfold.io.PrintableText;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.sequence.ReferenceCheck;

/**
 * Joins what an annotation says of an allele with what the gene's own transcript says. The
 * annotation is believed where its residues are those of the gene's UniProt sequence, so that both
 * count residues alike; where the two differ, the call says so.
 *
 * @param effect what the allele does to the gene
 * @param transcript on which
 * @param notes where the two sources differ
 */
public record AnnotatedEffect(
    AlleleEffect effect, Optional<String> transcript, List<String> notes) {

  /**
   * Joins the two.
   *
   * @param key where the annotation stands: {@code CSQ}
   * @param annotations of this allele, on any transcript of any gene
   * @param own what the gene's transcript says; empty when it is not known
   */
  public static AnnotatedEffect of(
      String key,
      String gene,
      List<Annotation> annotations,
      Optional<AlleleEffect> own,
      Optional<String> ownTranscript) {
    AlleleEffect without = own.orElseGet(AlleleEffect.Outside::new);
    List<Annotation> ofGene =
        annotations.stream()
            .filter(a -> GeneNames.symbol(a.gene()).equals(gene) && a.change().isPresent())
            .sorted(preference(ownTranscript))
            .toList();
    // A base that is not the gene's makes every translation worthless, also the annotation's.
    if (ofGene.isEmpty() || without instanceof ReferenceMismatch) {
      return new AnnotatedEffect(without, ownTranscript, List.of());
    }
    Optional<Annotation> fitting = ofGene.stream().filter(a -> fits(gene, a)).findFirst();
    if (fitting.isEmpty()) {
      return misfit(key, gene, ofGene.get(0), without, ownTranscript);
    }
    Annotation used = fitting.get();
    ProteinChange change = used.change().orElseThrow();
    if (without instanceof Changed ours && !same(ours.change(), change)) {
      return disagreement(key, used, ours, ownTranscript);
    }
    Optional<String> coding =
        without instanceof Changed ours && ours.coding().isPresent()
            ? ours.coding()
            : used.coding().filter(c -> c.startsWith("c."));
    boolean vague = change.hgvs().equals("p.?") && without instanceof Changed;
    return new AnnotatedEffect(
        vague ? without : new Changed(change, coding), Optional.of(used.transcript()), List.of());
  }

  private static Comparator<Annotation> preference(Optional<String> ownTranscript) {
    Comparator<Annotation> ours =
        Comparator.comparing(a -> !ownTranscript.equals(Optional.of(a.transcriptWithoutVersion())));
    return ours.thenComparing(a -> !a.chosen());
  }

  private static boolean fits(String gene, Annotation annotation) {
    ProteinChange change = annotation.change().orElseThrow();
    return BundledSequences.ofGene(gene)
        .flatMap(protein -> ReferenceCheck.mismatch(protein, change))
        .isEmpty();
  }

  private static AnnotatedEffect misfit(
      String key, String gene, Annotation other, AlleleEffect own, Optional<String> ownTranscript) {
    ProteinChange change = other.change().orElseThrow();
    String reason =
        BundledSequences.ofGene(gene)
            .flatMap(protein -> ReferenceCheck.mismatch(protein, change))
            .orElse("it does not fit the gene");
    String what =
        String.format(
            "%s gives %s%s, in numbers of another transcript (%s)",
            key,
            PrintableText.shown(change.shortName()),
            place(other),
            PrintableText.printable(reason));
    if (own instanceof Changed) {
      return new AnnotatedEffect(own, ownTranscript, List.of(what + "; the gene's own is used"));
    }
    return change.effect() == Effect.SYNONYMOUS
        ? new AnnotatedEffect(own, ownTranscript, List.of())
        : new AnnotatedEffect(new AlleleEffect.NotUsable(what), ownTranscript, List.of());
  }

  private static AnnotatedEffect disagreement(
      String key, Annotation used, Changed ours, Optional<String> ownTranscript) {
    ProteinChange change = used.change().orElseThrow();
    String both =
        String.format(
            "%s gives %s%s, but %s of the gene model gives %s",
            key,
            PrintableText.shown(change.shortName()),
            place(used),
            ownTranscript.orElse("the transcript"),
            ours.change().shortName());
    // An annotation that sees no change must not hide one.
    boolean keepOurs = change.effect() == Effect.SYNONYMOUS || change.hgvs().equals("p.?");
    return keepOurs
        ? new AnnotatedEffect(ours, ownTranscript, List.of(both + ", which is used"))
        : new AnnotatedEffect(
            new Changed(change, used.coding().filter(c -> c.startsWith("c."))),
            Optional.of(used.transcript()),
            List.of(both + "; the annotation is used"));
  }

  private static String place(Annotation annotation) {
    return annotation.transcript().isEmpty()
        ? ""
        : " on " + PrintableText.shown(annotation.transcript());
  }

  /** Programs name a frameshift's tail differently; the kind and the first residue tell. */
  private static boolean same(ProteinChange ours, ProteinChange theirs) {
    if (ours.effect() != theirs.effect()) {
      return false;
    }
    return switch (ours.effect()) {
      case MISSENSE -> ours.substitutions().equals(theirs.substitutions());
      case FRAMESHIFT, STOP_GAINED -> residue(ours).equals(residue(theirs)) || isVague(theirs);
      case INFRAME_INDEL -> ours.hgvs().equals(theirs.hgvs()) || isVague(theirs);
      default -> true;
    };
  }

  private static boolean isVague(ProteinChange change) {
    return change.hgvs().equals("p.?");
  }

  private static String residue(ProteinChange change) {
    return change.hgvs().replaceFirst("^(p\\.[A-Za-z]{3}\\d+).*", "$1");
  }
}
