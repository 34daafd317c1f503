package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposureTest {
  /** Half effect at 10 nM; unbound trough 40 nM, unbound peak 100 nM. */
  private static final Drug DRUG =
      Drugs.withPlasma(Drugs.of(10, 1, 0, List.of()), 1000, Optional.of(400.0), 0.1);

  @ParameterizedTest
  @CsvSource({
    "1, SENSITIVE",
    "4, SENSITIVE",
    "4.1, INTERMEDIATE",
    "10, INTERMEDIATE",
    "10.1, RESISTANT"
  })
  void classesChangeWhereTheNeedPassesTroughAndPeak(double fold, ResistanceClass expected) {
    assertThat(Exposure.of(DRUG, fold).resistanceClass()).isEqualTo(expected);
  }

  @Test
  void lessThanTwiceIsNotToldFromTheWildType() {
    Drug short_ = Drugs.withPlasma(Drugs.of(10, 1, 0, List.of()), 1000, Optional.of(50.0), 0.1);

    assertThat(Exposure.of(short_, 1.9).resistanceClass()).isEqualTo(ResistanceClass.SENSITIVE);
    assertThat(Exposure.of(short_, 2.1).resistanceClass()).isEqualTo(ResistanceClass.INTERMEDIATE);
  }

  @Test
  void lessThanTwiceIsNotToldFromTheWildTypeEvenWhereThePeakHardlyReachesIt() {
    Drug narrow = Drugs.withPlasma(Drugs.of(10, 1, 0, List.of()), 110, Optional.empty(), 0.1);

    assertThat(Exposure.of(narrow, 1.3).resistanceClass()).isEqualTo(ResistanceClass.SENSITIVE);
    assertThat(Exposure.of(narrow, 1.3).reason()).contains("above the peak of 11.00 nM", "below 2");
    assertThat(Exposure.of(narrow, 2).resistanceClass()).isEqualTo(ResistanceClass.RESISTANT);
    assertThat(Exposure.of(narrow, 1.996).resistanceClass())
        .as("shown as 2.00")
        .isEqualTo(ResistanceClass.RESISTANT);
  }

  @Test
  void aDrugThatDoesNotReachTheWildTypeIsOfNoUse() {
    Drug bacterial =
        Drugs.withPlasma(Drugs.of(4093, 100, 0, List.of()), 3000, Optional.empty(), 0.5);

    assertThat(Exposure.of(bacterial, 1).resistanceClass()).isEqualTo(ResistanceClass.RESISTANT);
  }

  @Test
  void whatWasMeasuredOnCellsSetsTheScaleAndTheConstantsOnlyTheFold() {
    // A tenth is unbound in plasma: nine bound for one, so 0.9 for one in a tenth of the protein.
    Drug measured = Drugs.withCells(DRUG, 19, 0.1);

    assertThat(measured.wildTypeHalfEffect()).isCloseTo(19 / 1.9, within(1e-12));
    assertThat(Exposure.of(measured, 7).needed()).isCloseTo(70, within(1e-9));
    assertThat(Drugs.withCells(DRUG, 19, 0).wildTypeHalfEffect()).isEqualTo(19);
    assertThat(Drugs.withCells(DRUG, 19, 1).wildTypeHalfEffect()).isCloseTo(1.9, within(1e-12));
    assertThat(DRUG.wildTypeHalfEffect()).isEqualTo(10);
  }

  @Test
  void forADrugThatProteinHoldsFastTheUnboundShareHardlyMatters() {
    Drug held = Drugs.of(1, 1, 0, List.of());
    Drug tight = Drugs.withCells(Drugs.withPlasma(held, 161, Optional.of(67.0), 0.01), 5.4, 0.1);
    Drug tighter = Drugs.withCells(Drugs.withPlasma(held, 161, Optional.of(67.0), 0.001), 5.4, 0.1);

    double margin = Exposure.of(tight, 1).margin().orElseThrow();
    assertThat(Exposure.of(tighter, 1).margin().orElseThrow() / margin).isBetween(0.9, 1.0);
  }

  @Test
  void withoutPlasmaTheFoldChangeDecidesAtThreeAndTen() {
    Drug unknown = Drugs.of(10, 1, 0, List.of());

    assertThat(Exposure.of(unknown, 2.99).resistanceClass()).isEqualTo(ResistanceClass.SENSITIVE);
    assertThat(Exposure.of(unknown, 3).resistanceClass()).isEqualTo(ResistanceClass.INTERMEDIATE);
    assertThat(Exposure.of(unknown, 10).resistanceClass()).isEqualTo(ResistanceClass.RESISTANT);
    assertThat(Exposure.of(unknown, 10).reason()).contains("fold change decides");
  }

  @Test
  void theReasonStatesTheThresholds() {
    assertThat(Exposure.of(DRUG, 5).reason()).contains("50.00 nM", "40.00 nM", "100.00 nM");
  }

  @Test
  void everyCataloguedDrugForAKinaseReachesTheWildType() {
    for (Drug drug : DrugCatalog.bundled().ofTarget("ABL1")) {
      assertThat(Exposure.of(drug, 1).resistanceClass())
          .as(drug.name())
          .isEqualTo(ResistanceClass.SENSITIVE);
    }
  }
}
