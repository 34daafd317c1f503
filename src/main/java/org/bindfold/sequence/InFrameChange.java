package org.bindfold.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindfold.sequence.ProteinChange.Effect;

/**
 * Names the difference between a protein and the one that an in-frame insertion or deletion makes.
 */
final class InFrameChange {
  private InFrameChange() {}

  /**
   * The change from one stretch of protein to another.
   *
   * @param wild one-letter codes before, with {@code *} for a stop
   * @param mutant one-letter codes after
   * @param first residue number of the first letter of both
   * @param near residue number to name when nothing changes
   * @return empty when the difference runs to the end of the stretch, so that it is not known whole
   */
  static Optional<ProteinChange> between(String wild, String mutant, int first, int near) {
    int prefix = 0;
    while (prefix < Math.min(wild.length(), mutant.length())
        && wild.charAt(prefix) == mutant.charAt(prefix)) {
      prefix++;
    }
    int shorter = Math.min(wild.length(), mutant.length());
    int suffix = 0;
    while (suffix < shorter - prefix
        && wild.charAt(wild.length() - 1 - suffix) == mutant.charAt(mutant.length() - 1 - suffix)) {
      suffix++;
    }
    String removed = wild.substring(prefix, wild.length() - suffix);
    String inserted = mutant.substring(prefix, mutant.length() - suffix);
    int start = first + prefix;
    if (removed.isEmpty() && inserted.isEmpty()) {
      int index = near - first;
      return index < 0 || index >= wild.length()
          ? Optional.empty()
          : Optional.of(
              ProteinChange.other(Effect.SYNONYMOUS, "p." + name(wild.charAt(index)) + near + "="));
    }
    if (removed.indexOf(GeneticCode.STOP) >= 0) {
      return Optional.of(ProteinChange.other(Effect.STOP_LOST, "p.?"));
    }
    int stop = inserted.indexOf(GeneticCode.STOP);
    if (stop >= 0) {
      return stopGained(wild, prefix, start, inserted.substring(0, stop));
    }
    if (removed.length() == inserted.length()) {
      return Optional.of(replaced(removed, inserted, start));
    }
    // Without a residue kept on both sides, the difference may go on beyond the stretch.
    if (prefix == 0 || suffix == 0) {
      return Optional.empty();
    }
    return Optional.of(
        ProteinChange.other(
            Effect.INFRAME_INDEL, "p." + text(wild, first, start, removed, inserted)));
  }

  private static Optional<ProteinChange> stopGained(
      String wild, int prefix, int start, String insertedBeforeStop) {
    if (prefix >= wild.length()) {
      return Optional.empty();
    }
    String residue = name(wild.charAt(prefix)) + start;
    String hgvs =
        insertedBeforeStop.isEmpty()
            ? residue + "Ter"
            : residue + "delins" + names(insertedBeforeStop) + "Ter";
    return Optional.of(ProteinChange.other(Effect.STOP_GAINED, "p." + hgvs));
  }

  private static ProteinChange replaced(String removed, String inserted, int start) {
    List<Substitution> substitutions = new ArrayList<>();
    for (int i = 0; i < removed.length(); i++) {
      if (removed.charAt(i) != inserted.charAt(i)) {
        substitutions.add(
            new Substitution(
                AminoAcid.ofLetter(removed.charAt(i)).orElseThrow(),
                start + i,
                AminoAcid.ofLetter(inserted.charAt(i)).orElseThrow()));
      }
    }
    return ProteinChange.missense(substitutions);
  }

  private static String text(String wild, int first, int start, String removed, String inserted) {
    if (inserted.isEmpty()) {
      return range(wild, first, start, removed.length()) + "del";
    }
    if (!removed.isEmpty()) {
      return range(wild, first, start, removed.length()) + "delins" + names(inserted);
    }
    int copyStart = start - inserted.length();
    if (copyStart >= first && wild.startsWith(inserted, copyStart - first)) {
      return range(wild, first, copyStart, inserted.length()) + "dup";
    }
    return range(wild, first, start - 1, 2) + "ins" + names(inserted);
  }

  private static String range(String wild, int first, int start, int length) {
    String from = name(wild.charAt(start - first)) + start;
    int end = start + length - 1;
    return length == 1 ? from : from + "_" + name(wild.charAt(end - first)) + end;
  }

  private static String names(String letters) {
    StringBuilder names = new StringBuilder();
    for (char letter : letters.toCharArray()) {
      names.append(name(letter));
    }
    return names.toString();
  }

  private static String name(char letter) {
    return AminoAcid.ofLetter(letter).map(AminoAcid::hgvs).orElse("Ter");
  }
}
