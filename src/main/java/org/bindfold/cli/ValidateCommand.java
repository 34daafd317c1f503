package org.bindfold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bindfold.io.OutputFiles;
import org.bindfold.io.SkippedRecord;
import org.bindfold.report.TableJson;
import org.bindfold.table.TextTable;
import org.bindfold.validation.LeftOut;
import org.bindfold.validation.MeasuredTable;
import org.bindfold.validation.ModelValidation;
import org.bindfold.validation.ScreenTable;
import org.bindfold.validation.ValidationTables;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bindfold validate}: how good the scores are, against a table of measurements. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Judges the scores against measured binding changes or a resistance screen.")
final class ValidateCommand implements Callable<Integer> {
  private static final int MIN_GROUPS = 3;

  /** The gatekeeper of ABL1, which every predictor is also judged without. */
  private static final String GATEKEEPER = "T315I";

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Measurements measurements = new Measurements();

  /** What the scores are judged against. */
  static final class Measurements {
    @Option(
        names = "--table",
        paramLabel = "TSV",
        description =
            MeasurementTexts.TABLE + "; every further numeric column is another predictor.")
    private Optional<String> table = Optional.empty();

    @Option(names = "--screen", paramLabel = "TSV", description = MeasurementTexts.SCREEN)
    private Optional<String> screen = Optional.empty();
  }

  @Mixin private FolderOptions complexes = new FolderOptions();

  @Option(
      names = "--without",
      paramLabel = "MUTATION",
      description =
          "Also judge without this mutation; repeatable. Default: T315I when the table has it.")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--left-out",
      paramLabel = "GROUP",
      description =
          "position or drug: predict each row with the calibration fitted to the rows of other"
              + " positions or drugs.")
  private Optional<LeftOut> leftOut = Optional.empty();

  @Option(
      names = "-o",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the files, made when missing.")
  private Path directory = Path.of("");

  @Mixin private ModelOptions model = new ModelOptions();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private UnscoredRows unscored = new UnscoredRows();

  @Override
  public Integer call() {
    if (measurements.table.isEmpty() && measurements.screen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "what to judge against is missing: --table TSV or --screen TSV");
    }
    Values.require(
        leftOut.isEmpty() || !model.calibrated(),
        "--calibration",
        "with --left-out",
        "one of the two: with --left-out the calibration is fitted to the rows that are left");
    ModelValidation validation =
        new ModelValidation(complexes.scorer(model.model(0), threads.workers()));
    return measurements.table.isPresent()
        ? table(validation, MeasuredTable.read(measurements.table.get()), directory)
        : screen(validation, ScreenTable.read(measurements.screen.orElseThrow()), directory);
  }

  private int table(ModelValidation validation, MeasuredTable table, Path target) {
    ModelValidation.Measured result = validation.measured(table, without(table), refit(table));
    TextTable metrics = ValidationTables.metrics(result.figures());
    TextTable residuals = ValidationTables.residuals(result.cases(), reasons(result.skipped()));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("metrics.tsv", metrics.tsv());
    files.put(
        "metrics.json",
        new TableJson().table("metrics", metrics).table("residuals", residuals).text());
    files.put("residuals.tsv", residuals.tsv());
    files.put("scatter.svg", ValidationTables.scatter(result.cases()));
    OutputFiles.writeTexts(target, files);
    spec.commandLine().getOut().print(ValidationTables.overview(result.figures()).tsv());
    return unscored.tell(
        spec.commandLine().getErr(), result.notes(), result.skipped(), table.rows().size());
  }

  private int screen(ModelValidation validation, ScreenTable table, Path target) {
    ModelValidation.Screened result = validation.screened(table);
    TextTable metrics = ValidationTables.screenMetrics(result.figures());
    TextTable changes = ValidationTables.screenChanges(result.changes(), reasons(result.skipped()));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("metrics.tsv", metrics.tsv());
    files.put(
        "metrics.json", new TableJson().table("metrics", metrics).table("changes", changes).text());
    files.put("changes.tsv", changes.tsv());
    OutputFiles.writeTexts(target, files);
    spec.commandLine().getOut().print(metrics.tsv());
    return unscored.tell(
        spec.commandLine().getErr(), result.notes(), result.skipped(), table.changes().size());
  }

  private Optional<LeftOut> refit(MeasuredTable table) {
    long drugs = table.rows().stream().map(MeasuredTable.Row::drug).distinct().count();
    leftOut.ifPresent(
        g ->
            Values.require(
                g == LeftOut.POSITION || drugs >= MIN_GROUPS,
                "--left-out",
                "drug",
                "a table of at least " + MIN_GROUPS + " drugs"));
    return leftOut;
  }

  private List<String> without(MeasuredTable table) {
    List<String> present = table.rows().stream().map(MeasuredTable.Row::mutation).toList();
    if (without.isEmpty()) {
      return present.contains(GATEKEEPER) ? List.of(GATEKEEPER) : List.of();
    }
    List<String> asked = without.stream().map(MeasuredTable::shortName).distinct().toList();
    asked.forEach(
        m ->
            Values.require(
                present.contains(m), "--without", m, "a mutation that " + table.name() + " has"));
    return asked;
  }

  private static Map<String, String> reasons(List<SkippedRecord> skipped) {
    return skipped.stream()
        .collect(Collectors.toMap(SkippedRecord::record, SkippedRecord::reason, (a, b) -> a));
  }
}
