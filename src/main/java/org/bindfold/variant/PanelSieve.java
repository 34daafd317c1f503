package org.bindfold.variant;

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
  private final Assembly assembly;
  private final Map<String, List<Stretch>> stretches;
  private final VcfColumns columns = new VcfColumns();
  private String chromosome = "";
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
    if (start == end || bytes[start] == '#' || columns.read(bytes, start, end).isPresent()) {
      return -1;
    }
    // Most lines are on the chromosome of the line before.
    if (!columns.chromosome().equals(chromosome)) {
      chromosome = columns.chromosome();
      named = VcfScan.isName(chromosome);
      length = Chromosomes.length(assembly, chromosome).orElse(Integer.MAX_VALUE);
      here = stretches.getOrDefault(Chromosomes.canonicalName(chromosome), List.of());
    }
    if (!named || columns.position() > length) {
      return -1;
    }
    for (int i = 0; i < here.size(); i++) {
      if (VcfScan.meets(columns, here.get(i).start(), here.get(i).end())) {
        return -1;
      }
    }
    return columns.alternates();
  }
}
