package org.bindfold.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.bindfold.sequence.ProteinChange.Effect;
import org.biojava.nbio.core.sequence.DNASequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingSequenceTest {
  // ATG AAA CTT CTT GGA TAC GCA TGG CAA TAA: M K L L G Y A W Q stop
  private static final ProteinSequence PROTEIN = new ProteinSequence("P0", "TOY", "MKLLGYAWQ");
  private static final CodingSequence WHOLE =
      new CodingSequence("NM_TOY", PROTEIN, 1, "ATGAAACTTCTTGGATACGCATGGCAATAA");

  @ParameterizedTest
  @CsvSource({
    "4, A, G, c.4A>G, MISSENSE, p.Lys2Glu",
    "6, A, G, c.6A>G, SYNONYMOUS, p.Lys2=",
    "18, C, A, c.18C>A, STOP_GAINED, p.Tyr6Ter",
    "1, A, G, c.1A>G, START_LOST, p.Met1?",
    "28, T, C, c.28T>C, STOP_LOST, p.Ter10GlnextTer?",
    "4, AA, CC, c.4_5delinsCC, MISSENSE, p.Lys2Pro",
    "6, AC, TA, c.6_7delinsTA, MISSENSE, p.[Lys2Asn;Leu3Ile]",
    "6, ACT, TCT, c.6A>T, MISSENSE, p.Lys2Asn",
    "7, CTT, '', c.10_12del, INFRAME_INDEL, p.Leu4del",
    "10, CTT, '', c.10_12del, INFRAME_INDEL, p.Leu4del",
    "7, '', CTT, c.10_12dup, INFRAME_INDEL, p.Leu4dup",
    "13, '', TGG, c.12_13insTGG, INFRAME_INDEL, p.Leu4_Gly5insTrp",
    "16, TAC, TGGTGG, c.17_18delinsGGTGG, INFRAME_INDEL, p.Tyr6delinsTrpTrp",
    "13, '', TAA, c.12_13insTAA, STOP_GAINED, p.Gly5Ter",
    "13, G, '', c.14del, FRAMESHIFT, p.Gly5AspfsTer?",
    "16, '', A, c.15dup, FRAMESHIFT, p.Tyr6IlefsTer?",
    "19, '', A, c.18_19insA, FRAMESHIFT, p.Ala7SerfsTer?",
    "16, T, '', c.16del, FRAMESHIFT, p.Tyr6ThrfsTer?"
  })
  void namesChangesAsHgvsDoes(
      int position, String removed, String inserted, String coding, Effect effect, String hgvs) {
    CodingChange change = WHOLE.replace(position, removed, inserted).orElseThrow();
    assertThat(change.coding()).isEqualTo(coding);
    assertThat(change.protein().hgvs()).isEqualTo(hgvs);
    assertThat(change.protein().effect()).isEqualTo(effect);
  }

  @Test
  void countsAFrameshiftToItsNewStop() {
    CodingSequence sequence =
        new CodingSequence(
            "NM_TOY", new ProteinSequence("P0", "TOY", "MKAYNRG"), 1, "ATGAAAGCATATAACAGAGGATAA");
    // Without the G of GCA: ATG AAA CAT ATA ACA GAG GAT AA.
    assertThat(sequence.replace(7, "G", "").orElseThrow().protein().hgvs())
        .isEqualTo("p.Ala3HisfsTer?");
    // With one base more: ATG AAA GCA TTA TAA.
    assertThat(sequence.replace(10, "", "T").orElseThrow().protein().hgvs())
        .isEqualTo("p.Tyr4LeufsTer2");
  }

  @Test
  void saysNothingWhereItHasNoBases() {
    CodingSequence part = new CodingSequence("NM_TOY", PROTEIN, 4, "AAACTTCTTGGA");
    assertThat(part.replace(3, "G", "A")).isEmpty();
    assertThat(part.replace(16, "T", "A")).isEmpty();
    assertThat(part.replace(15, "AT", "CC")).isEmpty();
    assertThat(part.replace(4, "", "A")).isEmpty();
    assertThat(part.base(3)).isEmpty();
    assertThat(part.base(15)).contains('A');
  }

  @Test
  void tellsAPartlyStoredCodonOnlyWhereEveryCompletionAgrees() {
    // Of codon 6, TAC, one base is stored; Tyr is TAT or TAC.
    CodingSequence part = new CodingSequence("NM_TOY", PROTEIN, 4, "AAACTTCTTGGAT");
    assertThat(part.replace(16, "T", "C").orElseThrow().protein().hgvs()).isEqualTo("p.Tyr6His");
    // Of codon 3, CTT, two bases are stored; Leu CTN, so that CTT>CAN is His or Gln.
    CodingSequence two = new CodingSequence("NM_TOY", PROTEIN, 4, "AAACT");
    assertThat(two.replace(8, "T", "A")).isEmpty();
    assertThat(two.replace(8, "T", "C").orElseThrow().protein().hgvs()).isEqualTo("p.Leu3Pro");
  }

  @Test
  void refusesBasesThatDoNotMakeTheProtein() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CodingSequence("NM_TOY", PROTEIN, 1, "ATGAAATTT"))
        .withMessageContaining("at 3");
    assertThatIllegalArgumentException().isThrownBy(() -> WHOLE.replace(4, "C", "G"));
    assertThatIllegalArgumentException().isThrownBy(() -> WHOLE.replace(4, "A", "A"));
  }

  @Test
  void translatesAsBioJavaDoes() throws Exception {
    for (char a : "ACGT".toCharArray()) {
      for (char b : "ACGT".toCharArray()) {
        for (char c : "ACGT".toCharArray()) {
          String codon = "" + a + b + c;
          // BioJava would turn a first codon into a start codon, so another stands before it.
          String expected =
              new DNASequence("GGG" + codon + "GGG")
                  .getRNASequence()
                  .getProteinSequence()
                  .getSequenceAsString();
          assertThat(GeneticCode.translate("GGG" + codon + "GGG")).isEqualTo(expected);
          assertThat(GeneticCode.translate(codon).equals("*"))
              .isEqualTo(codon.equals("TAA") || codon.equals("TAG") || codon.equals("TGA"));
        }
      }
    }
  }
}
