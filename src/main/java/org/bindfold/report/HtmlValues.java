package org.bindfold.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.bindfold.report.ResistanceReport.Exposure;
import org.bindfold.resistance.Outcome;

/** What several sections of the page show, as text: numbers, outcomes, fold changes, levels. */
final class HtmlValues {
  private HtmlValues() {}

  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  /** Empty where there is none. */
  static String number(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }

  /**
   * An outcome as the page shows it: a word, and a class that gives it colour and shape.
   *
   * @param word {@code not assessed}
   * @param css {@code not_assessed}
   */
  record OutcomeClass(String word, String css) {
    static OutcomeClass of(Outcome outcome) {
      return ofWord(outcome.toString());
    }

    /** Of the word in other outputs. */
    static OutcomeClass ofWord(String outcome) {
      return new OutcomeClass(outcome.replace('_', ' '), outcome);
    }
  }

  /** A fold change and the ends of its interval; empty texts where not known. */
  record Fold(String value, String low, String high) {
    static Fold of(
        Optional<BigDecimal> value, Optional<BigDecimal> low, Optional<BigDecimal> high) {
      return new Fold(number(value), number(low), number(high));
    }
  }

  /** IC50, Cmax and Ctrough, nM unbound; empty texts where not known. */
  record Level(String ic50, String cmax, String ctrough, String reason) {
    static Level of(Exposure exposure) {
      return new Level(
          number(exposure.ic50Nanomolar()),
          number(exposure.cmaxNanomolar()),
          number(exposure.ctroughNanomolar()),
          exposure.reason());
    }
  }
}
