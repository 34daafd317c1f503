package org.bindfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page as text: safe, and complete without anything beside it. */
final class HtmlReportWriterTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href)=\"([^\"]*)\"|url\\(([^)]*)\\)|@import");

  static Stream<ResistanceReport> reports() {
    return ReportFixture.all();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void refersToNothingOutsideItself(ResistanceReport report) {
    String html = html(report);
    Matcher references = REFERENCE.matcher(html);
    while (references.find()) {
      assertThat(references.group(1)).matches("#[a-z0-9_-]+|data:,");
    }
    assertThat(html).doesNotContain("http:", "https:").contains("default-src 'none'");
  }

  @Test
  void escapesHostileText() {
    String html = html(ReportFixture.full());
    assertThat(html)
        .doesNotContain("<script", "\u0007")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("A note &amp; &lt;b&gt;more");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void leavesNoTemplateMarkAndNoUnknownAnchor(ResistanceReport report) {
    String html = html(report);
    assertThat(html).doesNotContain("{{", "Optional", "null");
    Matcher anchors = Pattern.compile("href=\"#([^\"]*)\"").matcher(html);
    while (anchors.find()) {
      assertThat(html).contains("id=\"" + anchors.group(1) + "\"");
    }
  }

  @Test
  void showsTheFirstTwentySkippedRecordsAndTheTotal() {
    String html = html(ReportFixture.full());
    assertThat(html).contains("The first 20 of " + ReportFixture.SKIPPED_IN_FULL + ";");
    assertThat(html).contains("in.vcf:30").doesNotContain("in.vcf:31");
  }

  @Test
  void saysWhatIsNotAssessedAndWhatStandsIn() {
    assertThat(html(ReportFixture.typical())).contains("not assessed").doesNotContain("Stand-in");
    assertThat(html(ReportFixture.full())).contains("Stand-in structure");
  }

  @Test
  void namesTheTimeOnlyWhenTheReportDoes() {
    assertThat(html(ReportFixture.typical())).doesNotContain("Made at");
    assertThat(html(ReportFixture.full())).contains("2026-02-03T04:05:06Z");
  }

  private static String html(ResistanceReport report) {
    return new String(new HtmlReportWriter().render(report), StandardCharsets.UTF_8);
  }
}
