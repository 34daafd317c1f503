package org.bindfold.sequence;

/**
 * A change of a coding sequence and what it does to the protein.
 *
 * @param coding HGVS coding notation: {@code c.944C>T}
 * @param protein what it does to the protein
 */
public record CodingChange(String coding, ProteinChange protein) {}
