package org.bindfold.variant;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bindfold.genome.GeneModels;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.PrintableText;
import org.bindfold.io.Remedy;

/** Reads a variant file of any known format; the format is told from the content. */
public final class VariantReader {
  private static final String ACCEPTED =
      "expected a VCF (first line ##fileformat=VCFv4.x), a MAF (columns Hugo_Symbol, "
          + "Variant_Classification, HGVSp_Short) or a list of changes, one a line, like "
          + "ABL1:p.Thr315Ile";
  private static final int MAX_LIST_BYTES = 32 << 20;
  private static final int LINES_LOOKED_AT = 200;
  private static final Pattern CHANGE_LIKE =
      Pattern.compile("(?i).*(\\b[cp]\\.|\\b[a-z]{1,3}\\d+[a-z*=?_]).*");
  private static final Pattern VCF_RECORD_LIKE =
      Pattern.compile("(?i)[^\\t]+\\t\\d+\\t[^\\t]*\\t[acgtn]+\\t[^\\t]+\\t[^\\t]*\\t.*");

  private final List<VariantFormat> formats;

  /**
   * A reader of MAF, fusion calls and lists of changes, and of further formats.
   *
   * @param formats asked first, in this order
   */
  public VariantReader(List<VariantFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /**
   * Reads a file to its end.
   *
   * @param models by which positions become protein changes
   * @throws InputException when the file as a whole cannot be used: its format is not known, a VCF
   *     without header, the wrong assembly, a sample that is not there, a gzip cut short. Records
   *     that cannot be used are {@link VariantSet#skipped} instead; also when that is all of them
   */
  public VariantSet read(InputFile file, VariantReadOptions options, GeneModels models) {
    ByteLines lines = new ByteLines(file);
    if (!lines.next()) {
      throw InputException.file(file.name(), "holds nothing to read; " + ACCEPTED + ".");
    }
    String first = withoutByteOrderMark(lines.text());
    for (VariantFormat format : formats) {
      if (format.claims(first)) {
        return format.read(first, lines, file, options, models);
      }
    }
    if (FusionReader.isHeader(first)) {
      return new FusionReader(file, options).read(first, lines);
    }
    Optional<String> mafHeader = mafHeader(first, lines);
    if (mafHeader.isPresent()) {
      return new MafReader(file, options, models).read(mafHeader.get(), lines);
    }
    refuseKnownOthers(file.name(), first);
    List<String> all = remaining(file.name(), first, lines);
    refuseHeaderlessVcf(file.name(), all);
    if (all.stream()
        .limit(LINES_LOOKED_AT)
        .noneMatch(line -> HgvsListReader.isHeader(line) || CHANGE_LIKE.matcher(line).matches())) {
      throw InputException.file(
          file.name(),
          "is neither a VCF nor a list of protein changes (it begins with \""
              + PrintableText.shown(first)
              + "\"); "
              + ACCEPTED
              + ".");
    }
    return new HgvsListReader(file, options, models).read(all);
  }

  /** The line of column names, when the file is a MAF; comments may stand before it. */
  private static Optional<String> mafHeader(String first, ByteLines lines) {
    String line = first;
    boolean versioned = first.startsWith("#version");
    while (versioned && line.startsWith("#") && lines.next()) {
      line = lines.text();
    }
    if (versioned && !MafReader.isHeader(line)) {
      throw InputException.line(
          lines.name(),
          lines.number(),
          "is not the header of a MAF, though the first line is that of one; expected the columns "
              + "Hugo_Symbol, Variant_Classification or Tumor_Sample_Barcode, and HGVSp_Short or "
              + "Start_Position.");
    }
    return MafReader.isHeader(line) ? Optional.of(line) : Optional.empty();
  }

  private static void refuseKnownOthers(String name, String first) {
    if (first.startsWith("BCF")) {
      throw InputException.file(name, "is a BCF; convert it with: bcftools view -Ov -o FILE.vcf.");
    }
    if (first.startsWith("chromosome\tstart\tend\t")) {
      throw InputException.file(name, "is a file of copy-number segments; give it as copy numbers.")
          .mendedBy(Remedy.COPY_NUMBERS);
    }
    if (first.startsWith("purity\tnormFactor\t")) {
      throw InputException.file(
              name,
              "is PURPLE's fit of purity and ploidy; give the numbers of its columns purity and ploidy "
                  + "as those of the sample.")
          .mendedBy(Remedy.PURITY, Remedy.PLOIDY);
    }
    if (first.startsWith("Hugo_Symbol\t") && !HgvsListReader.isHeader(first)) {
      throw InputException.file(
          name,
          "is a MAF without the columns that are needed: Variant_Classification or "
              + "Tumor_Sample_Barcode, and HGVSp_Short or Start_Position.");
    }
  }

  private static void refuseHeaderlessVcf(String name, List<String> lines) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean named =
        lower.endsWith(".vcf") || lower.endsWith(".vcf.gz") || lower.endsWith(".vcf.bgz");
    boolean looks =
        lines.stream()
            .limit(LINES_LOOKED_AT)
            .anyMatch(
                line ->
                    line.startsWith("##")
                        || line.startsWith("#CHROM")
                        || VCF_RECORD_LIKE.matcher(line).matches());
    if (named || looks) {
      throw InputException.file(
          name,
          "has no VCF header: its first line is \""
              + PrintableText.shown(lines.get(0))
              + "\"; the first line must be ##fileformat=VCFv4.x. Write the header back, for example "
              + "with bcftools reheader.");
    }
  }

  private static List<String> remaining(String name, String first, ByteLines lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (lines.next()) {
      bytes.write('\n');
      bytes.write(lines.buffer(), lines.start(), lines.length());
      if (lines.tooLong() || bytes.size() > MAX_LIST_BYTES) {
        throw InputException.file(
            name, "is no VCF, and too large for a list of protein changes; " + ACCEPTED + ".");
      }
    }
    // The first line was decoded on its own, without its line end.
    return (first + InputFile.decode(name, bytes.toByteArray())).lines().toList();
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
