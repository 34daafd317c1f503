package org.bindfold.report;

import java.util.Locale;
import java.util.Optional;

/** The formats a difference of two reports is written in. They hold the same changes. */
public enum DifferenceFormat {
  /** Sentences, for people. */
  TEXT {
    @Override
    public String render(ReportDifference difference) {
      return DifferenceText.of(difference);
    }
  },
  /** One row per change, under {@link #HEADER}. */
  TSV {
    @Override
    public String render(ReportDifference difference) {
      return DifferenceTable.of(difference);
    }
  },
  /** One self-contained page, for people. */
  HTML {
    @Override
    public String render(ReportDifference difference) {
      return DifferencePage.html(difference);
    }
  };

  /** The header line of the table: column names separated by tabs. */
  public static final String HEADER =
      String.join("\t", "what", "drug", "gene", "change", "field", "old", "new", "class_changed");

  /** The whole difference; the same one gives the same text. Lines end with a line feed. */
  public abstract String render(ReportDifference difference);

  /** The word on the command line: {@code text}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name such as {@code tsv}, in any case; empty for any other text. */
  public static Optional<DifferenceFormat> ofName(String name) {
    for (DifferenceFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
