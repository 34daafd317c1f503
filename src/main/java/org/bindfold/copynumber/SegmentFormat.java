package org.bindfold.copynumber;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindfold.io.TsvHeader;

/**
 * How a program writes its segments: which columns, how positions count, what the number means. The
 * page that describes each is named in docs/formats.md.
 *
 * @param name what the file is called in a report
 * @param chromosome column
 * @param start column
 * @param end column
 * @param zeroBased whether positions are 0-based and half-open; else 1-based and closed
 * @param copies columns whose sum is the copies; empty where the file gives ratios
 * @param log2 column of the log2 copy ratio; empty where the file gives copies
 * @param sample column that names the sample, where one file may hold several
 * @param blankIsUnknown whether an empty, {@code NA} or {@code NaN} number is the program's way to
 *     say that it does not know
 */
record SegmentFormat(
    String name,
    String chromosome,
    String start,
    String end,
    boolean zeroBased,
    List<String> copies,
    Optional<String> log2,
    Optional<String> sample,
    boolean blankIsUnknown) {

  private static final Set<String> BLANK = Set.of("", "na", "nan", ".");

  /** The first whose columns a header holds is taken, so those with more columns come first. */
  private static final List<SegmentFormat> KNOWN =
      List.of(
          copies("PURPLE segments", "chromosome", "start", "end", List.of("copynumber")),
          new SegmentFormat(
              "CNVkit segments",
              "chromosome",
              "start",
              "end",
              true,
              List.of(),
              Optional.of("log2"),
              Optional.empty(),
              false),
          ratios(
              "GATK ModelSegments",
              "contig",
              "start",
              "end",
              "log2_copy_ratio_posterior_50",
              Optional.empty()),
          ratios(
              "GATK called segments",
              "contig",
              "start",
              "end",
              "mean_log2_copy_ratio",
              Optional.empty()),
          copies("FACETS segments", "chrom", "start", "end", List.of("tcn.em")),
          sampled("ASCAT segments", "sample", "chr", "startpos", "endpos", "nmajor", "nminor"),
          sampled(
              "ASCAT segments",
              "gdc_aliquot",
              "chromosome",
              "start",
              "end",
              "major_copy_number",
              "minor_copy_number"),
          ratios("SEG segments", "chrom", "loc.start", "loc.end", "seg.mean", Optional.of("id")),
          ratios(
              "SEG segments",
              "chromosome",
              "start",
              "end",
              "segment_mean",
              Optional.of("gdc_aliquot")),
          ratios(
              "SEG segments", "chromosome", "start", "end", "segment_mean", Optional.of("sample")));

  private static SegmentFormat copies(
      String name, String chromosome, String start, String end, List<String> copies) {
    return new SegmentFormat(
        name, chromosome, start, end, false, copies, Optional.empty(), Optional.empty(), true);
  }

  private static SegmentFormat sampled(
      String name,
      String sample,
      String chromosome,
      String start,
      String end,
      String major,
      String minor) {
    return new SegmentFormat(
        name,
        chromosome,
        start,
        end,
        false,
        List.of(major, minor),
        Optional.empty(),
        Optional.of(sample),
        true);
  }

  private static SegmentFormat ratios(
      String name,
      String chromosome,
      String start,
      String end,
      String log2,
      Optional<String> sample) {
    return new SegmentFormat(
        name, chromosome, start, end, false, List.of(), Optional.of(log2), sample, true);
  }

  /** The format of a line of column names; empty when it is none of those known. */
  static Optional<SegmentFormat> of(String header) {
    TsvHeader columns = columns(header);
    return KNOWN.stream().filter(format -> columns.hasAll(format.required())).findFirst();
  }

  /** The columns of a header line; some of these programs are written in R, which quotes words. */
  static TsvHeader columns(String header) {
    return TsvHeader.ofQuoted(header).withMissing(BLANK);
  }

  private Set<String> required() {
    Set<String> required = new HashSet<>(Set.of(chromosome, start, end));
    required.addAll(copies);
    log2.ifPresent(required::add);
    sample.ifPresent(required::add);
    return required;
  }
}
