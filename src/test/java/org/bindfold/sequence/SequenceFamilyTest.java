package org.bindfold.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.junit.jupiter.api.Test;

class SequenceFamilyTest {

  @Test
  void aFamilyThatNeverDiffersSaysWhatBlosum62Says() {
    SequenceFamily family = read(">a\nLKT\n>b\nLKT\n>c\nLKT\n>d\nLKT\n>e\nLKT\n");

    String reference = family.reference().residues();
    assertThat(reference).isEqualTo("LKT");
    for (int position = 1; position <= reference.length(); position++) {
      AminoAcid here = AminoAcid.ofLetter(reference.charAt(position - 1)).orElseThrow();
      for (AminoAcid other : AminoAcid.values()) {
        assertThat(family.score(position, other).orElseThrow())
            .isCloseTo(AminoAcidScales.blosum62(here, other), within(1e-9));
      }
    }
  }

  /**
   * Both columns hold L in four rows of five; by hand, the five rows weigh 1/8 four times and 1/2.
   */
  @Test
  void mixesWeightedFrequenciesWithWhatBlosum62Expects() {
    SequenceFamily family = read(">a\nLL\n>b\nLL\n>c\nLL\n>d\nLL\n>e\nMM\n");

    double leucine = 0.5;
    double methionine = 0.5;
    double background = (2 * methionine + 1) / (2 + 20);
    double expected =
        leucine * Math.pow(2, AminoAcidScales.blosum62(AminoAcid.MET, AminoAcid.LEU) / 2.0)
            + methionine
                * Math.pow(2, AminoAcidScales.blosum62(AminoAcid.MET, AminoAcid.MET) / 2.0);
    double odds = (1 * methionine / background + 10 * expected) / (1 + 10);
    assertThat(score(family, 1, AminoAcid.MET)).isCloseTo(2 * log2(odds), within(1e-9));
    assertThat(score(family, 1, AminoAcid.MET))
        .isGreaterThan(AminoAcidScales.blosum62(AminoAcid.LEU, AminoAcid.MET));
    assertThat(score(family, 1, AminoAcid.ASP)).isLessThan(0);
  }

  @Test
  void columnsWhereTheProteinHasAGapAreNoPositions() {
    SequenceFamily family = read(">a\nL-KT\n>b\nLG.T\n>c\nLGKT\n>d\nlgkt\n>e\nL--T\n");

    assertThat(family.reference().residues()).isEqualTo("LKT");
    assertThat(score(family, 3, AminoAcid.THR)).isGreaterThan(score(family, 3, AminoAcid.SER));
  }

  @Test
  void whatOnlyTheProteinHasNeitherCountsNorChangesTheRest() {
    SequenceFamily whole = read(">a\nLT\n>b\nLS\n>c\nMT\n>d\nLT\n>e\nLV\n");
    SequenceFamily longer =
        read(">a\nLXTWWWWWW\n>b\nL-S------\n>c\nM-T------\n>d\nL-T------\n>e\nL-V------\n");

    assertThat(longer.reference().residues()).isEqualTo("LXTWWWWWW");
    for (AminoAcid aminoAcid : AminoAcid.values()) {
      assertThat(longer.score(1, aminoAcid)).isEqualTo(whole.score(1, aminoAcid));
      assertThat(longer.score(3, aminoAcid)).isEqualTo(whole.score(2, aminoAcid));
      assertThat(longer.score(2, aminoAcid)).isEmpty();
      assertThat(longer.score(4, aminoAcid)).isEmpty();
    }
  }

  @Test
  void whatIsNoAlignmentIsRefusedWithWhatToDo() {
    refuses(">a\nLKT\n>b\nLK\n>c\nLKT\n>d\nLKT\n>e\nLKT\n", "family.fasta:3", "columns", "A3M");
    refuses(">a\nLKT\n>b\nLKT\n", "2 sequences", "expected 5 to 20000");
    refuses(">a\n---\n>b\nLKT\n>c\nLKT\n>d\nLKT\n>e\nLKT\n", "family.fasta:1", "first row");
    refuses(">a\nXX\n>b\nXX\n>c\nXX\n>d\nXX\n>e\nXX\n", "family.fasta:1", "first row");
    refuses(">a\nLKT\n>b\nLK~\n>c\nLKT\n>d\nLKT\n>e\nLKT\n", "family.fasta:4", "gaps as '-'");
    refuses(">a\nLK*\n>b\nLKT\n>c\nLKT\n>d\nLKT\n>e\nLKT\n", "family.fasta:2", "gaps as '-'");
    refuses("LKT\n", "before any header");
  }

  private static void refuses(String text, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts);
  }

  private static double score(SequenceFamily family, int position, AminoAcid aminoAcid) {
    return family.score(position, aminoAcid).orElseThrow();
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static SequenceFamily read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return SequenceFamily.read(
        InputFile.over("family.fasta", new ByteArrayInputStream(bytes), 1 << 20));
  }
}
