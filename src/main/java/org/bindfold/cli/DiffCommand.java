package org.bindfold.cli;

import java.util.concurrent.Callable;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.report.DifferenceFormat;
import org.bindfold.report.JsonReportReader;
import org.bindfold.report.ReportDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindfold diff}: what changed between two reports of one sample. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says what changed between two reports (JSON) of one sample.")
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The older report, JSON.")
  private String older = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer report, JSON.")
  private String newer = "";

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text, tsv, html.")
  private DifferenceFormat format = DifferenceFormat.TEXT;

  @Mixin private OutputFileOption output = new OutputFileOption();

  @Override
  public Integer call() {
    if (older.equals(InputFile.STANDARD_INPUT) && newer.equals(InputFile.STANDARD_INPUT)) {
      throw InputException.request(
          "both reports are standard input (-), which holds one; give the other as a file.");
    }
    JsonReportReader reader = new JsonReportReader();
    ReportDifference difference =
        ReportDifference.between(older, reader.read(older), newer, reader.read(newer));
    output.write(format.render(difference), spec.commandLine().getOut());
    return (difference.classChanged() ? ExitCode.FAIL_ON : ExitCode.OK).code();
  }
}
