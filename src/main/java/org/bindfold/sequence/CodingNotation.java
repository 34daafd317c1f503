package org.bindfold.sequence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.sequence.ProteinChange.Effect;

/**
 * Reads a change of the coding sequence in HGVS notation: {@code c.944C>T}, {@code
 * c.944_945delinsTT}, {@code c.763del}, {@code c.763_764insACG}, {@code c.763_765dup}, {@code
 * c.822+1G>A}.
 *
 * <p>After the HGVS recommendations for DNA (den Dunnen et al. 2016, doi:10.1002/humu.22981).
 * Positions are CDS positions, 1-based.
 */
public final class CodingNotation {
  private static final int SPLICE_SITE_BASES = 2;
  private static final Pattern CHANGE =
      Pattern.compile(
          "c\\.(\\d{1,7})(?:_(\\d{1,7}))?"
              + "(?:([ACGT]+)>([ACGT]+)|(delins|del|ins|dup)([ACGT]*)(?:ins([ACGT]+))?|(=))");
  private static final Pattern INTRON =
      Pattern.compile(
          "c\\.\\d{1,7}[+-](\\d{1,9})(?:_\\d{1,7}[+-]?\\d*)?[ACGT]*(?:>|del|ins|dup).*");

  private CodingNotation() {}

  /**
   * What a change makes of the protein.
   *
   * @throws IllegalArgumentException when it cannot be understood, does not fit the sequence, or
   *     lies where the sequence is not stored; the message leaves file and line to the caller
   */
  public static CodingChange apply(CodingSequence coding, String notation) {
    String text = "c." + notation.strip().substring(2).toUpperCase(Locale.ROOT);
    text = text.replace("DELINS", "delins").replace("DEL", "del").replace("INS", "ins");
    text = text.replace("DUP", "dup");
    Matcher intron = INTRON.matcher(text);
    if (intron.matches()) {
      return inIntron(text, Integer.parseInt(intron.group(1)));
    }
    Matcher matcher = CHANGE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\""
              + shown(notation)
              + "\" is not a change of the coding sequence; expected one like c.944C>T");
    }
    int start = Integer.parseInt(matcher.group(1));
    int end = matcher.group(2) == null ? start : Integer.parseInt(matcher.group(2));
    if (end < start) {
      throw new IllegalArgumentException("\"" + shown(notation) + "\" ends before its start");
    }
    if (matcher.group(8) != null) {
      int codon = (start - 1) / 3 + 1;
      return new CodingChange(text, ProteinChange.other(Effect.SYNONYMOUS, "p." + codon + "="));
    }
    return matcher.group(3) == null
        ? indel(coding, matcher, start, end, notation)
        : replaced(coding, start, matcher.group(3), matcher.group(4), notation);
  }

  private static CodingChange indel(
      CodingSequence coding, Matcher matcher, int start, int end, String notation) {
    String named = matcher.group(6);
    return switch (matcher.group(5)) {
      case "ins" -> {
        if (end != start + 1 || named.isEmpty()) {
          throw new IllegalArgumentException(
              "\"" + shown(notation) + "\" must name two neighbours and bases: c.763_764insACG");
        }
        yield replaced(coding, end, "", named, notation);
      }
      case "dup" -> replaced(coding, end + 1, "", stored(coding, start, end), notation);
      case "delins" -> {
        if (named.isEmpty()) {
          throw new IllegalArgumentException("\"" + shown(notation) + "\" names no bases");
        }
        yield replaced(coding, start, stored(coding, start, end), named, notation);
      }
      default -> {
        String removed = stored(coding, start, end);
        if (!named.isEmpty() && !named.equals(removed)) {
          throw misfit(coding, start, named, removed);
        }
        String inserted = Optional.ofNullable(matcher.group(7)).orElse("");
        yield replaced(coding, start, removed, inserted, notation);
      }
    };
  }

  private static CodingChange replaced(
      CodingSequence coding, int position, String removed, String inserted, String notation) {
    if (!removed.isEmpty()) {
      String there = stored(coding, position, position + removed.length() - 1);
      if (!there.equals(removed)) {
        throw misfit(coding, position, removed, there);
      }
    }
    return coding
        .replace(position, removed, inserted)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + shown(notation)
                        + "\" needs bases of "
                        + coding.transcript()
                        + " that are not bundled (c."
                        + coding.first()
                        + " to c."
                        + coding.last()
                        + " are); give the change of the protein"));
  }

  private static String stored(CodingSequence coding, int start, int end) {
    if (end - start > 10_000) {
      throw new IllegalArgumentException(
          "it spans " + (end - start + 1) + " bases; at most 10,000");
    }
    StringBuilder bases = new StringBuilder();
    for (int position = start; position <= end; position++) {
      int missing = position;
      bases.append(
          coding
              .base(position)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "c."
                              + missing
                              + " of "
                              + coding.transcript()
                              + " is not bundled (c."
                              + coding.first()
                              + " to c."
                              + coding.last()
                              + " are); give the change of the protein")));
    }
    return bases.toString();
  }

  private static CodingChange inIntron(String text, int distance) {
    if (distance > SPLICE_SITE_BASES || distance < 1) {
      throw new IllegalArgumentException(
          "\"" + shown(text) + "\" lies in an intron, away from its splice sites");
    }
    return new CodingChange(text, ProteinChange.other(Effect.UNKNOWN, "p.?"));
  }

  private static IllegalArgumentException misfit(
      CodingSequence coding, int position, String named, String there) {
    return new IllegalArgumentException(
        String.format(
            "%s has %s at c.%d, not %s",
            coding.transcript(), shown(there), position, shown(named)));
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() > 60 ? line.substring(0, 57) + "..." : line;
  }
}
