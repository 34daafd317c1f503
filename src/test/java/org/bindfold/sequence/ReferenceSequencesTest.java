package org.bindfold.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceSequencesTest {
  private static final ProteinSequence ABL1 = BundledSequences.of("P00519").orElseThrow();
  private static final ProteinSequence DHFR = BundledSequences.ofGene("DHFR").orElseThrow();

  @Test
  void bundlesTheProteinsOfTheTwoDrugTargets() {
    assertThat(ABL1.gene()).isEqualTo("ABL1");
    assertThat(ABL1.length()).isEqualTo(1130);
    assertThat(ABL1.at(315)).contains(AminoAcid.THR);
    assertThat(DHFR.accession()).isEqualTo("P00374");
    assertThat(DHFR.length()).isEqualTo(187);
    assertThat(DHFR.at(1)).contains(AminoAcid.MET);
    assertThat(BundledSequences.of("P99999")).isEmpty();
    assertThat(BundledSequences.all()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"T315I", "E255K", "F359V", "p.Met1?", "Y253fs", "p.Lys247_Asn250del", "p.?"})
  void acceptsChangesThatFit(String text) {
    ProteinChange change = ProteinChangeParser.parse(text);
    if (text.contains("Asn250")) {
      assertThat(ReferenceCheck.mismatch(ABL1, change).orElseThrow()).contains("has Gly at 250");
    } else {
      assertThat(ReferenceCheck.mismatch(ABL1, change)).isEmpty();
    }
  }

  @Test
  void recognisesTheLiteratureNumbersOfDhfr() {
    assertThat(ReferenceCheck.mismatch(DHFR, ProteinChangeParser.parse("L22F")).orElseThrow())
        .isEqualTo(
            "DHFR (P00374) has Asp at 22, not Leu; L22F fits DHFR as p.Leu23Phe in UniProt numbers"
                + " (literature numbers omit Met1)");
    assertThat(ReferenceCheck.mismatch(DHFR, ProteinChangeParser.parse("F31R/Q35E")).orElseThrow())
        .contains("F31R/Q35E fits DHFR as p.[Phe32Arg;Gln36Glu]");
  }

  @Test
  void recognisesTheNumbersOfTheLongIsoformOfAbl1() {
    assertThat(ReferenceCheck.mismatch(ABL1, ProteinChangeParser.parse("T334I")).orElseThrow())
        .contains("T334I fits ABL1 as p.Thr315Ile");
  }

  @Test
  void saysHowLongTheProteinIs() {
    assertThat(ReferenceCheck.mismatch(DHFR, ProteinChangeParser.parse("L900F")).orElseThrow())
        .isEqualTo("Leu900 is past the end: DHFR (P00374) has 187 residues");
  }

  @Test
  void readsAProteinThatTheUserGives() {
    ProteinSequence one = read(">anything GN=XYZ1 text\r\nmkv\r\n lq*\r\n", "Q12345");
    assertThat(one).isEqualTo(new ProteinSequence("Q12345", "XYZ1", "MKVLQ"));
    assertThat(read(">A\nMK\n>sp|Q12345|X_HUMAN\nMV\n", "Q12345").residues()).isEqualTo("MV");
  }

  @ParameterizedTest
  @CsvSource({
    "MKV, before any header",
    "'>a', without a sequence",
    "'>a|MK-V', holds the character -",
    "'>a|MK*V', stop (*) at position 3",
    "'>a|ACGTACGTACGTACGTACGTACGTACGTACGTACGT', nucleotide",
    "'>a|MK|>b|MV', holds 2 sequences"
  })
  void refusesWhatIsNotOneProteinAndSaysWhy(String content, String reason) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(content.replace('|', '\n'), "Q12345"))
        .withMessageStartingWith("given.fasta")
        .withMessageContaining(reason);
  }

  @Test
  void refusesAnEndlessSequence() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(">a\n" + "MKLV".repeat(30_000), "Q12345"))
        .withMessageContaining("longer than 100000");
  }

  private static ProteinSequence read(String content, String accession) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try (InputFile file = InputFile.over("given.fasta", new ByteArrayInputStream(bytes), 1 << 20)) {
      return FastaReader.read(file, accession);
    }
  }
}
