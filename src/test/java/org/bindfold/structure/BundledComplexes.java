package org.bindfold.structure;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes {@code structures/ID.tsv}, the complex that {@link BundledStructures} loads, of the files
 * that the catalog names; {@code src/data/complexes.sh} runs it.
 */
final class BundledComplexes {
  private static final Path STRUCTURES = Path.of("structures");

  private BundledComplexes() {}

  /** A complex as it is read from its structure and ligand files. */
  static Complex read(BundledStructures.Entry entry) {
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                STRUCTURES.resolve(entry.structureFile()).toString(),
                Optional.of(entry.chain()),
                entry.ligandFile().isPresent() ? Optional.empty() : Optional.of(entry.ligand()),
                entry.ligandFile().map(f -> STRUCTURES.resolve(f).toString())));
    return new Complex(
        entry.id(),
        complex.chains(),
        complex.chain(),
        complex.ligand(),
        complex.cofactors(),
        complex.metals(),
        Optional.of(entry.organism()),
        complex.notes());
  }

  /**
   * Writes one complex to the standard output.
   *
   * @param args its id in the catalog
   */
  public static void main(String[] args) {
    BundledStructures.Entry entry =
        BundledStructures.all().stream()
            .filter(e -> e.id().equals(args[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(args[0] + " is not in the catalog"));
    byte[] text = ComplexTextWriter.write(read(entry));
    System.out.write(text, 0, text.length);
    System.out.flush();
  }
}
