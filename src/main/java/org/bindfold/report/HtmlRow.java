package org.bindfold.report;

import static org.bindfold.report.HtmlValues.number;

import java.util.ArrayList;
import java.util.List;
import org.bindfold.report.ResistanceReport.Variant;

/**
 * A row of the table: the variant's cells in its first row, the result's cells where there is one.
 */
record HtmlRow(List<Site> site, List<HtmlDetail> result) {
  /** One row per variant and drug, under its variant; a variant without a drug keeps one row. */
  static List<HtmlRow> allOf(List<Variant> variants, List<HtmlDetail> details) {
    List<HtmlRow> rows = new ArrayList<>();
    for (Variant variant : variants) {
      List<HtmlDetail> ofVariant =
          details.stream().filter(d -> d.variant().id().equals(variant.id())).toList();
      Site site = Site.of(variant, Math.max(1, ofVariant.size()));
      if (ofVariant.isEmpty()) {
        rows.add(new HtmlRow(List.of(site), List.of()));
      }
      for (HtmlDetail detail : ofVariant) {
        boolean first = detail == ofVariant.get(0);
        rows.add(new HtmlRow(first ? List.of(site) : List.of(), List.of(detail)));
      }
    }
    return rows;
  }

  /** A variant's own cells, over as many rows as it has results. */
  record Site(
      String gene,
      String change,
      String hgvsCoding,
      String location,
      String alleleFraction,
      String depth,
      int span) {
    static Site of(Variant variant, int span) {
      return new Site(
          variant.gene(),
          variant.change(),
          variant.hgvsCoding().orElse(""),
          variant.location().orElse(""),
          number(variant.alleleFraction()),
          variant.depth().map(String::valueOf).orElse(""),
          span);
    }
  }
}
