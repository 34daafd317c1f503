package org.bindfold.copynumber;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bindfold.input.InputFile;
import org.bindfold.input.SkippedRecord;
import org.bindfold.variant.Assembly;
import org.bindfold.variant.Chromosomes;
import org.bindfold.variant.GeneSpans;

/**
 * Reads CNVkit's segments, {@code .cns} and {@code .call.cns}. Their positions are 0-based and
 * half-open. Where there is a column {@code cn}, it is believed; else copies come from {@code
 * log2}. A segment is given to genes by its position, never by its column {@code gene}.
 */
final class CnvkitReader {
  private static final List<String> REQUIRED = List.of("chromosome", "start", "end", "log2");
  private static final String CALLED = "cn";

  private final InputFile file;
  private final Assembly assembly;
  private final RatioScale scale;

  CnvkitReader(InputFile file, Assembly assembly, RatioScale scale) {
    this.file = file;
    this.assembly = assembly;
    this.scale = scale;
  }

  static boolean isHeader(String line) {
    return Arrays.asList(line.split("\t", -1)).containsAll(REQUIRED);
  }

  CopyNumberProfile read(List<String> lines) {
    Map<String, Integer> columns = new HashMap<>();
    List<Segment> segments = new ArrayList<>();
    List<SkippedRecord> skipped = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (columns.isEmpty()) {
        for (int c = 0; c < cells.length; c++) {
          columns.putIfAbsent(cells[c], c);
        }
        continue;
      }
      try {
        segments.add(segment(i + 1L, cells, columns));
      } catch (IllegalArgumentException e) {
        skipped.add(
            new SkippedRecord(
                file.name(), i + 1L, line.replaceAll("\\p{Cntrl}", " "), e.getMessage() + "."));
      }
    }
    return new CopyNumberProfile(
        file.name(),
        file.sha256(),
        columns.containsKey(CALLED) ? "CNVkit called segments" : "CNVkit segments",
        SegmentAverage.ofGenes(file.name(), GeneSpans.all(assembly), segments),
        segments.size() + skipped.size(),
        skipped);
  }

  private Segment segment(long line, String[] cells, Map<String, Integer> columns) {
    int width = columns.values().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
    if (cells.length != width) {
      throw fault("has " + cells.length + " columns; expected " + width + ", as the header has");
    }
    String chromosome = cells[columns.get("chromosome")].strip();
    int start = position(cells[columns.get("start")], "start");
    int end = position(cells[columns.get("end")], "end");
    if (end <= start) {
      throw fault("ends at " + end + ", not after its start at " + start);
    }
    OptionalInt length = Chromosomes.length(assembly, chromosome);
    if (length.isPresent() && end > length.getAsInt()) {
      throw fault(
          String.format(
              Locale.ROOT,
              "ends at %d, but %s has %d bases on %s; is the file on %s?",
              end,
              Chromosomes.canonicalName(chromosome),
              length.getAsInt(),
              assembly,
              assembly.other()));
    }
    OptionalDouble called =
        columns.containsKey(CALLED)
            ? called(cells[columns.get(CALLED)].strip())
            : OptionalDouble.empty();
    double ratio = called.isPresent() ? 0 : ratio(cells[columns.get("log2")].strip());
    double copies = called.orElseGet(() -> scale.copies(ratio));
    if (copies > CopyNumberReader.MAX_COPIES) {
      throw fault(
          String.format(
              Locale.ROOT,
              "has %.4g copies; more than %.0f are taken for an error",
              copies,
              CopyNumberReader.MAX_COPIES));
    }
    // 0-based and half-open becomes 1-based and closed: the end stays, the start moves on.
    return new Segment(
        line,
        Chromosomes.canonicalName(chromosome),
        start + 1,
        end,
        copies,
        called.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(ratio));
  }

  /** The called copies; empty where the cell is, for segments that CNVkit could not call. */
  private static OptionalDouble called(String text) {
    if (text.isEmpty() || text.equalsIgnoreCase("nan") || text.equals("NA")) {
      return OptionalDouble.empty();
    }
    double copies = number(text, CALLED);
    if (copies < 0) {
      throw fault("has cn " + CopyNumberReader.shown(text) + "; copies are not negative");
    }
    return OptionalDouble.of(copies);
  }

  private static double ratio(String text) {
    double log2 = number(text, "log2");
    return StrictMath.pow(2, log2);
  }

  private static double number(String text, String column) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw fault(
          "has " + column + " \"" + CopyNumberReader.shown(text) + "\"; expected a finite number");
    }
    return value;
  }

  private static int position(String text, String column) {
    if (!text.strip().matches("\\d{1,9}")) {
      throw fault(
          "has "
              + column
              + " \""
              + CopyNumberReader.shown(text)
              + "\"; expected a position, 0-based");
    }
    return Integer.parseInt(text.strip());
  }

  private static IllegalArgumentException fault(String reason) {
    return new IllegalArgumentException(reason);
  }
}
