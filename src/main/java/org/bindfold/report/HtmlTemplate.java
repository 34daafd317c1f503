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
 * A page for people, filled in. Every value is escaped; an empty text or list leaves its part out.
 */
final class HtmlTemplate {
  /** Not allowed in HTML, whatever the escaping. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]");

  private final Template template;

  /** The template of a resource beside this class; it holds no state between pages. */
  HtmlTemplate(String name) {
    template =
        Mustache.compiler()
            .withEscaper(text -> Escapers.HTML.escape(CONTROL.matcher(text).replaceAll("\uFFFD")))
            .emptyStringIsFalse(true)
            .zeroIsFalse(true)
            .withLoader(HtmlTemplate::resource)
            .compile(resource(name));
  }

  String fill(Object page) {
    return template.execute(page);
  }

  private static Reader resource(String name) {
    try (InputStream resource = HtmlTemplate.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new StringReader(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
