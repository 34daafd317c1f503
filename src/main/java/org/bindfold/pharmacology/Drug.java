package org.bindfold.pharmacology;

import java.util.List;

/**
 * A drug and what its effect depends on.
 *
 * @param name catalogued name, lower case
 * @param synonyms other names, lower case
 * @param target HGNC symbol of the target
 * @param accession UniProt accession of the target
 * @param dissociationConstant of the wild-type target, nM
 * @param competition factor by which the cell's own substrate raises it: 1 + [S]/Km (Cheng and
 *     Prusoff 1973, doi:10.1016/0006-2952(73)90196-2)
 * @param targetConcentration in a cell with two copies of the gene, nM
 * @param pumps that carry the drug out of the cell
 */
public record Drug(
    String name,
    List<String> synonyms,
    String target,
    String accession,
    SourcedValue dissociationConstant,
    SourcedValue competition,
    SourcedValue targetConcentration,
    List<Pump> pumps) {

  public Drug {
    synonyms = List.copyOf(synonyms);
    pumps = List.copyOf(pumps);
  }

  /**
   * A pump that has the drug as its substrate.
   *
   * @param gene HGNC symbol
   * @param basalExport export over passive leak at two copies of the gene
   */
  public record Pump(String gene, SourcedValue basalExport) {}
}
