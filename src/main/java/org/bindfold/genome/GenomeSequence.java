package org.bindfold.genome;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.SAMSequenceDictionary;
import htsjdk.samtools.SAMSequenceRecord;
import htsjdk.samtools.reference.ReferenceSequenceFile;
import htsjdk.samtools.reference.ReferenceSequenceFileFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bindfold.io.InputException;
import org.bindfold.io.PrintableText;
import org.bindfold.io.TsvRow;

/** The bases of a genome in an indexed FASTA file, plain or bgzipped. */
final class GenomeSequence implements AutoCloseable {
  private final String name;
  private final ReferenceSequenceFile fasta;
  private final SAMSequenceDictionary sequences;

  private GenomeSequence(String name, ReferenceSequenceFile fasta, SAMSequenceDictionary index) {
    this.name = name;
    this.fasta = fasta;
    this.sequences = index;
  }

  /**
   * Opens a file.
   *
   * @throws InputException when it is missing, has no index beside it, or one that is not its
   */
  static GenomeSequence open(String name) {
    try {
      Path path = Path.of(name);
      if (!Files.isRegularFile(path)) {
        throw InputException.file(name, "is not a file; expected an indexed FASTA.");
      }
      Path index = path.resolveSibling(path.getFileName() + ".fai");
      if (!Files.isRegularFile(index)) {
        throw InputException.file(name, "has no index beside it; run: samtools faidx " + name);
      }
      SAMSequenceDictionary sequences = new SAMSequenceDictionary();
      for (String line : Files.readAllLines(index)) {
        TsvRow row = TsvRow.of(line);
        if (row.width() < 2 || !row.raw(1).matches("[1-9]\\d{0,8}")) {
          throw InputException.file(
              index.toString(), "is no FASTA index; run samtools faidx again.");
        }
        sequences.addSequence(new SAMSequenceRecord(row.raw(0), Integer.parseInt(row.raw(1))));
      }
      return new GenomeSequence(
          name, ReferenceSequenceFileFactory.getReferenceSequenceFile(path, true, true), sequences);
    } catch (InvalidPathException e) {
      throw InputException.file(name, "is not a path on this system.", e);
    } catch (IOException | SAMException | IllegalArgumentException e) {
      throw unreadable(name, e);
    }
  }

  /** The assemblies whose chromosome lengths the file has; both when it has none of either. */
  Set<Assembly> assemblies() {
    Set<Assembly> fitting = EnumSet.noneOf(Assembly.class);
    for (Assembly assembly : Assembly.values()) {
      for (SAMSequenceRecord sequence : sequences.getSequences()) {
        OptionalInt length = Chromosomes.length(assembly, chromosome(sequence.getSequenceName()));
        if (length.isPresent() && length.getAsInt() == sequence.getSequenceLength()) {
          fitting.add(assembly);
        }
      }
    }
    return fitting.isEmpty() ? EnumSet.allOf(Assembly.class) : fitting;
  }

  /** A chromosome by the name that an annotation gives it; RefSeq's accessions hold its number. */
  static String chromosome(String sequence) {
    if (sequence.matches("NC_0000\\d\\d\\.\\d+")) {
      int number = Integer.parseInt(sequence.substring(7, 9));
      return "chr" + (number == 23 ? "X" : number == 24 ? "Y" : String.valueOf(number));
    }
    return Chromosomes.canonicalName(sequence);
  }

  /**
   * Bases in upper case.
   *
   * @param sequence name as any of the files writes it
   * @param start first base, 1-based
   * @param end last base, closed; cut at the end of the sequence
   * @throws InputException when the file has no such sequence or stretch
   */
  String bases(String sequence, int start, int end) {
    SAMSequenceRecord found =
        sequences.getSequences().stream()
            .filter(s -> chromosome(s.getSequenceName()).equals(chromosome(sequence)))
            .findFirst()
            .orElseThrow(
                () ->
                    InputException.file(
                        name,
                        "has no sequence "
                            + PrintableText.shown(sequence)
                            + ", which the GFF names."));
    int last = Math.min(end, found.getSequenceLength());
    if (start > last) {
      throw InputException.file(
          name,
          "ends before " + PrintableText.shown(sequence) + ":" + start + ", which the GFF names.");
    }
    try {
      byte[] bases =
          fasta.getSubsequenceAt(found.getSequenceName(), Math.max(1, start), last).getBases();
      return new String(bases, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
    } catch (SAMException | IllegalArgumentException e) {
      throw unreadable(name, e);
    }
  }

  @Override
  public void close() {
    try {
      fasta.close();
    } catch (IOException e) {
      throw InputException.file(name, "cannot be read to its end.", e);
    }
  }

  private static InputException unreadable(String name, Exception e) {
    String why = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    return InputException.file(
        name,
        "cannot be read as an indexed FASTA ("
            + PrintableText.printable(why)
            + "); make its index again: samtools faidx.",
        e);
  }
}
