package org.bindfold.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bindfold.SharedData;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.structure.ChainNumbering.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real entries do to whoever trusts their numbers. */
class StructureTrapsTest {
  private static final ProteinSequence ABL1 = BundledSequences.of("P00519").orElseThrow();
  private static final ProteinSequence DHFR = BundledSequences.of("P00374").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "1IEP, STI, 315, 315",
    "1OPJ, STI, 334, 315",
    "2HYY, STI, 315, 315",
    "3PYY, STI, 334, 315",
    "3CS9, NIL, 315, 315",
    "2GQG, 1N1, 315, 315",
    "4XEY, 1N1, 334, 315",
    "3UE4, DB8, 315, 315",
    "3OXZ, 0LI, 315, 315",
    "2F4J, VX6, 315, 315"
  })
  void findsTheGatekeeperWhateverTheEntryCallsIt(
      String id, String ligand, int author, int uniprot) {
    ChainNumbering numbering = numbering("reference/" + id + ".pdb", ligand, ABL1);

    Residue gatekeeper = numbering.residue(uniprot).orElseThrow();

    assertThat(gatekeeper.aminoAcid()).contains(AminoAcid.THR);
    assertThat(gatekeeper.id().number()).isEqualTo(author);
    assertThat(numbering.position(gatekeeper)).hasValue(uniprot);
  }

  @Test
  void countsDhfrFromTheInitiatorMethionineThoughTheEntrySaysOtherwise() {
    ChainNumbering numbering = numbering("reference/1U72.pdb", "MTX", DHFR);

    Residue leucine = numbering.residue(23).orElseThrow();

    assertThat(leucine.aminoAcid()).contains(AminoAcid.LEU);
    assertThat(leucine.id().number()).isEqualTo(22);
    assertThat(numbering.substitutions()).isEmpty();
    assertThat(numbering.residue(1)).isEmpty();
  }

  @Test
  void tellsWhichMutationsTheStructureCarries() {
    ChainNumbering resistant = numbering("reference/5MO4.pdb", "AY7", ABL1);
    assertThat(resistant.substitutions()).map(Object::toString).containsExactly("T315I", "D363N");
    assertThat(resistant.residue(315).orElseThrow().id().number()).isEqualTo(334);
    assertThat(resistant.residue(363).orElseThrow().id().number()).isEqualTo(382);

    ChainNumbering active = numbering("reference/2F4J.pdb", "VX6", ABL1);
    assertThat(active.substitutions()).map(Object::toString).contains("H396P");
    assertThat(active.origin()).isEqualTo(Origin.CARRIED);
  }

  @ParameterizedTest
  @CsvSource({"1IEP, STI", "1OPJ, STI", "3OXZ, 0LI"})
  void tellsMouseFromMutant(String id, String ligand) {
    ChainNumbering numbering = numbering("reference/" + id + ".pdb", ligand, ABL1);

    assertThat(numbering.substitutions()).map(Object::toString).contains("N336S");
    assertThat(numbering.origin()).isEqualTo(Origin.SPECIES);
  }

  @Test
  void keepsExpressionTagsApart() {
    ChainNumbering numbering = numbering("reference/3PYY.pdb", "STI", ABL1);

    assertThat(numbering.tags()).extracting(d -> d.residue()).startsWith('M', 'H', 'H', 'H');
    assertThat(numbering.substitutions()).isEmpty();
  }

  @Test
  void joinsAtomsOfAResidueThatStandApart() {
    Complex complex =
        BundledStructures.load(BundledStructures.of("imatinib", "ABL1").orElseThrow());
    ChainNumbering numbering = ChainNumbering.of(complex, ABL1).orElseThrow();

    assertThat(complex.scoredChain().residues().get(0).id().number()).isEqualTo(225);
    assertThat(complex.scoredChain().residues().stream().filter(r -> r.id().number() == 438))
        .hasSize(1);
    assertThat(numbering.residue(438).orElseThrow().atoms()).hasSize(6);
    assertThat(numbering.tags()).extracting(d -> d.residue()).containsExactly('M', 'D', 'P', 'S');
  }

  @Test
  void refusesAnotherProtein() {
    Complex coli = complex("reference/4DFR.pdb", "MTX");

    assertThat(ChainNumbering.of(coli, DHFR)).isEmpty();
    assertThat(ChainNumbering.of(coli, ABL1)).isEmpty();
  }

  @Test
  void numbersResiduesBehindALoopThatIsNotInTheModel() {
    ChainNumbering numbering = numbering("reference/4XEY.pdb", "1N1", ABL1);
    int missing = 0;
    for (int position = 240; position <= 500; position++) {
      Optional<Residue> residue = numbering.residue(position);
      if (residue.isEmpty()) {
        missing++;
      } else {
        assertThat(residue.get().aminoAcid()).isEqualTo(ABL1.at(position));
        assertThat(residue.get().id().number()).isEqualTo(position + 19);
      }
    }
    assertThat(missing).isBetween(1, 30);
  }

  @Test
  void takesTheMostOccupiedAlternateLocationAndSaysSo() {
    Complex complex = complex("reference/2GQG.pdb", "1N1");

    assertThat(complex.notes()).anyMatch(n -> n.startsWith("alternate locations at A:386"));
    for (Complex.Chain chain : complex.chains()) {
      for (Residue residue : chain.residues()) {
        assertThat(residue.atoms().stream().map(TypedAtom::name)).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void readsAPhosphotyrosineAsATyrosineOfTheChain() {
    ChainNumbering numbering = numbering("reference/2GQG.pdb", "1N1", ABL1);

    Residue residue = numbering.residue(393).orElseThrow();

    assertThat(residue.name()).isEqualTo("PTR");
    assertThat(residue.aminoAcid()).contains(AminoAcid.TYR);
    assertThat(residue.modified()).isTrue();
  }

  @Test
  void keepsTheCofactorAndLeavesWaterAndBufferOut() {
    Complex dhfr = complex("reference/1U72.pdb", "MTX");
    assertThat(dhfr.cofactors()).extracting(Ligand::name).containsExactly("NDP");

    Complex abl = complex("reference/3PYY.pdb", "STI");
    assertThat(abl.cofactors()).extracting(Ligand::name).containsExactly("3YY");
  }

  private static ChainNumbering numbering(String file, String ligand, ProteinSequence reference) {
    return ChainNumbering.of(complex(file, ligand), reference).orElseThrow();
  }

  private static Complex complex(String file, String ligand) {
    return ComplexReader.read(
        new ComplexReader.Source(
            SharedData.path("structures/" + file),
            Optional.empty(),
            Optional.of(ligand),
            Optional.empty()));
  }
}
