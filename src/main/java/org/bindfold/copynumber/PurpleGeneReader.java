package org.bindfold.copynumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.bindfold.input.InputFile;
import org.bindfold.input.SkippedRecord;

/**
 * Reads PURPLE's copies per gene ({@code .purple.cnv.gene.tsv}; the driver catalog, which has the
 * same columns, too). A gene's copies are the lowest over its exons, as PURPLE calls amplified and
 * deleted genes by that number.
 */
final class PurpleGeneReader {
  private static final List<String> REQUIRED = List.of("gene", "mincopynumber", "maxcopynumber");

  private final InputFile file;
  private final double ploidy;
  private final Set<String> panel;

  PurpleGeneReader(InputFile file, double ploidy, Set<String> panel) {
    this.file = file;
    this.ploidy = ploidy;
    this.panel = panel;
  }

  static boolean isHeader(String line) {
    return SegmentFormat.columns(line).keySet().containsAll(REQUIRED);
  }

  CopyNumberProfile read(List<String> lines) {
    Map<String, Integer> columns = Map.of();
    Map<String, GeneCopyNumber> genes = new TreeMap<>();
    List<SkippedRecord> skipped = new ArrayList<>();
    int records = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (CopyNumberReader.isComment(line)) {
        continue;
      }
      if (columns.isEmpty()) {
        columns = SegmentFormat.columns(line);
        continue;
      }
      records++;
      try {
        GeneCopyNumber gene = gene(i + 1L, SegmentFormat.cells(line), columns);
        if (panel.contains(gene.gene())) {
          CopyNumberReader.keep(gene, file.name(), i + 1L, genes);
        }
      } catch (IllegalArgumentException e) {
        skipped.add(
            new SkippedRecord(
                file.name(), i + 1L, line.replaceAll("\\p{Cntrl}", " "), e.getMessage() + "."));
      }
    }
    return new CopyNumberProfile(
        file.name(),
        file.sha256(),
        "PURPLE gene copy numbers",
        List.copyOf(genes.values()),
        records,
        skipped,
        genes.values().stream().flatMap(gene -> gene.notes(ploidy).stream()).toList());
  }

  private GeneCopyNumber gene(long line, List<String> cells, Map<String, Integer> columns) {
    int width = columns.values().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
    if (cells.size() != width) {
      throw new IllegalArgumentException(
          "has " + cells.size() + " columns; expected " + width + ", as the header has");
    }
    String gene = cells.get(columns.get("gene")).toUpperCase(Locale.ROOT);
    if (gene.isEmpty()) {
      throw new IllegalArgumentException("names no gene");
    }
    double lowest = copies(cells.get(columns.get("mincopynumber")), "minCopyNumber");
    double highest = copies(cells.get(columns.get("maxcopynumber")), "maxCopyNumber");
    return new GeneCopyNumber(
        gene,
        lowest,
        OptionalDouble.empty(),
        1,
        file.name() + ":" + line,
        lowest,
        highest,
        Optional.empty());
  }

  private static double copies(String text, String column) {
    double copies;
    try {
      copies = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      copies = Double.NaN;
    }
    // Copies of lost genes are fitted a little below zero.
    if (!(copies >= -1 && copies <= CopyNumberReader.MAX_COPIES)) {
      throw new IllegalArgumentException(
          "has "
              + column
              + " \""
              + CopyNumberReader.shown(text)
              + "\"; expected a number of copies up to 1000");
    }
    return Math.max(0, copies);
  }
}
