package org.bindfold.copynumber;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.bindfold.input.InputException;
import org.bindfold.input.InputFile;
import org.bindfold.input.SkippedRecord;
import org.bindfold.variant.VariantReadOptions;

/**
 * Reads a table of gene and copies, separated by a tab, with or without a header line; further
 * columns are left alone. Genes that are not on the panel count as records and are not kept.
 */
final class PlainCopyNumberReader {
  // A chromosome in the first column is another kind of table.
  private static final String SYMBOL = "(?!CHR[0-9XYM]+$)(?!.*--)[A-Z][A-Z0-9-]{1,14}";
  private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

  private final InputFile file;

  PlainCopyNumberReader(InputFile file) {
    this.file = file;
  }

  /** Whether a first line is that of such a table. */
  static boolean accepts(String line) {
    String[] cells = line.split("\t", -1);
    return cells.length >= 2
        && (isHeader(cells)
            || (gene(cells).matches(SYMBOL) && cells[1].strip().matches(NUMBER + "|(?i)nan|inf")));
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
      String[] cells = line.split("\t", -1);
      boolean header = atTop && isHeader(cells);
      atTop = false;
      if (header) {
        continue;
      }
      records++;
      try {
        keep(copyNumber(i + 1L, cells), i + 1L, genes);
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
        genes.values().stream()
            .filter(gene -> VariantReadOptions.DEFAULT_PANEL.contains(gene.gene()))
            .toList(),
        records,
        skipped,
        List.of());
  }

  private void keep(GeneCopyNumber found, long line, Map<String, GeneCopyNumber> genes) {
    GeneCopyNumber before = genes.putIfAbsent(found.gene(), found);
    if (before != null && before.copies() != found.copies()) {
      throw InputException.line(
          file.name(),
          line,
          String.format(
              Locale.ROOT,
              "gives %s %s copies, but %s gives it %s; leave one of the two lines.",
              found.gene(),
              decimal(found.copies()),
              before.source(),
              decimal(before.copies())));
    }
  }

  private GeneCopyNumber copyNumber(long line, String[] cells) {
    if (cells.length < 2) {
      throw new IllegalArgumentException("has one column; expected gene and copies, with a tab");
    }
    String gene = gene(cells);
    if (!gene.matches(SYMBOL)) {
      throw new IllegalArgumentException(
          "has \"" + CopyNumberReader.shown(cells[0]) + "\" as gene; expected a symbol like DHFR");
    }
    String text = cells[1].strip();
    double copies = text.matches(NUMBER) ? Double.parseDouble(text) : Double.NaN;
    if (!(copies >= 0 && copies <= CopyNumberReader.MAX_COPIES)) {
      throw new IllegalArgumentException(
          "has \"" + CopyNumberReader.shown(text) + "\" copies; expected a number from 0 to 1000");
    }
    return new GeneCopyNumber(gene, copies, OptionalDouble.empty(), 1, file.name() + ":" + line);
  }

  private static boolean isHeader(String[] cells) {
    return cells.length >= 2
        && cells[0].strip().equalsIgnoreCase("gene")
        && cells[1].strip().toLowerCase(Locale.ROOT).matches("copies|copy_number|cn|copynumber");
  }

  private static String gene(String[] cells) {
    return cells[0].strip().toUpperCase(Locale.ROOT);
  }

  private static String decimal(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
