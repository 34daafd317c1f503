package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path folder;

  @Test
  void saysWhatAFileIsAndHolds() {
    Run run = check("mutations/cml-relapse.vcf", "mutations/cml-relapse.cns");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("  format    VCF 4.2\n")
        .contains("  assembly  GRCh38 (contig lengths in the header)\n")
        .contains("  records   5: 3 change a protein of the panel, 1 off the panel, 1 synonymous")
        .contains(
            "  variant   ABL1 T315I, line 16, chr9:130872896 C>T, fraction 0.420, depth 902\n")
        .contains("  format    CNVkit segments\n")
        .contains("  copies    ABCB1 4.00\n");
  }

  @Test
  void goesOnToTheNextFileAndEndsWithTheWorstCode() throws Exception {
    Path list = Files.writeString(folder.resolve("list.txt"), "ABL1 T315I\nABL1 T316I\n");
    Run run = check(list.toString());
    assertThat(run.code()).isEqualTo(ExitCode.SKIPPED.code());
    assertThat(run.out()).contains("  skipped   line 2: ABL1 (P00519) has Glu at 316");
    Run both = check(folder.resolve("none.vcf").toString(), list.toString());
    assertThat(both.code()).isEqualTo(ExitCode.UNUSABLE.code());
    assertThat(both.out()).contains("does not exist").contains("ABL1 T315I, line 1");
  }

  private record Run(int code, String out) {}

  private static Run check(String... files) {
    StringWriter out = new StringWriter();
    String[] arguments = new String[files.length + 1];
    arguments[0] = "check";
    System.arraycopy(files, 0, arguments, 1, files.length);
    int code = Main.execute(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
    return new Run(code, out.toString().replace("\r\n", "\n"));
  }
}
