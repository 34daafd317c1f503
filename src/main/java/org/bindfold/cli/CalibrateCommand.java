package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindfold.binding.ModelRequest;
import org.bindfold.io.OutputFiles;
import org.bindfold.validation.MeasuredTable;
import org.bindfold.validation.ModelFit;
import org.bindfold.validation.ScreenTable;
import org.bindfold.validation.ValidationTables;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bindfold calibrate}: fits the numbers of the model to measurements. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description =
        "Fits the numbers of the model to measurements and judges the fit by what it leaves out.")
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Measurements measurements = new Measurements();

  /** What is fitted. */
  static final class Measurements {
    @Option(
        names = "--table",
        paramLabel = "TSV",
        description = MeasurementTexts.TABLE + ". Writes calibration.tsv.")
    private Optional<String> table = Optional.empty();

    @Option(
        names = "--screen",
        paramLabel = "TSV",
        description = MeasurementTexts.SCREEN + " Writes function.tsv.")
    private Optional<String> screen = Optional.empty();
  }

  @Mixin private FolderOptions complexes = new FolderOptions();

  @Option(
      names = "--source",
      required = true,
      paramLabel = "TEXT",
      description = "Where the measurements come from, with doi or PMID: the header repeats it.")
  private String source = "";

  @Option(
      names = "--fit-version",
      paramLabel = "NAME",
      defaultValue = "1",
      description = "What the fitted values are called; 1 by default.")
  private String version = "1";

  @Option(
      names = "-o",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the file, made when missing.")
  private Path directory = Path.of("");

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private UnscoredRows unscored = new UnscoredRows();

  @Override
  public Integer call() {
    if (measurements.table.isEmpty() && measurements.screen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "what to fit to is missing: --table TSV or --screen TSV");
    }
    Values.require(oneLine(source), "--source", source, "one line of text");
    Values.require(
        version.matches("[A-Za-z0-9._-]{1,40}"),
        "--fit-version",
        version,
        "up to 40 letters, digits, dots, dashes and underscores");
    ModelFit fit = new ModelFit(complexes.scorer(ModelRequest.bundled(), threads.workers()));
    return measurements.table.isPresent()
        ? binding(fit, MeasuredTable.read(measurements.table.get()), directory)
        : function(fit, ScreenTable.read(measurements.screen.orElseThrow()), directory);
  }

  private int binding(ModelFit fit, MeasuredTable table, Path target) {
    ModelFit.Binding result = fit.binding(table, version);
    write(target, "calibration.tsv", result.table(source, "bindfold calibrate"));
    PrintWriter out = spec.commandLine().getOut();
    out.println("fitted rows\t" + result.rows());
    result
        .leftOut()
        .forEach(
            (group, figures) -> {
              out.println("left out\t" + group.name().toLowerCase(Locale.ROOT));
              out.print(ValidationTables.overview(figures).tsv());
            });
    return unscored.tell(
        spec.commandLine().getErr(), result.notes(), result.skipped(), table.rows().size());
  }

  private int function(ModelFit fit, ScreenTable table, Path target) {
    ModelFit.Function result = fit.function(table, version);
    write(target, "function.tsv", result.table(source, "bindfold calibrate"));
    PrintWriter out = spec.commandLine().getOut();
    out.println("fitted rows\t" + result.rows());
    out.println("left out\tpositions, in " + ModelFit.SCREEN_GROUPS + " groups");
    out.print(ValidationTables.screenMetrics(result.leftOut()).tsv());
    return unscored.tell(
        spec.commandLine().getErr(), result.notes(), result.skipped(), table.changes().size());
  }

  private void write(Path target, String name, String text) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(name, text);
    OutputFiles.writeTexts(target, files)
        .forEach(p -> spec.commandLine().getErr().println("wrote " + p));
  }

  private static boolean oneLine(String text) {
    return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
  }
}
