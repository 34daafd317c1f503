package org.bindfold.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.bindfold.SharedData;
import org.bindfold.energy.AtomType;
import org.bindfold.io.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Atoms that are not as they should be, one fault each, in the bundled kinase. */
class FaultyAtomsTest {
  private static final Path PROTEIN = Path.of("structures/1IEP.pdb");
  private static final String LIGAND = "structures/1IEP_STI.sdf";

  @TempDir private Path folder;

  @Test
  void anAtomOfOccupancyZeroIsUsedAndSaidSo() throws IOException {
    Complex complex =
        read(edit("315", "CG2", l -> l.substring(0, 54) + "  0.00" + l.substring(60)));

    assertThat(residue(complex, 315).position("CG2"))
        .isEqualTo(residue(read(PROTEIN), 315).position("CG2"));
    assertThat(complex.notes())
        .anyMatch(n -> n.contains("315:CG2") && n.contains("occupancy zero"));
  }

  @Test
  void anAtomAtTheOriginIsLeftOutAndSaidSo() throws IOException {
    Complex complex = read(edit("315", "CG2", l -> at(l, "   0.000   0.000   0.000")));

    assertThat(residue(complex, 315).atom("CG2")).isEmpty();
    assertThat(residue(complex, 315).atom("OG1")).isPresent();
    assertThat(complex.notes()).anyMatch(n -> n.contains("315:CG2") && n.contains("origin"));
  }

  @Test
  void theSecondOfTwoAtomsInOnePlaceIsLeftOutAndSaidSo() throws IOException {
    String other = line("315", "CB").substring(30, 54);
    Complex complex = read(edit("315", "CG2", l -> at(l, other)));

    assertThat(residue(complex, 315).atom("CG2")).isEmpty();
    assertThat(residue(complex, 315).atom("CB")).isPresent();
    assertThat(complex.notes()).anyMatch(n -> n.contains("315:CG2") && n.contains("very place"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"     NaN", "Infinity", "  1e9   ", "   x.xxx", "        "})
  void aCoordinateThatIsNoNumberIsRefusedWithItsLine(String found) throws IOException {
    Path file = edit("315", "CG2", l -> l.substring(0, 30) + found + l.substring(38));
    int number = Files.readAllLines(PROTEIN).indexOf(line("315", "CG2")) + 1;

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(":" + number + ":")
        .hasMessageContaining("'" + found.strip() + "'")
        .hasMessageContaining("expected a number in angstrom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "1e9", "?", ".", "x.x"})
  void aCoordinateInMmCifThatIsNoNumberIsRefusedWithItsAtom(String found) throws IOException {
    String serial = line("315", "CG2").substring(6, 11).strip();
    List<String> lines = new ArrayList<>(List.of("data_FAULTY", "loop_"));
    for (String item :
        ("group_PDB id type_symbol label_atom_id label_alt_id label_comp_id label_asym_id"
                + " label_entity_id label_seq_id Cartn_x Cartn_y Cartn_z occupancy auth_seq_id"
                + " auth_asym_id pdbx_PDB_model_num")
            .split(" ")) {
      lines.add("_atom_site." + item);
    }
    for (String l : Files.readAllLines(PROTEIN)) {
      if (l.startsWith("ATOM")) {
        String number = l.substring(22, 26).strip();
        lines.add(
            String.join(
                " ",
                "ATOM",
                l.substring(6, 11).strip(),
                l.substring(76, 78).strip(),
                l.substring(12, 16).strip(),
                ".",
                l.substring(17, 20),
                l.substring(21, 22),
                "1",
                number,
                isAtom(l, "315", "CG2") ? found : l.substring(30, 38).strip(),
                l.substring(38, 46).strip(),
                l.substring(46, 54).strip(),
                "1.00",
                number,
                l.substring(21, 22),
                "1"));
      }
    }
    Path file = Files.write(folder.resolve("faulty.cif"), lines);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("atom " + serial + " of _atom_site has ")
        .hasMessageContaining("?.".contains(found) ? "no coordinate" : "'" + found + "'")
        .hasMessageContaining("Cartn_x; expected a number in angstrom");
  }

  @Test
  void anAtomOfTheLigandsFileThatHasNoPlaceOfItsOwnIsRefused() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(LIGAND));
    int first = 4;
    String second = lines.get(first + 1).substring(0, 30);

    assertThatThrownBy(() -> ligand(lines, first, "    0.0000   -0.0000    0.0000"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("atom 1 is at 0.0, 0.0, 0.0, which is no place");
    assertThatThrownBy(() -> ligand(lines, first, second))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("atom 2 is in the very place of an atom before it");
    assertThatThrownBy(() -> ligand(lines, first, "       NaN    0.0000    0.0000"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no molecule that can be read");
  }

  private Ligand ligand(List<String> lines, int atom, String place) throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.set(atom, place + lines.get(atom).substring(30));
    return LigandReader.read(Files.write(folder.resolve("faulty.sdf"), changed).toString());
  }

  @Test
  void aCoordinateInMol2ThatIsNoNumberIsRefused() throws IOException {
    Path file =
        Files.write(
            folder.resolve("faulty.mol2"),
            List.of(
                "@<TRIPOS>MOLECULE",
                "two",
                " 2 1 0 0 0",
                "SMALL",
                "NO_CHARGES",
                "",
                "@<TRIPOS>ATOM",
                "1 C1 1.0 1.0 1.0 C.3",
                "2 C2 NaN 1.0 1.0 C.3",
                "@<TRIPOS>BOND",
                "1 1 2 1"));

    assertThatThrownBy(() -> LigandReader.read(file.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("atom 2 is at NaN, 1.0, 1.0, which is no place");
  }

  @Test
  void anAtomOfAnElementWithoutParametersIsLeftOutAndSaidSo() throws IOException {
    Complex complex =
        read(edit("315", "CG2", l -> l.substring(0, 12) + "XE  " + l.substring(16, 76) + "XE"));

    assertThat(residue(complex, 315).atoms())
        .extracting(TypedAtom::element)
        .containsOnly("N", "C", "O");
    assertThat(residue(complex, 315).atoms()).hasSize(6);
    assertThat(complex.notes()).anyMatch(n -> n.contains("315") && n.contains("XE"));
  }

  @Test
  void aPhosphotyrosineKeepsItsPhosphateAsWhatItIs() {
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                SharedData.path("structures/reference/2GQG.pdb"),
                Optional.empty(),
                Optional.of("1N1"),
                Optional.empty()));
    Residue modified =
        complex.chains().stream()
            .flatMap(c -> c.residues().stream())
            .filter(r -> r.name().equals("PTR") && r.atom("P").isPresent())
            .findFirst()
            .orElseThrow();

    assertThat(modified.modified()).isTrue();
    assertThat(modified.atom("P").orElseThrow().type()).isEqualTo(AtomType.PHOSPHORUS);
  }

  @Test
  void aMetalIonStaysAndWaterDoesNot() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(PROTEIN));
    lines.removeIf(l -> l.startsWith("END"));
    String near = line("315", "OG1");
    lines.add(het(near, "ZN", "ZN", 901, 2.5));
    lines.add(het(near, "O", "HOH", 902, 5.0));
    Complex complex = read(write(lines));

    assertThat(complex.metals()).hasSize(1);
    assertThat(complex.metals().get(0).type()).isEqualTo(AtomType.METAL);
    assertThat(complex.cofactors()).isEmpty();
    assertThat(complex.scoredChain().residues()).noneMatch(r -> r.name().equals("HOH"));
  }

  /** Cut inside a record name, before the element, and inside the coordinates. */
  @ParameterizedTest
  @ValueSource(ints = {2, 40, 60, 77})
  void aFileThatEndsInTheMiddleOfALineIsRefusedWithTheLine(int columns) throws IOException {
    String whole = Files.readString(PROTEIN);
    String atom = line("315", "CG2");
    String cut = whole.substring(0, whole.indexOf(atom) + columns);
    int number = Files.readAllLines(PROTEIN).indexOf(atom) + 1;
    Path plain = Files.writeString(folder.resolve("cut.pdb"), cut);
    Path zipped = folder.resolve("cut.pdb.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(cut.getBytes(StandardCharsets.US_ASCII));
    }

    for (Path file : List.of(plain, zipped)) {
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(file.getFileName() + ":" + number + ":")
          .hasMessageContaining("cut short");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EN", "TER    41", "CONEC", "ANISOU 4133  CA  GLN A 498"})
  void aLastLineThatIsNoWholeRecordIsRefusedOnlyWithoutItsLineEnd(String last) throws IOException {
    String whole = Files.readString(PROTEIN);
    Path cut = Files.writeString(folder.resolve("cut.pdb"), whole + last);

    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut short")
        .hasMessageContaining("'" + last + "'")
        .hasMessageContaining("Download or copy it again");
    assertThat(read(Files.writeString(folder.resolve("ended.pdb"), whole + last + "\n")).chains())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"END", "TER", "ENDMDL", "  "})
  void aWholeLastRecordNeedsNoLineEnd(String last) throws IOException {
    Path file = Files.writeString(folder.resolve("whole.pdb"), Files.readString(PROTEIN) + last);

    assertThat(read(file).chains()).isNotEmpty();
  }

  /** Old programs write no element; the last line then needs none either. */
  @ParameterizedTest
  @ValueSource(ints = {66, 80})
  void aWholeLastAtomNeedsNoLineEnd(int columns) throws IOException {
    List<String> atoms =
        Files.readAllLines(PROTEIN).stream()
            .filter(l -> l.startsWith("ATOM"))
            .map(l -> l.substring(0, Math.min(columns, l.length())))
            .toList();
    Path file = Files.writeString(folder.resolve("whole.pdb"), String.join("\n", atoms));

    assertThat(read(file).scoredChain().residues()).isNotEmpty();
  }

  private static String het(String like, String atom, String residue, int number, double shift) {
    String element = atom;
    return String.format(
        Locale.ROOT,
        "HETATM 9%03d %-4s %3s %s%4d    %8.3f%s  1.00 20.00          %2s",
        number,
        atom.length() == 2 ? atom : " " + atom,
        residue,
        like.substring(21, 22),
        number,
        Double.parseDouble(like.substring(30, 38).strip()) + shift,
        like.substring(38, 54),
        element);
  }

  private static String at(String line, String place) {
    return line.substring(0, 30) + place + line.substring(54);
  }

  private static boolean isAtom(String line, String number, String name) {
    return line.startsWith("ATOM")
        && line.substring(22, 26).strip().equals(number)
        && line.substring(12, 16).strip().equals(name);
  }

  private static String line(String number, String name) throws IOException {
    return Files.readAllLines(PROTEIN).stream()
        .filter(l -> isAtom(l, number, name))
        .findFirst()
        .orElseThrow();
  }

  private Path edit(String number, String name, UnaryOperator<String> change) throws IOException {
    return write(
        Files.readAllLines(PROTEIN).stream()
            .map(l -> isAtom(l, number, name) ? change.apply(l) : l)
            .toList());
  }

  private Path write(List<String> lines) throws IOException {
    return Files.write(folder.resolve("faulty.pdb"), lines);
  }

  private static Complex read(Path file) {
    return ComplexReader.read(
        new ComplexReader.Source(
            file.toString(), Optional.empty(), Optional.empty(), Optional.of(LIGAND)));
  }

  private static Residue residue(Complex complex, int number) {
    return complex.scoredChain().residues().stream()
        .filter(r -> r.id().number() == number)
        .findFirst()
        .orElseThrow();
  }
}
