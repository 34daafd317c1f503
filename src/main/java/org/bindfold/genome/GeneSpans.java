package org.bindfold.genome;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bindfold.io.ResourceTable;

/** Where the panel's genes lie on the genome, so that a segment's copies become a gene's. */
public final class GeneSpans {
  private static final List<Map<String, String>> ROWS =
      ResourceTable.read("/org/bindfold/genome/gene-spans.tsv").rows();

  private GeneSpans() {}

  /**
   * The stretch from the first to the last base of a gene.
   *
   * @param gene HGNC symbol
   * @param chromosome with prefix: {@code chr5}
   * @param start first base, 1-based
   * @param end last base, closed
   */
  public record GeneSpan(String gene, String chromosome, int start, int end) {
    /** Length in bases. */
    public int length() {
      return end - start + 1;
    }
  }

  /** The spans of all genes of the panel, by symbol. */
  public static List<GeneSpan> all(Assembly assembly) {
    String prefix = assembly.toString().toLowerCase(Locale.ROOT);
    return ROWS.stream()
        .map(
            row ->
                new GeneSpan(
                    row.get("gene"),
                    row.get("chromosome"),
                    Integer.parseInt(row.get(prefix + "_start")),
                    Integer.parseInt(row.get(prefix + "_end"))))
        .toList();
  }

  /** The span of one gene by HGNC symbol; empty when it is not on the panel. */
  public static Optional<GeneSpan> of(Assembly assembly, String gene) {
    return all(assembly).stream().filter(span -> span.gene().equals(gene)).findFirst();
  }
}
