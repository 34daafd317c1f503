package org.bindfold.structure;

import java.util.List;
import java.util.Set;
import org.bindfold.io.InputException;
import org.rcsb.cif.model.CifFile;
import org.rcsb.cif.model.FloatColumn;
import org.rcsb.cif.schema.StandardSchemata;
import org.rcsb.cif.schema.mm.AtomSite;

/** What is looked at in a structure file because BioJava's parsers pass over its damage. */
final class StructureText {
  private static final int PDB_MIN_ATOM_LINE = 54;

  /** The last column of the element. */
  private static final int PDB_ELEMENT_END = 78;

  /** The last column of the residue number. */
  private static final int PDB_RESIDUE_END = 26;

  private static final int PDB_NAME_LENGTH = 6;

  /** Record names whose lines have the columns of an atom line. */
  private static final Set<String> PDB_ATOM_RECORDS =
      Set.of("ATOM", "HETATM", "ANISOU", "SIGATM", "SIGUIJ");

  /** Every other record name of format 3.3, and those of older ones. */
  private static final Set<String> PDB_RECORDS =
      Set.of(
          "HEADER", "OBSLTE", "TITLE", "SPLIT", "CAVEAT", "COMPND", "SOURCE", "KEYWDS", "EXPDTA",
          "NUMMDL", "MDLTYP", "AUTHOR", "REVDAT", "SPRSDE", "JRNL", "REMARK", "DBREF", "DBREF1",
          "DBREF2", "SEQADV", "SEQRES", "MODRES", "HET", "HETNAM", "HETSYN", "FORMUL", "HELIX",
          "SHEET", "TURN", "SSBOND", "LINK", "CISPEP", "SITE", "CRYST1", "ORIGX1", "ORIGX2",
          "ORIGX3", "SCALE1", "SCALE2", "SCALE3", "MTRIX1", "MTRIX2", "MTRIX3", "MODEL", "TER",
          "ENDMDL", "CONECT", "MASTER", "END", "FTNOTE", "HYDBND", "SLTBRG", "TVECT", "USER");

  private StructureText() {}

  /**
   * The parser passes over damaged lines and a missing rest; here they are named. A last record
   * {@code END} cannot be asked for: many programs write none.
   *
   * @throws InputException with the line
   */
  static void checkPdb(String file, String text) {
    int number = 0;
    int atoms = 0;
    int shortestAtomLine = PDB_ELEMENT_END;
    String last = "";
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      // A program may leave out the element, but then it does so in all lines.
      shortestAtomLine =
          isPdbAtom(last) ? Math.min(shortestAtomLine, last.length()) : shortestAtomLine;
      last = line;
      if (!isPdbAtom(line)) {
        continue;
      }
      atoms++;
      if (line.length() < PDB_MIN_ATOM_LINE) {
        throw InputException.line(
            file,
            number,
            "atom line ends at column "
                + line.length()
                + "; expected coordinates in columns 31 to 54. Is the file cut short?");
      }
      for (int column = 30; column < PDB_MIN_ATOM_LINE; column += 8) {
        String cell = line.substring(column, column + 8).strip();
        if (!isCoordinate(cell)) {
          throw InputException.line(
              file,
              number,
              "found coordinate '"
                  + cell
                  + "' in columns "
                  + (column + 1)
                  + " to "
                  + (column + 8)
                  + "; expected a number in angstrom.");
        }
      }
    }
    if (atoms == 0) {
      throw InputException.file(
          file, "holds no atoms; expected a PDB file (ATOM lines) or an mmCIF file (data_ block).");
    }
    if (!text.endsWith("\n") && !text.endsWith("\r") && !isWholePdbLine(last, shortestAtomLine)) {
      throw InputException.line(
          file,
          number,
          "is cut short: the file ends in the middle of the line '"
              + last.substring(0, Math.min(last.length(), PDB_ELEMENT_END))
              + "'; expected a whole PDB record. Download or copy it again.");
    }
  }

  private static boolean isPdbAtom(String line) {
    return line.startsWith("ATOM  ") || line.startsWith("HETATM");
  }

  /** Whether a line without a line end is nonetheless all that was written of it. */
  private static boolean isWholePdbLine(String line, int atomLineLength) {
    String name = line.substring(0, Math.min(line.length(), PDB_NAME_LENGTH)).strip();
    if (PDB_ATOM_RECORDS.contains(name)) {
      return line.length() >= atomLineLength;
    }
    if (name.equals("TER")) {
      return line.strip().equals(name) || line.length() >= PDB_RESIDUE_END;
    }
    return line.isBlank() || PDB_RECORDS.contains(name);
  }

  /**
   * The parser takes what is left open for zero; here it is named.
   *
   * @throws InputException with the atom
   */
  static void checkMmCif(String file, CifFile content) {
    if (content.getBlocks().isEmpty()) {
      return;
    }
    AtomSite atoms = content.as(StandardSchemata.MMCIF).getFirstBlock().getAtomSite();
    for (FloatColumn column : List.of(atoms.getCartnX(), atoms.getCartnY(), atoms.getCartnZ())) {
      for (int row = 0; row < column.getRowCount(); row++) {
        String found = column.getStringData(row);
        if (!isCoordinate(found)) {
          throw InputException.file(
              file,
              "atom "
                  + atoms.getId().getStringData(row)
                  + " of _atom_site has "
                  + (found.isEmpty() ? "no coordinate" : "coordinate '" + found + "'")
                  + " in "
                  + column.getColumnName()
                  + "; expected a number in angstrom.");
        }
      }
    }
  }

  private static boolean isCoordinate(String cell) {
    if (isPlainDecimal(cell)) {
      return true;
    }
    try {
      double value = Double.parseDouble(cell);
      return Double.isFinite(value) && Math.abs(value) < 1e5;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Up to five digits, a point and more digits, as nearly all are written: quickly told. */
  private static boolean isPlainDecimal(String cell) {
    int at = cell.startsWith("-") ? 1 : 0;
    int point = cell.indexOf('.', at);
    if (point <= at || point - at > 5 || point == cell.length() - 1) {
      return false;
    }
    for (; at < cell.length(); at++) {
      char c = cell.charAt(at);
      if ((c < '0' || c > '9') && at != point) {
        return false;
      }
    }
    return true;
  }
}
