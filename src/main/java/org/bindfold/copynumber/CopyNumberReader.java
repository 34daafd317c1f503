package org.bindfold.copynumber;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.bindfold.input.InputException;
import org.bindfold.input.InputFile;
import org.bindfold.variant.Assembly;

/** Reads a copy-number file of any known format; the format is told from its first line. */
public final class CopyNumberReader {
  /** More copies than this of any gene are taken for an error of the file. */
  static final double MAX_COPIES = 1000;

  private static final String ACCEPTED =
      "accepted are CNVkit segments (.cns, .call.cns: columns chromosome, start, end, gene, log2) and "
          + "a table of gene and copies, separated by a tab";
  private static final int MAX_SHOWN = 60;

  private CopyNumberReader() {}

  /**
   * Reads a file to its end.
   *
   * @param file the input
   * @param assembly of the segments' positions
   * @param purity share of tumour cells in the sample, above 0 and up to 1; empty for 1. Used for
   *     ratios only: copies that the file gives are taken as they are
   * @param ploidy mean copies of the sample's cells, above 0; 2 unless known
   * @return records that cannot be used are {@link CopyNumberProfile#skipped}
   * @throws InputException when the format is not known, the file cannot be read to its end, or (of
   *     kind request) purity or ploidy is out of range
   */
  public static CopyNumberProfile read(
      InputFile file, Assembly assembly, OptionalDouble purity, double ploidy) {
    RatioScale scale = new RatioScale(purity.orElse(1), ploidy);
    List<String> lines = file.readAllLines();
    String first =
        lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
    if (CnvkitReader.isHeader(first)) {
      return new CnvkitReader(file, assembly, scale).read(lines);
    }
    if (PlainCopyNumberReader.accepts(first)) {
      return new PlainCopyNumberReader(file).read(lines);
    }
    throw InputException.file(
        file.name(),
        "is not a copy-number file that this version reads"
            + other(first)
            + " (it begins with \""
            + shown(first)
            + "\"); "
            + ACCEPTED
            + ".");
  }

  /** Text of a file as a message may show it: short, without control characters. */
  static String shown(String text) {
    String line = text.replace('\t', ' ').replaceAll("\\p{Cntrl}", "?");
    return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN - 3) + "..." : line;
  }

  private static String other(String first) {
    String lower = first.toLowerCase(Locale.ROOT);
    if (lower.startsWith("chromosome\tstart\tend\tcopynumber")) {
      return ": it looks like PURPLE segments";
    }
    return lower.startsWith("@") || lower.startsWith("contig\tstart\tend")
        ? ": it looks like GATK segments"
        : "";
  }
}
