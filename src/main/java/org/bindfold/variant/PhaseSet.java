package org.bindfold.variant;

/**
 * Where an allele stands among those that were seen on one DNA molecule: calls of one sample with
 * the same set and the same haplotype are on the same molecule, those of another haplotype are on
 * the other.
 *
 * @param id chromosome and the set's name in the file (FORMAT PS or PID): {@code chr9:130872896}
 * @param haplotype index in the phased genotype, from 0
 */
public record PhaseSet(String id, int haplotype) {}
