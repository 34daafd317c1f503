package org.bindfold.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindfold.AnalysisRequest;
import org.bindfold.Bindfold;
import org.bindfold.FileCheck;
import org.bindfold.io.InputException;
import org.bindfold.io.WorkerPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindfold check}: what a file is, what it holds for the panel, what is wrong with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says what files are, what they hold for the panel, and what is wrong with them.")
final class CheckCommand implements Callable<Integer> {
  private static final int LISTED = 20;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Variants or copy numbers.")
  private List<String> files = new ArrayList<>();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--include-filtered", description = "Use records that failed a filter.")
  private boolean includeFiltered;

  @Mixin private GeneModelOptions genes = new GeneModelOptions();

  @Override
  public Integer call() {
    Bindfold bindfold = genes.bindfold(WorkerPool.all());
    PrintWriter out = spec.commandLine().getOut();
    ExitCode worst = ExitCode.OK;
    for (String file : files) {
      ExitCode code =
          check(
              bindfold,
              file,
              reading.in(AnalysisRequest.of(file)).withFiltered(includeFiltered),
              out);
      // Of several files the one that cannot be used at all decides, then one with skipped records.
      worst = worst == ExitCode.UNUSABLE || code == ExitCode.OK ? worst : code;
    }
    return worst.code();
  }

  private ExitCode check(Bindfold bindfold, String file, AnalysisRequest request, PrintWriter out) {
    out.println(file);
    FileCheck found;
    try {
      found = bindfold.check(file, request);
    } catch (InputException e) {
      field(out, "unusable", Remedies.message(e, spec));
      return ExitCode.of(e);
    }
    found.findings().forEach(finding -> field(out, finding.name(), finding.value()));
    found.notes().forEach(note -> field(out, "note", note));
    found.skipped().stream()
        .limit(LISTED)
        .forEach(record -> field(out, "skipped", "line " + record.line() + ": " + record.reason()));
    if (found.skippedCount() > LISTED) {
      field(out, "skipped", found.skippedCount() + " records in all");
    }
    return found.skipped().isEmpty() ? ExitCode.OK : ExitCode.SKIPPED;
  }

  private static void field(PrintWriter out, String name, String value) {
    out.println("  " + name + " ".repeat(Math.max(1, 10 - name.length())) + value);
  }
}
