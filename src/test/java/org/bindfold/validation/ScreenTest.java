package org.bindfold.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bindfold.SharedData;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.validation.ScreenJudgement.Figure;
import org.bindfold.validation.ScreenJudgement.Scored;
import org.junit.jupiter.api.Test;

class ScreenTest {
  @Test
  void countsTheResistantChangesOfTheScreen() {
    ScreenTable table = ScreenTable.read(SharedData.path("tables/abl1_tki_screen.tsv"));

    for (String drug : List.of("imatinib", "nilotinib")) {
      List<ScreenTable.Change> changes =
          table.changes().stream().filter(c -> c.drug().equals(drug)).toList();
      assertThat(changes).hasSize(1848);
      assertThat(changes.stream().filter(ScreenTable.Change::resistant))
          .hasSize(drug.equals("imatinib") ? 129 : 62);
      assertThat(changes.stream().filter(c -> c.position() <= 228)).hasSize(249);
    }
  }

  @Test
  void aPositionWithoutCoordinatesIsJudgedWithThePriorAndOnlyAmongAllPositions() {
    List<Scored> scored =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    scored(
                        i,
                        i >= 30,
                        OptionalDouble.empty(),
                        i % 4 == 0 ? OptionalDouble.empty() : OptionalDouble.of(i)))
            .toList();

    List<Figure> figures = ScreenJudgement.of(scored);

    assertThat(figures).hasSize(4).allSatisfy(f -> assertThat(f.score()).isEqualTo("ddg"));
    assertThat(figures.get(3).positions()).isEqualTo("in_model");
    assertThat(figures.get(3).changes()).isEqualTo(30);
    assertThat(figures.get(3).value()).as("scores rise with the class").isEqualTo(1);
    assertThat(figures.get(0).chance()).isCloseTo(10.0 / 40, within(1e-9));
    assertThat(figures.get(1).changes()).isEqualTo(40);
    // 2 of 10 resistant changes have the median, between 15 of 22 scored others and 8 tied ones.
    assertThat(figures.get(1).value())
        .isCloseTo((8 * 30 + 2 * (15 + 8 / 2.0)) / (10 * 30), within(1e-9));
  }

  @Test
  void theProbabilityIsRankedWhereTheModelGivesOne() {
    List<Scored> scored =
        IntStream.range(0, 10)
            .mapToObj(i -> scored(i, i >= 5, OptionalDouble.of(i / 10.0), OptionalDouble.of(-i)))
            .toList();

    assertThat(ScreenJudgement.of(scored))
        .allSatisfy(f -> assertThat(f.score()).isEqualTo("p_resistant"))
        .allSatisfy(f -> assertThat(f.value()).isEqualTo(1));
  }

  private static Scored scored(
      int position, boolean resistant, OptionalDouble probability, OptionalDouble ddg) {
    return new Scored(
        new ScreenTable.Change(
            position + 2,
            "drug",
            ProteinChangeParser.parse("A" + (position + 1) + "G"),
            1,
            resistant ? 1 : 0,
            0),
        probability,
        ddg);
  }
}
