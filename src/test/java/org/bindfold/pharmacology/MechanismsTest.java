package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mechanism against its closed form or a published number. */
class MechanismsTest {
  private static final DrugCatalog CATALOG = DrugCatalog.bundled();

  private static double fold(Drug drug, Mechanism... mechanisms) {
    return ResistanceFactor.of(drug, List.of(mechanisms)).foldChange();
  }

  private static Optional<WorkingLevel> times(String gene, double ratio) {
    return WorkingLevel.of(expressed(gene, ratio), Optional.empty());
  }

  private static Optional<GeneLevel> expressed(String gene, double ratio) {
    return Optional.of(GeneLevel.ofExpression(gene, ratio));
  }

  private static Drug.Transport transport(Drug.Role role, double rate) {
    return new Drug.Transport("GENE", role, Drugs.ratio(rate));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.001", "1, 1000", "50, 100", "0.01, 2"})
  void halfOfTheTargetIsBoundAtTheIc50(double kd, double target) {
    double drug = CellState.wildType(Drugs.of(kd, 1, target, List.of())).ic50();

    // Morrison's quadratic, solved for the complex.
    double b = drug + target + kd;
    double bound = 2 * drug * target / (b + Math.sqrt(b * b - 4 * drug * target));

    assertThat(bound / target).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void theIc50MovesByHalfOfTheAddedTarget() {
    Drug drug = Drugs.of(0.001, 1, 10, List.of());
    double before = CellState.wildType(drug).ic50();

    double after = TargetAmplified.of(drug, times("DHFR", 7)).on(CellState.wildType(drug)).ic50();

    assertThat(after - before).isCloseTo(60 / 2.0, within(1e-9));
    assertThat(after / before).isCloseTo(7, within(0.01));
  }

  @Test
  void aWeakInhibitorHardlyNoticesMoreTarget() {
    Drug weak = Drugs.of(1e6, 1, 10, List.of());

    assertThat(fold(weak, TargetAmplified.of(weak, times("DHFR", 10)))).isCloseTo(1, within(1e-4));
  }

  @Test
  void insideOverOutsideIsTheSteadyStateOfImportExportAndRemoval() {
    Drug drug =
        Drugs.of(
            1,
            1,
            0,
            List.of(
                transport(Drug.Role.IMPORTER, 4),
                transport(Drug.Role.EXPORTER, 2),
                transport(Drug.Role.REMOVAL, 0.5),
                transport(Drug.Role.TRAPPING, 3)));
    // Integrate dC/dt = leak (out - in) + import out - (export + removal) in, and the held pool.
    double inside = 0;
    for (int step = 0; step < 100_000; step++) {
      inside += 0.001 * (1 - inside + 4 - (2 + 0.5) * inside);
    }

    assertThat(CellState.wildType(drug).accumulation()).isCloseTo(inside * (1 + 3), within(1e-6));
  }

  @Test
  void aLostCarrierLeavesTheLeakAlone() {
    Drug methotrexate = CATALOG.require("methotrexate");
    Drug.Transport carrier = methotrexate.with(Drug.Role.IMPORTER).get(0);

    // K562 cells without transport: 24-fold.
    assertThat(fold(methotrexate, Accumulation.of(carrier, times("SLC19A1", 0))))
        .isCloseTo(24, within(0.5));
  }

  @Test
  void lessHoldingAndMoreReleaseAreOneRatio() {
    Drug methotrexate = CATALOG.require("methotrexate");
    Drug.Transport holds = methotrexate.with(Drug.Role.TRAPPING).get(0);
    Drug.Transport releases = methotrexate.with(Drug.Role.RELEASE).get(0);
    double held = holds.rate().value();

    assertThat(fold(methotrexate, Trapping.of(holds, times("FPGS", 0.25))))
        .isCloseTo((1 + held) / (1 + held / 4), within(1e-9));
    assertThat(fold(methotrexate, Trapping.of(releases, times("GGH", 4))))
        .isCloseTo((1 + held) / (1 + held / 4), within(1e-9));
  }

  @Test
  void aPumpThatStopsThreeInFourMoleculesIsUndoneByItsInhibitor() {
    Drug.Transport pump = transport(Drug.Role.EXPORTER, 1);
    Drug drug = Drugs.of(1, 1, 0, List.of(pump));

    assertThat(fold(drug, Accumulation.ofPump(pump, times("GENE", 7), 0)))
        .isCloseTo(4, within(1e-9));
    assertThat(fold(drug, Accumulation.ofPump(pump, times("GENE", 7), 0.5)))
        .isCloseTo(2.25, within(1e-9));
    assertThat(fold(drug, Accumulation.ofPump(pump, times("GENE", 7), 1)))
        .isCloseTo(0.5, within(1e-9));
  }

  @Test
  void moreBreakdownLeavesLess() {
    Drug.Transport enzyme = transport(Drug.Role.REMOVAL, 0.5);
    Drug drug = Drugs.of(1, 1, 0, List.of(enzyme));

    assertThat(fold(drug, Accumulation.of(enzyme, times("GENE", 4)))).isCloseTo(2, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"IMPORTER, uptake, ENTRY", "EXPORTER, efflux, EXIT", "REMOVAL, metabolism, EXIT"})
  void importExportAndRemovalKeepTheirNames(Drug.Role role, String name, Mechanism.Part part) {
    Mechanism known = Accumulation.of(transport(role, 1), times("GENE", 2));
    Mechanism unknown = Accumulation.of(transport(role, 1), Optional.empty());

    assertThat(known.kind()).isEqualTo(unknown.kind()).hasToString(name);
    assertThat(known.part()).isEqualTo(part);
    assertThat(unknown.assessed()).isFalse();
    assertThat(unknown.cause()).isEqualTo(new Cause.LevelNotKnown("GENE"));
  }

  @Test
  void whatIsHeldIsNotAMatterOfTheLeak() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Accumulation.of(transport(Drug.Role.TRAPPING, 1), times("GENE", 2)));
  }

  @Test
  void tamoxifenDoesNothingWithoutItsReceptor() {
    Drug tamoxifen = CATALOG.require("tamoxifen");
    Mechanism deleted =
        TargetGone.of(tamoxifen, Optional.of(GeneLevel.ofCopies("ESR1", 0.1)), Optional.empty())
            .orElseThrow();

    assertThat(fold(tamoxifen, deleted)).isCloseTo(TargetGone.OUT_OF_REACH, within(1e-6));
    assertThat(TargetGone.of(tamoxifen, expressed("ESR1", 0.05), Optional.empty())).isPresent();
    assertThat(TargetGone.of(tamoxifen, expressed("ESR1", 0.5), Optional.empty())).isEmpty();
  }

  @Test
  void losingTheTargetIsNoResistanceWhereThatIsWhatTheDrugWanted() {
    Drug methotrexate = CATALOG.require("methotrexate");
    Mechanism lost =
        TargetGone.of(
                methotrexate,
                Optional.empty(),
                Optional.of(LossOfFunction.of("DHFR", "W25*", OptionalDouble.empty(), 1, 2)))
            .orElseThrow();

    assertThat(fold(methotrexate, lost)).isEqualTo(1);
  }

  @Test
  void whereNoTargetIsLeftItsAmountDoesNotMatter() {
    for (String name : List.of("tamoxifen", "afimoxifene", "methotrexate")) {
      Drug drug = CATALOG.require(name);
      GeneLevel silenced = GeneLevel.ofExpression(drug.target(), 0.05);
      CellContext context =
          new CellContext(Map.of(drug.target(), silenced), Map.of(), Site.PLASMA, Map.of());

      ResistanceFactor factor = ResistanceFactor.of(drug, context.withoutVariant(drug));

      assertThat(factor.foldChange())
          .as(name)
          .isCloseTo(drug.targetLost().resistant() ? TargetGone.OUT_OF_REACH : 1, within(1e-9));
    }
  }

  @Test
  void aTruncationOnOneCopyOfTwoLeavesTheTarget() {
    Drug tamoxifen = CATALOG.require("tamoxifen");
    LossOfFunction half = LossOfFunction.of("ESR1", "R256*", OptionalDouble.of(0.25), 0.5, 2);

    // f = 0.25 at purity 0.5 and two copies: one of the two copies of each tumour cell.
    assertThat(half.shareOfCopies()).isCloseTo(0.5, within(1e-12));
    assertThat(half.leavesNone()).isFalse();
    assertThat(
            fold(
                tamoxifen,
                TargetGone.of(tamoxifen, Optional.empty(), Optional.of(half)).orElseThrow()))
        .isEqualTo(1);
  }

  @Test
  void theBrainNeedsMoreByWhatDoesNotGetThere() {
    Drug imatinib = CATALOG.require("imatinib");

    // PMID:15160941: 0.088 uM in cerebrospinal fluid, 6.54 uM in plasma, of which 4.4% unbound.
    assertThat(fold(imatinib, SiteAccess.of(imatinib, Site.CNS).orElseThrow()))
        .isCloseTo(6.54 * 0.044 / 0.088, within(0.01));
    assertThat(SiteAccess.of(imatinib, Site.PLASMA)).isEmpty();
    assertThat(SiteAccess.of(CATALOG.require("bosutinib"), Site.CNS))
        .hasValueSatisfying(m -> assertThat(m.assessed()).isFalse());
  }

  @Test
  void aVariantThatEndsACarrierTakesItsShareOfTheUptake() {
    Drug methotrexate = CATALOG.require("methotrexate");
    LossOfFunction loss = LossOfFunction.of("SLC19A1", "W105*", OptionalDouble.empty(), 1, 2);
    CellContext context = new CellContext(Map.of(), Map.of("SLC19A1", loss), Site.PLASMA, Map.of());

    ResistanceFactor factor =
        ResistanceFactor.of(methotrexate, context.withoutVariant(methotrexate));

    assertThat(factor.foldChange()).isCloseTo(24, within(0.5));
  }
}
