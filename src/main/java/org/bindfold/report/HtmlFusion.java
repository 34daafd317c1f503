package org.bindfold.report;

import org.bindfold.report.ResistanceReport.Fusion;
import org.bindfold.report.ResistanceReport.FusionPartner;

/** A fusion; empty texts where not known. */
record HtmlFusion(
    String name,
    Half upstream,
    Half downstream,
    String frame,
    String frameSource,
    String callerFrame,
    String kinaseDomain,
    String junctionReads,
    String spanningReads,
    String source) {
  static HtmlFusion of(Fusion fusion) {
    return new HtmlFusion(
        fusion.name(),
        Half.of(fusion.upstream()),
        Half.of(fusion.downstream()),
        words(fusion.frame()),
        fusion.frameSource().orElse(""),
        fusion
            .callerFrame()
            .filter(said -> !said.equals(fusion.frame()))
            .map(HtmlFusion::words)
            .orElse(""),
        words(fusion.kinaseDomain()),
        fusion.junctionReads().map(String::valueOf).orElse(""),
        fusion.spanningReads().map(String::valueOf).orElse(""),
        fusion.source());
  }

  private static String words(String snakeCase) {
    return snakeCase.replace('_', ' ');
  }

  /** One gene of a fusion; empty texts where not known. */
  record Half(String gene, String transcript, String exon, String breakpoint) {
    static Half of(FusionPartner partner) {
      return new Half(
          partner.gene(),
          partner.transcript().orElse(""),
          partner.exon().map(String::valueOf).orElse(""),
          partner.breakpoint().orElse(""));
    }
  }
}
