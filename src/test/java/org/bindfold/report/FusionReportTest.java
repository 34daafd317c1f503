package org.bindfold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindfold.AnalysisRequest;
import org.bindfold.Bindfold;
import org.bindfold.SharedData;
import org.bindfold.report.ResistanceReport.Fusion;
import org.bindfold.report.ResistanceReport.FusionPartner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fusion call goes from the caller's file to the report. */
final class FusionReportTest {
  /** Columns of STAR-Fusion. */
  private static final String STAR =
      "#FusionName\tJunctionReadCount\tSpanningFragCount\tSpliceType\tLeftGene\tLeftBreakpoint"
          + "\tRightGene\tRightBreakpoint\tLargeAnchorSupport\tFFPM\tPROT_FUSION_TYPE\n";

  @TempDir private Path directory;

  /** Breakpoints of e14a2 on GRCh37 as callers state them: 22:23632600 and 9:133729451. */
  @Test
  void ofStarFusionIsInTheReportWithItsTranscriptsBreakpointsFrameAndKinaseDomain()
      throws IOException {
    String file = file(STAR + row("22:23632600:+", "9:133729451:+", "INFRAME"));

    Fusion fusion = report(file).fusions().get(0);

    assertThat(fusion)
        .isEqualTo(
            new Fusion(
                "f1",
                "BCR::ABL1 e14a2 (p210)",
                new FusionPartner(
                    "BCR",
                    Optional.of("NM_004327"),
                    Optional.of(14),
                    Optional.of("chr22:23632600")),
                new FusionPartner(
                    "ABL1",
                    Optional.of("NM_005157"),
                    Optional.of(2),
                    Optional.of("chr9:133729451")),
                Optional.of("e14a2"),
                Optional.of("p210"),
                "in_frame",
                Optional.of("exons"),
                Optional.of("in_frame"),
                "kept",
                Optional.of(45),
                Optional.of(12),
                file + ":2"));
  }

  @Test
  void keepsTheFusionsOfAllFilesInTheirOrder() throws IOException {
    String first = file(STAR + row("22:23632600:+", "9:133729451:+", "INFRAME"));
    String second = directory.resolve("second.tsv").toString();
    Files.writeString(
        Path.of(second),
        STAR
            + row("22:23524426:+", "9:133729451:+", "INFRAME")
            + row("22:23632600:+", "9:133729451:+", "FRAMESHIFT"));

    assertThat(report(first, second).fusions())
        .extracting(Fusion::id, Fusion::type, Fusion::frame, Fusion::callerFrame, Fusion::source)
        .containsExactly(
            tuple("f1", Optional.of("p210"), "in_frame", Optional.of("in_frame"), first + ":2"),
            tuple("f2", Optional.of("p190"), "in_frame", Optional.of("in_frame"), second + ":2"),
            tuple(
                "f3", Optional.of("p210"), "in_frame", Optional.of("out_of_frame"), second + ":3"));
  }

  /** A real file of Arriba. */
  @Test
  void ofArribaIsInTheReport() {
    ResistanceReport report = report(SharedData.path("examples/arriba.BCR_ABL1.tsv"));

    assertThat(report.fusions())
        .extracting(Fusion::name, Fusion::frame, Fusion::kinaseDomain)
        .containsExactly(tuple("BCR::ABL1 e14a2 (p210)", "in_frame", "kept"));
  }

  @Test
  void isShownOnThePageWithTheCallerWhoDisagrees() {
    String html =
        new String(new HtmlReportWriter().render(ReportFixture.typical()), StandardCharsets.UTF_8);

    assertThat(html)
        .contains("<h2 id=\"fusions\">Fusions</h2>", "BCR::ABL1 e14a2 (p210)")
        .contains("<b>BCR</b> NM_004327 exon 14<br>chr22:23290413")
        .contains("in frame, by the exons; out of frame by the caller");
    assertThat(
            new String(
                new HtmlReportWriter().render(ReportFixture.empty()), StandardCharsets.UTF_8))
        .doesNotContain("Fusions");
  }

  private String file(String content) throws IOException {
    Path file = directory.resolve("fusions.tsv");
    Files.writeString(file, content);
    return file.toString();
  }

  private static String row(String left, String right, String frame) {
    return String.join(
            "\t",
            List.of(
                "BCR--ABL1",
                "45",
                "12",
                "ONLY_REF_SPLICE",
                "BCR^ENSG00000186716",
                left,
                "ABL1^ENSG00000097007",
                right,
                "YES_LDAS",
                "1.2",
                frame))
        + "\n";
  }

  private static ResistanceReport report(String... files) {
    return new Bindfold().analyze(AnalysisRequest.of(files));
  }
}
