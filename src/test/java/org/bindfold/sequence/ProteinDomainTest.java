package org.bindfold.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindfold.sequence.ProteinDomain.Kind;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProteinDomainTest {
  private static final ProteinDomain KINASE =
      ProteinDomain.of("ABL1", Kind.PROTEIN_KINASE).orElseThrow();

  /** The glycine-rich loop, the HRD and DFG motifs, and the residue of T315I. */
  @Test
  void holdsTheMotifsOfAKinase() {
    String protein = BundledSequences.of(KINASE.accession()).orElseThrow().residues();
    String domain = protein.substring(KINASE.first() - 1, KINASE.last());

    assertThat(domain).contains("GGGQYGEV", "HRD", "DFG");
    assertThat(protein.charAt(315 - 1)).isEqualTo('T');
    assertThat(315).isBetween(KINASE.first(), KINASE.last());
  }

  @Test
  void isKnownOfAbl1Only() {
    assertThat(ProteinDomain.of("DHFR", Kind.PROTEIN_KINASE)).isEmpty();
  }

  /** Its first codon is c.724 to c.726, its last c.1477 to c.1479. */
  @ParameterizedTest
  @CsvSource({
    "1, KEPT",
    "724, KEPT",
    "725, PART",
    "727, PART",
    "1479, PART",
    "1480, LOST",
    "3393, LOST"
  })
  void isKeptFromItsFirstCodonAndLostBehindItsLast(int firstKept, Retention retention) {
    assertThat(KINASE.keptFrom(firstKept)).isEqualTo(retention);
  }
}
