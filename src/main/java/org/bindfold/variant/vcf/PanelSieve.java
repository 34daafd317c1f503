package org.bindfold.variant.vcf;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.PanelRegions.Stretch;
import org.bindfold.io.LineEnds;
import org.bindfold.io.LineSieve;

/**
 * Passes over the records of a VCF that lie off the panel, which are nearly all of a genome's, so
 * that they cost little more than unzipping them. What is no valid record stays, as all that is not
 * certain does.
 */
final class PanelSieve implements LineSieve {
  private static final int KEEP = -1;

  private final Assembly assembly;
  private final Map<String, List<Stretch>> stretches;
  private final PlainColumns plain = new PlainColumns();
  private final VcfColumns columns = new VcfColumns();
  private String chromosome = "";
  private boolean named;
  private int length;
  private List<Stretch> here = List.of();
  private int looked;

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
  public int records(byte[] bytes, int start, int limit) {
    if (plain.read(bytes, start, limit) && passes(plain.position(), plain.referenceLength())) {
      looked = plain.end();
      return plain.alternates();
    }
    looked = LineEnds.nextOrNul(bytes, start, limit);
    return recordsOfLine(bytes, start, looked);
  }

  @Override
  public int looked() {
    return looked;
  }

  private int recordsOfLine(byte[] bytes, int start, int end) {
    if (start == end || bytes[start] == '#' || columns.read(bytes, start, end).isPresent()) {
      return KEEP;
    }
    if (!columns.chromosome().equals(chromosome)) {
      chromosome = columns.chromosome();
      named = VcfScan.isName(chromosome);
      length = Chromosomes.length(assembly, chromosome).orElse(Integer.MAX_VALUE);
      here = stretches.getOrDefault(Chromosomes.canonicalName(chromosome), List.of());
      if (named) {
        plain.chromosome(chromosome);
      } else {
        plain.noChromosome();
      }
    }
    return named && passes(columns.position(), columns.referenceLength())
        ? columns.alternates()
        : KEEP;
  }

  private boolean passes(int position, int referenceLength) {
    return position <= length && isOffPanel(position, referenceLength);
  }

  private boolean isOffPanel(int position, int referenceLength) {
    for (int i = 0; i < here.size(); i++) {
      if (VcfScan.meets(position, referenceLength, here.get(i).start(), here.get(i).end())) {
        return false;
      }
    }
    return true;
  }
}
