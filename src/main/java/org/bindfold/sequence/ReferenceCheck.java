package org.bindfold.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the residues that a change names with those of its protein, since a change in another
 * numbering is the commonest way to score the wrong residue.
 */
public final class ReferenceCheck {
  private static final Pattern NAMED_RESIDUE = Pattern.compile("([A-Z][a-z]{2})(\\d+)");

  private static final List<Numbering> OTHER_NUMBERINGS =
      List.of(
          new Numbering("P00374", 1, "literature numbers omit Met1"),
          new Numbering("P00519", -19, "isoform IB (ABL1b) numbers are 19 higher"));

  private ReferenceCheck() {}

  /**
   * Why a change does not fit a protein; empty when it does, or names no residue.
   *
   * @param protein in UniProt numbers
   * @param change every kind of change; the residues named in its HGVS text are compared
   * @return a reason in plain words, with the change in UniProt numbers where another known
   *     numbering of this protein makes it fit
   */
  public static Optional<String> mismatch(ProteinSequence protein, ProteinChange change) {
    List<Named> residues = named(change);
    Optional<String> fault = firstFault(protein, residues, 0);
    return fault.map(
        reason -> reason + suggestion(protein, change, residues).map(s -> "; " + s).orElse(""));
  }

  private static Optional<String> firstFault(
      ProteinSequence protein, List<Named> residues, int shift) {
    for (Named residue : residues) {
      int position = residue.position + shift;
      if (position == protein.length() + 1 && residue.name.equals("Ter")) {
        continue;
      }
      if (position < 1 || position > protein.length()) {
        return Optional.of(
            String.format(
                "%s%d is past the end: %s has %d residues",
                residue.name, position, label(protein), protein.length()));
      }
      String found = protein.at(position).map(AminoAcid::hgvs).orElse("an unknown residue");
      if (!found.equals(residue.name)) {
        return Optional.of(
            String.format(
                "%s has %s at %d, not %s", label(protein), found, position, residue.name));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> suggestion(
      ProteinSequence protein, ProteinChange change, List<Named> residues) {
    for (Numbering numbering : OTHER_NUMBERINGS) {
      if (numbering.accession.equals(protein.accession())
          && firstFault(protein, residues, numbering.shift).isEmpty()) {
        return Optional.of(
            String.format(
                "%s fits %s as %s in UniProt numbers (%s)",
                change.shortName(),
                protein.gene(),
                renumbered(change.hgvs(), numbering.shift),
                numbering.reason));
      }
    }
    return Optional.empty();
  }

  /**
   * The residues a change names; what stands after {@code fs} or {@code ext} counts on from there.
   */
  private static List<Named> named(ProteinChange change) {
    List<Named> residues = new ArrayList<>();
    Matcher matcher = NAMED_RESIDUE.matcher(change.hgvs().split("fs|ext", 2)[0]);
    while (matcher.find()) {
      residues.add(new Named(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }
    return residues;
  }

  private static String renumbered(String hgvs, int shift) {
    String[] parts = hgvs.split("(?=fs|ext)", 2);
    String head =
        NAMED_RESIDUE
            .matcher(parts[0])
            .replaceAll(m -> m.group(1) + (Integer.parseInt(m.group(2)) + shift));
    return parts.length == 1 ? head : head + parts[1];
  }

  private static String label(ProteinSequence protein) {
    return protein.gene().equals(protein.accession())
        ? protein.accession()
        : protein.gene() + " (" + protein.accession() + ")";
  }

  private record Named(String name, int position) {}

  /** Another numbering in use: {@code shift} is added to it to come to UniProt numbers. */
  private record Numbering(String accession, int shift, String reason) {}
}
