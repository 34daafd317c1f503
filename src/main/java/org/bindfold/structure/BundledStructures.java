package org.bindfold.structure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.io.ResourceTable;

/**
 * The complexes that travel with the program. They are on the way of every cold start, hence loops
 * in place of streams.
 */
public final class BundledStructures {
  private static final String FOLDER = "/org/bindfold/structures/";
  private static final List<Entry> ENTRIES = entries();

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
      return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }
  }

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Map<String, String> row : ResourceTable.read(FOLDER + "catalog.tsv").rows()) {
      entries.add(Entry.of(row));
    }
    return List.copyOf(entries);
  }

  /** All entries, in catalog order. */
  public static List<Entry> all() {
    return ENTRIES;
  }

  /**
   * The complex that a drug's mutations are scored in.
   *
   * @param drug catalogued name
   * @param target HGNC symbol: a drug may be catalogued for another target than the complex holds
   */
  public static Optional<Entry> of(String drug, String target) {
    for (Entry entry : ENTRIES) {
      if (entry.drug().equals(drug) && entry.target().equals(target)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /**
   * Loads a bundled complex, which was read from its structure and ligand files beforehand; it is
   * named by its id.
   */
  public static Complex load(Entry entry) {
    String resource = FOLDER + entry.id() + ".tsv";
    try (InputStream in = BundledStructures.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return ComplexText.read(resource, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource " + resource, e);
    }
  }
}
