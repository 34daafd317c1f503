package org.bindfold.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.bindfold.SharedData;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.ComplexReader;
import org.junit.jupiter.api.Test;

class SideChainRecoveryTest {
  private static final List<String> COMPLEXES =
      List.of(
          "1IEP STI",
          "1OPJ STI",
          "2HYY STI",
          "3CS9 NIL",
          "3UE4 DB8",
          "2GQG 1N1",
          "3OXZ 0LI",
          "1U72 MTX",
          "1RX1 NAP",
          "3ERT OHT");

  @Test
  void fourOfFiveBuriedSideChainsOfTheReferenceStructuresComeBack() {
    SideChainRecovery sum = SideChainRecovery.NONE;
    for (String complex : COMPLEXES) {
      String[] entry = complex.split(" ");
      sum =
          sum.plus(
              SideChainRecovery.buried(
                  ComplexReader.read(
                      new ComplexReader.Source(
                          SharedData.path("structures/reference/" + entry[0] + ".pdb"),
                          Optional.empty(),
                          Optional.of(entry[1]),
                          Optional.empty()))));
    }
    assertThat(sum.residues()).isGreaterThan(900);
    assertThat(sum.chi1Share()).isGreaterThan(0.80);
    assertThat(sum.chi12Share()).isGreaterThan(0.70);
    assertThat(sum.rmsd()).isLessThan(1.6);
  }

  @Test
  void anglesDifferByTheShorterWayRoundAndByHalfATurnAtMostWhereBothWaysAreTheSame() {
    assertThat(TwofoldSideChain.difference(170, -170, false)).isCloseTo(20, within(1e-9));
    assertThat(TwofoldSideChain.difference(-95, 80, true)).isCloseTo(5, within(1e-9));
    assertThat(TwofoldSideChain.isTwofold(AminoAcid.PHE, 2)).isTrue();
    assertThat(TwofoldSideChain.isTwofold(AminoAcid.LEU, 2)).isFalse();
  }
}
