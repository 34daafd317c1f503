package org.bindfold.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindfold.Bindfold;
import org.bindfold.binding.ComplexRequest;
import org.bindfold.binding.MutationList;
import org.bindfold.binding.MutationScore;
import org.bindfold.binding.MutationScores;
import org.bindfold.io.InputFile;
import org.bindfold.report.MutationScoreTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bindfold score}: the binding change of given mutations in any complex. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Scores mutations in a protein-ligand complex.")
final class ScoreCommand implements Callable<Integer> {
  private static final long MAX_LIST_BYTES = 64L << 20;
  private static final int LISTED_ROWS = 20;

  @Spec private CommandSpec spec;

  @Mixin private ComplexOptions complex = new ComplexOptions();

  @Option(
      names = "--mutations",
      required = true,
      paramLabel = "FILE",
      description = "One mutation a line; - is stdin.")
  private String mutations = "";

  @Mixin private OutputOptions output = new OutputOptions();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--allow-skipped",
      description = "Unscored mutations do not change the exit code.")
  private boolean allowSkipped;

  @Override
  public Integer call() {
    ComplexRequest.warmUp();
    boolean json = output.json();
    ComplexRequest request = complex.request();
    List<MutationList.Line> lines;
    try (InputFile input = InputFile.open(mutations, MAX_LIST_BYTES)) {
      lines = MutationList.read(input);
    }
    MutationScores scores = Bindfold.score(request, lines, threads.workers());
    output.write(
        json ? MutationScoreTable.json(scores) : MutationScoreTable.of(scores.scores()).tsv(),
        spec.commandLine().getOut());
    PrintWriter err = spec.commandLine().getErr();
    scores.notes().forEach(n -> err.println("note: " + n));
    List<MutationScore> skipped =
        scores.scores().stream().filter(r -> r.binding().isEmpty()).toList();
    skipped.stream()
        .limit(LISTED_ROWS)
        .forEach(r -> err.println("skipped: " + mutations + ":" + r.line() + ": " + r.note()));
    if (skipped.isEmpty()) {
      return ExitCode.OK.code();
    }
    err.println("skipped " + skipped.size() + " of " + scores.scores().size() + " mutations");
    if (skipped.size() == scores.scores().size()) {
      return ExitCode.UNUSABLE.code();
    }
    return allowSkipped ? ExitCode.OK.code() : ExitCode.SKIPPED.code();
  }
}
