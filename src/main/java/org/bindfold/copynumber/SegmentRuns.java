package org.bindfold.copynumber;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.copynumber.GeneCopyNumber.Extent;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.Chromosomes.Arm;
import org.bindfold.genome.GeneSpan;

/**
 * How far the gain or loss of a gene reaches: along neighbouring segments as long as they lie on
 * the same side of the ploidy. A run over half of the chromosome's arm or more is arm-level, else
 * it is focal.
 */
final class SegmentRuns {
  /** Assumed: half a copy away from the ploidy is the nearest to the next whole number. */
  private static final double CHANGED_BY = 0.5;

  /** Assumed, so that a run is called by what most of the arm does. */
  private static final double ARM_SHARE = 0.5;

  private final Assembly assembly;
  private final double ploidy;
  private final Map<String, List<Segment>> byChromosome = new HashMap<>();

  SegmentRuns(Assembly assembly, RatioScale scale, List<Segment> segments) {
    this.assembly = assembly;
    this.ploidy = scale.ploidy();
    segments.stream()
        .sorted(Comparator.comparingInt(Segment::start))
        .forEach(
            s -> byChromosome.computeIfAbsent(s.chromosome(), name -> new ArrayList<>()).add(s));
  }

  /**
   * The extent of a gene's change.
   *
   * @param within the segment that covers most of the gene
   * @return empty when its copies are those of the ploidy, or the arm's length is not known
   */
  Optional<Extent> of(GeneSpan span, Segment within) {
    int side = side(within);
    Optional<Arm> arm = Chromosomes.arm(assembly, span.chromosome(), span.start());
    if (side == 0 || arm.isEmpty()) {
      return Optional.empty();
    }
    List<Segment> neighbours = byChromosome.get(span.chromosome());
    int from = neighbours.indexOf(within);
    int to = from;
    while (from > 0 && side(neighbours.get(from - 1)) == side) {
      from--;
    }
    while (to + 1 < neighbours.size() && side(neighbours.get(to + 1)) == side) {
      to++;
    }
    long bases = 0;
    int reached = arm.get().start() - 1;
    for (Segment segment : neighbours.subList(from, to + 1)) {
      int start = Math.max(segment.start(), reached + 1);
      int end = Math.min(segment.end(), arm.get().end());
      if (end >= start) {
        bases += end - start + 1L;
        reached = end;
      }
    }
    double share = (double) bases / arm.get().length();
    return Optional.of(new Extent(arm.get().name(), bases, share, share >= ARM_SHARE));
  }

  private int side(Segment segment) {
    if (segment.copies() >= ploidy + CHANGED_BY) {
      return 1;
    }
    return segment.copies() <= ploidy - CHANGED_BY ? -1 : 0;
  }
}
