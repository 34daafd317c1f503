package org.bindfold.variant;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bindfold.genome.GenomicAllele;
import org.bindfold.sequence.ProteinChange;

/**
 * One variant of one sample that changes, or may change, a protein of the panel.
 *
 * @param file the file it was read from, as the user gave the path
 * @param line line number, 1-based; empty for a bgzipped VCF, whose index tells no lines
 * @param gene HGNC symbol
 * @param transcript RefSeq or Ensembl transcript that the change was worked out on; empty for a
 *     change given on the protein
 * @param change what it does to the protein, in the numbering of the gene's UniProt sequence
 * @param codingChange HGVS coding notation, {@code c.944C>T}; empty when not known
 * @param allele the genomic allele; empty for a change given on the protein
 * @param depth reads covering the site
 * @param alleleFraction share of reads with the alternate allele, 0 to 1
 * @param filter the FILTER field; empty when the file has none
 * @param phase the phase set of the allele; empty when the file does not phase it
 * @param notes what a reader of the report should know of this call, such as an annotation that
 *     disagrees
 */
public record VariantCall(
    String file,
    OptionalLong line,
    String gene,
    Optional<String> transcript,
    ProteinChange change,
    Optional<String> codingChange,
    Optional<GenomicAllele> allele,
    OptionalInt depth,
    OptionalDouble alleleFraction,
    Optional<String> filter,
    Optional<PhaseSet> phase,
    List<String> notes) {

  public VariantCall {
    notes = List.copyOf(notes);
  }

  /** File and line, {@code relapse.vcf:16}, or position, {@code relapse.vcf.gz:chr9:130872896}. */
  public String source() {
    return file
        + ":"
        + (line.isPresent()
            ? String.valueOf(line.getAsLong())
            : allele.map(a -> a.chromosome() + ":" + a.position()).orElse("?"));
  }
}
