package org.bindfold.binding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.io.ResourceTable;
import org.bindfold.structure.ComplexReader;

/**
 * A drug and its target, and the complex that the atlas is computed from.
 *
 * @param drug name, lower case
 * @param gene symbol of the target
 * @param accession UniProt accession whose numbers are used; empty for the entry's own
 * @param structure Protein Data Bank id
 * @param file name of the structure's file
 * @param ligand residue name of the drug in it; empty when it has a file of its own
 * @param ligandFile name of the ligand's file
 */
public record AtlasPair(
    String drug,
    String gene,
    Optional<String> accession,
    String structure,
    String file,
    Optional<String> ligand,
    Optional<String> ligandFile) {
  private static final String RESOURCE = "/org/bindfold/binding/atlas/pairs.tsv";

  /** The pair of a drug and its target. */
  static Optional<AtlasPair> of(String drug, String gene) {
    return all().stream().filter(p -> p.drug.equals(drug) && p.gene.equals(gene)).findFirst();
  }

  /** All pairs, in the order of the table. */
  public static List<AtlasPair> all() {
    return ResourceTable.read(RESOURCE).rows().stream().map(AtlasPair::of).toList();
  }

  private static AtlasPair of(Map<String, String> row) {
    return new AtlasPair(
        row.get("drug"),
        row.get("gene"),
        given(row.get("accession")),
        row.get("structure"),
        row.get("file"),
        given(row.get("ligand")),
        given(row.get("ligand_file")));
  }

  private static Optional<String> given(String cell) {
    return cell.equals("-") ? Optional.empty() : Optional.of(cell);
  }

  /** Where to read the complex from in a folder. */
  public ComplexReader.Source source(Path folder) {
    return new ComplexReader.Source(
        folder.resolve(file).toString(),
        Optional.empty(),
        ligand,
        ligandFile.map(name -> folder.resolve(name).toString()));
  }

  /** Name of the pair's table: {@code imatinib-ABL1.tsv.gz}. */
  public String tableName() {
    return drug + "-" + gene + ".tsv.gz";
  }
}
