package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindfold.variant.FusionInputs.ARRIBA;
import static org.bindfold.variant.FusionInputs.LINX;
import static org.bindfold.variant.FusionInputs.PCGR;
import static org.bindfold.variant.FusionInputs.STAR;
import static org.bindfold.variant.FusionInputs.only;
import static org.bindfold.variant.FusionInputs.row;
import static org.bindfold.variant.FusionInputs.star;
import static org.bindfold.variant.FusionInputs.withFiltered;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GenomePosition;
import org.bindfold.io.InputException;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.bindfold.sequence.ReadingFrame;
import org.bindfold.variant.FusionCall.BreakpointType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusionReaderTest {
  private static final String BREAKEND_PAIRS =
      "bio_marker\tleft_gene\tleft_chr\tleft_breakpoint\tright_gene\tright_chr\tright_breakpoint"
          + "\tsv_type\nABL1-BCR\tABL1\tchr9\t133729677\tBCR\tchr22\t23634672\tBND\n";

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
              assertThat(call.junction().map(ExonJunction::toString)).contains(junction);
              assertThat(call.type()).contains(type);
              assertThat(call.reads())
                  .isEqualTo(new FusionReads(OptionalInt.of(45), OptionalInt.of(12)));
            });
    assertThat(set.notes()).singleElement().asString().contains("BCR::ABL1 " + junction);
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(1, 1, 0, 0, 0, 0));
  }

  @Test
  void carriesEverythingOfACall() {
    FusionCall call =
        only(STAR + star("BCR", "22:23632600:+", "ABL", "9:133729451:+").replace("BCR--", "x--"));

    assertThat(call)
        .isEqualTo(
            new FusionCall(
                "given.txt",
                2,
                new FusionPartner(
                    "BCR",
                    Optional.of("NM_004327"),
                    OptionalInt.of(14),
                    Optional.of(
                        new GenomePosition("chr22", 23632600, Optional.of(Assembly.GRCH37)))),
                new FusionPartner(
                    "ABL1",
                    Optional.of("NM_005157"),
                    OptionalInt.of(2),
                    Optional.of(
                        new GenomePosition("chr9", 133729451, Optional.of(Assembly.GRCH37)))),
                new FusionReads(OptionalInt.of(45), OptionalInt.of(12)),
                new FusionFrame(ReadingFrame.IN_FRAME, ReadingFrame.NOT_KNOWN),
                Retention.KEPT));
    assertThat(call.name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
  }

  @Test
  void noteSaysFrameDomainAndReads() {
    assertThat(
            Inputs.read(STAR + star("BCR", "chr22:23273774:+", "ABL1", "chr9:130872129:+")).notes())
        .containsExactly(
            "line 2 establishes BCR::ABL1 e8a5 (atypical breakpoint), in frame, kinase domain kept "
                + "in part, 45 reads across it.");
  }

  @Test
  void readsArribaAndLeavesOutWhatItDoubts() {
    String row = "BCR\tABL1\t+/+\t+/+\t22:23290413\t9:130854064\t20\t30\t";
    VariantSet set = Inputs.read(ARRIBA + row + "high\n" + row + "low\n");
    assertThat(set.format()).isEqualTo("Arriba calls");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 1, 0, 0, 1, 0));
    assertThat(set.fusions().get(0).name()).isEqualTo("BCR::ABL1 e14a2 (p210)");
    assertThat(set.fusions().get(0).reads())
        .isEqualTo(new FusionReads(OptionalInt.of(50), OptionalInt.empty()));
    assertThat(Inputs.read(ARRIBA + row + "low\n", withFiltered()).fusions()).hasSize(1);
  }

  @Test
  void countsOtherFusionsAndTheReciprocalOneAsOffThePanel() {
    String other = star("EML4", "chr2:42264951:+", "ALK", "chr2:29223528:-");
    String reciprocal = star("ABL1", "chr9:130835525:+", "BCR", "chr22:23291000:+");
    String partner = star("ETV6", "chr12:11869969:+", "ABL1", "chr9:130854064:+");
    VariantSet set = Inputs.read(STAR + other + reciprocal + partner);
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(3, 1, 2, 0, 0, 0));
    FusionCall call = set.fusions().get(0);
    assertThat(call.name()).isEqualTo("ETV6::ABL1");
    assertThat(call.upstream().exon()).isEmpty();
    assertThat(call.upstream().transcript()).isEmpty();
    assertThat(call.upstream().breakpoint())
        .contains(new GenomePosition("chr12", 11869969, Optional.of(Assembly.GRCH38)));
    assertThat(call.downstream().exon()).hasValue(2);
    assertThat(call.frame().source()).isEqualTo(FusionFrame.Source.NOBODY);
    assertThat(call.kinaseDomain()).isEqualTo(Retention.KEPT);
  }

  @ParameterizedTest
  @CsvSource({
    "chr1:5:+, chr9:130854064:+, 'has breakpoint chr1:5, which is not in BCR on GRCh37 or GRCh38.'",
    "chr22:23290413:+, 9:13358995:+, 'has breakpoint chr9:13358995, which is not in ABL1 on GRCh37'",
    "somewhere, chr9:130854064:+, expected like chr22:23290413",
    "chr22:0:+, chr9:130854064:+, expected like chr22:23290413",
    "chr22:23290413:+, 9:133729451:+, 'different assemblies: chr22:23290413 and chr9:133729451.'"
  })
  void skipsABreakpointThatCannotBe(String bcr, String abl1, String reason) {
    VariantSet set =
        Inputs.read(
            STAR
                + star("BCR", bcr, "ABL1", abl1)
                + star("BCR", "chr22:23290413:+", "ABL1", "chr9:130854064:+"));
    assertThat(set.skipped())
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).contains(reason));
    assertThat(set.fusions()).hasSize(1);
  }

  /**
   * A gene's position tells the assembly; where both fit, or none is known, the asked one counts.
   */
  @Test
  void tellsTheAssemblyWhereItCan() {
    String both = star("TP53", "17:1:+", "ESR1", "chr6:152012000:+");
    assertThat(only(STAR + both).downstream().breakpoint().orElseThrow().assembly()).isEmpty();
    assertThat(
            Inputs.read(STAR + both, Inputs.on(Assembly.GRCH37))
                .fusions()
                .get(0)
                .upstream()
                .breakpoint()
                .orElseThrow()
                .assembly())
        .contains(Assembly.GRCH37);
  }

  @Test
  void refusesPairsOfBreakendsWithoutOrder() {
    assertThatThrownBy(() -> Inputs.read(BREAKEND_PAIRS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("does not say which gene of a pair gives the start")
        .hasMessageNotContaining("--");
  }

  /** What lies behind ABL1's last codon keeps none of its kinase. */
  @Test
  void abl1BehindItsStopCodonHasLostItsKinase() {
    FusionCall call = only(STAR + star("BCR", "chr22:23290413:+", "ABL1", "chr9:130886000:+"));

    assertThat(call.name()).isEqualTo("BCR::ABL1 (p210)");
    assertThat(call.kinaseDomain()).isEqualTo(Retention.LOST);
  }

  /** The four formats carry the same call: what they share must come out alike. */
  @Test
  void allFormatsPlaceAFusionAlike() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      boolean old = random.nextBoolean();
      int bcr = (old ? 23522397 : 23180210) + random.nextInt(137_000);
      int abl1 = (old ? 133710834 : 130835447) + random.nextInt(50_000);
      String left = "22:" + bcr;
      String right = "9:" + abl1;
      FusionCall pcgr = only(PCGR + row("BCR--ABL1", left, right, "5"));
      List<FusionCall> others =
          List.of(
              only(STAR + star("BCR", left + ":+", "ABL1", right + ":+")),
              only(ARRIBA + row("BCR", "ABL1", "+/+", "+/+", left, right, "2", "3", "high")),
              only(
                  LINX
                      + row(
                          "BCR_ABL1",
                          "true",
                          "",
                          "1",
                          "2",
                          "BCR",
                          "other",
                          "ABL1",
                          "other",
                          left + ":1",
                          right + ":-1")));
      for (FusionCall other : others) {
        assertThat(other.upstream()).isEqualTo(pcgr.upstream());
        assertThat(other.downstream()).isEqualTo(pcgr.downstream());
        assertThat(other.frame()).isEqualTo(pcgr.frame());
        assertThat(other.kinaseDomain()).isEqualTo(pcgr.kinaseDomain());
      }
    }
  }
}
