package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bindfold.MutationScores.Line;
import org.bindfold.MutationScores.Numbering;
import org.bindfold.affinity.BindingChange;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.structure.ComplexReader.Source;
import org.junit.jupiter.api.Test;

/** Methotrexate on human DHFR with NADPH bound, of which nothing was fitted. */
class DhfrRanksTest {
  @Test
  void everyMeasuredMutationOfLeucine22BindsMethotrexateWorseByEitherNumbering() throws Exception {
    Map<String, Double> measured = new TreeMap<>();
    for (String row :
        Files.readAllLines(Path.of(SharedData.path("tables/dhfr_inhibitor_binding.tsv")))) {
      String[] cells = row.split("\t");
      if (cells[1].equals("MTX") && cells[12].equals("7890613") && cells[7].equals("Ki")) {
        double ratio = Double.parseDouble(cells[6]) / Double.parseDouble(cells[5]);
        measured.put(cells[0], BindingChange.RT_KCAL_PER_MOL * Math.log(ratio));
      }
    }
    assertThat(measured).containsOnlyKeys("L22F", "L22R", "L22W", "L22Y");
    assertThat(measured.values()).allSatisfy(d -> assertThat(d).isPositive());

    List<Double> author = scores(List.copyOf(measured.keySet()), Numbering.author());
    List<Double> uniprot =
        scores(
            measured.keySet().stream().map(m -> m.replace("22", "23")).toList(),
            Numbering.uniprot(BundledSequences.of("P00374").orElseThrow()));

    assertThat(author).hasSize(4).allSatisfy(d -> assertThat(d).isPositive());
    assertThat(uniprot).as("UniProt counts the first methionine").isEqualTo(author);
  }

  private static List<Double> scores(List<String> mutations, Numbering numbering) {
    List<Line> lines = new ArrayList<>();
    mutations.forEach(m -> lines.add(new Line(lines.size() + 1L, m)));
    return MutationScores.of(
            new Source(
                SharedData.path("structures/reference/1U72.pdb"),
                Optional.empty(),
                Optional.of("MTX"),
                Optional.empty()),
            numbering,
            lines)
        .rows()
        .stream()
        .map(r -> r.binding().orElseThrow().ddg())
        .toList();
  }
}
