package org.bindfold.copynumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.GenePanel;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.Remedy;
import org.bindfold.io.SkippedRecord;
import org.bindfold.io.TsvHeader;
import org.bindfold.io.TsvRow;

/**
 * Reads segments of any known program. Where a row gives copies, they are believed; else they come
 * from the log2 ratio. A segment is given to genes by its position, never by a column that names
 * genes.
 */
final class SegmentReader {
  private static final String CALLED = "cn";

  private static final Pattern CONTIG =
      Pattern.compile("^@SQ\t(?:.*\t)?SN:([^\t]+)\t(?:.*\t)?LN:(\\d{1,9})(?:\t|$)");

  /** Chromosomes with segments past their end that show a file to be on the other assembly. */
  private static final int TOO_LONG_CHROMOSOMES = 3;

  private final InputFile file;
  private final SegmentFormat format;
  private final Assembly assembly;
  private final RatioScale scale;
  private final Optional<String> wantedSample;
  private final List<Segment> segments = new ArrayList<>();
  private final List<SkippedRecord> skipped = new ArrayList<>();
  private final Set<String> samples = new TreeSet<>();
  private final Set<String> tooLong = new TreeSet<>();
  private boolean fitsOther = true;
  private int unknown;
  private int otherSamples;

  SegmentReader(
      InputFile file,
      SegmentFormat format,
      Assembly assembly,
      RatioScale scale,
      Optional<String> sample) {
    this.file = file;
    this.format = format;
    this.assembly = assembly;
    this.scale = scale;
    this.wantedSample = sample;
  }

  /**
   * Reads every line.
   *
   * @param lines of the whole file; comments and the header are passed over
   */
  CopyNumberProfile read(List<String> lines) {
    Optional<TsvHeader> columns = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (CopyNumberReader.isComment(line)) {
        refuseContigOfOtherAssembly(i + 1L, line);
        continue;
      }
      if (columns.isEmpty()) {
        columns = Optional.of(SegmentFormat.columns(line));
        collectSamples(columns.get(), lines.subList(i + 1, lines.size()));
        continue;
      }
      try {
        row(i + 1L, columns.get().row(line), columns.get().has(CALLED));
      } catch (IllegalArgumentException e) {
        skipped.add(
            new SkippedRecord(
                file.name(), i + 1L, line.replaceAll("\\p{Cntrl}", " "), e.getMessage() + "."));
      }
    }
    refuseOtherAssembly();
    boolean called = columns.filter(c -> c.has(CALLED)).isPresent() && format.zeroBased();
    List<GeneCopyNumber> genes =
        SegmentAverage.ofGenes(
            file.name(),
            GenePanel.spans(assembly),
            segments,
            new SegmentRuns(assembly, scale, segments));
    return new CopyNumberProfile(
        file.name(),
        file.sha256(),
        called ? "CNVkit called segments" : format.name(),
        genes,
        segments.size() + unknown + otherSamples + skipped.size(),
        skipped,
        notes(genes));
  }

  private List<String> notes(List<GeneCopyNumber> genes) {
    List<String> notes = new ArrayList<>();
    if (unknown > 0) {
      notes.add(unknown + " segments carry no copy number and are left out.");
    }
    if (otherSamples > 0) {
      notes.add(otherSamples + " segments are of other samples than the one asked for.");
    }
    genes.forEach(gene -> notes.addAll(gene.notes(scale.ploidy())));
    return notes;
  }

  /** A file with several samples needs a choice, since their segments must not be mixed. */
  private void collectSamples(TsvHeader columns, List<String> lines) {
    if (format.sample().isEmpty()) {
      return;
    }
    String column = format.sample().get();
    for (String line : lines) {
      TsvRow row = columns.looseRow(line);
      if (!CopyNumberReader.isComment(line) && row.has(column)) {
        samples.add(row.cell(column));
      }
    }
    if (samples.size() > 1 && wantedSample.filter(samples::contains).isEmpty()) {
      throw InputException.request(
              file.name()
                  + " has segments of "
                  + samples.size()
                  + " samples; choose one: "
                  + CopyNumberReader.shown(
                      String.join(", ", samples.stream().limit(20).toList()), 1000)
                  + ".")
          .mendedBy(Remedy.SAMPLE);
    }
  }

  private void row(long line, TsvRow row, boolean hasCalled) {
    if (samples.size() > 1 && !wantedSample.equals(format.sample().map(row::cell))) {
      otherSamples++;
      return;
    }
    String chromosome = chromosome(row.cell(format.chromosome()));
    String expected = format.zeroBased() ? "a position, 0-based" : "a position, 1-based";
    int start = row.position(format.start(), expected);
    int end = row.position(format.end(), expected);
    int first = format.zeroBased() ? start + 1 : start;
    if (first < 1 || end < first) {
      throw fault("ends at " + end + ", not after its start at " + start);
    }
    checkLength(chromosome, end);
    OptionalDouble copies = copies(row, hasCalled);
    OptionalDouble ratio = copies.isPresent() ? OptionalDouble.empty() : ratio(row);
    if (copies.isEmpty() && ratio.isEmpty()) {
      unknown++;
      return;
    }
    double value = copies.orElseGet(() -> scale.copies(ratio.getAsDouble()));
    if (value > CopyNumberReader.MAX_COPIES) {
      throw fault(
          String.format(
              Locale.ROOT,
              "has %.4g copies; more than %.0f are taken for an error",
              value,
              CopyNumberReader.MAX_COPIES));
    }
    segments.add(
        new Segment(line, Chromosomes.canonicalName(chromosome), first, end, value, ratio));
  }

  /** The SAM header that GATK writes names the lengths of the chromosomes. */
  private void refuseContigOfOtherAssembly(long line, String header) {
    Matcher contig = CONTIG.matcher(header);
    if (!contig.find()) {
      return;
    }
    OptionalInt length = OptionalInt.of(Integer.parseInt(contig.group(2)));
    boolean other = length.equals(Chromosomes.length(assembly.other(), contig.group(1)));
    if (other && !length.equals(Chromosomes.length(assembly, contig.group(1)))) {
      throw InputException.line(
              file.name(),
              line,
              String.format(
                  Locale.ROOT,
                  "gives %s the length that it has on %s, not on %s; give files on one assembly, and "
                      + "say that they are on %s.",
                  CopyNumberReader.shown(contig.group(1)),
                  assembly.other(),
                  assembly,
                  assembly.other()))
          .mendedBy(Remedy.ASSEMBLY, assembly.other().toString());
    }
  }

  /**
   * Refuses a file whose segments reach past the ends of several chromosomes and all fit the other
   * assembly: its genes would be looked for where they are not.
   */
  private void refuseOtherAssembly() {
    if (tooLong.size() >= TOO_LONG_CHROMOSOMES && fitsOther) {
      throw InputException.file(
              file.name(),
              String.format(
                  Locale.ROOT,
                  "has segments past the ends of %d chromosomes of %s, and all of them fit %s; give "
                      + "files on one assembly, and say that they are on %s.",
                  tooLong.size(),
                  assembly,
                  assembly.other(),
                  assembly.other()))
          .mendedBy(Remedy.ASSEMBLY, assembly.other().toString());
    }
  }

  private void checkLength(String chromosome, int end) {
    OptionalInt length = Chromosomes.length(assembly, chromosome);
    OptionalInt other = Chromosomes.length(assembly.other(), chromosome);
    fitsOther &= other.isEmpty() || end <= other.getAsInt();
    if (length.isPresent() && end > length.getAsInt()) {
      tooLong.add(Chromosomes.canonicalName(chromosome));
      throw fault(
          String.format(
              Locale.ROOT,
              "ends at %d, but %s has %d bases on %s; is the file on %s?",
              end,
              Chromosomes.canonicalName(chromosome),
              length.getAsInt(),
              assembly,
              assembly.other()));
    }
  }

  /** Programs written in R number the sex chromosomes on. */
  private static String chromosome(String name) {
    if (name.isEmpty()) {
      throw fault("has no chromosome");
    }
    return name.equals("23") ? "X" : name.equals("24") ? "Y" : name;
  }

  /** The copies that the row gives; empty for a ratio, or where the program does not know. */
  private OptionalDouble copies(TsvRow row, boolean hasCalled) {
    List<String> from = format.zeroBased() && hasCalled ? List.of(CALLED) : format.copies();
    double sum = 0;
    for (String column : from) {
      if (row.text(column).isEmpty()) {
        return OptionalDouble.empty();
      }
      double copies = row.number(column);
      // PURPLE fits copies of lost stretches a little below zero.
      if (copies < (format.name().startsWith("PURPLE") ? -1 : 0)) {
        throw fault(
            "has "
                + column
                + " "
                + CopyNumberReader.shown(row.cell(column))
                + "; copies are not negative");
      }
      sum += Math.max(0, copies);
    }
    return from.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }

  private OptionalDouble ratio(TsvRow row) {
    if (format.log2().isEmpty()) {
      return OptionalDouble.empty();
    }
    String column = format.log2().get();
    if (format.blankIsUnknown() && row.text(column).isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(StrictMath.pow(2, row.number(column)));
  }

  private static IllegalArgumentException fault(String reason) {
    return new IllegalArgumentException(reason);
  }
}
