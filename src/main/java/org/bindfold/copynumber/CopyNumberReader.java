package org.bindfold.copynumber;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.Remedy;

/** Reads a copy-number file of any known format; the format is told from its first line. */
public final class CopyNumberReader {
  /** More copies than this of any gene are taken for an error of the file. */
  static final double MAX_COPIES = 1000;

  /** Segments of a whole genome, and PURPLE's copies of every gene, fit many times over. */
  private static final int MAX_BYTES = 32 << 20;

  private static final String ACCEPTED =
      "accepted are segments of CNVkit (.cns, .call.cns: columns chromosome, start, end, gene, log2), "
          + "PURPLE, GATK, FACETS, ASCAT and SEG, and a table of gene and copies, separated by a tab";
  private static final int MAX_SHOWN = 60;

  private CopyNumberReader() {}

  /**
   * Reads a file to its end.
   *
   * @param file the input
   * @param assembly of the segments' positions
   * @param purity share of tumour cells in the sample, above 0 and up to 1; empty for 1. Used for
   *     ratios only: copies that the file gives are taken as they are
   * @param ploidy mean copies of the tumour's genome, above 0; 2 unless known
   * @param sample whose segments to take where the file has those of several
   * @param panel HGNC symbols of the genes to keep; of segments only those whose span is bundled
   * @return records that cannot be used are {@link CopyNumberProfile#skipped}
   * @throws InputException when the format is not known, the file cannot be read to its end, has
   *     several samples and the one asked for is not one of them, or gives a gene twice with
   *     different values; of kind request when purity or ploidy is out of range
   */
  public static CopyNumberProfile read(
      InputFile file,
      Assembly assembly,
      OptionalDouble purity,
      double ploidy,
      Optional<String> sample,
      Set<String> panel) {
    RatioScale scale = new RatioScale(purity.orElse(1), ploidy);
    List<String> lines = file.readAllLines(MAX_BYTES);
    String first = lines.stream().filter(l -> !isComment(l)).findFirst().orElse("");
    if (PurpleGeneReader.isHeader(first)) {
      return new PurpleGeneReader(file, ploidy, panel).read(lines);
    }
    Optional<SegmentFormat> segments = SegmentFormat.of(first);
    if (segments.isPresent()) {
      return new SegmentReader(file, segments.get(), assembly, scale, sample).read(lines);
    }
    if (PlainCopyNumberReader.accepts(first)) {
      return new PlainCopyNumberReader(file, panel).read(lines);
    }
    boolean purple = isPurplePurity(first);
    InputException unknown =
        InputException.file(
            file.name(),
            "is not a copy-number file that this version reads"
                + (purple
                    ? ": it looks like PURPLE's purity; give its numbers as purity and ploidy"
                    : "")
                + " (it begins with \""
                + shown(first)
                + "\"); "
                + ACCEPTED
                + ".");
    throw purple ? unknown.mendedBy(Remedy.PURITY, Remedy.PLOIDY) : unknown;
  }

  /**
   * Whether a file begins as one of copy numbers does; it may be damaged further on.
   *
   * @param beginning of its content, unzipped
   */
  public static boolean accepts(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8).replace("\uFEFF", "");
    String first = text.lines().filter(l -> !isComment(l)).findFirst().orElse("");
    return PurpleGeneReader.isHeader(first)
        || SegmentFormat.of(first).isPresent()
        || PlainCopyNumberReader.accepts(first);
  }

  /** Keeps what a line says of a gene, unless an earlier line says something else. */
  static void keep(
      GeneCopyNumber found, String file, long line, Map<String, GeneCopyNumber> genes) {
    GeneCopyNumber before = genes.putIfAbsent(found.gene(), found);
    if (before != null && before.copies() != found.copies()) {
      throw InputException.line(
          file,
          line,
          String.format(
              Locale.ROOT,
              "gives %s %s copies, but %s gives it %s; leave one of the two lines.",
              found.gene(),
              decimal(found.copies()),
              before.source(),
              decimal(before.copies())));
    }
  }

  private static String decimal(double value) {
    return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }

  /** Whether a line holds nothing: blank, a comment, or the SAM header that GATK writes. */
  static boolean isComment(String line) {
    return line.isBlank() || line.startsWith("#") || line.startsWith("@");
  }

  /** Text of a file as a message may show it: short, without control characters. */
  static String shown(String text) {
    return shown(text, MAX_SHOWN);
  }

  /** The same, up to a length. */
  static String shown(String text, int length) {
    String line = text.replace('\t', ' ').replaceAll("\\p{Cntrl}", "?");
    return line.length() > length ? line.substring(0, length - 3) + "..." : line;
  }

  private static boolean isPurplePurity(String first) {
    return first.toLowerCase(Locale.ROOT).startsWith("purity\tnormfactor");
  }
}
