package org.bindfold.variant.vcf;

import htsjdk.tribble.TribbleException;
import htsjdk.tribble.readers.LineIterator;
import htsjdk.tribble.readers.LineIteratorImpl;
import htsjdk.tribble.readers.LineReader;
import htsjdk.variant.vcf.VCFCodec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputException;
import org.bindfold.io.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * The header of a VCF: its version, its samples, and what it says of the assembly. Definitions of
 * fields are not kept, since the few fields that are read have a fixed meaning; a header with
 * faults in the others is no reason to refuse a file.
 */
final class VcfHeader {
  private static final Pattern VERSION = Pattern.compile("##fileformat=VCFv4\\.([0-5])\\s*");
  private static final Pattern CONTIG_ID = Pattern.compile("[<,]ID=\"?([^,>\"]+)");
  private static final Pattern CONTIG_LENGTH = Pattern.compile("[<,]length=\"?(\\d{1,10})[,>\"]");
  private static final Pattern CONTIG_ASSEMBLY = Pattern.compile("[<,]assembly=([^,>]+)");
  private static final Pattern TUMOUR_LINE = Pattern.compile("##tumor_sample=(.+)");
  private static final Pattern NORMAL_LINE = Pattern.compile("##normal_sample=(.+)");
  private static final Pattern PEDIGREE =
      Pattern.compile("##PEDIGREE=<.*\\b(?:Derived|Child)=([^,>]+).*>");
  private static final Pattern SOMATIC =
      Pattern.compile(
          "##INFO=<ID=SOMATIC,.*|##(source|content)=.*(strelka|mutect|varscan|somatic).*",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> FIXED_COLUMNS =
      List.of("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO");

  /** Index of FORMAT, where there are samples. */
  static final int FORMAT_COLUMN = 8;

  private static final int FIRST_SAMPLE_COLUMN = 9;

  // The newest version that the decoder knows. Of what 4.4 and 4.5 add (VCFv4.4.tex, VCFv4.5.tex of
  // hts-specs), the phase of each allele in GT, PSL and LAD are read in Genotypes.
  private static final int NEWEST_DECODED = 3;

  private final String file;
  private final int minorVersion;
  private final AssemblyEvidence assemblyEvidence = new AssemblyEvidence();
  private Optional<String> tumourSample = Optional.empty();
  private Optional<String> normalSample = Optional.empty();
  private Optional<AnnotationFormat> annotation = Optional.empty();
  private boolean somatic;
  private List<String> columns = List.of();

  private VcfHeader(String file, int minorVersion) {
    this.file = file;
    this.minorVersion = minorVersion;
  }

  /**
   * Reads up to and with the line of column names.
   *
   * @param first the first line of the file, already taken from {@code lines}
   * @throws InputException when the version is not one of 4.0 to 4.5, or the column names are
   *     missing or wrong
   */
  static VcfHeader read(String file, String first, ByteLines lines) {
    Matcher version = VERSION.matcher(first);
    if (!version.matches()) {
      throw InputException.line(
          file,
          1,
          "is \""
              + PrintableText.shown(first)
              + "\"; expected ##fileformat=VCFv4.0 to VCFv4.5. Convert the file, for example with "
              + "bcftools view.");
    }
    VcfHeader header = new VcfHeader(file, Integer.parseInt(version.group(1)));
    while (lines.next()) {
      String line = lines.text();
      if (lines.tooLong()) {
        throw InputException.line(
            file, lines.number(), "is a header line longer than 10 MB; expected a VCF header.");
      }
      if (line.startsWith("##")) {
        header.metaLine(line);
      } else if (line.startsWith("#CHROM")) {
        header.columnLine(line, lines.number());
        return header;
      } else if (!line.isBlank()) {
        throw InputException.line(
            file,
            lines.number(),
            "is \""
                + PrintableText.shown(line)
                + "\"; expected the rest of the header, up to #CHROM.");
      }
    }
    throw InputException.file(
        file, "ends inside its VCF header: there is no #CHROM line. Was it written completely?");
  }

  /** {@code VCF 4.2}. */
  String format() {
    return "VCF 4." + minorVersion;
  }

  List<String> samples() {
    return columns.size() > FIRST_SAMPLE_COLUMN
        ? columns.subList(FIRST_SAMPLE_COLUMN, columns.size())
        : List.of();
  }

  /** Index of a sample's column. */
  int column(String sample) {
    return FIRST_SAMPLE_COLUMN + samples().indexOf(sample);
  }

  int columnCount() {
    return columns.size();
  }

  /**
   * Looks at a second line of column names, as files that were put together without a tool hold.
   *
   * @throws InputException when its columns are others, so that the sample may stand elsewhere
   */
  void refuseOtherColumns(ByteLines lines) {
    if (lines.tooLong() || !Arrays.asList(lines.text().split("\t", -1)).equals(columns)) {
      throw InputException.line(
          file,
          lines.number(),
          "is a second #CHROM line with other columns than the header's, so that the samples are "
              + "not known; put files together with bcftools concat or bcftools merge.");
    }
  }

  /** The tumour's sample where the header names it, as Mutect2 does. */
  Optional<String> tumourSample() {
    return tumourSample;
  }

  /** The matched normal's sample where the header names it. */
  Optional<String> normalSample() {
    return normalSample;
  }

  /** Whether the header says that a caller of somatic variants wrote the file. */
  boolean somatic() {
    return somatic;
  }

  /** How the file writes what its alleles do, where it does; the first format that is defined. */
  Optional<AnnotationFormat> annotation() {
    return annotation;
  }

  AssemblyEvidence assemblyEvidence() {
    return assemblyEvidence;
  }

  /** A decoder for the records of this file. */
  VCFCodec codec() {
    VCFCodec codec = new VCFCodec();
    List<String> lines =
        List.of(
            "##fileformat=VCFv4." + Math.min(minorVersion, NEWEST_DECODED),
            String.join("\t", columns));
    try {
      codec.readActualHeader(iterator(lines));
    } catch (TribbleException e) {
      throw InputException.file(
          file, "has a #CHROM line that cannot be read: " + e.getMessage(), e);
    }
    return codec;
  }

  private void metaLine(String line) {
    if (line.startsWith("##contig=")) {
      Matcher id = CONTIG_ID.matcher(line);
      Matcher length = CONTIG_LENGTH.matcher(line);
      if (id.find() && length.find()) {
        assemblyEvidence.contig(id.group(1), Long.parseLong(length.group(1)));
      }
      Matcher assembly = CONTIG_ASSEMBLY.matcher(line);
      if (assembly.find()) {
        assemblyEvidence.text(assembly.group(1));
      }
    } else if (line.startsWith("##reference=") || line.startsWith("##assembly=")) {
      assemblyEvidence.text(line);
    }
    tumourSample = tumourSample.or(() -> named(TUMOUR_LINE, line)).or(() -> named(PEDIGREE, line));
    normalSample = normalSample.or(() -> named(NORMAL_LINE, line));
    annotation = annotation.or(() -> AnnotationFormat.of(line));
    somatic |= SOMATIC.matcher(line).matches();
  }

  private static Optional<String> named(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private void columnLine(String line, long number) {
    columns = Arrays.asList(line.split("\t", -1));
    boolean fixed =
        columns.size() >= FIXED_COLUMNS.size()
            && columns.subList(0, FIXED_COLUMNS.size()).equals(FIXED_COLUMNS);
    if (!fixed) {
      throw InputException.line(
          file,
          number,
          "is \""
              + PrintableText.shown(line)
              + "\"; expected the columns "
              + String.join(" ", FIXED_COLUMNS)
              + ", separated by tabs.");
    }
    if (columns.size() > FIXED_COLUMNS.size() && !columns.get(FORMAT_COLUMN).equals("FORMAT")) {
      throw InputException.line(
          file,
          number,
          "has \""
              + PrintableText.shown(columns.get(FORMAT_COLUMN))
              + "\" as ninth column; expected FORMAT.");
    }
    List<String> samples = samples();
    if (new HashSet<>(samples).size() < samples.size()) {
      throw InputException.line(
          file, number, "names a sample twice; sample names must differ. Rename one.");
    }
  }

  private static LineIterator iterator(List<String> lines) {
    return new LineIteratorImpl(new Lines(lines.iterator()));
  }

  /** Lines in memory, for a decoder that wants a source of lines. */
  private static final class Lines implements LineReader {
    private final Iterator<String> lines;

    Lines(Iterator<String> lines) {
      this.lines = lines;
    }

    @Override
    public @Nullable String readLine() {
      return lines.hasNext() ? lines.next() : null;
    }

    @Override
    public void close() {}
  }
}
