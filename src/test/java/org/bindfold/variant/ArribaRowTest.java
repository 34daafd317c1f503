package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindfold.variant.FusionInputs.only;
import static org.bindfold.variant.FusionInputs.row;
import static org.bindfold.variant.FusionInputs.withFiltered;

import java.util.OptionalInt;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.bindfold.sequence.ReadingFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArribaRowTest {
  /** The columns of Arriba 2 that are read, in its order. */
  static final String COLUMNS =
      "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\tbreakpoint2"
          + "\tsplit_reads1\tsplit_reads2\tdiscordant_mates\tconfidence\treading_frame"
          + "\ttranscript_id1\ttranscript_id2\tdirection1\tdirection2\tfilters\n";

  private static String arriba(String strands, String frame, String directions, String filters) {
    return row(
        "BCR",
        "ABL1",
        strands.split(" ")[0],
        strands.split(" ")[1],
        "22:23290413",
        "9:130854064",
        "20",
        "30",
        "9",
        "high",
        frame,
        "ENST00000305877.12",
        "ENST00000372348.6",
        directions.split(" ")[0],
        directions.split(" ")[1],
        filters);
  }

  @Test
  void isContradictedInANote() {
    VariantSet set =
        Inputs.read(COLUMNS + arriba("+/+ +/+", "out-of-frame", "downstream upstream", "."));

    assertThat(set.fusions().get(0).frame())
        .isEqualTo(new FusionFrame(ReadingFrame.IN_FRAME, ReadingFrame.OUT_OF_FRAME));
    assertThat(set.fusions().get(0).frame().frame()).isEqualTo(ReadingFrame.IN_FRAME);
    assertThat(set.notes())
        .contains(
            "line 2: BCR::ABL1 e14a2 (p210) is in frame by its exons, but out of frame by the "
                + "caller; the exons count.");
  }

  @ParameterizedTest
  @CsvSource({
    "in-frame, IN_FRAME",
    "out-of-frame, OUT_OF_FRAME",
    "stop-codon, OUT_OF_FRAME",
    "., NOT_KNOWN"
  })
  void saysTheFrame(String text, ReadingFrame frame) {
    FusionCall call =
        only(COLUMNS + arriba("+/+ +/+", text, "downstream upstream", "duplicates(2)"));

    assertThat(call.frame().byCaller()).isEqualTo(frame);
    assertThat(call.reads()).isEqualTo(new FusionReads(OptionalInt.of(50), OptionalInt.of(9)));
  }

  /** Of a filter that took the event as a whole the number of reads is missing. */
  @ParameterizedTest
  @CsvSource({
    "., 0",
    "duplicates(2), 0",
    "'duplicates(2),mismatches(1)', 0",
    "blacklist, 1",
    "'duplicates(2),relative_support', 1"
  })
  void discardedCallsCountAsFiltered(String filters, int filtered) {
    String content = COLUMNS + arriba("+/+ +/+", ".", "downstream upstream", filters);

    assertThat(Inputs.read(content).counts().filtered()).isEqualTo(filtered);
    assertThat(Inputs.read(content, withFiltered()).fusions()).hasSize(1);
  }

  /** Without predicted strands the genes stand in any order; the directions tell which is first. */
  @Test
  void isTurnedRoundWhereItDidNotKnowTheOrder() {
    String turned =
        row(
            "ABL1",
            "BCR",
            "+/.",
            "+/.",
            "9:130854064",
            "22:23290413",
            "20",
            "30",
            "9",
            "high",
            ".",
            ".",
            ".",
            "upstream",
            "downstream",
            ".");
    String reciprocal = turned.replace("upstream\tdownstream", "downstream\tupstream");

    assertThat(only(COLUMNS + turned).name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
    assertThat(Inputs.read(COLUMNS + reciprocal).counts().offPanel()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // Head to tail, but of the wrong strand of ABL1.
    "+/+ +/-, downstream downstream, LOST",
    // Start to start, strands not predicted.
    "+/. +/., downstream downstream, LOST",
    // End to end: ABL1's part is there, BCR's is not.
    "+/- +/+, upstream upstream, KEPT",
    "+/. +/., upstream upstream, KEPT"
  })
  void antisensePartnersAreNotPlaced(String strands, String directions, Retention domain) {
    FusionCall call = only(COLUMNS + arriba(strands, ".", directions, "."));

    assertThat(call.junction()).isEmpty();
    assertThat(call.frame().frame()).isEqualTo(ReadingFrame.NOT_KNOWN);
    assertThat(call.kinaseDomain()).isEqualTo(domain);
  }
}
