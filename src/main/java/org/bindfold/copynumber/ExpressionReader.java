package org.bindfold.copynumber;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;

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

  private final InputFile file;
  private int geneColumn;
  private int foldColumn;
  private int tumourColumn;
  private int normalColumn;

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
    boolean headed = false;
    int rows = 0;
    int foreign = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (!headed) {
        header(cells);
        headed = true;
        continue;
      }
      rows++;
      GeneLevel level = level(i + 1L, cells);
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

  private void header(String[] cells) {
    List<String> names = Arrays.stream(cells).map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    geneColumn = names.indexOf("gene");
    foldColumn = names.indexOf("fold");
    tumourColumn = Math.max(names.indexOf("tumour_tpm"), names.indexOf("tumor_tpm"));
    normalColumn = names.indexOf("normal_tpm");
    if (geneColumn < 0 || (foldColumn < 0 && (tumourColumn < 0 || normalColumn < 0))) {
      throw InputException.file(
          file.name(),
          "has no header of an expression table; expected the columns gene and fold, or gene, "
              + "tumour_tpm and normal_tpm, separated by tabs.");
    }
  }

  private GeneLevel level(long line, String[] cells) {
    String gene = cell(line, cells, geneColumn, "gene");
    if (!SYMBOL.matcher(gene).matches()) {
      throw InputException.line(
          file.name(), line, "has \"" + shown(gene) + "\" as gene; expected a symbol like ABCB1.");
    }
    if (foldColumn >= 0) {
      return GeneLevel.ofExpression(gene, number(line, cells, foldColumn, "fold"));
    }
    double normal = number(line, cells, normalColumn, "normal_tpm");
    if (normal == 0) {
      throw InputException.line(
          file.name(),
          line,
          "has normal_tpm 0 for " + gene + ", so no fold; leave the line out or give the fold.");
    }
    double fold = number(line, cells, tumourColumn, "tumour_tpm") / normal;
    if (!(fold <= MAX_VALUE)) {
      throw InputException.line(
          file.name(), line, "gives " + gene + " more than 10 million times normal; check it.");
    }
    return GeneLevel.ofExpression(gene, fold);
  }

  private double number(long line, String[] cells, int column, String name) {
    String text = cell(line, cells, column, name);
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!(value >= 0 && value <= MAX_VALUE)) {
      throw InputException.line(
          file.name(),
          line,
          "has \"" + shown(text) + "\" as " + name + "; expected a number from 0 to 10000000.");
    }
    return value;
  }

  private String cell(long line, String[] cells, int column, String name) {
    if (column >= cells.length) {
      throw InputException.line(
          file.name(),
          line,
          "has " + cells.length + " columns; the column " + name + " is missing.");
    }
    return cells[column].strip();
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() > 40 ? line.substring(0, 37) + "..." : line;
  }
}
