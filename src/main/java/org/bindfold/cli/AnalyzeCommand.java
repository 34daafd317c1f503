package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindfold.AnalysisRequest;
import org.bindfold.Bindfold;
import org.bindfold.io.WorkerPool;
import org.bindfold.report.ReportFiles;
import org.bindfold.report.ReportFormat;
import org.bindfold.report.ResistanceReport;
import org.bindfold.resistance.SampleAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bindfold analyze}: from variants and copy numbers to a resistance report. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Writes the resistance report of a sample's variants and copy numbers.")
final class AnalyzeCommand implements Callable<Integer> {
  private static final int LISTED_RECORDS = 20;

  @Spec private CommandSpec spec;

  @Mixin private SampleOptions sample = new SampleOptions();

  @Option(names = "--drug", split = ",", paramLabel = "NAME", description = "Drugs to report.")
  private List<String> drugs = new ArrayList<>();

  @Option(names = "--label", paramLabel = "TEXT", description = "Name of the report.")
  private Optional<String> label = Optional.empty();

  @Option(names = "--include-filtered", description = "Use records that failed a filter.")
  private boolean includeFiltered;

  @Mixin private GeneModelOptions genes = new GeneModelOptions();

  @Option(
      names = "-o",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "Where reports go; ${DEFAULT-VALUE} by default, made when missing.")
  private Path directory = Path.of("reports");

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}; all by default.")
  private List<ReportFormat> formats = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "CLASS",
      description = "Exit with 5 from intermediate or resistant on.")
  private Optional<FailOn> failOn = Optional.empty();

  @Option(names = "--allow-skipped", description = "Skipped records do not change the exit code.")
  private boolean allowSkipped;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(names = "--timestamp", description = "State in the report when it was made.")
  private boolean timestamp;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    WorkerPool workers = threads.workers();
    SampleAnalysis analysis = genes.bindfold(workers).analysis(request(), workers);
    ResistanceReport report = Bindfold.report(analysis);
    for (Path file : ReportFiles.write(report, directory, wantedFormats())) {
      spec.commandLine().getOut().println(file);
    }
    listNotes(analysis, err);
    listSkipped(report, err);
    if (failOn.filter(f -> f.isMet(analysis.outcomes())).isPresent()) {
      return ExitCode.FAIL_ON.code();
    }
    return report.skipped().isEmpty() || allowSkipped
        ? ExitCode.OK.code()
        : ExitCode.SKIPPED.code();
  }

  private AnalysisRequest request() {
    return sample
        .request(drugs)
        .withLabel(label)
        .withFiltered(includeFiltered)
        .withTimestamp(
            timestamp
                ? Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                : Optional.empty());
  }

  private List<ReportFormat> wantedFormats() {
    return formats.isEmpty() ? List.of(ReportFormat.values()) : formats;
  }

  private static void listNotes(SampleAnalysis analysis, PrintWriter err) {
    analysis
        .sample()
        .fileNotes()
        .forEach(note -> err.println("note: " + note.file() + ": " + note.text()));
  }

  private static void listSkipped(ResistanceReport report, PrintWriter err) {
    List<ResistanceReport.Skipped> skipped = report.skipped();
    skipped.stream()
        .limit(LISTED_RECORDS)
        .forEach(s -> err.println("skipped: " + s.file() + ":" + s.line() + ": " + s.reason()));
    if (!skipped.isEmpty()) {
      int all = report.counts().skipped() + report.counts().segmentsSkipped();
      String listed = all == skipped.size() ? "they are" : "the first " + skipped.size() + " are";
      err.println("skipped " + all + " records in all; " + listed + " listed in the report");
    }
  }
}
