package org.bindfold.report;

import java.math.BigDecimal;
import java.util.List;
import org.bindfold.evidence.EvidenceTable;
import org.bindfold.evidence.Measurement;

/**
 * Puts measured values beside finished results. The only class that reads them: results are
 * complete before it sees them.
 */
final class ReportEvidence {
  private ReportEvidence() {}

  static List<ResistanceReport.Result> beside(List<ResistanceReport.Result> results) {
    EvidenceTable table = EvidenceTable.bundled();
    return results.stream()
        .map(
            r ->
                r.withEvidence(
                    table.of(r.gene(), r.change(), r.drug()).stream()
                        .map(ReportEvidence::shown)
                        .toList()))
        .toList();
  }

  private static ResistanceReport.Evidence shown(Measurement measurement) {
    return new ResistanceReport.Evidence(
        measurement.quantity(),
        measurement.wildType().map(BigDecimal::new),
        new BigDecimal(measurement.mutant()),
        measurement.unit(),
        measurement.atLeast(),
        Rounded.energy(measurement.ddg()),
        measurement.conditions(),
        measurement.source());
  }
}
