package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindfold.report.ReportFiles;
import org.bindfold.report.ReportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleReportTest {
  @TempDir private Path directory;

  @Test
  void theFirstCommandOfTheReadmeGivesTheCommittedReport() throws Exception {
    StringWriter err = new StringWriter();
    int code =
        Main.execute(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "analyze",
            "mutations/cml-relapse.vcf",
            "--copy-number",
            "mutations/cml-relapse.cns",
            "--drug",
            "imatinib",
            "-o",
            directory.toString());

    assertThat(code).as(err.toString()).isZero();
    for (ReportFormat format : ReportFormat.values()) {
      String name = ReportFiles.fileName("cml-relapse", format);
      assertThat(Files.readString(directory.resolve(name)))
          .isEqualTo(Files.readString(Path.of("reports", name)));
    }
  }
}
