package org.bindfold.sequence;

import java.util.List;
import java.util.Optional;
import org.bindfold.io.ResourceTable;

/**
 * A domain of a protein whose loss matters. Sources stand in {@code domains.tsv}.
 *
 * @param gene HGNC symbol
 * @param accession UniProt accession of the sequence that the residues are counted on
 * @param kind which domain
 * @param first first residue, 1-based
 * @param last last residue, closed
 */
public record ProteinDomain(String gene, String accession, Kind kind, int first, int last) {
  private static final List<ProteinDomain> ALL = load();
  private static final int CODON = 3;

  /** The domains that are known. */
  public enum Kind {
    /** The catalytic domain of a protein kinase. */
    PROTEIN_KINASE
  }

  /** What is left of a domain when the protein begins later. */
  public enum Retention {
    /** All of it. */
    KEPT,
    /** Its end only. */
    PART,
    /** Nothing. */
    LOST,
    /** Where the protein begins is not known, or it has no such domain. */
    NOT_KNOWN
  }

  /** The domain of a gene by HGNC symbol; empty when none is known. */
  public static Optional<ProteinDomain> of(String gene, Kind kind) {
    return ALL.stream()
        .filter(domain -> domain.gene.equals(gene) && domain.kind == kind)
        .findFirst();
  }

  /**
   * What is left when the coding sequence is kept from a base on. Whether it is then read in its
   * frame is another question.
   *
   * @param firstKept CDS position, 1-based, of the first base that is kept
   */
  public Retention keptFrom(int firstKept) {
    if (firstKept <= CODON * (first - 1) + 1) {
      return Retention.KEPT;
    }
    return firstKept > CODON * last ? Retention.LOST : Retention.PART;
  }

  private static List<ProteinDomain> load() {
    return ResourceTable.read("/org/bindfold/sequence/domains.tsv").rows().stream()
        .map(
            row ->
                new ProteinDomain(
                    row.get("gene"),
                    row.get("accession"),
                    Kind.valueOf(row.get("domain")),
                    Integer.parseInt(row.get("first")),
                    Integer.parseInt(row.get("last"))))
        .toList();
  }
}
