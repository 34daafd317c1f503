package org.bindfold.resistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.pharmacology.Drugs;
import org.bindfold.pharmacology.Exposure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeRuleTest {
  /** IC50 of 10 nM; unbound Ctrough of 40 nM, unbound Cmax of 100 nM. */
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
  void classesChangeWhereTheNeedPassesCtroughAndCmax(double fold, Outcome expected) {
    assertThat(OutcomeRule.decide(DRUG, fold).outcome()).isEqualTo(expected);
  }

  @Test
  void lessThanTwiceIsNotToldFromTheWildType() {
    Drug short_ = Drugs.withPlasma(Drugs.of(10, 1, 0, List.of()), 1000, Optional.of(50.0), 0.1);

    assertThat(OutcomeRule.decide(short_, 1.9).outcome()).isEqualTo(Outcome.SENSITIVE);
    assertThat(OutcomeRule.decide(short_, 2.1).outcome()).isEqualTo(Outcome.INTERMEDIATE);
  }

  @Test
  void lessThanTwiceIsNotToldFromTheWildTypeEvenWhereCmaxHardlyReachesIt() {
    Drug narrow = Drugs.withPlasma(Drugs.of(10, 1, 0, List.of()), 110, Optional.empty(), 0.1);

    assertThat(OutcomeRule.decide(narrow, 1.3).outcome()).isEqualTo(Outcome.SENSITIVE);
    assertThat(OutcomeRule.decide(narrow, 1.3).reason())
        .isEqualTo(OutcomeRule.Reason.LIKE_WILD_TYPE);
    assertThat(OutcomeRule.decide(narrow, 2).outcome()).isEqualTo(Outcome.RESISTANT);
    assertThat(OutcomeRule.decide(narrow, 1.996).outcome())
        .as("what is printed does not decide")
        .isEqualTo(Outcome.SENSITIVE);
  }

  @Test
  void aDrugThatDoesNotReachTheWildTypeIsOfNoUse() {
    Drug bacterial =
        Drugs.withPlasma(Drugs.of(4093, 100, 0, List.of()), 3000, Optional.empty(), 0.5);

    assertThat(OutcomeRule.decide(bacterial, 1).outcome()).isEqualTo(Outcome.RESISTANT);
  }

  @Test
  void whatWasMeasuredOnCellsSetsTheScaleAndTheConstantsOnlyTheFold() {
    // A tenth is unbound in plasma: nine bound for one, so 0.9 for one in a tenth of the protein.
    Drug measured = Drugs.withCells(DRUG, 19, 0.1);

    assertThat(measured.wildTypeIc50()).isCloseTo(19 / 1.9, within(1e-12));
    assertThat(Exposure.of(measured, 7).ic50()).isCloseTo(70, within(1e-9));
    assertThat(Drugs.withCells(DRUG, 19, 0).wildTypeIc50()).isEqualTo(19);
    assertThat(Drugs.withCells(DRUG, 19, 1).wildTypeIc50()).isCloseTo(1.9, within(1e-12));
    assertThat(DRUG.wildTypeIc50()).isEqualTo(10);
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

    assertThat(OutcomeRule.decide(unknown, 2.99).outcome()).isEqualTo(Outcome.SENSITIVE);
    assertThat(OutcomeRule.decide(unknown, 3).outcome()).isEqualTo(Outcome.INTERMEDIATE);
    assertThat(OutcomeRule.decide(unknown, 10).outcome()).isEqualTo(Outcome.RESISTANT);
    assertThat(OutcomeRule.decide(unknown, 10).reason()).isEqualTo(OutcomeRule.Reason.FOLD_ALONE);
  }

  @Test
  void everyCataloguedDrugForAKinaseReachesTheWildType() {
    for (Drug drug : DrugCatalog.bundled().ofTarget("ABL1")) {
      assertThat(OutcomeRule.decide(drug, 1).outcome())
          .as(drug.name())
          .isEqualTo(Outcome.SENSITIVE);
    }
  }
}
