package org.bindfold.structure;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.input.Ahead;
import org.bindfold.input.InputFile;
import org.bindfold.input.ResourceTable;

/** The complexes that travel with the program. */
public final class BundledStructures {
  private static final String FOLDER = "/org/bindfold/structures/";
  private static final List<Entry> ENTRIES =
      ResourceTable.read(FOLDER + "catalog.tsv").rows().stream().map(Entry::of).toList();

  private BundledStructures() {}

  /**
   * One line of the catalog.
   *
   * @param id wwPDB id
   * @param target HGNC symbol
   * @param accession UniProt accession
   * @param chain author chain id
   * @param ligand residue name of the ligand
   * @param drug the catalogued drug that the complex is used for
   * @param standsIn whether the ligand is another molecule than the drug
   * @param organism scientific name of the protein's source, upper case
   * @param structureFile file name
   * @param structureSha256 of that file
   * @param ligandFile file name of a ligand of its own; empty when it is in the structure
   * @param ligandSha256 of that file; empty likewise
   * @param source where it is from
   * @param licence SPDX id
   */
  public record Entry(
      String id,
      String target,
      String accession,
      String chain,
      String ligand,
      String drug,
      boolean standsIn,
      String organism,
      String structureFile,
      String structureSha256,
      Optional<String> ligandFile,
      Optional<String> ligandSha256,
      String source,
      String licence) {

    private static Entry of(Map<String, String> row) {
      return new Entry(
          row.get("id"),
          row.get("target"),
          row.get("accession"),
          row.get("chain"),
          row.get("ligand"),
          row.get("drug"),
          row.get("stands_in").equals("yes"),
          row.get("organism"),
          row.get("structure_file"),
          row.get("structure_sha256"),
          optional(row.get("ligand_file")),
          optional(row.get("ligand_sha256")),
          row.get("source"),
          row.get("licence"));
    }

    private static Optional<String> optional(String cell) {
      return Optional.of(cell).filter(c -> !c.isEmpty());
    }
  }

  /** All entries, in catalog order. */
  public static List<Entry> all() {
    return ENTRIES;
  }

  /** The complex that a drug's mutations are scored in. */
  public static Optional<Entry> ofDrug(String drug) {
    return ENTRIES.stream().filter(e -> e.drug().equals(drug)).findFirst();
  }

  /** Reads a bundled complex; it is named by its id. */
  public static Complex load(Entry entry) {
    Complex complex = read(entry);
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

  private static Complex read(Entry entry) {
    try (Ahead<StructureFile> structure =
        Ahead.of("structure", () -> structure(entry.structureFile()))) {
      Optional<Ligand> ligand = entry.ligandFile().map(BundledStructures::ligand);
      return ComplexReader.read(
          entry.structureFile(),
          structure.get(),
          Optional.of(entry.chain()),
          ligand.isPresent() ? Optional.empty() : Optional.of(entry.ligand()),
          ligand);
    }
  }

  private static StructureFile structure(String file) {
    try (InputFile input = open(file)) {
      return StructureFile.read(input);
    }
  }

  private static Ligand ligand(String file) {
    try (InputFile input = open(file)) {
      return LigandReader.read(input);
    }
  }

  private static InputFile open(String file) {
    InputStream in = BundledStructures.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IllegalStateException("bundled structure " + file + " is missing from the jar");
    }
    return InputFile.overUnhashed(file, in, StructureFile.MAX_BYTES);
  }
}
