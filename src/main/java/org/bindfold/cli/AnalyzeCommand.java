package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bindfold.AnalysisRequest;
import org.bindfold.Bindfold;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputException;
import org.bindfold.report.ReportFiles;
import org.bindfold.report.ReportFormat;
import org.bindfold.report.ResistanceReport;
import org.bindfold.resistance.Outcome;
import org.bindfold.resistance.SampleAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindfold analyze}: from variants and copy numbers to a resistance report. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Writes the resistance report of a sample's variants and copy numbers.")
final class AnalyzeCommand implements Callable<Integer> {
  private static final int LISTED_RECORDS = 20;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "VCF or HGVS list; - is stdin.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--drug", split = ",", paramLabel = "NAME", description = "Drugs to report.")
  private List<String> drugs = new ArrayList<>();

  @Option(names = "--copy-number", paramLabel = "FILE", description = "Copy-number segments.")
  private List<String> copyNumbers = new ArrayList<>();

  @Option(names = "--assembly", paramLabel = "NAME", description = "GRCh37 or GRCh38.")
  private Optional<String> assembly = Optional.empty();

  @Option(names = "--sample", paramLabel = "NAME", description = "Sample column of the VCF.")
  private Optional<String> sample = Optional.empty();

  @Option(names = "--label", paramLabel = "TEXT", description = "Name of the report.")
  private Optional<String> label = Optional.empty();

  @Option(names = "--purity", paramLabel = "X", description = "Share of tumour cells, over 0 to 1.")
  private Optional<Double> purity = Optional.empty();

  @Option(
      names = "--ploidy",
      paramLabel = "X",
      defaultValue = "2",
      description = "Mean copies of the tumour's genome; ${DEFAULT-VALUE} by default.")
  private double ploidy;

  @Mixin private TreatmentOptions treatment = new TreatmentOptions();

  @Option(names = "--include-filtered", description = "Use records that failed a filter.")
  private boolean includeFiltered;

  @Mixin private GeneModelOptions genes = new GeneModelOptions();

  @Option(
      names = "-o",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "Where reports go; ${DEFAULT-VALUE} by default, made when missing.")
  private String directory = "reports";

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "json,tsv,html",
      description = "json, tsv, html; all by default.")
  private List<String> formats = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "CLASS",
      description = "Exit with 5 from intermediate or resistant on.")
  private Optional<String> failOn = Optional.empty();

  @Option(names = "--allow-skipped", description = "Skipped records do not change the exit code.")
  private boolean allowSkipped;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(names = "--timestamp", description = "State in the report when it was made.")
  private boolean timestamp;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<ReportFormat> chosen = formats.stream().map(AnalyzeCommand::format).toList();
    Optional<Outcome> threshold = failOn.map(AnalyzeCommand::threshold);
    Path target = path(directory);
    SampleAnalysis analysis = genes.bindfold().analysis(request(), threads.workers());
    ResistanceReport report = Bindfold.report(analysis);
    for (Path file : ReportFiles.write(report, target, chosen)) {
      spec.commandLine().getOut().println(file);
    }
    listNotes(analysis, err);
    listSkipped(report, err);
    if (threshold.isPresent()
        && analysis.outcomes().stream()
            .anyMatch(
                s ->
                    s.outcome() != Outcome.NOT_ASSESSED
                        && s.outcome().compareTo(threshold.get()) >= 0)) {
      return ExitCode.FAIL_ON.code();
    }
    return report.skipped().isEmpty() || allowSkipped
        ? ExitCode.OK.code()
        : ExitCode.SKIPPED.code();
  }

  private AnalysisRequest request() {
    purity.ifPresent(
        p -> Values.require(p > 0 && p <= 1, "--purity", p.toString(), "over 0, at most 1"));
    Values.require(
        ploidy > 0 && ploidy <= 20, "--ploidy", String.valueOf(ploidy), "over 0, at most 20");
    return new AnalysisRequest(
        files,
        copyNumbers,
        drugs,
        assembly.map(
            a ->
                Assembly.ofName(a)
                    .orElseThrow(() -> Values.wrong("--assembly", a, "GRCh37 or GRCh38"))),
        sample,
        label,
        purity.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        ploidy,
        includeFiltered,
        timestamp
            ? Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
            : Optional.empty(),
        treatment.treatment());
  }

  private static ReportFormat format(String name) {
    return ReportFormat.ofName(name)
        .orElseThrow(() -> Values.wrong("--format", name, "json, tsv or html"));
  }

  private static Outcome threshold(String name) {
    return Arrays.stream(new Outcome[] {Outcome.INTERMEDIATE, Outcome.RESISTANT})
        .filter(o -> o.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> Values.wrong("--fail-on", name, "intermediate or resistant"));
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw InputException.output(name, "is not a path on this system", e);
    }
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
