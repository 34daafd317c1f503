package org.bindfold.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.bindfold.energy.PairPotential.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PotentialTest {
  @ParameterizedTest
  @EnumSource(AtomType.class)
  void theTableKeepsWithinTwoThousandthsOfTheFormula(AtomType a) {
    PotentialTable table = PotentialTable.instance();
    for (AtomType b : AtomType.values()) {
      double worst = 0;
      for (double r = 0.5; r < 8; r += 0.00037) {
        float squared = (float) (r * r);
        double exact = PairPotential.energy(a, b, Math.sqrt(squared));
        worst = Math.max(worst, Math.abs(energy(table, a, b, squared) - exact));
      }
      assertThat(worst).as("%s with %s", a, b).isLessThan(0.002);
    }
  }

  @Test
  void fromTheCutoffOnEveryPairIsZeroHoweverFarApart() {
    PotentialTable table = PotentialTable.instance();
    for (AtomType a : AtomType.values()) {
      for (float squared = 64; squared < 1e17; squared *= 1.0003f) {
        assertThat(energy(table, a, AtomType.CARBON_HYDROPHOBIC, squared)).isZero();
      }
    }
  }

  @Test
  void theFormulaGivesTheValuesWorkedOutByHand() {
    AtomType carbon = AtomType.CARBON_HYDROPHOBIC;
    // Surfaces that touch (d = 0): both Gaussians and the whole hydrophobic term.
    assertThat(PairPotential.energy(carbon, carbon, 3.8))
        .isCloseTo(-0.035579 - 0.005156 * Math.exp(-2.25) - 0.035069, within(1e-12));
    // One angstrom of overlap.
    assertThat(PairPotential.energy(Term.REPULSION, carbon, carbon, 2.8))
        .isCloseTo(0.840245, within(1e-12));
    // Donor and acceptor, half way down the hydrogen-bond ramp: d = -0.35.
    assertThat(
            PairPotential.energy(
                Term.HYDROGEN_BOND, AtomType.NITROGEN_DONOR, AtomType.OXYGEN_ACCEPTOR, 3.15))
        .isCloseTo(-0.587439 / 2, within(1e-12));
    assertThat(PairPotential.energy(carbon, carbon, 8)).isZero();
  }

  @Test
  void theKernelSumsWhatAPlainLoopOverTheFormulaSums() {
    Random random = new Random(7);
    AtomBlock a = cloud(random, 40, 6);
    AtomBlock b = cloud(random, 500, 20);
    double plain = 0;
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        double r =
            Math.sqrt(
                Math.pow(a.x(i) - b.x(j), 2)
                    + Math.pow(a.y(i) - b.y(j), 2)
                    + Math.pow(a.z(i) - b.z(j), 2));
        plain += PairPotential.energy(a.type(i), b.type(j), r);
      }
    }
    assertThat(new ContactKernel().energy(a, b)).isCloseTo(plain, withinPercentage(0.05));
  }

  @Test
  void refusesCoordinatesThatAreNotNumbers() {
    AtomBlock.Builder builder =
        new AtomBlock.Builder().add(Double.NaN, 0, 0, AtomType.CARBON_POLAR);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("atom 0");

    builder = new AtomBlock.Builder().add(0, 0, 0, AtomType.CARBON_POLAR);
    builder.add(0, 2e8, 0, AtomType.CARBON_POLAR);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("atom 1");
  }

  private static float energy(PotentialTable table, AtomType a, AtomType b, float squared) {
    return PotentialTable.lookUp(
        table.row(a.ordinal(), b.ordinal()), PotentialTable.coordinate(squared));
  }

  private static AtomBlock cloud(Random random, int atoms, double size) {
    AtomBlock.Builder builder = new AtomBlock.Builder();
    AtomType[] types = AtomType.values();
    for (int i = 0; i < atoms; i++) {
      builder.add(
          random.nextDouble() * size,
          random.nextDouble() * size,
          random.nextDouble() * size,
          types[random.nextInt(types.length)]);
    }
    return builder.build();
  }
}
