package org.bindfold.sequence;

import java.util.Locale;
import java.util.Optional;

/** The twenty amino acids of the standard genetic code, named by their three-letter codes. */
public enum AminoAcid {
  ALA('A'),
  ARG('R'),
  ASN('N'),
  ASP('D'),
  CYS('C'),
  GLN('Q'),
  GLU('E'),
  GLY('G'),
  HIS('H'),
  ILE('I'),
  LEU('L'),
  LYS('K'),
  MET('M'),
  PHE('F'),
  PRO('P'),
  SER('S'),
  THR('T'),
  TRP('W'),
  TYR('Y'),
  VAL('V');

  private static final AminoAcid[] BY_LETTER = new AminoAcid[26];

  static {
    for (AminoAcid aminoAcid : values()) {
      BY_LETTER[aminoAcid.letter - 'A'] = aminoAcid;
    }
  }

  private final char letter;

  AminoAcid(char letter) {
    this.letter = letter;
  }

  /** One-letter code, upper case. */
  public char letter() {
    return letter;
  }

  /** Three-letter code as HGVS writes it: {@code Thr}. */
  public String hgvs() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The amino acid of a one-letter code, upper case; empty for any other character. */
  public static Optional<AminoAcid> ofLetter(char letter) {
    return letter >= 'A' && letter <= 'Z'
        ? Optional.ofNullable(BY_LETTER[letter - 'A'])
        : Optional.empty();
  }

  /** The amino acid of a three-letter code in any case; empty for any other text. */
  public static Optional<AminoAcid> ofName(String threeLetters) {
    String upper = threeLetters.toUpperCase(Locale.ROOT);
    for (AminoAcid aminoAcid : values()) {
      if (aminoAcid.name().equals(upper)) {
        return Optional.of(aminoAcid);
      }
    }
    return Optional.empty();
  }
}
