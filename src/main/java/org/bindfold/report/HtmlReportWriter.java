package org.bindfold.report;

import java.nio.charset.StandardCharsets;

/**
 * Writes the report as one page for people. It opens offline and asks for nothing: the style is
 * inside, there is no script, and a content security policy forbids both to whatever text an input
 * might hold. Every value is escaped.
 */
public final class HtmlReportWriter implements ReportWriter {
  private final HtmlTemplate template = new HtmlTemplate("report.html");

  /** A writer; it holds no state between reports. */
  public HtmlReportWriter() {}

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public byte[] render(ResistanceReport report) {
    return template.fill(HtmlPage.of(report)).getBytes(StandardCharsets.UTF_8);
  }
}
