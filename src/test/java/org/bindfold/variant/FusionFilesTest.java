package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindfold.variant.FusionInputs.only;
import static org.bindfold.variant.FusionInputs.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.SharedData;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GenomePosition;
import org.bindfold.io.InputException;
import org.bindfold.sequence.GeneticCode;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.bindfold.sequence.ReadingFrame;
import org.junit.jupiter.api.Test;

/** Real files of the callers. */
class FusionFilesTest {
  /** Its rows end in a tab that the header has not; none of its fusions is of the panel. */
  @Test
  void ofStarFusionIsReadToTheLastRow() {
    VariantSet set = shared("star_fusion.tsv");

    assertThat(set.format()).isEqualTo("STAR-Fusion calls");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(178, 0, 178, 0, 0, 0));
  }

  /** The same file with its first fusion made one of BCR and ABL1. */
  @Test
  void ofStarFusionWithACallOfThePanel() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(SharedData.path("examples/star_fusion.tsv")));
    String changed =
        lines
            .get(1)
            .replace("CD2AP^", "BCR^")
            .replace("6:47471176:+", "22:23632600:+")
            .replace("C11orf80^", "ABL1^")
            .replace("11:66563752:+", "9:133729451:+");

    FusionCall call = only(lines.get(0) + "\n" + changed + "\n");

    assertThat(changed).endsWith("\t");
    assertThat(call.name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
    assertThat(call.reads()).isEqualTo(new FusionReads(OptionalInt.of(10), OptionalInt.of(0)));
  }

  @Test
  void ofArribaIsReadWithItsFrameAndBothCountsOfReads() {
    VariantSet set = shared("arriba.BCR_ABL1.tsv");

    assertThat(set.skipped()).isEmpty();
    assertThat(set.fusions())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
              assertThat(call.frame())
                  .isEqualTo(new FusionFrame(ReadingFrame.IN_FRAME, ReadingFrame.IN_FRAME));
              assertThat(call.frame().contradictory()).isFalse();
              assertThat(call.kinaseDomain()).isEqualTo(Retention.KEPT);
              assertThat(call.reads())
                  .isEqualTo(new FusionReads(OptionalInt.of(11), OptionalInt.of(0)));
              assertThat(call.upstream().transcript()).contains("NM_004327");
              assertThat(call.downstream().breakpoint())
                  .contains(new GenomePosition("chr9", 130854064, Optional.of(Assembly.GRCH38)));
            });
    assertThat(set.notes())
        .containsExactly(
            "line 2 establishes BCR::ABL1 e14a2 (p210), in frame, kinase domain kept, 11 reads "
                + "across it.");
  }

  /**
   * Arriba's transcript, translated from the codon that our exons give: one base of BCR's last
   * codon is left over, and ABL1 then reads as in P00519 from residue 28 on.
   */
  @Test
  void ofArribaTranslatesInTheFrameOfTheExons() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of(SharedData.path("examples/arriba.BCR_ABL1.tsv")));
    int column = List.of(lines.get(0).split("\t")).indexOf("fusion_transcript");
    String transcript = lines.get(1).split("\t")[column].replace("_", "");
    String[] parts = transcript.toUpperCase(Locale.ROOT).split("\\|");
    int leftOver = 2782 % 3;

    String behind =
        GeneticCode.translate(
            parts[0].substring(parts[0].length() - leftOver) + parts[1].substring(0, 62));

    assertThat(behind.substring(1)).startsWith("ALQRPVASDFEPQGLSEAAR");
  }

  @Test
  void ofLinxIsReadThoughNoneOfItsFusionsIsOfThePanel() {
    VariantSet set = shared("tumor_sample.linx.fusion.tsv");

    assertThat(set.format()).isEqualTo("LINX fusions");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(12, 0, 12, 0, 0, 0));
  }

  /** The breakpoint that it gives for ABL1, 9:13358995, lies 100 million bases before the gene. */
  @Test
  void ofPcgrIsReadButForABreakpointOutsideAbl1() {
    VariantSet set = shared("pcgr.fusions.grch38.tsv");

    assertThat(set.format()).isEqualTo("PCGR fusions");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(9, 0, 8, 0, 0, 1));
    assertThat(set.skipped().get(0).reason())
        .isEqualTo("has breakpoint chr9:13358995, which is not in ABL1 on GRCh37 or GRCh38.");
  }

  @Test
  void ofStructuralVariantsIsRefusedByName() {
    // Asked for here: within the assertion the missing file would be taken for the refusal.
    assertThat(SharedData.path("examples/sv_table.txt")).endsWith("sv_table.txt");

    assertThatThrownBy(() -> shared("sv_table.txt"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sv_table.txt: is a table of structural variants")
        .hasMessageContaining("Give the fusions of STAR-Fusion, Arriba or LINX");
  }
}
