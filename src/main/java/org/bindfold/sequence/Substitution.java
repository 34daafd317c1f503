package org.bindfold.sequence;

/**
 * One residue replaced by another.
 *
 * @param wildType the residue before
 * @param position residue number, 1-based, in the numbering that the context names
 * @param mutant the residue after
 */
public record Substitution(AminoAcid wildType, int position, AminoAcid mutant)
    implements Comparable<Substitution> {

  /** Short form: {@code T315I}. */
  @Override
  public String toString() {
    return "" + wildType.letter() + position + mutant.letter();
  }

  /** HGVS form without the {@code p.}: {@code Thr315Ile}. */
  public String hgvs() {
    return wildType.hgvs() + position + mutant.hgvs();
  }

  @Override
  public int compareTo(Substitution other) {
    int byPosition = Integer.compare(position, other.position);
    return byPosition != 0 ? byPosition : mutant.compareTo(other.mutant);
  }
}
