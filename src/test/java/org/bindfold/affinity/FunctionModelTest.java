package org.bindfold.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindfold.SharedData;
import org.bindfold.affinity.FunctionFit.Row;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.AminoAcidScales;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.sequence.Substitution;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Residue;
import org.bindfold.validation.Ranking;
import org.bindfold.validation.ScreenTable;
import org.junit.jupiter.api.Test;

class FunctionModelTest {
  private static final FunctionModel MODEL = FunctionModel.bundled();
  private static final double SPREAD = Calibration.bundled().residualSd();

  @Test
  void theBundledValuesAreTheFitToTheScreen() {
    FunctionModel fitted = FunctionFit.fit(screen("imatinib", "nilotinib"), "test");

    assertThat(MODEL.intercept()).isCloseTo(fitted.intercept(), within(0.005));
    assertThat(MODEL.baseRate()).isCloseTo(fitted.baseRate(), within(0.005));
    for (int f = 0; f < FunctionModel.FEATURES.size(); f++) {
      assertThat(MODEL.weights().get(f))
          .as(FunctionModel.FEATURES.get(f))
          .isCloseTo(fitted.weights().get(f), within(0.005));
    }
  }

  @Test
  void positionsLeftOutAreRankedWellAboveChance() {
    List<Row> rows = screen("imatinib", "nilotinib");
    double[] p = FunctionFit.leftOut(rows, SPREAD, 20);
    int half = rows.size() / 2;

    assertThat(precisionOverChance(rows, p, 0, half)).as("imatinib").isGreaterThan(3.6);
    assertThat(precisionOverChance(rows, p, half, rows.size())).as("nilotinib").isGreaterThan(5.5);
  }

  @Test
  void weakerBindingRaisesTheProbabilityAndALostFunctionLowersIt() {
    FunctionTerms mild = terms(AminoAcid.VAL, AminoAcid.ILE, 0, false);
    FunctionTerms harsh = terms(AminoAcid.VAL, AminoAcid.PRO, 8, false);
    FunctionTerms essential = terms(AminoAcid.VAL, AminoAcid.ILE, 0, true);

    double weaker = MODEL.pResistant(3, SPREAD, List.of(mild));

    assertThat(weaker).isGreaterThan(MODEL.pResistant(0, SPREAD, List.of(mild)));
    assertThat(weaker).isGreaterThan(MODEL.pResistant(3, SPREAD, List.of(harsh)));
    assertThat(MODEL.pResistant(3, SPREAD, List.of(essential))).isLessThan(0.06);
  }

  @Test
  void aProteinThatIsNoKinaseHasTheBaseRateWithoutALossOfBinding() {
    FunctionTerms other =
        new FunctionTerms(AminoAcid.GLU, AminoAcid.LYS, 1, 0, 0.8, 20, false, false);

    assertThat(MODEL.pResistant(-5, SPREAD, List.of(other)))
        .isCloseTo(MODEL.baseRate(), within(1e-6));
  }

  private static FunctionTerms terms(
      AminoAcid wildType, AminoAcid mutant, double folding, boolean essential) {
    return new FunctionTerms(
        wildType,
        mutant,
        AminoAcidScales.blosum62(wildType, mutant),
        folding,
        0.2,
        4,
        true,
        essential);
  }

  private static double precisionOverChance(List<Row> rows, double[] p, int from, int to) {
    boolean[] resistant = new boolean[to - from];
    double[] score = new double[to - from];
    int positives = 0;
    for (int i = from; i < to; i++) {
      resistant[i - from] = rows.get(i).resistant();
      score[i - from] = p[i];
      positives += rows.get(i).resistant() ? 1 : 0;
    }
    double ap = Ranking.averagePrecision(resistant, score);
    return ap * (to - from) / positives;
  }

  private static List<Row> screen(String... drugs) {
    List<Row> rows = new ArrayList<>();
    ScreenTable table = ScreenTable.read(SharedData.path("tables/abl1_tki_screen.tsv"));
    for (String drug : drugs) {
      String base = SharedData.path("structures/hauser/" + drug);
      Complex complex =
          ComplexReader.read(
              new ComplexReader.Source(
                  base + ".pdb", Optional.empty(), Optional.empty(), Optional.of(base + ".sdf")));
      MutationScorer scorer = new MutationScorer(complex, Calibration.bundled());
      ChainNumbering numbering =
          ChainNumbering.of(complex, BundledSequences.of("P00519").orElseThrow()).orElseThrow();
      for (ScreenTable.Change change : table.changes()) {
        if (!change.drug().equals(drug)) {
          continue;
        }
        Substitution s = ProteinChangeParser.parse(change.mutation()).substitutions().get(0);
        Optional<Residue> residue = numbering.residue(s.position()).filter(Residue::hasBackbone);
        if (residue.isPresent()) {
          BindingChange binding =
              scorer.score(
                  List.of(new MutationScorer.Site(residue.get(), s.wildType(), s.mutant())));
          rows.add(
              new Row(s.position(), binding.function().get(0), binding.ddg(), change.resistant()));
        }
      }
    }
    return rows;
  }
}
