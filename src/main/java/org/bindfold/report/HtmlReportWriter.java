package org.bindfold.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Writes the report as one page for people. It opens offline and asks for nothing: the style is
 * inside, there is no script, and a content security policy forbids both to whatever text an input
 * might hold. Every value is escaped.
 */
public final class HtmlReportWriter implements ReportWriter {
  private static final String TEMPLATE = "report.html";

  /** Not allowed in HTML, whatever the escaping. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]");

  private final Template template;

  /** A writer; it holds no state between reports. */
  public HtmlReportWriter() {
    template =
        Mustache.compiler()
            .withEscaper(text -> Escapers.HTML.escape(CONTROL.matcher(text).replaceAll("\uFFFD")))
            .emptyStringIsFalse(true)
            .zeroIsFalse(true)
            .withLoader(HtmlReportWriter::resource)
            .compile(resource(TEMPLATE));
  }

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public byte[] render(ResistanceReport report) {
    return template.execute(HtmlPage.of(report)).getBytes(StandardCharsets.UTF_8);
  }

  private static Reader resource(String name) {
    try (InputStream resource = HtmlReportWriter.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new StringReader(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
