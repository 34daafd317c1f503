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
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bindfold simulate}: the clones of a tumour under a drug or a combination. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    defaultValueProvider = SimulateCommand.Assumed.class,
    description = "Follows the clones of a sample under one drug, or several at once.")
final class SimulateCommand implements Callable<Integer> {
  /** What is assumed of a tumour, for options that are not given. */
  static final class Assumed implements IDefaultValueProvider {
    /** For the command-line parser only. */
    Assumed() {}

    @Override
    public String defaultValue(ArgSpec argument) {
      SelectionRequest assumed = SelectionRequest.ASSUMED;
      String name = argument instanceof OptionSpec option ? option.longestName() : "";
      return switch (name) {
        case "--days" -> String.valueOf(assumed.days());
        case "--cells" -> text(assumed.cells());
        case "--mutation-rate" -> text(assumed.mutationRate());
        case "--birth" -> text(assumed.growth().birth());
        case "--death" -> text(assumed.growth().death());
        case "--kill" -> text(assumed.growth().kill());
        case "--fitness" -> text(assumed.fitness());
        default -> argument.defaultValue();
      };
    }

    /** As one would type it: {@code 1e9}, {@code 0.05}. */
    private static String text(double number) {
      return String.valueOf(number).replaceFirst("\\.0(?=E|$)", "").replace('E', 'e');
    }
  }

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
      description = "How long; ${DEFAULT-VALUE} by default.")
  private int days;

  @Option(
      names = "--cells",
      paramLabel = "N",
      description = "Cells of the tumour before treatment; ${DEFAULT-VALUE} by default.")
  private double cells;

  @Option(
      names = "--mutation-rate",
      paramLabel = "X",
      description = "Resistant daughters a division; ${DEFAULT-VALUE} by default.")
  private double mutationRate;

  @Option(
      names = "--birth",
      paramLabel = "X",
      description = "Divisions a day; ${DEFAULT-VALUE} by default.")
  private double birth;

  @Option(
      names = "--death",
      paramLabel = "X",
      description = "Deaths a day without drug; ${DEFAULT-VALUE} by default.")
  private double death;

  @Option(
      names = "--kill",
      paramLabel = "X",
      description = "Further deaths a day at full effect; ${DEFAULT-VALUE} by default.")
  private double kill;

  @Option(
      names = "--fitness",
      paramLabel = "X",
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
    SelectionRequest.ranges(
        days,
        cells,
        mutationRate,
        fitness,
        (fits, name, found, expected) ->
            Values.require(fits, "--" + name.replace(' ', '-'), found, expected));
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
