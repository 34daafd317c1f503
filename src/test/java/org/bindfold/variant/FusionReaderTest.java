package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bindfold.genome.GenePanel;
import org.bindfold.variant.FusionCall.BreakpointType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusionReaderTest {
  private static final String STAR =
      "#FusionName\tJunctionReadCount\tSpanningFragCount\tSpliceType\tLeftGene\tLeftBreakpoint"
          + "\tRightGene\tRightBreakpoint\tLargeAnchorSupport\tFFPM\n";
  private static final String ARRIBA =
      "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\tbreakpoint2"
          + "\tsplit_reads1\tsplit_reads2\tconfidence\n";

  private static String star(String left, String leftBreakpoint, String right, String breakpoint) {
    return String.join(
            "\t",
            left + "--" + right,
            "45",
            "12",
            "ONLY_REF_SPLICE",
            left + "^ENSG1",
            leftBreakpoint,
            right + "^ENSG2",
            breakpoint,
            "YES_LDAS",
            "1.2")
        + "\n";
  }

  /** Breakpoints at the ends of BCR's exons and the start of ABL1's exon 2, by the exon table. */
  @ParameterizedTest
  @CsvSource({
    "chr22:23182239:+, chr9:130854064:+, e1a2, P190",
    "chr22:23289621:+, chr9:130854064:+, e13a2, P210",
    "chr22:23290413:+, chr9:130854064:+, e14a2, P210",
    "chr22:23290413:+, chr9:130854801:+, e14a3, P210",
    "chr22:23311836:+, chr9:130854064:+, e19a2, P230",
    "chr22:23271592:+, chr9:130854064:+, e6a2, ATYPICAL",
    "22:23632600:+, 9:133729451:+, e14a2, P210",
    "22:23524426:+, 9:133729451:+, e1a2, P190",
    // In the introns, as a caller of genomic breakpoints places them.
    "chr22:23290600:+, chr9:130800000:+, e14a2, P210"
  })
  void establishesBcrAbl1AndItsType(String bcr, String abl1, String junction, BreakpointType type) {
    VariantSet set = Inputs.read(STAR + star("BCR", bcr, "ABL1", abl1));
    assertThat(set.format()).isEqualTo("STAR-Fusion calls");
    assertThat(set.fusions())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.junction()).contains(junction);
              assertThat(call.type()).contains(type);
              assertThat(call.reads()).hasValue(45);
            });
    assertThat(set.notes()).singleElement().asString().contains("BCR::ABL1 " + junction);
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(1, 1, 0, 0, 0, 0));
  }

  @Test
  void readsArribaAndLeavesOutWhatItDoubts() {
    String row = "BCR\tABL1\t+/+\t+/+\t22:23290413\t9:130854064\t20\t30\t";
    VariantSet set = Inputs.read(ARRIBA + row + "high\n" + row + "low\n");
    assertThat(set.format()).isEqualTo("Arriba calls");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 1, 0, 0, 1, 0));
    assertThat(set.fusions().get(0).name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
    assertThat(set.fusions().get(0).reads()).hasValue(50);
    VariantReadOptions include =
        new VariantReadOptions(Optional.empty(), Optional.empty(), true, GenePanel.symbols());
    assertThat(Inputs.read(ARRIBA + row + "low\n", include).fusions()).hasSize(1);
  }

  @Test
  void countsOtherFusionsAndTheReciprocalOneAsOffThePanel() {
    String other = star("EML4", "chr2:42264951:+", "ALK", "chr2:29223528:-");
    String reciprocal = star("ABL1", "chr9:130835525:+", "BCR", "chr22:23291000:+");
    String partner = star("ETV6", "chr12:11869969:+", "ABL1", "chr9:130854064:+");
    VariantSet set = Inputs.read(STAR + other + reciprocal + partner);
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(3, 1, 2, 0, 0, 0));
    assertThat(set.fusions().get(0).name()).isEqualTo("ETV6::ABL1");
  }

  @ParameterizedTest
  @CsvSource({"chr1:5:+, in neither gene", "somewhere, expected like chr22:23290413"})
  void skipsABreakpointThatCannotBe(String breakpoint, String reason) {
    VariantSet set =
        Inputs.read(
            STAR
                + star("BCR", breakpoint, "ABL1", "chr9:130854064:+")
                + star("BCR", "chr22:23290413:+", "ABL1", "chr9:130854064:+"));
    assertThat(set.skipped())
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).contains(reason));
    assertThat(set.fusions()).hasSize(1);
  }
}
