package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.bindfold.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResistanceFactorTest {
  private static final Drug IMATINIB = DrugCatalog.bundled().require("imatinib");

  @ParameterizedTest
  @CsvSource({"1, 0.001", "1, 1000", "50, 100", "0.01, 2"})
  void halfOfTheTargetIsBoundAtTheConcentrationForHalfEffect(double kd, double target) {
    double drug = new CellState(kd, target, 1).concentrationForHalfEffect();

    // Morrison's quadratic, solved for the complex.
    double b = drug + target + kd;
    double bound = 2 * drug * target / (b + Math.sqrt(b * b - 4 * drug * target));

    assertThat(bound / target).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aStoichiometricInhibitorLosesPotencyInProportionToItsTarget() {
    CellState tight = new CellState(1e-6, 10, 1);
    CellState tenfold = new CellState(1e-6, 100, 1);
    assertThat(tenfold.concentrationForHalfEffect() / tight.concentrationForHalfEffect())
        .isCloseTo(10, within(1e-5));

    CellState weak = new CellState(1e6, 10, 1);
    CellState weakTenfold = new CellState(1e6, 100, 1);
    assertThat(weakTenfold.concentrationForHalfEffect() / weak.concentrationForHalfEffect())
        .isCloseTo(1, within(1e-4));
  }

  @Test
  void theSharesMultiplyToTheWholeWhateverTheOrder() {
    Mechanism altered = TargetAltered.of(IMATINIB, OptionalDouble.of(30), "");
    Mechanism amplified = TargetAmplified.of(IMATINIB, OptionalDouble.of(6));
    Mechanism efflux = Efflux.of(IMATINIB.pumps().get(0), OptionalDouble.of(5));
    CellState wildType = CellState.wildType(IMATINIB);

    ResistanceFactor one = ResistanceFactor.of(wildType, List.of(altered, amplified, efflux));
    ResistanceFactor other = ResistanceFactor.of(wildType, List.of(efflux, altered, amplified));

    assertThat(one.shares().stream().reduce(1.0, (a, b) -> a * b))
        .isCloseTo(one.foldChange(), within(1e-9));
    assertThat(other.foldChange()).isCloseTo(one.foldChange(), within(1e-9));
    assertThat(other.shares().get(1)).isCloseTo(one.shares().get(0), within(1e-9));
    // By hand: Kd 110 nM, target 100 nM, export 0.2 of leak.
    assertThat(one.foldChange())
        .isCloseTo((110 * 30 + 150.0) * (1 + 0.5) / ((110 + 50.0) * 1.2), within(1e-9));
  }

  @Test
  void whatIsNotKnownChangesNothingAndSaysSo() {
    Mechanism amplified = TargetAmplified.of(IMATINIB, OptionalDouble.empty());

    assertThat(amplified.assessed()).isFalse();
    assertThat(ResistanceFactor.of(CellState.wildType(IMATINIB), List.of(amplified)).foldChange())
        .isEqualTo(1);
  }

  @Test
  void normalCopiesChangeNothing() {
    List<Mechanism> normal =
        List.of(
            TargetAmplified.of(IMATINIB, OptionalDouble.of(2)),
            Efflux.of(IMATINIB.pumps().get(0), OptionalDouble.of(2)));
    assertThat(ResistanceFactor.of(CellState.wildType(IMATINIB), normal).foldChange())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void classesBeginAtThreeAndTenTimes() {
    assertThat(ResistanceClass.of(2.99)).isEqualTo(ResistanceClass.SENSITIVE);
    assertThat(ResistanceClass.of(3)).isEqualTo(ResistanceClass.INTERMEDIATE);
    assertThat(ResistanceClass.of(10)).isEqualTo(ResistanceClass.RESISTANT);
  }

  @Test
  void aSlipOfAKeySuggestsTheDrugThatWasMeant() {
    assertThatThrownBy(() -> DrugCatalog.bundled().require("imatinob"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean imatinib");
    assertThat(DrugCatalog.bundled().require("Gleevec").name()).isEqualTo("imatinib");
  }

  @Test
  void everyNumberOfTheCatalogHasASource() {
    for (Drug drug : DrugCatalog.bundled().all()) {
      assertThat(drug.dissociationConstant().source()).containsPattern("doi:|PMID");
      assertThat(drug.competition().source()).isNotBlank();
      assertThat(drug.targetConcentration().source()).isNotBlank();
    }
  }
}
