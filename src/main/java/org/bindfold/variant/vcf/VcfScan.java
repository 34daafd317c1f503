package org.bindfold.variant.vcf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.PanelRegions;
import org.bindfold.genome.PanelRegions.Region;
import org.bindfold.io.ByteLines;
import org.bindfold.io.LineSieve;
import org.bindfold.io.PrintableText;
import org.bindfold.variant.Tally;

/**
 * One pass over the records of a VCF. Only records that meet a gene of the panel are decoded; of
 * the others the first columns are looked at, so that a whole genome costs little more than
 * unzipping it.
 */
final class VcfScan {
  /** So that a change beside the first or the last exon is looked at too. */
  static final int MARGIN = 2;

  /** Names are of printable ASCII (VCF 4.3 specification, section 1.4.7). */
  private static final char LAST_PRINTABLE = '~';

  private static final byte[] COLUMN_LINE = "#CHROM\t".getBytes(StandardCharsets.US_ASCII);

  /** Whether a chromosome's name could be one; spaces and control characters show a broken line. */
  static boolean isName(String chromosome) {
    return chromosome.chars().allMatch(c -> c > ' ' && c <= LAST_PRINTABLE);
  }

  /** Whether a record lies on a stretch of its chromosome, or close to it. */
  static boolean meets(int position, int referenceLength, int start, int end) {
    return position - MARGIN <= end && position + referenceLength - 1 + MARGIN >= start;
  }

  private final Assembly assembly;
  private final PanelRegions panel;
  private final ReferenceEvidence reference;
  private final VcfRecords records;
  private final Tally tally;
  private final boolean whole;
  private final VcfColumns columns = new VcfColumns();
  private String chromosome = "";
  private boolean named = true;
  private List<Region> regions = List.of();
  private int length = Integer.MAX_VALUE;

  /**
   * A pass that has not begun.
   *
   * @param whole whether every record of the file comes by; records off the panel are counted only
   *     then
   */
  VcfScan(
      Assembly assembly,
      PanelRegions panel,
      ReferenceEvidence reference,
      VcfRecords records,
      Tally tally,
      boolean whole) {
    this.assembly = assembly;
    this.panel = panel;
    this.reference = reference;
    this.records = records;
    this.tally = tally;
    this.whole = whole;
  }

  /**
   * Reads lines to their end.
   *
   * @param sieves pass over lines of records that {@link #offPanel} would only count
   */
  void read(ByteLines lines, Supplier<LineSieve> sieves) {
    lines.sieve(sieves);
    while (lines.next()) {
      if (lines.length() == 0 || lines.buffer()[lines.start()] == '#') {
        if (isColumnLine(lines)) {
          records.columnLine(lines);
        }
        continue;
      }
      Optional<String> fault =
          lines.tooLong()
              ? Optional.of("is longer than 10 MB; expected one variant record")
              : columns.read(lines);
      if (fault.isPresent()) {
        tally.skip(lines.number(), lines.text(), fault.get() + ".");
      } else {
        record(lines);
      }
    }
    offPanel(lines.recordsPassedOver());
  }

  private static boolean isColumnLine(ByteLines lines) {
    int start = lines.start();
    int end = start + Math.min(lines.length(), COLUMN_LINE.length);
    return Arrays.equals(lines.buffer(), start, end, COLUMN_LINE, 0, COLUMN_LINE.length);
  }

  private void record(ByteLines lines) {
    // Nearly every line of a genome ends here: a chromosome without a gene of the panel.
    if (!columns.chromosome().equals(chromosome)) {
      chromosome = columns.chromosome();
      named = isName(chromosome);
      regions = panel.on(chromosome);
      length = Chromosomes.length(assembly, chromosome).orElse(Integer.MAX_VALUE);
      reference.chromosome(chromosome);
    }
    if (!named) {
      String found = "has CHROM \"" + PrintableText.shown(chromosome) + "\"";
      tally.skip(
          lines.number(),
          lines.text(),
          found + "; expected a name of printable characters without spaces, like chr9.");
      return;
    }
    if (columns.position() > length) {
      tally.skip(lines.number(), lines.text(), pastEnd());
      return;
    }
    if (regions.isEmpty()) {
      offPanel(columns.alternates());
      return;
    }
    reference.add(columns);
    Optional<Region> region = regionAt();
    if (region.isEmpty()) {
      offPanel(columns.alternates());
    } else {
      records.read(lines, columns, region.get());
    }
  }

  private void offPanel(long alleles) {
    if (whole) {
      tally.offPanel(alleles);
    }
  }

  private String pastEnd() {
    return String.format(
        Locale.ROOT,
        "has POS %d, but %s has %d bases on %s; is the file on %s?",
        columns.position(),
        PrintableText.shown(chromosome),
        length,
        assembly,
        assembly.other());
  }

  private Optional<Region> regionAt() {
    for (Region region : regions) {
      if (meets(columns.position(), columns.referenceLength(), region.start(), region.end())) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }
}
