package org.bindfold.copynumber;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.TsvHeader;
import org.bindfold.io.TsvRow;

/**
 * Reads a table of expression, separated by tabs, with a header line: {@code gene} and {@code fold}
 * (tumour over normal), or {@code gene}, {@code tumour_tpm} and {@code normal_tpm}. Further columns
 * are left alone; so are genes that nobody asks for.
 */
public final class ExpressionReader {
  /** The most that is read of an expression file, bytes. */
  public static final long MAX_BYTES = 64L << 20;

  private static final double MAX_VALUE = 1e7;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,15}\\.?\\d{0,30}|\\.\\d{1,30})([eE][-+]?\\d{1,3})?");
  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Za-z0-9.@_-]{0,29}");
  private static final Pattern MOUSE_SYMBOL = Pattern.compile("[A-Z][a-z]+[a-z0-9]*");
  private static final Pattern OTHER_ORGANISM = Pattern.compile("ENS[A-Z]{3}G\\d+.*");

  private static final String GENE = "gene";
  private static final String FOLD = "fold";
  private static final String TUMOUR = "tumour_tpm";
  private static final String AMERICAN_TUMOUR = "tumor_tpm";
  private static final String NORMAL = "normal_tpm";

  private final InputFile file;
  private String tumourColumn = TUMOUR;
  private boolean hasFold;

  private ExpressionReader(InputFile file) {
    this.file = file;
  }

  /**
   * Reads a file to its end.
   *
   * @return levels by HGNC symbol
   * @throws InputException when it is no such table, is of another organism, or gives a gene twice
   *     with different values
   */
  public static Map<String, GeneLevel> read(InputFile file) {
    return new ExpressionReader(file).levels(file.readAllLines());
  }

  private Map<String, GeneLevel> levels(List<String> lines) {
    Map<String, GeneLevel> levels = new TreeMap<>();
    Optional<TsvHeader> columns = Optional.empty();
    int rows = 0;
    int foreign = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (columns.isEmpty()) {
        columns = Optional.of(columns(line));
        continue;
      }
      rows++;
      GeneLevel level = level(i + 1L, columns.get().looseRow(line));
      foreign += isForeign(level.gene()) ? 1 : 0;
      GeneLevel before = levels.putIfAbsent(level.gene(), level);
      if (before != null && before.ratio() != level.ratio()) {
        throw InputException.line(
            file.name(),
            i + 1L,
            String.format(
                Locale.ROOT,
                "gives %s %.4f times normal, but an earlier line gives %.4f; leave one of the two.",
                level.gene(),
                level.ratio(),
                before.ratio()));
      }
    }
    if (rows == 0) {
      throw InputException.file(file.name(), "holds no gene; expected a line for each.");
    }
    if (2 * foreign > rows) {
      throw InputException.file(
          file.name(),
          "is not of a human sample: most genes are named like "
              + levels.keySet().stream()
                  .filter(ExpressionReader::isForeign)
                  .findFirst()
                  .orElseThrow()
              + "; expected HGNC symbols like ABCB1. Map them to human genes first if that is meant.");
    }
    return levels;
  }

  private static boolean isForeign(String gene) {
    return MOUSE_SYMBOL.matcher(gene).matches() || OTHER_ORGANISM.matcher(gene).matches();
  }

  private TsvHeader columns(String line) {
    TsvHeader columns = TsvHeader.of(line);
    // Of both spellings the one further right.
    boolean american = columns.index(AMERICAN_TUMOUR).orElse(-1) > columns.index(TUMOUR).orElse(-1);
    tumourColumn = american ? AMERICAN_TUMOUR : TUMOUR;
    boolean measured = columns.has(tumourColumn) && columns.has(NORMAL);
    if (!columns.has(GENE) || !(columns.has(FOLD) || measured)) {
      throw InputException.file(
          file.name(),
          "has no header of an expression table; expected the columns gene and fold, or gene, "
              + "tumour_tpm and normal_tpm, separated by tabs.");
    }
    hasFold = columns.has(FOLD);
    return columns;
  }

  private GeneLevel level(long line, TsvRow row) {
    String gene = cell(line, row, GENE, GENE);
    if (!SYMBOL.matcher(gene).matches()) {
      throw InputException.line(
          file.name(), line, "has \"" + shown(gene) + "\" as gene; expected a symbol like ABCB1.");
    }
    if (hasFold) {
      return GeneLevel.ofExpression(gene, number(line, row, FOLD, FOLD));
    }
    double normal = number(line, row, NORMAL, NORMAL);
    if (normal == 0) {
      throw InputException.line(
          file.name(),
          line,
          "has normal_tpm 0 for " + gene + ", so no fold; leave the line out or give the fold.");
    }
    double fold = number(line, row, tumourColumn, TUMOUR) / normal;
    if (!(fold <= MAX_VALUE)) {
      throw InputException.line(
          file.name(), line, "gives " + gene + " more than 10 million times normal; check it.");
    }
    return GeneLevel.ofExpression(gene, fold);
  }

  private double number(long line, TsvRow row, String column, String name) {
    String text = cell(line, row, column, name);
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!(value >= 0 && value <= MAX_VALUE)) {
      throw InputException.line(
          file.name(),
          line,
          "has \"" + shown(text) + "\" as " + name + "; expected a number from 0 to 10000000.");
    }
    return value;
  }

  private String cell(long line, TsvRow row, String column, String name) {
    if (!row.has(column)) {
      throw InputException.line(
          file.name(),
          line,
          "has " + row.width() + " columns; the column " + name + " is missing.");
    }
    return row.cell(column);
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() > 40 ? line.substring(0, 37) + "..." : line;
  }
}
