package org.bindfold.genome;

/**
 * One alternate allele on the genome.
 *
 * @param chromosome with prefix: {@code chr9}
 * @param position first base of {@code reference}, 1-based
 * @param reference reference bases, upper case
 * @param alternate alternate bases, upper case
 */
public record GenomicAllele(String chromosome, int position, String reference, String alternate) {

  /** {@code chr9:130872896 C>T}. */
  @Override
  public String toString() {
    return chromosome + ":" + position + " " + reference + ">" + alternate;
  }
}
