package org.bindfold.report;

import java.util.Locale;
import java.util.Optional;

/** The formats a report is written in. */
public enum ReportFormat {
  /** Everything, for programs; described by a JSON Schema. */
  JSON {
    @Override
    public ReportWriter writer() {
      return new JsonReportWriter();
    }
  },
  /** One row per variant and drug, for tables. */
  TSV {
    @Override
    public ReportWriter writer() {
      return new TsvReportWriter();
    }
  },
  /** One self-contained page, for people. */
  HTML {
    @Override
    public ReportWriter writer() {
      return new HtmlReportWriter();
    }
  };

  /** A writer of this format. Writers hold no state between reports. */
  public abstract ReportWriter writer();

  /** The word on the command line: {@code json}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name such as {@code json}, in any case; empty for any other text. */
  public static Optional<ReportFormat> ofName(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (ReportFormat format : values()) {
      if (format.name().equals(upper)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
