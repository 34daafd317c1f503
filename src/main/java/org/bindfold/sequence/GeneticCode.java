package org.bindfold.sequence;

/**
 * The standard genetic code (NCBI translation table 1), from codons of DNA to amino acids.
 *
 * <p>Codons are three upper-case letters of {@code ACGT}, read in the direction of the transcript.
 */
public final class GeneticCode {
  /** The letter that {@link #translate} writes for a stop codon. */
  public static final char STOP = '*';

  private static final String BASE_ORDER = "TCAG";

  // NCBI translation table 1, codons in the order TTT, TTC, TTA, TTG, TCT, ... GGG.
  private static final String AMINO_ACIDS =
      "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";

  private GeneticCode() {}

  /**
   * Translates whole codons from the first base on; one or two bases left over are ignored.
   *
   * @return one-letter codes, {@link #STOP} for every stop codon
   * @throws IllegalArgumentException when a base is not one of {@code ACGT}
   */
  public static String translate(String bases) {
    StringBuilder protein = new StringBuilder(bases.length() / 3);
    for (int i = 0; i + 3 <= bases.length(); i += 3) {
      protein.append(letter(bases, i));
    }
    return protein.toString();
  }

  /** Whether some codon of one amino acid becomes a codon of the other by one changed base. */
  public static boolean oneBaseApart(AminoAcid from, AminoAcid to) {
    for (int codon = 0; codon < AMINO_ACIDS.length(); codon++) {
      if (AMINO_ACIDS.charAt(codon) != from.letter()) {
        continue;
      }
      for (int place = 1; place < AMINO_ACIDS.length(); place *= BASE_ORDER.length()) {
        int base = codon / place % BASE_ORDER.length();
        for (int other = 0; other < BASE_ORDER.length(); other++) {
          char changed = AMINO_ACIDS.charAt(codon + (other - base) * place);
          if (other != base && changed == to.letter()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The other strand, read in its own direction: {@code ACG} becomes {@code CGT}. */
  public static String reverseComplement(String bases) {
    StringBuilder other = new StringBuilder(bases.length());
    for (int i = bases.length() - 1; i >= 0; i--) {
      other.append(
          switch (bases.charAt(i)) {
            case 'A' -> 'T';
            case 'C' -> 'G';
            case 'G' -> 'C';
            case 'T' -> 'A';
            default -> bases.charAt(i);
          });
    }
    return other.toString();
  }

  private static char letter(String bases, int from) {
    int index = 0;
    for (int i = from; i < from + 3; i++) {
      int base = i < bases.length() ? BASE_ORDER.indexOf(bases.charAt(i)) : -1;
      if (base < 0) {
        throw new IllegalArgumentException("not a codon of A, C, G and T: " + bases);
      }
      index = index * BASE_ORDER.length() + base;
    }
    return AMINO_ACIDS.charAt(index);
  }
}
