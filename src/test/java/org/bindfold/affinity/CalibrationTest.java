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
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.bindfold.SharedData;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.sequence.Substitution;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private record Model(MutationScorer scorer, ChainNumbering numbering) {}

  @Test
  void theBundledValuesAreTheLeastSquaresFitOfTheMeasuredBindingChanges() throws Exception {
    Map<String, Model> models = new HashMap<>();
    SimpleRegression throughOrigin = new SimpleRegression(false);
    List<double[]> points = new ArrayList<>();
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
      double measured = Double.parseDouble(cells[2]);
      throughOrigin.addData(binding.rawDdg(), measured);
      points.add(new double[] {binding.rawDdg(), measured});
    }

    Calibration calibration = Calibration.bundled();
    assertThat(points).hasSize(63);
    assertThat(calibration.scale()).isCloseTo(throughOrigin.getSlope(), within(0.001));
    assertThat(calibration.residualSd())
        .isCloseTo(Math.sqrt(throughOrigin.getMeanSquareError()), within(0.001));
    assertThat(
            new PearsonsCorrelation(points.toArray(double[][]::new))
                .getCorrelationMatrix()
                .getEntry(0, 1))
        .as("correlation with the measured values, as the README states it")
        .isCloseTo(0.63, within(0.01));
  }

  @Test
  void eightyPercentOfANormalDistributionLieWithinTheInterval() {
    assertThat(new Calibration(1, 1, "test").halfWidth()).isCloseTo(1.2816, within(1e-4));
  }

  private static Model model(String drug) {
    String base = SharedData.path("structures/hauser/" + drug);
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                base + ".pdb", Optional.empty(), Optional.empty(), Optional.of(base + ".sdf")));
    return new Model(
        new MutationScorer(complex, new Calibration(1, 1, "raw")),
        ChainNumbering.of(complex, BundledSequences.of("P00519").orElseThrow()).orElseThrow());
  }
}
