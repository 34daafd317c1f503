package org.bindfold.report;

import static org.bindfold.report.HtmlValues.number;

import org.bindfold.report.ResistanceReport.CopyNumber;

/** Copies of a gene; empty texts where not assessed. */
record HtmlCopies(String gene, String role, String copies, String log2, String source) {
  static HtmlCopies of(CopyNumber copyNumber) {
    return new HtmlCopies(
        copyNumber.gene(),
        copyNumber.role(),
        number(copyNumber.copies()),
        number(copyNumber.log2()),
        copyNumber.source().orElse(""));
  }
}
