package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bindfold.ModelValidation;
import org.bindfold.ModelValidation.LeftOut;
import org.bindfold.MutationScores.Numbering;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.validation.MeasuredTable;
import org.bindfold.affinity.validation.ScreenTable;
import org.bindfold.affinity.validation.Validation;
import org.bindfold.input.InputFile;
import org.bindfold.input.SkippedRecord;
import org.bindfold.report.ReportFiles;
import org.bindfold.report.ScatterPlot;
import org.bindfold.report.TextTable;
import org.bindfold.report.ValidationTables;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.FastaReader;
import org.bindfold.structure.ComplexFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
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
  private static final long MAX_SEQUENCE_BYTES = 64L << 20;
  private static final int LISTED_ROWS = 20;
  private static final int MAX_THREADS = 1024;
  private static final int MIN_GROUPS = 3;
  private static final Pattern UNIPROT = Pattern.compile("uniprot:([A-Za-z0-9-]{4,15})");

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
            "Measured binding changes: drug, mutation, ddg_exp_kcal_mol; every further numeric"
                + " column is another predictor.")
    private Optional<String> table = Optional.empty();

    @Option(
        names = "--screen",
        paramLabel = "TSV",
        description =
            "A saturation screen: drug, snv, protein_change, consequence, adjusted_lfc, class.")
    private Optional<String> screen = Optional.empty();
  }

  @Option(
      names = "--structures",
      required = true,
      paramLabel = "DIR",
      description = "DRUG.pdb or DRUG.cif for each drug, and DRUG.sdf unless the ligand is inside.")
  private String structures = "";

  @Option(
      names = "--ligand",
      paramLabel = "DRUG=CODE",
      description = "Residue name of a drug's ligand inside its structure; repeatable.")
  private Map<String, String> ligands = new LinkedHashMap<>();

  @Option(
      names = "--numbering",
      paramLabel = "SCHEME",
      defaultValue = "author",
      description = "author (default) or uniprot:ACCESSION.")
  private String numbering = "author";

  @Option(
      names = "--sequence",
      paramLabel = "FASTA",
      description = "The sequence of an accession that is not bundled.")
  private Optional<String> sequence = Optional.empty();

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
  private Optional<String> leftOut = Optional.empty();

  @Option(
      names = "-o",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the files, made when missing.")
  private String directory = "";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use; results do not depend on it.")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--allow-skipped", description = "Unscored rows do not change the exit code.")
  private boolean allowSkipped;

  @Override
  public Integer call() {
    if (measurements.table.isEmpty() && measurements.screen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "what to judge against is missing: --table TSV or --screen TSV");
    }
    threads.ifPresent(
        n -> Values.require(n >= 1 && n <= MAX_THREADS, "--threads", n.toString(), "1 to 1024"));
    Path target = target();
    ModelValidation validation =
        new ModelValidation(
            new ComplexFolder(structures),
            numbering(),
            ligands,
            threads.orElse(Runtime.getRuntime().availableProcessors()));
    return measurements.table.isPresent()
        ? table(validation, MeasuredTable.read(measurements.table.get()), target)
        : screen(validation, ScreenTable.read(measurements.screen.orElseThrow()), target);
  }

  private int table(ModelValidation validation, MeasuredTable table, Path target) {
    ModelValidation.Measured result = validation.measured(table, without(table), refit(table));
    TextTable metrics = ValidationTables.metrics(result.figures());
    TextTable residuals = ValidationTables.residuals(result.cases(), reasons(result.skipped()));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("metrics.tsv", metrics.tsv());
    files.put("metrics.json", TextTable.json(tables("metrics", metrics, "residuals", residuals)));
    files.put("residuals.tsv", residuals.tsv());
    files.put(
        "scatter.svg", ScatterPlot.svg(points(result.cases()), BindingChange.TENFOLD_KCAL_PER_MOL));
    ReportFiles.write(target, files);
    spec.commandLine().getOut().print(ValidationTables.overview(result.figures()).tsv());
    return finish(result.notes(), result.skipped(), table.rows().size());
  }

  private int screen(ModelValidation validation, ScreenTable table, Path target) {
    ModelValidation.Screened result = validation.screened(table);
    TextTable metrics = ValidationTables.screenMetrics(result.figures());
    TextTable changes = ValidationTables.screenChanges(result.changes(), reasons(result.skipped()));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("metrics.tsv", metrics.tsv());
    files.put("metrics.json", TextTable.json(tables("metrics", metrics, "changes", changes)));
    files.put("changes.tsv", changes.tsv());
    ReportFiles.write(target, files);
    spec.commandLine().getOut().print(metrics.tsv());
    return finish(result.notes(), result.skipped(), table.changes().size());
  }

  private int finish(List<String> notes, List<SkippedRecord> skipped, int rows) {
    PrintWriter err = spec.commandLine().getErr();
    notes.forEach(n -> err.println("note: " + n));
    skipped.stream()
        .limit(LISTED_ROWS)
        .forEach(s -> err.println("skipped: " + s.message() + " (" + s.record() + ")"));
    if (skipped.isEmpty()) {
      return ExitCode.OK.code();
    }
    err.println("skipped " + skipped.size() + " of " + rows + " rows");
    return allowSkipped ? ExitCode.OK.code() : ExitCode.SKIPPED.code();
  }

  private Optional<LeftOut> refit(MeasuredTable table) {
    Optional<LeftOut> group =
        leftOut.map(
            name ->
                Arrays.stream(LeftOut.values())
                    .filter(g -> g.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> Values.wrong("--left-out", name, "position or drug")));
    long drugs = table.rows().stream().map(MeasuredTable.Row::drug).distinct().count();
    group.ifPresent(
        g ->
            Values.require(
                g == LeftOut.POSITION || drugs >= MIN_GROUPS,
                "--left-out",
                "drug",
                "a table of at least " + MIN_GROUPS + " drugs"));
    return group;
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

  private Numbering numbering() {
    if (numbering.equals("author")) {
      return Numbering.author();
    }
    Matcher matcher = UNIPROT.matcher(numbering);
    Values.require(matcher.matches(), "--numbering", numbering, "author or uniprot:ACCESSION");
    String accession = matcher.group(1);
    if (sequence.isPresent()) {
      try (InputFile input = InputFile.open(sequence.get(), MAX_SEQUENCE_BYTES)) {
        return Numbering.uniprot(FastaReader.read(input, accession));
      }
    }
    return BundledSequences.of(accession)
        .map(Numbering::uniprot)
        .orElseThrow(
            () ->
                Values.wrong(
                    "--numbering",
                    numbering,
                    "a bundled accession, or its sequence with --sequence FASTA"));
  }

  private Path target() {
    try {
      return Path.of(directory);
    } catch (InvalidPathException e) {
      throw Values.wrong("-o", directory, "a path on this system");
    }
  }

  private static Map<String, TextTable> tables(
      String first, TextTable one, String second, TextTable two) {
    Map<String, TextTable> tables = new LinkedHashMap<>();
    tables.put(first, one);
    tables.put(second, two);
    return tables;
  }

  private static Map<String, String> reasons(List<SkippedRecord> skipped) {
    return skipped.stream()
        .collect(Collectors.toMap(SkippedRecord::record, SkippedRecord::reason, (a, b) -> a));
  }

  private static List<ScatterPlot.Point> points(List<Validation.Case> cases) {
    return cases.stream()
        .filter(c -> c.ours().isPresent())
        .map(
            c -> {
              Validation.Prediction ours = c.ours().orElseThrow();
              return new ScatterPlot.Point(
                  c.drug(), c.mutation(), c.measured(), ours.ddg(), ours.low(), ours.high());
            })
        .toList();
  }
}
