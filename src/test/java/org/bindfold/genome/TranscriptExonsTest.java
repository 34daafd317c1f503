package org.bindfold.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bindfold.io.ResourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TranscriptExonsTest {
  private static final TranscriptExons BCR = TranscriptExons.of("BCR").orElseThrow();
  private static final TranscriptExons ABL1 = TranscriptExons.of("ABL1").orElseThrow();

  /**
   * NM_004327.3:c.3012+188 is chr22:23295343 and c.3000 is chr22:23295143 (tests of
   * cancervariants/fusor); the end of exon 1 follows from the lengths of exons 2 to 16.
   */
  @ParameterizedTest
  @CsvSource({"16, 23295155, 3012", "16, 23295143, 3000", "1, 23182239, 1279"})
  void placesTheCodingSequenceOfBcr(int number, int position, int coding) {
    TranscribedExon exon = BCR.exon(number).orElseThrow();

    assertThat(exon.codingPosition(Assembly.GRCH38, position)).hasValue(coding);
  }

  /**
   * e14a2 is NM_004327.4:r.1_3533::NM_005157.6:r.461_5766 in the documentation of GA4GH's Cat-VRS;
   * COSMIC's e8a2 ends at r.2866 of BCR.
   */
  @ParameterizedTest
  @CsvSource({"14, 3533", "8, 2866"})
  void lengthsAddUpToThePositionsInTheTranscript(int number, int end) {
    int sum =
        BCR.all().stream()
            .filter(exon -> exon.number() <= number)
            .mapToInt(exon -> exon.grch38End() - exon.grch38Start() + 1)
            .sum();

    assertThat(sum).isEqualTo(end);
  }

  /** P11274 has 1271 residues, P00519 1130. */
  @Test
  void codingSequencesEndWithTheStopCodon() {
    assertThat(BCR.codingLength()).isEqualTo(3 * (1271 + 1));
    assertThat(ABL1.codingLength()).isEqualTo(3 * (1130 + 1));
  }

  @Test
  void exonsFollowEachOtherWithoutGap() {
    for (TranscriptExons exons : new TranscriptExons[] {BCR, ABL1}) {
      int next = 1;
      for (TranscribedExon exon : exons.all()) {
        assertThat(exon.codingStart()).isEqualTo(next);
        next = exon.codingEnd() + 1;
      }
    }
  }

  /** Two ways to the same table: the gene model's and this one. */
  @ParameterizedTest
  @EnumSource(Assembly.class)
  void agreesWithTheGeneModelOnEveryBaseOfAbl1(Assembly assembly) {
    GeneModel model = GeneModels.bundled().of("ABL1").orElseThrow();
    for (TranscribedExon exon : ABL1.all()) {
      for (int at = exon.start(assembly) - 2; at <= exon.end(assembly) + 2; at++) {
        assertThat(exon.codingPosition(assembly, at)).isEqualTo(model.codingPosition(assembly, at));
      }
    }
  }

  @Test
  void doesNotTranslateTheEndsOfBcr() {
    TranscribedExon first = BCR.exon(1).orElseThrow();
    TranscribedExon last = BCR.exon(23).orElseThrow();

    assertThat(first.codingPosition(Assembly.GRCH38, 23180960)).isEmpty();
    assertThat(first.codingPosition(Assembly.GRCH38, 23180961)).hasValue(1);
    assertThat(last.codingPosition(Assembly.GRCH38, 23315433 + 89)).hasValue(3816);
    assertThat(last.codingPosition(Assembly.GRCH38, 23315433 + 90)).isEmpty();
  }

  @Test
  void findsTheExonsThatACutKeeps() {
    assertThat(BCR.lastKept(Assembly.GRCH38, 23290413)).hasValueSatisfying(e -> is(e, 14));
    assertThat(BCR.lastKept(Assembly.GRCH38, 23290338)).hasValueSatisfying(e -> is(e, 13));
    assertThat(BCR.lastKept(Assembly.GRCH38, 1)).isEmpty();
    assertThat(ABL1.firstKept(Assembly.GRCH38, 1)).hasValueSatisfying(e -> is(e, 2));
    assertThat(ABL1.firstKept(Assembly.GRCH37, 133729625)).hasValueSatisfying(e -> is(e, 3));
    assertThat(ABL1.firstKept(Assembly.GRCH38, 130885684)).isEmpty();
  }

  /** The two transcripts of ABL1 differ in their first exon only. */
  @ParameterizedTest
  @CsvSource({
    "BCR, NM_004327.4, 1, true",
    "BCR, ENST00000305877.12, 23, true",
    "BCR, ENST00000359540, 1, false",
    "BCR, ENST00000318560, 2, false",
    "ABL1, ENST00000318560, 1, true",
    "ABL1, ENST00000372348.6, 2, true",
    "ABL1, ENST00000372348.6, 1, false"
  })
  void knowsWhichTranscriptsNumberTheirExonsAlike(
      String gene, String transcript, int exon, boolean shared) {
    assertThat(TranscriptExons.of(gene).orElseThrow().sharesExon(transcript, exon))
        .isEqualTo(shared);
  }

  /** The exons of a gene of the other strand may stand in the same table, for its gene model. */
  @Test
  void leavesOutGenesOfTheReverseStrand() {
    List<Map<String, String>> rows =
        new ArrayList<>(ResourceTable.read("/org/bindfold/genome/exons.tsv").rows());
    Map<String, String> reverse = new HashMap<>(rows.get(0));
    reverse.put("gene", "EXAMPLE");
    reverse.put("strand", "-");
    rows.add(reverse);

    assertThat(TranscriptExons.byGene(rows)).containsOnlyKeys("ABL1", "BCR");
  }

  @Test
  void refusesExonsThatCannotBe() {
    assertThatThrownBy(() -> new TranscribedExon(1, 1, 10, 1, 9, 1, 9))
        .hasMessageContaining("different lengths");
    assertThatThrownBy(() -> new TranscribedExon(1, 1, 10, 1, 10, 1, 11))
        .hasMessageContaining("too many coding bases");
  }

  private static void is(TranscribedExon exon, int number) {
    assertThat(exon.number()).isEqualTo(number);
  }
}
