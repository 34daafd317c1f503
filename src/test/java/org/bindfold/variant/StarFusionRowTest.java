package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindfold.variant.FusionInputs.STAR;
import static org.bindfold.variant.FusionInputs.only;
import static org.bindfold.variant.FusionInputs.row;
import static org.bindfold.variant.FusionInputs.star;

import java.util.OptionalInt;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.bindfold.sequence.ReadingFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarFusionRowTest {
  private static final String BCR_ABL1 =
      "BCR^ENSG1\tchr22:23290413:+\tABL1^ENSG2\tchr9:130854064:+";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Old, with the names of the reads in columns of the same name.
        "#fusion_name\tJunctionReads\tSpanningFrags\tSplice_type\tLeftGene\tLeftBreakpoint"
            + "\tRightGene\tRightBreakpoint\tJunctionReads\tSpanningFrags\n"
            + "BCR--ABL1\t7\t3\tONLY_REF_SPLICE\t"
            + BCR_ABL1
            + "\tread1,read2\tread3\n",
        "#FusionName\tJunctionReadCount\tSpanningFragCount\tSpliceType\tLeftGene\tLeftBreakpoint"
            + "\tRightGene\tRightBreakpoint\tLargeAnchorSupport\tJ_FFPM\tS_FFPM\n"
            + "BCR--ABL1\t7\t3\tONLY_REF_SPLICE\t"
            + BCR_ABL1
            + "\tYES_LDAS\t1.0\t2.0\n",
        // New, where the columns of reads' names stand behind.
        "#FusionName\tJunctionReadCount\tSpanningFragCount\test_J\test_S\tSpliceType\tLeftGene"
            + "\tLeftBreakpoint\tRightGene\tRightBreakpoint\tJunctionReads\tSpanningFrags\tFFPM\n"
            + "BCR--ABL1\t7\t3\t7.0\t3.0\tONLY_REF_SPLICE\t"
            + BCR_ABL1
            + "\tread1,read2\tread3\t0.5\n"
      })
  void ofEveryVersionIsRead(String content) {
    FusionCall call = only(content);

    assertThat(call.name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
    assertThat(call.reads()).isEqualTo(new FusionReads(OptionalInt.of(7), OptionalInt.of(3)));
  }

  @ParameterizedTest
  @CsvSource({"INFRAME, IN_FRAME", "FRAMESHIFT, OUT_OF_FRAME", "NA, NOT_KNOWN", "., NOT_KNOWN"})
  void saysTheFrameOfOtherGenes(String text, ReadingFrame frame) {
    String header =
        "#FusionName\tJunctionReadCount\tLeftGene\tLeftBreakpoint\tRightGene\tRightBreakpoint"
            + "\tCDS_LEFT_ID\tCDS_RIGHT_ID\tPROT_FUSION_TYPE\n";
    FusionCall call =
        only(
            header
                + row(
                    "ETV6--ABL1",
                    "9",
                    "ETV6^ENSG1",
                    "chr12:11869969:+",
                    "ABL1^ENSG2",
                    "chr9:130854064:+",
                    "ENST00000396373.8",
                    "ENST00000318560.5",
                    text));

    assertThat(call.frame()).isEqualTo(new FusionFrame(ReadingFrame.NOT_KNOWN, frame));
    assertThat(call.frame().source())
        .isEqualTo(
            frame == ReadingFrame.NOT_KNOWN
                ? FusionFrame.Source.NOBODY
                : FusionFrame.Source.CALLER);
    assertThat(call.upstream().transcript()).contains("ENST00000396373.8");
    assertThat(call.downstream().transcript()).contains("NM_005157");
  }

  @ParameterizedTest
  @CsvSource({"'\t', 0", "'\t\t', 1", "'\tx', 1"})
  void takesOneEmptyCellMoreThanTheHeaderHas(String more, int skipped) {
    String good = star("BCR", "chr22:23290413:+", "ABL1", "chr9:130854064:+");
    VariantSet set = Inputs.read(STAR + good + good.replace("\n", more + "\n"));

    assertThat(set.skipped()).hasSize(skipped);
    assertThat(set.fusions()).hasSize(2 - skipped);
  }

  @Test
  void transcribedAgainstAbl1MakesNoKinase() {
    FusionCall call = only(STAR + star("BCR", "chr22:23290413:+", "ABL1", "chr9:130854064:-"));

    assertThat(call.name()).isEqualTo("BCR::ABL1 (p210)");
    assertThat(call.frame().frame()).isEqualTo(ReadingFrame.NOT_KNOWN);
    assertThat(call.kinaseDomain()).isEqualTo(Retention.LOST);
  }
}
