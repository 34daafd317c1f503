package org.bindfold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindfold.Bindfold;
import org.bindfold.pharmacology.ClonalSelection.Growth;
import org.bindfold.report.ClonalCourseTable;
import org.bindfold.resistance.ClonalCourse;
import org.bindfold.resistance.SelectionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bindfold simulate}: the clones of a tumour under a drug or a combination. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Follows the clones of a sample under one drug, or several at once.")
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SampleOptions sample = new SampleOptions();

  @Option(
      names = "--drug",
      split = ",",
      required = true,
      paramLabel = "NAME",
      description = "Drugs that are given together.")
  private List<String> drugs = new ArrayList<>();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "365",
      description = "How long; ${DEFAULT-VALUE} by default.")
  private int days;

  @Option(
      names = "--cells",
      paramLabel = "N",
      defaultValue = "1e9",
      description = "Cells of the tumour before treatment; ${DEFAULT-VALUE} by default.")
  private double cells;

  @Option(
      names = "--mutation-rate",
      paramLabel = "X",
      defaultValue = "1e-8",
      description = "Resistant daughters a division; ${DEFAULT-VALUE} by default.")
  private double mutationRate;

  @Option(
      names = "--birth",
      paramLabel = "X",
      defaultValue = "0.1",
      description = "Divisions a day; ${DEFAULT-VALUE} by default.")
  private double birth;

  @Option(
      names = "--death",
      paramLabel = "X",
      defaultValue = "0.05",
      description = "Deaths a day without drug; ${DEFAULT-VALUE} by default.")
  private double death;

  @Option(
      names = "--kill",
      paramLabel = "X",
      defaultValue = "0.1",
      description = "Further deaths a day at full effect; ${DEFAULT-VALUE} by default.")
  private double kill;

  @Option(
      names = "--fitness",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "Net growth of resistant cells without drug, over that of the others;"
              + " ${DEFAULT-VALUE} by default.")
  private double fitness;

  @Mixin private OutputOptions output = new OutputOptions();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Override
  public Integer call() {
    Values.require(birth > 0 && birth <= 100, "--birth", String.valueOf(birth), "over 0 to 100");
    Values.require(
        death >= 0 && death < birth, "--death", String.valueOf(death), "0 to below --birth");
    Values.require(kill >= 0 && kill <= 100, "--kill", String.valueOf(kill), "0 to 100");
    Values.require(days >= 1 && days <= 36_500, "--days", String.valueOf(days), "1 to 36500");
    Values.require(cells >= 1 && cells <= 1e15, "--cells", String.valueOf(cells), "1 to 1e15");
    Values.require(
        mutationRate > 0 && mutationRate <= 0.1,
        "--mutation-rate",
        String.valueOf(mutationRate),
        "over 0 to 0.1");
    Values.require(
        fitness > 0 && fitness <= 10, "--fitness", String.valueOf(fitness), "over 0 to 10");
    boolean json = output.json();
    SelectionRequest selection =
        new SelectionRequest(days, cells, mutationRate, fitness, new Growth(birth, death, kill));
    ClonalCourse course =
        new Bindfold().simulate(sample.request(drugs), selection, threads.workers());
    output.write(
        json ? ClonalCourseTable.json(course) : ClonalCourseTable.tsv(course),
        spec.commandLine().getOut());
    return ExitCode.OK.code();
  }
}
