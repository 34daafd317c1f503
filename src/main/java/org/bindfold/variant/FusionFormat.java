package org.bindfold.variant;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The files of fusions that are read, each told by the columns it names. */
enum FusionFormat {
  /** STAR-Fusion's predictions, abridged or not. */
  STAR_FUSION(
      "STAR-Fusion calls",
      List.of("leftgene", "leftbreakpoint", "rightgene", "rightbreakpoint"),
      StarFusionRow::new),
  /** Arriba's fusions.tsv and fusions.discarded.tsv. */
  ARRIBA("Arriba calls", List.of("gene1", "gene2", "breakpoint1", "breakpoint2"), ArribaRow::new),
  /** LINX's linx.fusion.tsv. */
  LINX(
      "LINX fusions",
      List.of("genestart", "geneend", "fusedexonup", "fusedexondown"),
      LinxRow::new),
  /** The table of fusions that PCGR takes. */
  PCGR("PCGR fusions", List.of("fusiongene", "leftbreakpoint", "rightbreakpoint"), PcgrRow::new);

  /** Columns of a table whose rows are pairs of breakends in no particular order. */
  private static final List<String> BREAKEND_PAIRS =
      List.of("left_gene", "left_breakpoint", "right_gene", "right_breakpoint");

  private final String label;
  private final List<String> columns;
  private final Function<FusionColumns.Cells, FusionRow> row;

  FusionFormat(String label, List<String> columns, Function<FusionColumns.Cells, FusionRow> row) {
    this.label = label;
    this.columns = columns;
    this.row = row;
  }

  /** What the file is called: {@code Arriba calls}. */
  String label() {
    return label;
  }

  /** One row of such a file. */
  FusionRow row(FusionColumns.Cells cells) {
    return row.apply(cells);
  }

  /** The format whose columns a line names. */
  static Optional<FusionFormat> of(FusionColumns header) {
    for (FusionFormat format : values()) {
      if (header.hasAll(format.columns)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Whether a line names the columns of a table of structural variants with their genes. */
  static boolean isStructuralVariants(FusionColumns header) {
    return header.hasAll(BREAKEND_PAIRS);
  }
}
