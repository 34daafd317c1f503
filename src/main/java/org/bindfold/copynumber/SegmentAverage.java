package org.bindfold.copynumber;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.bindfold.genome.GeneSpan;

/**
 * Copies of a gene from the segments that overlap it: their mean, weighted by the bases that each
 * shares with the gene. Segments that overlap each other each count with all of their bases; the
 * covered share counts a base once. A gene that no segment meets has no copy number.
 */
final class SegmentAverage {
  private SegmentAverage() {}

  /** One copy number per gene that is covered, in the order of the spans. */
  static List<GeneCopyNumber> ofGenes(
      String file, List<GeneSpan> spans, List<Segment> segments, SegmentRuns runs) {
    List<GeneCopyNumber> genes = new ArrayList<>();
    for (GeneSpan span : spans) {
      List<Segment> over = segments.stream().filter(s -> s.overlap(span) > 0).toList();
      if (!over.isEmpty()) {
        genes.add(of(file, span, over, runs));
      }
    }
    return genes;
  }

  private static GeneCopyNumber of(
      String file, GeneSpan span, List<Segment> over, SegmentRuns runs) {
    long bases = 0;
    double copies = 0;
    double ratio = 0;
    boolean allRatios = true;
    Segment widest = over.get(0);
    for (Segment segment : over) {
      int overlap = segment.overlap(span);
      bases += overlap;
      copies += overlap * segment.copies();
      ratio += overlap * segment.ratio().orElse(0);
      allRatios &= segment.ratio().isPresent();
      widest = overlap > widest.overlap(span) ? segment : widest;
    }
    // A ratio of zero (a lost gene) has no finite logarithm; the copies say it better.
    boolean finite = allRatios && ratio > 0;
    return new GeneCopyNumber(
        span.gene(),
        copies / bases,
        finite
            ? OptionalDouble.of(StrictMath.log(ratio / bases) / StrictMath.log(2))
            : OptionalDouble.empty(),
        (double) covered(span, over) / span.length(),
        file + ":" + widest.line(),
        over.stream().mapToDouble(Segment::copies).min().orElseThrow(),
        over.stream().mapToDouble(Segment::copies).max().orElseThrow(),
        runs.of(span, widest));
  }

  private static long covered(GeneSpan span, List<Segment> over) {
    long covered = 0;
    int reached = span.start() - 1;
    for (Segment segment : over.stream().sorted(Comparator.comparingInt(Segment::start)).toList()) {
      int from = Math.max(segment.start(), reached + 1);
      int to = Math.min(segment.end(), span.end());
      if (to >= from) {
        covered += to - from + 1;
        reached = to;
      }
    }
    return covered;
  }
}
