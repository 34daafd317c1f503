package org.bindfold.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.bindfold.SharedData;
import org.bindfold.affinity.CalibrationFit.Row;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.sequence.Substitution;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.junit.jupiter.api.Test;

/** The bundled calibration is what its fit to the measured binding changes gives. */
class CalibrationTest {
  private record Model(MutationScorer scorer, ChainNumbering numbering) {}

  @Test
  void theBundledValuesAreTheFitToTheMeasuredBindingChanges() throws Exception {
    List<Row> rows = measured();

    Calibration fitted = CalibrationFit.fit(rows, "test");

    Calibration bundled = Calibration.bundled();
    assertThat(rows).hasSize(63);
    assertThat(bundled.weights())
        .extracting(Calibration.Weight::term)
        .isEqualTo(fitted.weights().stream().map(Calibration.Weight::term).toList())
        .isEqualTo(BindingTerm.ALL);
    for (int i = 0; i < bundled.weights().size(); i++) {
      assertThat(bundled.weights().get(i).value())
          .isCloseTo(fitted.weights().get(i).value(), within(0.002));
    }
    assertThat(bundled.shift()).isCloseTo(fitted.shift(), within(0.002));
    assertThat(bundled.residualSd()).isCloseTo(fitted.residualSd(), within(0.002));
  }

  @Test
  void leftOutPositionsAndDrugsArePredictedAsTheReadmeStates() throws Exception {
    List<Row> rows = measured();
    double[] measured = rows.stream().mapToDouble(Row::measured).toArray();

    double[] byPosition = CalibrationFit.leftOut(rows, Row::position);
    double[] byDrug = CalibrationFit.leftOut(rows, Row::drug);

    assertThat(new PearsonsCorrelation().correlation(measured, byPosition))
        .isCloseTo(0.79, within(0.02));
    assertThat(rootMeanSquare(measured, byPosition)).isCloseTo(0.50, within(0.02));
    assertThat(new PearsonsCorrelation().correlation(measured, byDrug))
        .isCloseTo(0.76, within(0.02));
    assertThat(rootMeanSquare(measured, byDrug)).isCloseTo(0.53, within(0.02));
  }

  @Test
  void weightsThatMadeTheDataAreFoundAgain() {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      BindingTerms terms =
          new BindingTerms(random.nextDouble(), 1, random.nextDouble(), random.nextDouble());
      double made = 0.7 * terms.contact() + 0.4 * terms.stabilisation() + 0.2;
      rows.add(new Row("drug" + i % 3, i % 20, terms, made - 0.3 * terms.inactiveStabilisation()));
    }

    double[] weights = CalibrationFit.weights(rows, 1e-9);

    // The third term made the data with a negative weight, which a loss cannot have.
    assertThat(weights[2]).isZero();
    assertThat(weights[0]).isCloseTo(0.7, within(0.05));
    assertThat(weights[1]).isCloseTo(0.4, within(0.05));
  }

  @Test
  void eightyPercentOfANormalDistributionLieWithinTheInterval() {
    assertThat(new Calibration(List.of(), 0, 1, "test").halfWidth())
        .isCloseTo(1.2816, within(1e-4));
  }

  private static double rootMeanSquare(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum / a.length);
  }

  private static List<Row> measured() throws Exception {
    Map<String, Model> models = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (String line :
        Files.readAllLines(Path.of(SharedData.path("tables/abl1_tki_ddg.tsv"))).stream()
            .skip(1)
            .toList()) {
      String[] cells = line.split("\t");
      Model model = models.computeIfAbsent(cells[0], CalibrationTest::model);
      Substitution change = ProteinChangeParser.parse(cells[1]).substitutions().get(0);
      BindingChange binding =
          model.scorer.score(
              List.of(
                  new MutationScorer.Site(
                      model.numbering.residue(change.position()).orElseThrow(),
                      change.wildType(),
                      change.mutant())));
      rows.add(new Row(cells[0], change.position(), binding.terms(), Double.parseDouble(cells[2])));
    }
    return rows;
  }

  private static Model model(String drug) {
    String base = SharedData.path("structures/hauser/" + drug);
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                base + ".pdb", Optional.empty(), Optional.empty(), Optional.of(base + ".sdf")));
    return new Model(
        new MutationScorer(complex, Calibration.bundled()),
        ChainNumbering.of(complex, BundledSequences.of("P00519").orElseThrow()).orElseThrow());
  }
}
