package org.bindfold.copynumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.bindfold.io.InputFile;
import org.bindfold.io.SkippedRecord;
import org.bindfold.io.TsvRow;

/**
 * Reads a table of gene and copies, separated by a tab, with or without a header line; further
 * columns are left alone. Genes that are not on the panel count as records and are not kept.
 */
final class PlainCopyNumberReader {
  // A chromosome in the first column is another kind of table.
  private static final String SYMBOL = "(?!CHR[0-9XYM]+$)(?!.*--)[A-Z][A-Z0-9-]{1,14}";
  private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

  private final InputFile file;
  private final Set<String> panel;

  PlainCopyNumberReader(InputFile file, Set<String> panel) {
    this.file = file;
    this.panel = panel;
  }

  /** Whether a first line is that of such a table. */
  static boolean accepts(String line) {
    TsvRow row = TsvRow.of(line);
    return row.width() >= 2
        && (isHeader(row)
            || (gene(row).matches(SYMBOL) && row.raw(1).strip().matches(NUMBER + "|(?i)nan|inf")));
  }

  CopyNumberProfile read(List<String> lines) {
    Map<String, GeneCopyNumber> genes = new TreeMap<>();
    List<SkippedRecord> skipped = new ArrayList<>();
    int records = 0;
    boolean atTop = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      TsvRow row = TsvRow.of(line);
      boolean header = atTop && isHeader(row);
      atTop = false;
      if (header) {
        continue;
      }
      records++;
      try {
        CopyNumberReader.keep(copyNumber(i + 1L, row), file.name(), i + 1L, genes);
      } catch (IllegalArgumentException e) {
        skipped.add(
            new SkippedRecord(
                file.name(), i + 1L, line.replaceAll("\\p{Cntrl}", " "), e.getMessage() + "."));
      }
    }
    return new CopyNumberProfile(
        file.name(),
        file.sha256(),
        "gene and copies table",
        genes.values().stream().filter(gene -> panel.contains(gene.gene())).toList(),
        records,
        skipped,
        List.of());
  }

  private GeneCopyNumber copyNumber(long line, TsvRow row) {
    if (row.width() < 2) {
      throw new IllegalArgumentException("has one column; expected gene and copies, with a tab");
    }
    String gene = gene(row);
    if (!gene.matches(SYMBOL)) {
      throw new IllegalArgumentException(
          "has \""
              + CopyNumberReader.shown(row.raw(0))
              + "\" as gene; expected a symbol like DHFR");
    }
    String text = row.raw(1).strip();
    double copies = text.matches(NUMBER) ? Double.parseDouble(text) : Double.NaN;
    if (!(copies >= 0 && copies <= CopyNumberReader.MAX_COPIES)) {
      throw new IllegalArgumentException(
          "has \"" + CopyNumberReader.shown(text) + "\" copies; expected a number from 0 to 1000");
    }
    return new GeneCopyNumber(gene, copies, OptionalDouble.empty(), 1, file.name() + ":" + line);
  }

  private static boolean isHeader(TsvRow row) {
    return row.width() >= 2
        && row.raw(0).strip().equalsIgnoreCase("gene")
        && row.raw(1).strip().toLowerCase(Locale.ROOT).matches("copies|copy_number|cn|copynumber");
  }

  private static String gene(TsvRow row) {
    return row.raw(0).strip().toUpperCase(Locale.ROOT);
  }
}
