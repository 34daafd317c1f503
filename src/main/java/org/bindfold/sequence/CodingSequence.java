package org.bindfold.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindfold.sequence.ProteinChange.Effect;

/**
 * The coding sequence of a transcript, or a stretch of it, and the protein it codes for.
 *
 * <p>Positions are CDS positions, 1-based and closed: base 1 is the A of the start codon. Changes
 * are named after HGVS: indels stand as far to the 3' end as the stored bases allow.
 */
public final class CodingSequence {
  private final String transcript;
  private final ProteinSequence protein;
  private final int first;
  private final String bases;

  /**
   * A stretch of a coding sequence.
   *
   * @param transcript accession: {@code NM_005157}
   * @param protein what the whole coding sequence translates to
   * @param first CDS position of the first base, 1-based
   * @param bases upper-case {@code ACGT}
   * @throws IllegalArgumentException when the stretch does not translate to the protein
   */
  public CodingSequence(String transcript, ProteinSequence protein, int first, String bases) {
    this.transcript = transcript;
    this.protein = protein;
    this.first = first;
    this.bases = bases;
    int firstCodon = firstWholeCodon();
    String translated = GeneticCode.translate(bases.substring(codonStart(firstCodon) - first));
    for (int i = 0; i < translated.length(); i++) {
      if (translated.charAt(i) != residue(firstCodon + i)) {
        throw new IllegalArgumentException(
            transcript
                + " does not translate to "
                + protein.accession()
                + " at "
                + (firstCodon + i));
      }
    }
  }

  /** Accession of the transcript. */
  public String transcript() {
    return transcript;
  }

  /** What the whole coding sequence translates to. */
  public ProteinSequence protein() {
    return protein;
  }

  /** CDS position of the first stored base, 1-based. */
  public int first() {
    return first;
  }

  /** CDS position of the last stored base, 1-based. */
  public int last() {
    return first + bases.length() - 1;
  }

  /** The base at a CDS position, 1-based; empty where no base is stored. */
  public Optional<Character> base(int position) {
    return position >= first && position <= last()
        ? Optional.of(bases.charAt(position - first))
        : Optional.empty();
  }

  /**
   * Replaces bases and says what becomes of the protein. Substitutions inside one codon are one
   * change; over several codons they are one compound change.
   *
   * @param position CDS position of the first removed base, 1-based; for an insertion the base that
   *     the inserted ones come before
   * @param removed the bases there, upper case; empty for an insertion
   * @param inserted the bases that take their place, upper case; empty for a deletion
   * @return empty when bases that are not stored would be needed to tell
   * @throws IllegalArgumentException when {@code removed} is not what is stored there, or nothing
   *     changes
   */
  public Optional<CodingChange> replace(int position, String removed, String inserted) {
    int prefix = commonPrefix(removed, inserted);
    String before = removed.substring(prefix);
    String after = inserted.substring(prefix);
    int suffix = commonSuffix(before, after);
    before = before.substring(0, before.length() - suffix);
    after = after.substring(0, after.length() - suffix);
    int start = position + prefix;
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("nothing changes at " + transcript + ":c." + position);
    }
    int flank = before.isEmpty() ? 1 : 0;
    if (start - flank < first || start + Math.max(before.length(), flank) - 1 > last()) {
      return Optional.empty();
    }
    if (!bases.startsWith(before, start - first)) {
      throw new IllegalArgumentException("not " + before + " at " + transcript + ":c." + start);
    }
    if (before.length() == after.length()) {
      return substitution(start, before, after);
    }
    return indel(start, before, after);
  }

  private Optional<CodingChange> substitution(int start, String before, String after) {
    int end = start + before.length() - 1;
    String notation =
        before.length() == 1
            ? "c." + start + before + ">" + after
            : "c." + start + "_" + end + "delins" + after;
    List<Substitution> replaced = new ArrayList<>();
    for (int codon = codonOf(start); codon <= codonOf(end); codon++) {
      Optional<Character> letter = mutantLetter(codon, start, after);
      if (letter.isEmpty()) {
        return Optional.empty();
      }
      char wildType = residue(codon);
      if (letter.get() == wildType) {
        continue;
      }
      Optional<AminoAcid> from = AminoAcid.ofLetter(wildType);
      Optional<AminoAcid> to = AminoAcid.ofLetter(letter.get());
      Optional<ProteinChange> ending = startOrStop(codon, from, to);
      if (ending.isPresent()) {
        return Optional.of(new CodingChange(notation, ending.get()));
      }
      replaced.add(new Substitution(from.orElseThrow(), codon, to.orElseThrow()));
    }
    return Optional.of(
        new CodingChange(
            notation,
            replaced.isEmpty() ? unchanged(codonOf(start)) : ProteinChange.missense(replaced)));
  }

  /** The change when a start codon or a stop codon takes part in it; nothing else then matters. */
  private static Optional<ProteinChange> startOrStop(
      int codon, Optional<AminoAcid> from, Optional<AminoAcid> to) {
    if (codon == 1) {
      return Optional.of(ProteinChange.other(Effect.START_LOST, "p.Met1?"));
    }
    if (to.isEmpty()) {
      String hgvs = "p." + from.orElseThrow().hgvs() + codon + "Ter";
      return Optional.of(ProteinChange.other(Effect.STOP_GAINED, hgvs));
    }
    if (from.isEmpty()) {
      String hgvs = "p.Ter" + codon + to.get().hgvs() + "extTer?";
      return Optional.of(ProteinChange.other(Effect.STOP_LOST, hgvs));
    }
    return Optional.empty();
  }

  /**
   * What a codon codes for once bases are replaced. Where the stretch holds only a part of the
   * codon, every completion that codes for the known wild-type residue is tried; they must agree.
   */
  private Optional<Character> mutantLetter(int codon, int start, String after) {
    Optional<Character> agreed = Optional.empty();
    for (String wildType : completions(codon)) {
      StringBuilder mutant = new StringBuilder(wildType);
      for (int i = 0; i < after.length(); i++) {
        int inCodon = start + i - codonStart(codon);
        if (inCodon >= 0 && inCodon < 3) {
          mutant.setCharAt(inCodon, after.charAt(i));
        }
      }
      char letter = GeneticCode.translate(mutant.toString()).charAt(0);
      if (agreed.isPresent() && agreed.get() != letter) {
        return Optional.empty();
      }
      agreed = Optional.of(letter);
    }
    return agreed;
  }

  private List<String> completions(int codon) {
    List<String> partial = List.of("");
    for (int position = codonStart(codon); position < codonStart(codon) + 3; position++) {
      String choices = base(position).map(String::valueOf).orElse("ACGT");
      partial =
          partial.stream()
              .flatMap(start -> choices.chars().mapToObj(base -> start + (char) base))
              .toList();
    }
    return partial.stream()
        .filter(complete -> GeneticCode.translate(complete).charAt(0) == residue(codon))
        .toList();
  }

  private Optional<CodingChange> indel(int start, String before, String after) {
    String mutant =
        bases.substring(0, start - first)
            + after
            + bases.substring(start - first + before.length());
    int firstCodon = Math.max(firstWholeCodon(), 1);
    int offset = codonStart(firstCodon) - first;
    if (start < codonStart(firstCodon)) {
      return Optional.empty();
    }
    String notation = indelNotation(start, before, after);
    String wild = GeneticCode.translate(bases.substring(offset));
    String changed = GeneticCode.translate(mutant.substring(offset));
    if (firstCodon == 1 && (changed.isEmpty() || changed.charAt(0) != 'M')) {
      return Optional.of(
          new CodingChange(notation, ProteinChange.other(Effect.START_LOST, "p.Met1?")));
    }
    Optional<ProteinChange> effect =
        (before.length() - after.length()) % 3 == 0
            ? InFrameChange.between(wild, changed, firstCodon, codonOf(start))
            : frameshift(wild, changed, firstCodon);
    return effect.map(change -> new CodingChange(notation, change));
  }

  /** HGVS names a frameshift by the first residue that differs, and counts on to the new stop. */
  private static Optional<ProteinChange> frameshift(String wild, String changed, int firstCodon) {
    int at = commonPrefix(wild, changed);
    if (at >= wild.length() || at >= changed.length()) {
      return Optional.empty();
    }
    String from = AminoAcid.ofLetter(wild.charAt(at)).map(AminoAcid::hgvs).orElse("Ter");
    Optional<AminoAcid> to = AminoAcid.ofLetter(changed.charAt(at));
    if (to.isEmpty()) {
      String hgvs = "p." + from + (firstCodon + at) + "Ter";
      return Optional.of(ProteinChange.other(Effect.STOP_GAINED, hgvs));
    }
    int stop = changed.indexOf(GeneticCode.STOP, at);
    String hgvs =
        "p."
            + from
            + (firstCodon + at)
            + to.get().hgvs()
            + "fsTer"
            + (stop < 0 ? "?" : stop - at + 1);
    return Optional.of(ProteinChange.other(Effect.FRAMESHIFT, hgvs));
  }

  private String indelNotation(int start, String before, String after) {
    if (!before.isEmpty() && !after.isEmpty()) {
      return "c." + range(start, before.length()) + "delins" + after;
    }
    String moved = before.isEmpty() ? after : before;
    int at = start;
    // The 3' rule: while the base after the stretch equals its first, the stretch may move on.
    while (at + before.length() <= last()
        && base(at + before.length()).orElseThrow() == moved.charAt(0)) {
      moved = moved.substring(1) + moved.charAt(0);
      at++;
    }
    if (after.isEmpty()) {
      return "c." + range(at, moved.length()) + "del";
    }
    int copyStart = at - moved.length();
    if (copyStart >= first && bases.startsWith(moved, copyStart - first)) {
      return "c." + range(copyStart, moved.length()) + "dup";
    }
    return "c." + (at - 1) + "_" + at + "ins" + moved;
  }

  private static String range(int start, int length) {
    return length == 1 ? "" + start : start + "_" + (start + length - 1);
  }

  private ProteinChange unchanged(int codon) {
    String name = AminoAcid.ofLetter(residue(codon)).map(AminoAcid::hgvs).orElse("Ter");
    return ProteinChange.other(Effect.SYNONYMOUS, "p." + name + codon + "=");
  }

  /** One-letter code of a codon's residue; a stop after the last. */
  private char residue(int codon) {
    return codon == protein.length() + 1
        ? GeneticCode.STOP
        : protein.at(codon).map(AminoAcid::letter).orElse('?');
  }

  private int firstWholeCodon() {
    return (first - 1 + 2) / 3 + 1;
  }

  private static int codonOf(int position) {
    return (position - 1) / 3 + 1;
  }

  private static int codonStart(int codon) {
    return 3 * (codon - 1) + 1;
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  private static int commonSuffix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length())
        && a.charAt(a.length() - 1 - length) == b.charAt(b.length() - 1 - length)) {
      length++;
    }
    return length;
  }
}
