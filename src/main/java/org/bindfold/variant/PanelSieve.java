package org.bindfold.variant;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bindfold.input.LineSieve;
import org.bindfold.variant.PanelRegions.Stretch;

/**
 * Passes over the records of a VCF that lie off the panel, which are nearly all of a genome's, so
 * that they cost little more than unzipping them. What is no valid record stays, as all that is not
 * certain does.
 */
final class PanelSieve implements LineSieve {
  private static final int KEEP = -1;
  private static final int MAX_DIGITS = 9;

  /** No line holds a line end. */
  private static final byte[] NOTHING_BEGINS_SO = {'\t', '\n'};

  private final Assembly assembly;
  private final Map<String, List<Stretch>> stretches;
  private final VcfColumns columns = new VcfColumns();
  private String chromosome = "";
  private byte[] beginning = NOTHING_BEGINS_SO;
  private boolean named;
  private int length;
  private List<Stretch> here = List.of();

  private PanelSieve(Assembly assembly, Map<String, List<Stretch>> stretches) {
    this.assembly = assembly;
    this.stretches = stretches;
  }

  /**
   * Sieves for one file.
   *
   * @param stretches where records are looked at
   */
  static Supplier<LineSieve> of(Assembly assembly, List<Stretch> stretches) {
    Map<String, List<Stretch>> byChromosome =
        stretches.stream().collect(Collectors.groupingBy(Stretch::chromosome));
    return () -> new PanelSieve(assembly, byChromosome);
  }

  @Override
  public int records(byte[] bytes, int start, int end) {
    int quickly = recordsOnSameChromosome(bytes, start, end);
    return quickly >= 0 ? quickly : recordsAnywhere(bytes, start, end);
  }

  private int recordsAnywhere(byte[] bytes, int start, int end) {
    if (start == end || bytes[start] == '#' || columns.read(bytes, start, end).isPresent()) {
      return KEEP;
    }
    if (!columns.chromosome().equals(chromosome)) {
      chromosome = columns.chromosome();
      named = VcfScan.isName(chromosome);
      length = Chromosomes.length(assembly, chromosome).orElse(Integer.MAX_VALUE);
      here = stretches.getOrDefault(Chromosomes.canonicalName(chromosome), List.of());
      beginning =
          named ? (chromosome + "\t").getBytes(StandardCharsets.US_ASCII) : NOTHING_BEGINS_SO;
    }
    boolean passes =
        named
            && columns.position() <= length
            && isOffPanel(columns.position(), columns.referenceLength());
    return passes ? columns.alternates() : KEEP;
  }

  /**
   * The same for the plainest of records, which nearly all are: one on the chromosome of the line
   * before. It reads no further than it must, and leaves all that is out of the way to the other.
   */
  private int recordsOnSameChromosome(byte[] bytes, int start, int end) {
    int at = start + beginning.length;
    if (at >= end || !Arrays.equals(bytes, start, at, beginning, 0, beginning.length)) {
      return KEEP;
    }
    int firstDigit = at;
    int position = 0;
    while (at < end && bytes[at] != '\t') {
      int digit = bytes[at++] - '0';
      if (digit < 0 || digit > 9 || at - firstDigit > MAX_DIGITS) {
        return KEEP;
      }
      position = 10 * position + digit;
    }
    int reference = behindTab(bytes, at + 1, end);
    at = reference;
    while (at < end && VcfColumns.isBase(bytes[at])) {
      at++;
    }
    int referenceLength = at - reference;
    if (at >= end || bytes[at] != '\t' || referenceLength == 0 || at == firstDigit) {
      return KEEP;
    }
    int alternate = at + 1;
    int alternates = 1;
    for (at = alternate; at < end && bytes[at] != '\t'; at++) {
      alternates += bytes[at] == ',' ? 1 : 0;
    }
    boolean none = at == alternate + 1 && bytes[alternate] == '.';
    // Behind ALT come QUAL and FILTER, and then at least INFO.
    boolean whole =
        at > alternate
            && alternates <= VcfColumns.MAX_ALTERNATES
            && behindTab(bytes, behindTab(bytes, at + 1, end), end) <= end;
    boolean passes = whole && position <= length && isOffPanel(position, referenceLength);
    return passes ? none ? 0 : alternates : KEEP;
  }

  private boolean isOffPanel(int position, int referenceLength) {
    for (int i = 0; i < here.size(); i++) {
      if (VcfScan.meets(position, referenceLength, here.get(i).start(), here.get(i).end())) {
        return false;
      }
    }
    return true;
  }

  /** Index behind the next tab; more than the end where there is none. */
  private static int behindTab(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '\t') {
      at++;
    }
    return at + 1;
  }
}
