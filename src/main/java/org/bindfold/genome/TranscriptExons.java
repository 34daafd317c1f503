package org.bindfold.genome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.io.ResourceTable;

/**
 * The exons by which fusions of a gene are named, of one transcript on both assemblies. Sources
 * stand in {@code exons.tsv} and {@code transcript-names.tsv}. Only genes of the forward strand
 * have them.
 */
public final class TranscriptExons {
  private static final Map<String, TranscriptExons> BY_GENE =
      byGene(ResourceTable.read("/org/bindfold/genome/exons.tsv").rows());
  private static final List<Map<String, String>> NAMES =
      ResourceTable.read("/org/bindfold/genome/transcript-names.tsv").rows();

  private final String gene;
  private final String transcript;
  private final List<TranscribedExon> exons;

  private TranscriptExons(String gene, String transcript, List<TranscribedExon> exons) {
    this.gene = gene;
    this.transcript = transcript;
    this.exons = List.copyOf(exons);
  }

  /** Those of a gene by HGNC symbol: {@code ABL1}, {@code BCR}; empty for others. */
  public static Optional<TranscriptExons> of(String gene) {
    return Optional.ofNullable(BY_GENE.get(gene));
  }

  /** HGNC symbol. */
  public String gene() {
    return gene;
  }

  /** RefSeq accession without version: {@code NM_004327}. */
  public String transcript() {
    return transcript;
  }

  /** All of them, in the direction of the transcript. */
  public List<TranscribedExon> all() {
    return exons;
  }

  /** By number, from 1; empty when the transcript has no such exon. */
  public Optional<TranscribedExon> exon(int number) {
    return number >= 1 && number <= exons.size()
        ? Optional.of(exons.get(number - 1))
        : Optional.empty();
  }

  /** CDS position of the stop codon's last base. */
  public int codingLength() {
    return exons.get(exons.size() - 1).codingEnd();
  }

  /**
   * The exon that is the last of a transcript which is cut behind a position.
   *
   * @param position 1-based; the last base that is kept
   * @return empty before the first exon
   */
  public Optional<TranscribedExon> lastKept(Assembly assembly, int position) {
    return exons.stream()
        .filter(exon -> exon.start(assembly) <= position)
        .reduce((earlier, later) -> later);
  }

  /**
   * The exon that comes first when another transcript is joined to this one at a position. It is
   * never the gene's first exon: no splice site stands before it.
   *
   * @param position 1-based; the first base that is kept
   * @return empty behind the last exon
   */
  public Optional<TranscribedExon> firstKept(Assembly assembly, int position) {
    return exons.stream().skip(1).filter(exon -> exon.end(assembly) >= position).findFirst();
  }

  /**
   * Whether an exon's number in another transcript of the gene is its number here.
   *
   * @param other accession, with or without version
   */
  public boolean sharesExon(String other, int number) {
    String bare = other.replaceFirst("\\.\\d+$", "");
    if (bare.equals(transcript)) {
      return true;
    }
    return NAMES.stream()
        .filter(row -> row.get("transcript").equals(bare))
        .filter(row -> row.get("numbered_as").equals(transcript))
        .anyMatch(row -> number >= Integer.parseInt(row.get("first_exon")));
  }

  /** By gene, without those of the reverse strand, which serve gene models alone. */
  static Map<String, TranscriptExons> byGene(List<Map<String, String>> table) {
    Map<String, List<Map<String, String>>> byGene = new LinkedHashMap<>();
    for (Map<String, String> row : table) {
      if (row.get("strand").equals("+")) {
        byGene.computeIfAbsent(row.get("gene"), gene -> new ArrayList<>()).add(row);
      }
    }
    Map<String, TranscriptExons> loaded = new LinkedHashMap<>();
    byGene.forEach(
        (gene, rows) ->
            loaded.put(
                gene,
                new TranscriptExons(
                    gene,
                    rows.get(0).get("transcript"),
                    rows.stream().map(TranscriptExons::exon).toList())));
    return loaded;
  }

  private static TranscribedExon exon(Map<String, String> row) {
    return new TranscribedExon(
        Integer.parseInt(row.get("exon")),
        Integer.parseInt(row.get("grch37_start")),
        Integer.parseInt(row.get("grch37_end")),
        Integer.parseInt(row.get("grch38_start")),
        Integer.parseInt(row.get("grch38_end")),
        Integer.parseInt(row.get("cds_start")),
        Integer.parseInt(row.get("cds_end")));
  }
}
