package org.bindfold.genome;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * An allele without the bases that it shares with the reference.
 *
 * @param position of the first removed base, 1-based; for an insertion the base that it comes
 *     before
 * @param removed bases taken out; empty for an insertion
 * @param inserted bases put in; empty for a deletion
 */
public record Edit(int position, String removed, String inserted) {
  public static Edit of(GenomicAllele allele) {
    String reference = allele.reference();
    String alternate = allele.alternate();
    int prefix = 0;
    while (prefix < Math.min(reference.length(), alternate.length())
        && reference.charAt(prefix) == alternate.charAt(prefix)) {
      prefix++;
    }
    int end = reference.length();
    int altEnd = alternate.length();
    while (end > prefix
        && altEnd > prefix
        && reference.charAt(end - 1) == alternate.charAt(altEnd - 1)) {
      end--;
      altEnd--;
    }
    return new Edit(
        allele.position() + prefix,
        reference.substring(prefix, end),
        alternate.substring(prefix, altEnd));
  }

  /**
   * The same change as far to the left as the bases allow, so that one change has one place however
   * its caller wrote it; {@code bcftools norm} does the same. Substitutions stay where they are.
   *
   * @param genome the base at a position of the forward strand, where it is known
   */
  Edit leftAligned(IntFunction<Optional<Character>> genome) {
    if (removed.isEmpty() == inserted.isEmpty()) {
      return this;
    }
    StringBuilder moved = new StringBuilder(removed.isEmpty() ? inserted : removed);
    int at = position;
    int last = moved.length() - 1;
    while (at > 1 && genome.apply(at - 1).filter(base -> base == moved.charAt(last)).isPresent()) {
      char base = moved.charAt(last);
      moved.deleteCharAt(last).insert(0, base);
      at--;
    }
    String text = moved.toString();
    return removed.isEmpty() ? new Edit(at, "", text) : new Edit(at, text, "");
  }
}
