package org.bindfold.variant;

import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.genome.GenomePosition;

/**
 * One of the two genes of a fusion, and what of it the fusion keeps.
 *
 * @param gene HGNC symbol
 * @param transcript accession: {@code NM_004327} for BCR and {@code NM_005157} for ABL1, else as
 *     the caller states it; empty when it states none
 * @param exon the last exon of the upstream gene that is kept, or the first one of the downstream
 *     gene, from 1, in that transcript; empty when it is not known or the gene is transcribed
 *     against its own direction
 * @param breakpoint the last base of the upstream gene that is kept, or the first one of the
 *     downstream gene; of a fusion that was found in DNA it may lie in an intron. Empty when the
 *     file gives none
 */
public record FusionPartner(
    String gene,
    Optional<String> transcript,
    OptionalInt exon,
    Optional<GenomePosition> breakpoint) {}
