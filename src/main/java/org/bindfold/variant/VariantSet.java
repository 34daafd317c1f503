package org.bindfold.variant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputException;
import org.bindfold.io.SkippedRecord;

/**
 * What one variant file held.
 *
 * @param file the path as the user gave it
 * @param sha256 of the file's raw bytes, lower-case hexadecimal
 * @param format what the file is, with its version: {@code VCF 4.2}, {@code HGVS protein list}
 * @param assembly the genome assembly its positions are on; empty when it has none
 * @param assemblyReason how the assembly is known: {@code "contig lengths in the header"}
 * @param sample the sample that was read; empty when the format has none
 * @param variants calls that change a panel protein (never synonymous), in file order
 * @param counts what became of every record
 * @param skipped records that could not be used
 * @param notes what a reader of the report should know of the file as a whole
 * @param fusions that a file of fusion calls establishes; empty for every other file
 */
public record VariantSet(
    String file,
    String sha256,
    String format,
    Optional<Assembly> assembly,
    String assemblyReason,
    Optional<String> sample,
    List<VariantCall> variants,
    Counts counts,
    List<SkippedRecord> skipped,
    List<String> notes,
    List<FusionCall> fusions) {

  public VariantSet {
    variants = List.copyOf(variants);
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
    fusions = List.copyOf(fusions);
  }

  /** A file of variants without fusions. */
  public VariantSet(
      String file,
      String sha256,
      String format,
      Optional<Assembly> assembly,
      String assemblyReason,
      Optional<String> sample,
      List<VariantCall> variants,
      Counts counts,
      List<SkippedRecord> skipped,
      List<String> notes) {
    this(
        file,
        sha256,
        format,
        assembly,
        assemblyReason,
        sample,
        variants,
        counts,
        skipped,
        notes,
        List.of());
  }

  /**
   * What became of the records of a file. An allele is counted once; the parts add up to the whole.
   *
   * @param read records (VCF: alternate alleles) in the file
   * @param reported those in {@link #variants}, where one may stand for several of one codon
   * @param offPanel in no gene of the panel, or outside its coding sequence
   * @param synonymous on the panel, protein unchanged
   * @param filtered not PASS in the FILTER field, or not carried by the chosen sample
   * @param skipped could not be used; the first 10,000 are listed in {@link VariantSet#skipped}
   */
  public record Counts(
      int read, int reported, int offPanel, int synonymous, int filtered, int skipped) {

    public Counts {
      if (read != (long) reported + offPanel + synonymous + filtered + skipped) {
        throw new IllegalArgumentException("a record is not accounted for");
      }
    }

    /**
     * Both files together.
     *
     * @throws InputException when they hold more records than can be counted
     */
    public Counts plus(Counts other) {
      if ((long) read + other.read > Integer.MAX_VALUE) {
        throw InputException.request(
            String.format(
                Locale.ROOT,
                "The files hold %,d records together; at most %,d are counted. Give fewer files.",
                (long) read + other.read,
                Integer.MAX_VALUE));
      }
      return new Counts(
          read + other.read,
          reported + other.reported,
          offPanel + other.offPanel,
          synonymous + other.synonymous,
          filtered + other.filtered,
          skipped + other.skipped);
    }
  }
}
