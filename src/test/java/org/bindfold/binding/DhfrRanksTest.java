package org.bindfold.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.bindfold.SharedData;
import org.bindfold.affinity.BindingChange;
import org.bindfold.binding.MutationList.Line;
import org.bindfold.io.WorkerPool;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.WrittenChange;
import org.junit.jupiter.api.Test;

/** Methotrexate on human DHFR with NADPH bound, of which nothing was fitted. */
class DhfrRanksTest {
  @Test
  void everyMeasuredMutationOfLeucine22BindsMethotrexateWorseByEitherNumbering() throws Exception {
    Map<String, Double> measured = measured();
    assertThat(measured.values()).allSatisfy(d -> assertThat(d).isPositive());
    measured.keySet().retainAll(List.of("L22F", "L22R", "L22W", "L22Y"));

    List<Double> author = scores(List.copyOf(measured.keySet()), Numbering.author());
    List<Double> uniprot =
        scores(
            measured.keySet().stream().map(m -> m.replace("22", "23")).toList(),
            Numbering.of(BundledSequences.of("P00374").orElseThrow()));

    assertThat(author).hasSize(4).allSatisfy(d -> assertThat(d).isPositive());
    assertThat(uniprot).as("UniProt counts the first methionine").isEqualTo(author);
  }

  @Test
  void allSevenMutantsStandInTheOrderThatTheDocumentsState() throws Exception {
    Map<String, Double> measured = measured();
    List<Double> predicted = scores(List.copyOf(measured.keySet()), Numbering.author());

    assertThat(measured).hasSize(7);
    assertThat(predicted).allSatisfy(d -> assertThat(d).isPositive());
    double tau =
        new KendallsCorrelation()
            .correlation(
                measured.values().stream().mapToDouble(Double::doubleValue).toArray(),
                predicted.stream().mapToDouble(Double::doubleValue).toArray());
    assertThat(tau).isCloseTo(0.62, within(0.005));
  }

  /**
   * ddG from Ki, kcal/mol. PMID 19478082 gives the wild type beside F31R/Q35E; its rows E35Q and
   * R31F start from the double mutant and end at F31R and Q35E.
   */
  private static Map<String, Double> measured() throws Exception {
    Map<String, Double> measured = new TreeMap<>();
    Map<String, Double> paper = new TreeMap<>();
    double wildType = Double.NaN;
    for (String row :
        Files.readAllLines(Path.of(SharedData.path("tables/dhfr_inhibitor_binding.tsv")))) {
      String[] cells = row.split("\t");
      if (!cells[1].equals("MTX") || !cells[7].equals("Ki")) {
        continue;
      }
      double before = Double.parseDouble(cells[5]);
      double after = Double.parseDouble(cells[6]);
      if (cells[12].equals("7890613")) {
        measured.put(cells[0], ddg(before, after));
      } else if (cells[12].equals("19478082")) {
        paper.put(cells[0], after);
        wildType = cells[0].equals("F31R/Q35E") ? before : wildType;
      }
    }
    measured.put("F31R/Q35E", ddg(wildType, paper.get("F31R/Q35E")));
    measured.put("F31R", ddg(wildType, paper.get("E35Q")));
    measured.put("Q35E", ddg(wildType, paper.get("R31F")));
    return measured;
  }

  private static double ddg(double before, double after) {
    return BindingChange.RT_KCAL_PER_MOL * Math.log(after / before);
  }

  private static List<Double> scores(List<String> mutations, Numbering numbering) {
    List<Line> lines = new ArrayList<>();
    mutations.forEach(m -> lines.add(new Line(lines.size() + 1L, WrittenChange.of(m))));
    return MutationScores.of(
            new ComplexRequest(
                SharedData.path("structures/reference/1U72.pdb"),
                Optional.empty(),
                Optional.of("MTX"),
                Optional.empty(),
                numbering,
                ModelRequest.bundled()),
            lines,
            WorkerPool.all())
        .scores()
        .stream()
        .map(r -> r.binding().orElseThrow().ddg())
        .toList();
  }
}
