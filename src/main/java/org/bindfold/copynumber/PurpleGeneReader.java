package org.bindfold.copynumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.bindfold.io.InputFile;
import org.bindfold.io.SkippedRecord;
import org.bindfold.io.TsvHeader;
import org.bindfold.io.TsvRow;

/**
 * Reads PURPLE's copies per gene ({@code .purple.cnv.gene.tsv}; the driver catalog, which has the
 * same columns, too). A gene's copies are the lowest over its exons, as PURPLE calls amplified and
 * deleted genes by that number. Of a gene with several transcripts the canonical one counts.
 */
final class PurpleGeneReader {
  private static final List<String> REQUIRED = List.of("gene", "minCopyNumber", "maxCopyNumber");

  /** Tells the rows of one gene apart, where there are several transcripts of it. */
  private static final String CANONICAL = "isCanonical";

  private final InputFile file;
  private final double ploidy;
  private final Set<String> panel;

  PurpleGeneReader(InputFile file, double ploidy, Set<String> panel) {
    this.file = file;
    this.ploidy = ploidy;
    this.panel = panel;
  }

  static boolean isHeader(String line) {
    return SegmentFormat.columns(line).hasAll(REQUIRED);
  }

  CopyNumberProfile read(List<String> lines) {
    Optional<TsvHeader> columns = Optional.empty();
    Map<String, GeneCopyNumber> genes = new TreeMap<>();
    List<SkippedRecord> skipped = new ArrayList<>();
    int records = 0;
    int otherTranscripts = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (CopyNumberReader.isComment(line)) {
        continue;
      }
      if (columns.isEmpty()) {
        columns = Optional.of(SegmentFormat.columns(line));
        continue;
      }
      records++;
      try {
        TsvRow row = columns.get().row(line);
        GeneCopyNumber gene = gene(i + 1L, row);
        if (!isCanonical(row)) {
          otherTranscripts++;
        } else if (panel.contains(gene.gene())) {
          CopyNumberReader.keep(gene, file.name(), i + 1L, genes);
        }
      } catch (IllegalArgumentException e) {
        skipped.add(
            new SkippedRecord(
                file.name(), i + 1L, line.replaceAll("\\p{Cntrl}", " "), e.getMessage() + "."));
      }
    }
    List<String> notes = new ArrayList<>();
    genes.values().forEach(gene -> notes.addAll(gene.notes(ploidy)));
    if (otherTranscripts > 0) {
      notes.add(
          "rows of other transcripts than a gene's canonical one (isCanonical false) passed over: "
              + otherTranscripts
              + ".");
    }
    return new CopyNumberProfile(
        file.name(),
        file.sha256(),
        "PURPLE gene copy numbers",
        List.copyOf(genes.values()),
        records,
        skipped,
        notes);
  }

  private GeneCopyNumber gene(long line, TsvRow row) {
    String gene = row.cell("gene").toUpperCase(Locale.ROOT);
    if (gene.isEmpty()) {
      throw new IllegalArgumentException("names no gene");
    }
    double lowest = copies(row, "minCopyNumber");
    double highest = copies(row, "maxCopyNumber");
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

  private static boolean isCanonical(TsvRow row) {
    String text = row.has(CANONICAL) ? row.cell(CANONICAL).toLowerCase(Locale.ROOT) : "true";
    if (!text.equals("true") && !text.equals("false")) {
      throw TsvRow.unfit(CANONICAL, text, "true or false");
    }
    return text.equals("true");
  }

  private static double copies(TsvRow row, String column) {
    String text = row.cell(column);
    double copies;
    try {
      copies = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      copies = Double.NaN;
    }
    // Copies of lost genes are fitted a little below zero.
    if (!(copies >= -1 && copies <= CopyNumberReader.MAX_COPIES)) {
      throw TsvRow.unfit(column, text, "a number of copies up to 1000");
    }
    return Math.max(0, copies);
  }
}
