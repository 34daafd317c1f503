package org.bindfold.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResidueNumberingTest {
  private static final ProteinSequence ABL1 = BundledSequences.of("P00519").orElseThrow();
  private static final String LETTERS = "ACDEFGHIKLMNPQRSTVWY";

  @Test
  void thePlacementWithoutGapsIsThatOfTheAlignment() {
    Random random = new Random(11);
    for (int round = 0; round < 12; round++) {
      int from = 200 + random.nextInt(50);
      StringBuilder domain = new StringBuilder(ABL1.residues().substring(from, from + 250));
      // Far apart, and away from the ends, where a local alignment may stop early.
      for (int at = 40; at < 220; at += 30) {
        domain.setCharAt(at, LETTERS.charAt(random.nextInt(20)));
      }

      int[] placed = ResidueNumbering.withoutGaps(domain.toString(), ABL1.residues()).orElseThrow();

      assertThat(placed)
          .isEqualTo(ResidueNumbering.smithWaterman(domain.toString(), ABL1.residues()));
      assertThat(placed[0]).isEqualTo(from + 1);
    }
  }

  @Test
  void aChainWithResiduesLeftOutIsAlignedWithAGap() {
    String chain = ABL1.residues().substring(228, 300) + ABL1.residues().substring(310, 500);

    assertThat(ResidueNumbering.withoutGaps(chain, ABL1.residues())).isEmpty();
    ResidueNumbering numbering = ResidueNumbering.align(chain, ABL1).orElseThrow();
    assertThat(numbering.position(0)).hasValue(229);
    assertThat(numbering.position(chain.length() - 1)).hasValue(500);
    assertThat(numbering.index(305)).isEmpty();
  }

  @Test
  void aTagIsLeftOutsideTheReference() {
    String chain = "GAMDPSS" + ABL1.residues().substring(228, 500);

    ResidueNumbering numbering = ResidueNumbering.align(chain, ABL1).orElseThrow();

    assertThat(numbering.position(7)).hasValue(229);
    assertThat(IntStream.range(0, 5).mapToObj(numbering::position)).allMatch(OptionalInt::isEmpty);
  }

  @Test
  void anotherProteinIsNotAligned() {
    ProteinSequence dhfr = BundledSequences.of("P00374").orElseThrow();

    assertThat(ResidueNumbering.align(ABL1.residues().substring(228, 400), dhfr)).isEmpty();
  }
}
