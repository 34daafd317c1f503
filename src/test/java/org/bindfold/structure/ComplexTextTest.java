package org.bindfold.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bindfold.energy.AtomType;
import org.bindfold.sequence.AminoAcid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A complex comes back from its text as it was, and damage does not pass. */
class ComplexTextTest {
  /** One of everything that the bundled complexes may have and do not. */
  private static final Complex COMPLEX =
      new Complex(
          "1XYZ",
          List.of(
              new Complex.Chain(
                  "A",
                  List.of(
                      new Residue(
                          new ResidueId("A", -1, Optional.empty()),
                          "ACE",
                          Optional.empty(),
                          false,
                          List.of(atom("C", -9999.9999))),
                      new Residue(
                          new ResidueId("A", 52, Optional.of('B')),
                          "PTR",
                          Optional.of(AminoAcid.TYR),
                          true,
                          List.of(atom("N", 0.1), atom("CA", 0.3), atom("O1'", 19.353)))),
                  "XY",
                  List.of(-1, 1)),
              new Complex.Chain("B", List.of(), "", List.of())),
          "A",
          ligand("", List.of(List.of(0, 1), List.of())),
          List.of(ligand("NDP", List.of()), ligand("HEM", List.of())),
          List.of(new TypedAtom("MG", "Mg", new Point(1, 2, 3), AtomType.METAL, false, 1)),
          Optional.empty(),
          List.of("further than 5 Å", ""));

  private static TypedAtom atom(String name, double x) {
    return new TypedAtom(name, "C", new Point(x, 0, 12.3456), AtomType.CARBON_POLAR, true, -1);
  }

  private static Ligand ligand(String name, List<List<Integer>> rings) {
    return new Ligand(
        name,
        List.of(atom("C1", 2.7), atom("C2", 1e5)),
        rings,
        -2,
        Ligand.ChemistrySource.GEOMETRY);
  }

  @Test
  void itComesBackAsItWas() {
    assertThat(ComplexText.read("it", ComplexTextWriter.write(COMPLEX))).isEqualTo(COMPLEX);
  }

  @Test
  void aCutTextIsRefusedWhereverItIsCut() {
    byte[] text = ComplexTextWriter.write(COMPLEX);

    for (int length = 0; length < text.length; length++) {
      byte[] cut = Arrays.copyOf(text, length);
      assertThatThrownBy(() -> ComplexText.read("/1XYZ.tsv", cut))
          .as("cut after %d bytes", length)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("/1XYZ.tsv is damaged: it is cut short");
    }
  }

  @Test
  void whatFollowsTheEndIsRefused() {
    String text = new String(ComplexTextWriter.write(COMPLEX), StandardCharsets.UTF_8) + "end\n";

    assertThatThrownBy(() -> ComplexText.read("it", text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("follows the end");
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    byte[] pdb = Files.readAllBytes(Path.of("structures/1IEP.pdb"));

    assertThatThrownBy(() -> ComplexText.read("/1IEP.pdb", pdb))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/1IEP.pdb")
        .hasMessageContaining(ComplexText.HEADER);
  }

  @ParameterizedTest
  @CsvSource({
    "Version: 1, Version: 2",
    "residue, residuum",
    "CARBON_POLAR, CARBON_SOLAR",
    "TYR, TYP",
    "yes, maybe",
    "123456, 12.3456",
    "cofactors\t2, cofactors\t1",
    "metals\t1, metals\t-1"
  })
  void aDamagedFieldIsRefused(String whole, String damaged) {
    String text = new String(ComplexTextWriter.write(COMPLEX), StandardCharsets.UTF_8);
    assertThat(text).contains(whole);

    assertThatThrownBy(
            () ->
                ComplexText.read(
                    "/1XYZ.tsv", text.replace(whole, damaged).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("/1XYZ.tsv is damaged");
  }
}
