package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.TargetAltered.Factor;
import org.junit.jupiter.api.Test;

class ResistanceFactorTest {
  private static final Drug IMATINIB = DrugCatalog.bundled().require("imatinib");
  private static final Drug.Transport ABCB1 = IMATINIB.pumps().get(0);

  private static Optional<WorkingLevel> copies(String gene, double copies) {
    return WorkingLevel.of(Optional.of(GeneLevel.ofCopies(gene, copies)), Optional.empty());
  }

  private static Mechanism altered(Drug drug, double fold) {
    return TargetAltered.of(drug, new Factor(fold, fold, fold));
  }

  @Test
  void theSharesMultiplyToTheWholeWhateverTheOrder() {
    Mechanism altered = altered(IMATINIB, 30);
    Mechanism amplified = TargetAmplified.of(IMATINIB, copies("ABL1", 6));
    Mechanism efflux = Accumulation.of(ABCB1, copies("ABCB1", 5));

    ResistanceFactor one = ResistanceFactor.of(IMATINIB, List.of(altered, amplified, efflux));
    ResistanceFactor other = ResistanceFactor.of(IMATINIB, List.of(efflux, altered, amplified));

    assertThat(one.shares().stream().reduce(1.0, (a, b) -> a * b))
        .isCloseTo(one.foldChange(), within(1e-9));
    assertThat(other.foldChange()).isCloseTo(one.foldChange(), within(1e-9));
    assertThat(other.shares().get(1)).isCloseTo(one.shares().get(0), within(1e-9));
    CellState wild = CellState.wildType(IMATINIB);
    double kd = wild.dissociationConstant();
    double target = wild.target();
    double rate = ABCB1.rate().value();
    double byHand =
        (kd * 30 + target * 3 / 2) / (kd + target / 2) * (wild.exit() + rate * 1.5) / wild.exit();
    assertThat(one.foldChange()).isCloseTo(byHand, within(1e-9));
  }

  @Test
  void aShareIsTheMeanOverAllOrders() {
    List<Mechanism> mechanisms =
        List.of(
            altered(IMATINIB, 30),
            TargetAmplified.of(IMATINIB, copies("ABL1", 6)),
            Accumulation.of(ABCB1, copies("ABCB1", 40)));
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    double[] logs = new double[3];
    for (int[] order : orders) {
      CellState cell = CellState.wildType(IMATINIB);
      for (int i : order) {
        double before = cell.ic50();
        cell = mechanisms.get(i).on(cell);
        logs[i] += Math.log(cell.ic50() / before) / orders.length;
      }
    }

    ResistanceFactor factor = ResistanceFactor.of(IMATINIB, mechanisms);

    for (int i = 0; i < 3; i++) {
      assertThat(factor.shares().get(i)).isCloseTo(Math.exp(logs[i]), within(1e-9));
    }
  }

  @Test
  void sharesOfEveryMechanismAtOnceAreTheMeanOverAllOrders() {
    Drug methotrexate = DrugCatalog.bundled().require("methotrexate");
    List<Mechanism> mechanisms = new ArrayList<>();
    mechanisms.add(altered(methotrexate, 12));
    mechanisms.add(TargetAmplified.of(methotrexate, copies("DHFR", 9)));
    mechanisms.add(SiteAccess.of(methotrexate, SiteAccess.Site.CNS).orElseThrow());
    for (Drug.Transport gene : methotrexate.transport()) {
      Optional<WorkingLevel> level = copies(gene.gene(), 5);
      mechanisms.add(
          switch (gene.role()) {
            case IMPORTER -> Accumulation.of(gene, copies(gene.gene(), 0.4));
            case EXPORTER, REMOVAL -> Accumulation.of(gene, level);
            case TRAPPING, RELEASE -> Trapping.of(gene, level);
          });
    }
    CellState wild = CellState.wildType(methotrexate);
    double[] logs = new double[mechanisms.size()];
    addOverOrders(wild, mechanisms, new boolean[mechanisms.size()], logs);
    long orders = LongStream.rangeClosed(1, mechanisms.size()).reduce(1, (a, b) -> a * b);

    ResistanceFactor factor = ResistanceFactor.of(methotrexate, mechanisms);

    assertThat(mechanisms).hasSize(7);
    for (int i = 0; i < logs.length; i++) {
      assertThat(Math.log(factor.shares().get(i)))
          .as(mechanisms.get(i).kind().toString())
          .isCloseTo(logs[i] / orders, within(1e-9));
    }
  }

  /** Walks every order of those that are not used yet. */
  private static void addOverOrders(
      CellState cell, List<Mechanism> mechanisms, boolean[] used, double[] logs) {
    int left = 0;
    for (boolean one : used) {
      left += one ? 0 : 1;
    }
    long after = LongStream.range(1, left).reduce(1, (a, b) -> a * b);
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        CellState next = mechanisms.get(i).on(cell);
        logs[i] += after * Math.log(next.ic50() / cell.ic50());
        used[i] = true;
        addOverOrders(next, mechanisms, used, logs);
        used[i] = false;
      }
    }
  }

  @Test
  void aBindingChangeOfNoneKeepsItsInterval() {
    Drug free = Drugs.of(10, 1, 0, List.of());
    Factor factor = new Factor(1, 0.5, 4);

    ResistanceFactor found = ResistanceFactor.of(free, List.of(TargetAltered.of(free, factor)));

    assertThat(found.foldChange()).isEqualTo(1);
    assertThat(found.low()).isCloseTo(0.5, within(0.01));
    assertThat(found.high()).isCloseTo(4, within(0.05));
  }

  @Test
  void whatIsNotKnownChangesNothingAndSaysSo() {
    Mechanism amplified = TargetAmplified.of(IMATINIB, Optional.empty());

    assertThat(amplified.assessed()).isFalse();
    ResistanceFactor factor = ResistanceFactor.of(IMATINIB, List.of(amplified));
    assertThat(factor.foldChange()).isEqualTo(1);
    assertThat(factor.low()).isCloseTo(1, within(1e-12));
    assertThat(factor.high()).isCloseTo(1, within(1e-12));
  }

  @Test
  void normalCopiesChangeNothing() {
    List<Mechanism> normal =
        List.of(
            TargetAmplified.of(IMATINIB, copies("ABL1", 2)),
            Accumulation.of(ABCB1, copies("ABCB1", 2)));
    assertThat(ResistanceFactor.of(IMATINIB, normal).foldChange()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theIntervalOfABindingChangeAloneIsCarriedThrough() {
    Drug free = Drugs.of(10, 1, 0, List.of());
    Factor factor = new Factor(5, 2, 20);

    ResistanceFactor found = ResistanceFactor.of(free, List.of(TargetAltered.of(free, factor)));

    assertThat(found.foldChange()).isCloseTo(5, within(1e-9));
    assertThat(found.low()).isCloseTo(2, within(0.02));
    assertThat(found.high()).isCloseTo(20, within(0.2));
  }

  @Test
  void anUnsureTargetConcentrationWidensTheInterval() {
    ResistanceFactor amplified =
        ResistanceFactor.of(IMATINIB, List.of(TargetAmplified.of(IMATINIB, copies("ABL1", 10))));

    assertThat(amplified.low()).isLessThan(amplified.foldChange() * 0.9);
    assertThat(amplified.high()).isGreaterThan(amplified.foldChange() * 1.1);
    // Closed form at the ends: the target halved and doubled for eight in ten.
    CellState wild = CellState.wildType(IMATINIB);
    assertThat(amplified.low()).isCloseTo(amplifiedFold(wild, 0.5), within(0.03));
    assertThat(amplified.high()).isCloseTo(amplifiedFold(wild, 2), within(0.03));
  }

  private static double amplifiedFold(CellState wild, double scale) {
    double half = wild.target() * scale / 2;
    return (wild.dissociationConstant() + 5 * half) / (wild.dissociationConstant() + half);
  }
}
