package org.bindfold.report;

import static org.bindfold.report.HtmlValues.number;

import org.bindfold.report.HtmlValues.OutcomeClass;
import org.bindfold.report.ResistanceReport.Alternative;

/** A drug that may still work; empty texts where not known. */
record HtmlRemaining(
    String target,
    int rank,
    String drug,
    OutcomeClass outcome,
    String fold,
    String margin,
    String decidedBy,
    String reason) {
  static HtmlRemaining of(Alternative alternative) {
    return new HtmlRemaining(
        alternative.target(),
        alternative.rank(),
        alternative.drug(),
        OutcomeClass.of(alternative.outcome()),
        number(alternative.foldChange()),
        number(alternative.margin()),
        alternative.decidedBy().orElse(""),
        alternative.reason());
  }
}
