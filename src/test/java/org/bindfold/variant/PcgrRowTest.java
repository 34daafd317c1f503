package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindfold.variant.FusionInputs.PCGR;
import static org.bindfold.variant.FusionInputs.only;

import java.util.OptionalInt;
import org.bindfold.sequence.ReadingFrame;
import org.junit.jupiter.api.Test;

class PcgrRowTest {
  @Test
  void isReadWithItsReads() {
    FusionCall call = only(PCGR + "BCR--ABL1\t22:23253700\t9:130854064\t50\n");

    assertThat(call.name()).isEqualTo("BCR::ABL1 e1a2 (p190)");
    assertThat(call.reads()).isEqualTo(new FusionReads(OptionalInt.of(50), OptionalInt.empty()));
    assertThat(call.frame().byCaller()).isEqualTo(ReadingFrame.NOT_KNOWN);
  }

  @Test
  void skipsWhatDoesNotNameTwoGenes() {
    assertThat(Inputs.read(PCGR + "BCR-ABL1\t22:23253700\t9:130854064\t50\n").skipped())
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.reason())
                    .isEqualTo("has fusion \"BCR-ABL1\"; expected two genes like BCR--ABL1."));
  }
}
