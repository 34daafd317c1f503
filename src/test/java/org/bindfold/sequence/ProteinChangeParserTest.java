package org.bindfold.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.bindfold.sequence.ProteinChange.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProteinChangeParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T315I",
        "t315i",
        "Thr315Ile",
        "THR315ILE",
        "p.T315I",
        "p.Thr315Ile",
        "p.(Thr315Ile)",
        "p.(T315I)",
        " P.thr315ile ",
        "p.[Thr315Ile]"
      })
  void readsEveryWayOfWritingOneSubstitution(String text) {
    ProteinChange change = ProteinChangeParser.parse(text);
    assertThat(change.effect()).isEqualTo(Effect.MISSENSE);
    assertThat(change.hgvs()).isEqualTo("p.Thr315Ile");
    assertThat(change.shortName()).isEqualTo("T315I");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "F32R/Q36E",
        "Q36E/F32R",
        "p.[Phe32Arg;Gln36Glu]",
        "p.[(Phe32Arg;Gln36Glu)]",
        "p.Phe32Arg;p.Gln36Glu"
      })
  void readsCompoundChangesInAnyOrder(String text) {
    ProteinChange change = ProteinChangeParser.parse(text);
    assertThat(change.hgvs()).isEqualTo("p.[Phe32Arg;Gln36Glu]");
    assertThat(change.shortName()).isEqualTo("F32R/Q36E");
  }

  @ParameterizedTest
  @CsvSource({
    "R97*, STOP_GAINED, p.Arg97Ter",
    "R97X, STOP_GAINED, p.Arg97Ter",
    "p.Arg97Ter, STOP_GAINED, p.Arg97Ter",
    "p.(Arg97*), STOP_GAINED, p.Arg97Ter",
    "Y185Stop, STOP_GAINED, p.Tyr185Ter",
    "p.Thr315=, SYNONYMOUS, p.Thr315=",
    "T315T, SYNONYMOUS, p.Thr315=",
    "p.=, SYNONYMOUS, p.=",
    "p.(=), SYNONYMOUS, p.=",
    "p.Arg97ProfsTer23, FRAMESHIFT, p.Arg97ProfsTer23",
    "p.Arg97Profs*23, FRAMESHIFT, p.Arg97ProfsTer23",
    "p.Arg97ProfsTer?, FRAMESHIFT, p.Arg97ProfsTer?",
    "R97fs, FRAMESHIFT, p.Arg97fs",
    "R97Pfs*23, FRAMESHIFT, p.Arg97ProfsTer23",
    "p.Lys23del, INFRAME_INDEL, p.Lys23del",
    "p.Lys23_Val25del, INFRAME_INDEL, p.Lys23_Val25del",
    "K23_V25del, INFRAME_INDEL, p.Lys23_Val25del",
    "p.Lys23_Leu24insArgSerGln, INFRAME_INDEL, p.Lys23_Leu24insArgSerGln",
    "K23_L24insRSQ, INFRAME_INDEL, p.Lys23_Leu24insArgSerGln",
    "p.Cys28delinsTrpVal, INFRAME_INDEL, p.Cys28delinsTrpVal",
    "p.Cys28delinsTrpTer, STOP_GAINED, p.Cys28delinsTrpTer",
    "p.Ala3_Ser5dup, INFRAME_INDEL, p.Ala3_Ser5dup",
    "p.Met1?, START_LOST, p.Met1?",
    "M1?, START_LOST, p.Met1?",
    "p.Ter1131GlnextTer17, STOP_LOST, p.Ter1131GlnextTer17",
    "*1131Q, STOP_LOST, p.Ter1131GlnextTer?",
    "p.?, UNKNOWN, p.?"
  })
  void readsTheOtherKindsOfChange(String text, Effect effect, String hgvs) {
    ProteinChange change = ProteinChangeParser.parse(text);
    assertThat(change.effect()).isEqualTo(effect);
    assertThat(change.hgvs()).isEqualTo(hgvs);
  }

  @ParameterizedTest
  @CsvSource({
    "T315B, not one of the twenty",
    "Xaa315Ile, not one of the twenty",
    "T0I, numbered from 1",
    "T0315I, numbered from 1",
    "T100001I, numbered from 1",
    "T99999999999I, is not a protein change",
    "315, is not a protein change",
    "T315, is not a protein change",
    "TI315, is not a protein change",
    "hello, is not a protein change",
    "c.944C>T, nucleic acid",
    "F31R/F31K, position 31 twice",
    "F31R/R97*, substitutions only",
    "F31R//Q35E, is not a protein change",
    "p.[Phe32Arg];[Gln36Glu], brackets",
    "p.Val25_Lys23del, not after its start",
    "p.Lys23_Val25insArg, two neighbours",
    "p.Lys23_Leu24ins, which residues",
    "'<img src=x>', is not a protein change"
  })
  void refusesWhatIsNoChangeAndSaysWhy(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProteinChangeParser.parse(text))
        .withMessageContaining(reason);
  }

  @Test
  void refusesEmptyAndEndlessTextWithoutRepeatingIt() {
    assertThatIllegalArgumentException().isThrownBy(() -> ProteinChangeParser.parse("  "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProteinChangeParser.parse("T315I/".repeat(100_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void showsNoControlCharactersInMessages() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProteinChangeParser.parse("T\u001b[31m315I"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b"));
  }

  @Test
  void readsBackWhateverItWrites() {
    Random random = new Random(315);
    AminoAcid[] all = AminoAcid.values();
    for (int i = 0; i < 2000; i++) {
      AminoAcid from = all[random.nextInt(20)];
      AminoAcid to = all[random.nextInt(20)];
      int position = 1 + random.nextInt(100_000);
      ProteinChange change = ProteinChangeParser.parse("" + from.letter() + position + to.letter());
      assertThat(ProteinChangeParser.parse(change.hgvs())).isEqualTo(change);
      assertThat(change.effect()).isEqualTo(from == to ? Effect.SYNONYMOUS : Effect.MISSENSE);
    }
  }

  @Test
  void neverFailsOtherwiseOnRandomText() {
    Random random = new Random(7);
    String letters = "pPTthrIleX*=?_()[];/delinsfsdup0123456789.> \t\u00e9\uD83D\uDE00";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        assertThat(ProteinChangeParser.parse(text.toString()).hgvs()).startsWith("p.");
      } catch (IllegalArgumentException e) {
        assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class).hasMessageMatching(".+");
      }
    }
  }
}
