package org.bindfold.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bindfold.SharedData;
import org.bindfold.sequence.BundledSequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KinaseMotifsTest {

  @ParameterizedTest
  @CsvSource({"1IEP, STI, true", "2GQG, 1N1, false", "3UE4, DB8, false", "3OXZ, 0LI, true"})
  void findsLysineGlutamateCatalyticLoopDfgAndSpinesByTheSequence(
      String id, String ligand, boolean outside) {
    Complex complex = complex(id, ligand);
    ChainNumbering numbering =
        ChainNumbering.of(complex, BundledSequences.of("P00519").orElseThrow()).orElseThrow();

    KinaseMotifs motifs = KinaseMotifs.of(complex).orElseThrow();

    assertThat(motifs.essential().stream().map(r -> numbering.position(r).orElseThrow()))
        .containsExactlyInAnyOrder(271, 286, 361, 362, 363, 368, 381, 382, 383, 269, 370, 290, 256);
    assertThat(motifs.dfgOut()).isEqualTo(outside);
  }

  /** 5MO4 has asparagine for the catalytic aspartate, and no coordinates for the G of DFG. */
  @Test
  void aKinaseMadeInactiveAndALoopThatIsNotSeenHideNothingElse() {
    KinaseMotifs motifs = KinaseMotifs.of(complex("5MO4", "NIL")).orElseThrow();

    assertThat(motifs.essential()).hasSize(12);
    assertThat(motifs.dfgOut()).isTrue();
  }

  @Test
  void aReductaseHasNone() {
    assertThat(KinaseMotifs.of(complex("1U72", "MTX"))).isEmpty();
  }

  private static Complex complex(String id, String ligand) {
    return ComplexReader.read(
        new ComplexReader.Source(
            SharedData.path("structures/reference/" + id + ".pdb"),
            Optional.empty(),
            Optional.of(ligand),
            Optional.empty()));
  }
}
