package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.bindfold.io.InputException;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void countsAsManyRecordsAsAReportHolds() {
    Tally tally = new Tally("a.vcf");
    tally.offPanel(Integer.MAX_VALUE - 3L);
    tally.filtered(1);
    tally.synonymous();
    tally.skip(9, "x", "y");
    assertThat(tally.counts())
        .isEqualTo(new VariantSet.Counts(Integer.MAX_VALUE, 0, Integer.MAX_VALUE - 3, 1, 1, 1));
    tally.synonymous();
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(tally::counts)
        .withMessageStartingWith("a.vcf: holds 2,147,483,648 records; at most 2,147,483,647 are");
  }

  @Test
  void refusesASumThatWouldComeRoundToASmallNumber() {
    Tally tally = new Tally("a.vcf");
    tally.offPanel(1L << 32);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(tally::counts)
        .withMessageContaining("holds 4,294,967,296 records");
  }

  @Test
  void refusesFilesThatHoldTooManyTogether() {
    VariantSet.Counts most =
        new VariantSet.Counts(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0, 0, 0);
    VariantSet.Counts one = new VariantSet.Counts(1, 0, 0, 1, 0, 0);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> most.plus(one))
        .withMessageContaining("The files hold 2,147,483,648 records together");
  }
}
