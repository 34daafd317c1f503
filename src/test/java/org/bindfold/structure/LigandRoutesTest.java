package org.bindfold.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bindfold.SharedData;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.sequence.AminoAcid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ligand is the same molecule, and a mutation scores the same, by whatever route it comes. */
class LigandRoutesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "imatinib, STI, 1",
    "nilotinib, NIL, 0",
    "dasatinib, 1N1, 0",
    "bosutinib, DB8, 1",
    "ponatinib, 0LI, 1",
    "axitinib, AXI, 0",
    "erlotinib, AQ4, 0",
    "gefitinib, IRE, 0"
  })
  void fileAndMonomerCodeAgree(String drug, String code, int charge) throws IOException {
    String protein = SharedData.path("structures/hauser/" + drug + ".pdb");
    String sdf = SharedData.path("structures/hauser/" + drug + ".sdf");
    Complex byFile = read(protein, Optional.empty(), Optional.of(sdf));
    Complex byCode =
        read(
            withLigand(protein, atoms(sdf), code, "by-code.pdb").toString(),
            Optional.of(code),
            Optional.empty());
    Complex byMol2 =
        read(protein, Optional.empty(), Optional.of(mol2(Path.of(sdf), "ligand.mol2").toString()));

    assertThat(byCode.ligand().chemistry()).isEqualTo(Ligand.ChemistrySource.TEMPLATE);
    for (Complex complex : List.of(byFile, byCode, byMol2)) {
      assertThat(complex.ligand().charge()).as(complex.name()).isEqualTo(charge);
      assertThat(types(complex)).as(complex.name()).isEqualTo(types(byFile));
      assertThat(ddg(complex)).as(complex.name()).isCloseTo(ddg(byFile), within(0.01));
    }
  }

  @ParameterizedTest
  @CsvSource({"1U72, MTX, -2", "4DFR, MTX, -2", "3ERT, OHT, 1", "3OXZ, 0LI, 1", "5MO4, AY7, 0"})
  void templatesLieOnTheCoordinatesOfEntries(String id, String code, int charge) {
    Complex complex =
        read(
            SharedData.path("structures/reference/" + id + ".pdb"),
            Optional.of(code),
            Optional.empty());

    assertThat(complex.ligand().chemistry()).isEqualTo(Ligand.ChemistrySource.TEMPLATE);
    assertThat(complex.ligand().charge()).isEqualTo(charge);
  }

  @Test
  void mmCifGivesTheComplexThatPdbGives() throws IOException {
    Complex pdb = read("structures/1DRF.pdb", Optional.of("FOL"), Optional.empty());
    Path cif = Files.writeString(folder.resolve("1drf.cif"), mmCif(Path.of("structures/1DRF.pdb")));
    Path zipped = folder.resolve("1drf.cif.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(Files.readString(cif).getBytes(StandardCharsets.UTF_8));
    }
    for (Path file : List.of(cif, zipped)) {
      Complex complex = read(file.toString(), Optional.of("FOL"), Optional.empty());

      assertThat(complex.scoredChain().residues()).isEqualTo(pdb.scoredChain().residues());
      assertThat(types(complex)).isEqualTo(types(pdb));
    }
  }

  @Test
  void readsARealMmCifEntry() {
    Complex complex =
        read(
            SharedData.path("structures/reference/1ACJ.cif"), Optional.of("THA"), Optional.empty());

    assertThat(complex.scoredChain().residues()).hasSizeGreaterThan(500);
    assertThat(complex.ligand().atoms()).hasSize(15);
  }

  private static Complex read(String protein, Optional<String> code, Optional<String> file) {
    return ComplexReader.read(new ComplexReader.Source(protein, Optional.empty(), code, file));
  }

  /** What the atoms are, in file order, which every route here keeps. */
  private static List<String> types(Complex complex) {
    return complex.ligand().atoms().stream()
        .map(a -> a.element() + " " + a.type() + " " + a.aromatic() + " " + a.charge())
        .toList();
  }

  private static double ddg(Complex complex) {
    Residue site =
        complex.scoredChain().residues().stream()
            .filter(r -> r.id().number() == 315)
            .findFirst()
            .orElseThrow();
    return new MutationScorer(complex, Calibration.bundled())
        .score(List.of(new MutationScorer.Site(site, AminoAcid.THR, AminoAcid.ALA)))
        .ddg();
  }

  private record SdfAtom(String element, double x, double y, double z) {}

  private static List<SdfAtom> atoms(String sdf) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(sdf));
    int count = Integer.parseInt(lines.get(3).substring(0, 3).strip());
    List<SdfAtom> atoms = new ArrayList<>();
    for (String line : lines.subList(4, 4 + count)) {
      String[] cells = line.strip().split("\\s+");
      atoms.add(
          new SdfAtom(
              cells[3],
              round(Double.parseDouble(cells[0])),
              round(Double.parseDouble(cells[1])),
              round(Double.parseDouble(cells[2]))));
    }
    return atoms;
  }

  /** To the three decimals that a PDB file has. */
  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private Path withLigand(String protein, List<SdfAtom> atoms, String code, String name)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(Path.of(protein))) {
      if (line.startsWith("ATOM")) {
        text.append(line).append('\n');
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    int serial = 9000;
    for (SdfAtom atom : atoms) {
      if (atom.element.equals("H")) {
        continue;
      }
      int number = counts.merge(atom.element, 1, Integer::sum);
      text.append(
          String.format(
              Locale.ROOT,
              "HETATM%5d %-4s %3s Z 900    %8.3f%8.3f%8.3f  1.00  0.00          %2s%n",
              serial++,
              (atom.element.length() == 1 ? " " : "")
                  + atom.element.toUpperCase(Locale.ROOT)
                  + number,
              code,
              atom.x,
              atom.y,
              atom.z,
              atom.element.toUpperCase(Locale.ROOT)));
    }
    return Files.writeString(folder.resolve(name), text + "END\n");
  }

  /** The same molecule as Tripos MOL2, bond for bond; atom types are elements alone. */
  private Path mol2(Path sdf, String name) throws IOException {
    List<String> lines = Files.readAllLines(sdf);
    int atomCount = Integer.parseInt(lines.get(3).substring(0, 3).strip());
    int bondCount = Integer.parseInt(lines.get(3).substring(3, 6).strip());
    StringBuilder text = new StringBuilder("@<TRIPOS>MOLECULE\nligand\n");
    text.append(atomCount).append(' ').append(bondCount).append(" 1 0 0\nSMALL\nNO_CHARGES\n\n");
    text.append("@<TRIPOS>ATOM\n");
    for (int i = 0; i < atomCount; i++) {
      String[] cells = lines.get(4 + i).strip().split("\\s+");
      text.append(
          String.format(
              "%d %s%d %s %s %s %s 1 LIG 0.0%n",
              i + 1, cells[3], i + 1, cells[0], cells[1], cells[2], cells[3]));
    }
    text.append("@<TRIPOS>BOND\n");
    for (int i = 0; i < bondCount; i++) {
      String bond = lines.get(4 + atomCount + i);
      text.append(i + 1)
          .append(' ')
          .append(bond.substring(0, 3).strip())
          .append(' ')
          .append(bond.substring(3, 6).strip())
          .append(' ')
          .append(bond.substring(6, 9).strip())
          .append('\n');
    }
    return Files.writeString(folder.resolve(name), text.toString());
  }

  /** The atoms of a PDB file as an mmCIF loop. */
  private static String mmCif(Path pdb) throws IOException {
    StringBuilder text = new StringBuilder("data_1DRF\n#\nloop_\n");
    for (String item :
        List.of(
            "group_PDB",
            "id",
            "type_symbol",
            "label_atom_id",
            "label_alt_id",
            "label_comp_id",
            "label_asym_id",
            "label_entity_id",
            "label_seq_id",
            "pdbx_PDB_ins_code",
            "Cartn_x",
            "Cartn_y",
            "Cartn_z",
            "occupancy",
            "B_iso_or_equiv",
            "auth_seq_id",
            "auth_comp_id",
            "auth_asym_id",
            "auth_atom_id",
            "pdbx_PDB_model_num")) {
      text.append("_atom_site.").append(item).append('\n');
    }
    for (String line : Files.readAllLines(pdb)) {
      if (!line.startsWith("ATOM") && !line.startsWith("HETATM")) {
        continue;
      }
      boolean polymer = line.startsWith("ATOM");
      String residue = line.substring(17, 20).strip();
      boolean water = residue.equals("HOH");
      String atom = line.substring(12, 16).strip();
      String number = line.substring(22, 26).strip();
      text.append(
          String.join(
              " ",
              line.substring(0, 6).strip(),
              line.substring(6, 11).strip(),
              atom.substring(0, 1),
              atom.contains("'") ? '"' + atom + '"' : atom,
              ".",
              residue,
              polymer ? "A" : water ? "C" : "B",
              polymer ? "1" : water ? "3" : "2",
              polymer ? number : ".",
              "?",
              line.substring(30, 38).strip(),
              line.substring(38, 46).strip(),
              line.substring(46, 54).strip(),
              line.substring(54, 60).strip(),
              line.substring(60, 66).strip(),
              number,
              residue,
              line.charAt(21) == ' ' ? "A" : String.valueOf(line.charAt(21)),
              atom.contains("'") ? '"' + atom + '"' : atom,
              "1"));
      text.append('\n');
    }
    return text.append("#\n").toString();
  }
}
