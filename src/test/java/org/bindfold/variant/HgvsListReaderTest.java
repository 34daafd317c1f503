package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.ProteinChange.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HgvsListReaderTest {

  @Test
  void readsTheProjectsExample() {
    try (InputFile file = InputFile.open("mutations/all-methotrexate.tsv", 1 << 20)) {
      VariantSet set = Inputs.read(file);
      assertThat(set.format()).isEqualTo("HGVS protein list");
      assertThat(set.assembly()).isEmpty();
      assertThat(set.variants())
          .extracting(call -> call.gene() + " " + call.change().shortName())
          .containsExactly("DHFR L23F", "DHFR L23R", "DHFR F32R", "DHFR Q103H");
      assertThat(set.variants().get(0).alleleFraction()).hasValue(0.31);
      assertThat(set.skipped()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABL1:p.Thr315Ile",
        "ABL1 p.Thr315Ile",
        "ABL1\tp.Thr315Ile",
        "ABL1 T315I",
        "abl1 t315i",
        "ABL1: p.(Thr315Ile)",
        "BCR-ABL1:T315I",
        "BCR::ABL1:p.Thr315Ile",
        "BCR::ABL1 T315I",
        "BCR-ABL\tT315I",
        "ABL T315I",
        "P00519:p.Thr315Ile",
        "NM_005157.6(ABL1):c.944C>T (p.Thr315Ile)",
        "ABL1:c.944C>T p.(Thr315Ile)",
        "ABL1:p.Thr315Ile\tfirst seen in May"
      })
  void readsEveryWayOfWritingGeneAndChange(String line) {
    VariantSet set = Inputs.read(line + "\r\n");
    assertThat(set.skipped()).isEmpty();
    assertThat(set.variants())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.gene()).isEqualTo("ABL1");
              assertThat(call.change().hgvs()).isEqualTo("p.Thr315Ile");
            });
  }

  @Test
  void leavesOutCommentsAndBlankLinesAndKeepsLineNumbers() {
    VariantSet set =
        Inputs.read("# mine\n\nGene\tChange\tVAF\tDepth\nABL1\tT315I\t42%\t\nABL1\tE255K\t.\t80\n");
    assertThat(set.variants())
        .extracting(call -> call.line().orElseThrow())
        .containsExactly(4L, 5L);
    assertThat(set.variants().get(0).alleleFraction()).hasValue(0.42);
    assertThat(set.variants().get(0).depth()).isEmpty();
    assertThat(set.variants().get(1).alleleFraction()).isEmpty();
    assertThat(set.variants().get(1).depth()).hasValue(80);
  }

  @Test
  void countsWhatIsOffThePanelOrUnchanged() {
    VariantSet set =
        Inputs.read("TP53 R175H\nABL2 T361I\nDHFR2 L23F\nESR2 A10G\nABL1 p.Thr315=\nESR1 R555*\n");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(6, 1, 4, 1, 0, 0));
    assertThat(set.variants().get(0).change().effect()).isEqualTo(Effect.STOP_GAINED);
  }

  @ParameterizedTest
  @CsvSource({
    "DHFR L22F, L22F fits DHFR as p.Leu23Phe in UniProt numbers (literature numbers omit Met1)",
    "ABL1 T334I, T334I fits ABL1 as p.Thr315Ile",
    "ABL1 T316I, ABL1 (P00519) has Glu at 316",
    "DHFR L900F, past the end",
    "DHFT p.Leu23Phe, did you mean DHFR?",
    "DHRF p.Leu23Phe, did you mean DHFR?",
    "ABL1 T315B, not one of the twenty",
    "ABL1, is not a gene and a change",
    "ABL1 g.944C>T, nucleic acid",
    "NP_005148.2:p.Thr315Ile, is not a gene symbol",
    "'<b>ABL1</b> T315I', is not a gene symbol"
  })
  void skipsWhatCannotBeMeantAndSaysWhy(String line, String reason) {
    VariantSet set = Inputs.read("ABL1 T315I\n" + line + "\n");
    assertThat(set.skipped())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.line()).isEqualTo(2);
              assertThat(s.record()).isEqualTo(line);
              assertThat(s.reason()).contains(reason);
            });
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 1, 0, 0, 0, 1));
  }

  @Test
  void leavesSisterGenesAloneUnlessTheResidueFits() {
    // ATL1 is one letter from ABL1, and a gene of its own; only Thr315 makes it look like a slip.
    assertThat(Inputs.read("ATL1 Q10P\n").counts().offPanel()).isEqualTo(1);
    assertThat(Inputs.read("ATL1 T315I\n").counts().skipped()).isEqualTo(1);
  }

  @Test
  void skipsFractionsAndDepthsThatAreNone() {
    VariantSet set =
        Inputs.read(
            "gene\tchange\tvaf\tdepth\nABL1\tT315I\t1.5\t9\nABL1\tT315I\tNaN\t9\n"
                + "ABL1\tT315I\t0.1\t-3\n\tT315I\t0.1\t3\nABL1\t\t0.1\t3\n");
    assertThat(set.variants()).isEmpty();
    assertThat(set.skipped()).hasSize(5);
  }

  @Test
  void refusesWhatIsNeitherListNorVcf() {
    for (String content :
        new String[] {
          "{\"json\": true}\n", "<html><body>502 Bad Gateway</body></html>\n", "# only a comment\n"
        }) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> Inputs.read(content))
          .withMessageContaining("is neither a VCF nor a list of protein changes");
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read("Hugo_Symbol\tChromosome\n"))
        .withMessageContaining("is a MAF");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read("chromosome\tstart\tend\tgene\tlog2\n"))
        .withMessageContaining("give it as copy numbers");
  }

  @Test
  void translatesChangesOfTheCodingSequence() {
    VariantSet set =
        Inputs.read(
            "NM_005157.6:c.944C>T\nNM_005157.6(ABL1):c.763G>A\nABL1:c.943_944delinsGG\n"
                + "ABL1 c.943_945del\nABL1:c.822+1G>A\nABL1:c.720G>A\n");
    assertThat(set.skipped()).isEmpty();
    assertThat(set.variants())
        .extracting(call -> call.change().shortName())
        .containsExactly("T315I", "E255K", "T315G", "Thr315del", "?");
    assertThat(set.variants().get(0).codingChange()).contains("c.944C>T");
    assertThat(set.counts().synonymous()).isEqualTo(1);
  }

  @Test
  void countsAnUnknownTranscriptOfAGeneOffThePanelAsOffThePanel() {
    VariantSet set =
        Inputs.read(
            "NM_000546.6(TP53):c.5A>T\nENST00000269305.9(tp53) p.Arg175His\n"
                + "NM_000546.6(TP53):c.524G>A (p.Arg175His)\nABL1 T315I\n"
                + "NM_000001.1(ABL1):c.5A>T\nNM_000001.1():c.5A>T\nNM_000001.1(DHFRR):p.Leu23Phe\n");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(7, 1, 3, 0, 0, 3));
    assertThat(set.skipped())
        .extracting(s -> s.reason())
        .satisfiesExactly(
            r -> assertThat(r).contains("names the transcript NM_000001.1, which is not known"),
            r -> assertThat(r).contains("names the transcript NM_000001.1, which is not known"),
            r -> assertThat(r).contains("did you mean DHFR?"));
  }

  @Test
  void saysWhyAChangeOfTheCodingSequenceCannotBeTranslated() {
    VariantSet set =
        Inputs.read(
            "ABL1:c.944G>T\nABL1:c.99999C>T\nNM_000001.1:c.1A>G\nDHFR:c.69G>T\nABL1:c.nonsense\n"
                + "ABL1:c.900+77G>A\n");
    assertThat(set.skipped())
        .extracting(s -> s.reason())
        .satisfiesExactly(
            r -> assertThat(r).contains("has C at c.944, not G"),
            r -> assertThat(r).contains("is not bundled"),
            r -> assertThat(r).contains("known are NM_005157"),
            r -> assertThat(r).contains("DHFR, which is not bundled"),
            r -> assertThat(r).contains("is not a change of the coding sequence"),
            r -> assertThat(r).contains("lies in an intron"));
  }

  @Test
  void namesWhatTheListSaysOfTheProteinWhereItDiffers() {
    VariantSet set = Inputs.read("NM_005157.6:c.944C>T (p.Thr315Ala)\n");
    assertThat(set.variants())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.change().hgvs()).isEqualTo("p.Thr315Ile");
              assertThat(call.notes())
                  .singleElement()
                  .asString()
                  .contains("the list says p.Thr315Ala");
            });
  }

  @Test
  void countsNucleicAcidChangesOfOtherGenesAsOffThePanel() {
    VariantSet set = Inputs.read("EGFR:c.2573T>G\nABL1 T315I\n");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 1, 1, 0, 0, 0));
  }
}
