package org.bindfold.variant;

import java.util.Optional;
import java.util.Set;
import org.bindfold.genome.Assembly;

/**
 * How variant files are to be read.
 *
 * @param assembly the assembly of the positions; empty to tell it from the file
 * @param sample the sample column of a VCF; empty for the only one, or the evident tumour
 * @param includeFiltered whether records that did not pass the caller's filters are used
 * @param panelGenes HGNC symbols of the genes that matter; changes of others are counted as off the
 *     panel
 */
public record VariantReadOptions(
    Optional<Assembly> assembly,
    Optional<String> sample,
    boolean includeFiltered,
    Set<String> panelGenes) {

  public VariantReadOptions {
    panelGenes = Set.copyOf(panelGenes);
  }
}
