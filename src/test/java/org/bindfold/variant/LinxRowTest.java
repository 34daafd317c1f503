package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindfold.variant.FusionInputs.LINX;
import static org.bindfold.variant.FusionInputs.only;
import static org.bindfold.variant.FusionInputs.row;
import static org.bindfold.variant.FusionInputs.withFiltered;

import java.util.Optional;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GenomePosition;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.bindfold.sequence.ReadingFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinxRowTest {
  private static String linx(String up, String down, String transcript, String coordinates) {
    return row(
        "BCR_ABL1",
        "true",
        "INFRAME",
        up,
        down,
        "BCR",
        transcript,
        "ABL1",
        "ENST00000318560",
        coordinates.split(" ", -1)[0],
        coordinates.split(" ", -1)[1]);
  }

  @Test
  void namesTheExonsItself() {
    FusionCall call = only(LINX + linx("13", "2", "ENST00000305877", " "));

    assertThat(call.name()).isEqualTo("BCR::ABL1 e13a2 (p210)");
    assertThat(call.frame())
        .isEqualTo(new FusionFrame(ReadingFrame.IN_FRAME, ReadingFrame.IN_FRAME));
    assertThat(call.kinaseDomain()).isEqualTo(Retention.KEPT);
    assertThat(call.upstream().breakpoint()).isEmpty();
    assertThat(call.reads()).isEqualTo(FusionReads.NONE);
  }

  @Test
  void givesBreakpointsInNewVersions() {
    FusionCall call =
        only(LINX + linx("14", "2", "ENST00000305877", "22:23632700:1 9:133600000:-1"));

    assertThat(call.name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
    assertThat(call.upstream().breakpoint())
        .contains(new GenomePosition("chr22", 23632700, Optional.of(Assembly.GRCH37)));
  }

  /** Breakends in exons, which LINX then names: the bases decide. e14 and a2 less one base each. */
  @Test
  void isPlacedByTheBaseWhereBothBreakpointsAreInExons() {
    FusionCall call =
        only(LINX + linx("14", "2", "ENST00000305877", "22:23632599:1 9:133729452:-1"));

    assertThat(call.frame().byExons()).isEqualTo(ReadingFrame.OUT_OF_FRAME);
    assertThat(call.frame().contradictory()).isTrue();
  }

  @Test
  void withATranscriptOfOtherNumbersIsPlacedByPositionOnly() {
    FusionCall without = only(LINX + linx("13", "2", "ENST00000359540", " "));
    FusionCall with =
        only(LINX + linx("13", "2", "ENST00000359540", "22:23632700:1 9:133600000:-1"));

    assertThat(without.name()).isEqualTo("BCR::ABL1");
    assertThat(without.frame().source()).isEqualTo(FusionFrame.Source.CALLER);
    assertThat(with.name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
  }

  /** LINX takes breakends up to 100,000 bases before a gene for it. */
  @Test
  void beforeAbl1IsPlacedByItsExon() {
    FusionCall call =
        only(LINX + linx("14", "2", "ENST00000305877", "22:23632700:1 9:133550000:-1"));

    assertThat(call.name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
  }

  @ParameterizedTest
  @CsvSource({
    "24, 2, has exon 24 of BCR; expected 1 to 23.",
    "14, 1, has exon 1 of ABL1; expected 2 to 11.",
    "14, x, 'has \"x\" for an exon; expected its number, from 1.'"
  })
  void withAnExonThatIsNotThereIsSkipped(String up, String down, String reason) {
    assertThat(Inputs.read(LINX + linx(up, down, "ENST00000305877", " ")).skipped())
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).isEqualTo(reason));
  }

  @Test
  void notReportedByItselfCountsAsFiltered() {
    String row = linx("13", "2", "ENST00000305877", " ").replace("true", "false");

    assertThat(Inputs.read(LINX + row).counts().filtered()).isEqualTo(1);
    assertThat(Inputs.read(LINX + row, withFiltered()).fusions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "INFRAME, IN_FRAME",
    "SKIPPED_EXONS, IN_FRAME",
    "OUT_OF_FRAME, OUT_OF_FRAME",
    "1, NOT_KNOWN"
  })
  void saysTheFrame(String text, ReadingFrame frame) {
    String row = linx("13", "2", "ENST00000305877", " ").replace("INFRAME", text);

    assertThat(only(LINX + row).frame().byCaller()).isEqualTo(frame);
  }
}
