package org.bindfold.resistance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bindfold.report.ResistanceReport.Alternative;
import org.bindfold.report.ResistanceReport.Exposure;
import org.bindfold.report.ResistanceReport.Outcome;
import org.bindfold.report.ResistanceReport.Result;
import org.bindfold.report.ResistanceReport.SampleResult;

/**
 * What still works: the catalogued drugs of one target on the variants of one sample. Sensitive
 * before intermediate before resistant; of one outcome those first whose peak in plasma is known,
 * by the larger margin of that over what is needed, then the others by the smaller fold change.
 * What could not be assessed comes last.
 */
public final class AlternativeDrugs {
  private AlternativeDrugs() {}

  public static List<Alternative> ranked(
      String target, List<SampleResult> outcomes, List<Result> results) {
    List<SampleResult> sorted =
        outcomes.stream()
            .filter(s -> s.target().equals(target))
            .sorted(
                Comparator.comparing(SampleResult::outcome)
                    .thenComparing(AlternativeDrugs::margin, AlternativeDrugs::largerFirst)
                    .thenComparing(
                        s -> s.foldChange().filter(f -> isAssessed(s)).orElse(BigDecimal.ZERO))
                    .thenComparing(SampleResult::drug))
            .toList();
    List<Alternative> ranked = new ArrayList<>();
    for (SampleResult sample : sorted) {
      ranked.add(
          new Alternative(
              target,
              ranked.size() + 1,
              sample.drug(),
              sample.outcome(),
              sample.foldChange().filter(f -> isAssessed(sample)),
              margin(sample),
              sample.decidedBy(),
              reason(sample, results)));
    }
    return ranked;
  }

  private static boolean isAssessed(SampleResult sample) {
    return sample.outcome() != Outcome.NOT_ASSESSED;
  }

  private static Optional<BigDecimal> margin(SampleResult sample) {
    return sample.exposure().filter(e -> isAssessed(sample)).flatMap(AlternativeDrugs::margin);
  }

  private static Optional<BigDecimal> margin(Exposure exposure) {
    return exposure
        .peakNanomolar()
        .map(p -> p.divide(exposure.neededNanomolar(), 2, RoundingMode.HALF_EVEN));
  }

  private static int largerFirst(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return b.get().compareTo(a.get());
  }

  private static String reason(SampleResult sample, List<Result> results) {
    if (isAssessed(sample)) {
      return sample.exposure().map(Exposure::reason).orElse("no fold change was worked out");
    }
    return results.stream()
        .filter(r -> r.drug().equals(sample.drug()) && r.outcome() == Outcome.NOT_ASSESSED)
        .flatMap(r -> r.notes().stream())
        .findFirst()
        .map(note -> "not assessed: " + note)
        .orElse("no variant of the target was assessed");
  }
}
