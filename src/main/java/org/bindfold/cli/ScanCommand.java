package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bindfold.Bindfold;
import org.bindfold.binding.ComplexRequest;
import org.bindfold.binding.MutationScores;
import org.bindfold.io.InputException;
import org.bindfold.io.OutputFiles;
import org.bindfold.report.MutationScoreTable;
import org.bindfold.table.HeatMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bindfold scan}: every substitution at every residue near the ligand. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Scores all 19 substitutions of every residue near the ligand: TSV, JSON, SVG.")
final class ScanCommand implements Callable<Integer> {
  private static final double MAX_RADIUS = 1000;

  @Spec private CommandSpec spec;

  @Mixin private ComplexOptions complex = new ComplexOptions();

  @Option(
      names = "--radius",
      paramLabel = "A",
      defaultValue = "12",
      description = "Angstrom from the ligand, 12 by default; all for the whole chain.")
  private String radius = "12";

  @Option(
      names = "-o",
      required = true,
      paramLabel = "DIR",
      description = "Folder for scan.tsv, scan.json and scan.svg, made when missing.")
  private Path directory = Path.of("");

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Override
  public Integer call() {
    ComplexRequest.warmUp();
    double reach = reach();
    ComplexRequest request = complex.request();
    MutationScores scores = Bindfold.scan(request, reach, threads.workers());
    if (scores.scores().isEmpty()) {
      throw InputException.request(
          "--radius: no residue within " + radius + " angstrom of the ligand; expected more.");
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put("scan.tsv", MutationScoreTable.of(scores.scores()).tsv());
    files.put("scan.json", MutationScoreTable.json(scores));
    files.put(
        "scan.svg", HeatMap.svg(request.structure(), MutationScoreTable.heatMap(scores.scores())));
    OutputFiles.writeTexts(directory, files)
        .forEach(path -> spec.commandLine().getOut().println(path));
    PrintWriter err = spec.commandLine().getErr();
    scores.notes().forEach(n -> err.println("note: " + n));
    return ExitCode.OK.code();
  }

  private double reach() {
    if (radius.equals("all")) {
      return Double.POSITIVE_INFINITY;
    }
    double value;
    try {
      value = Double.parseDouble(radius);
    } catch (NumberFormatException e) {
      throw Values.wrong("--radius", radius, "a number of angstrom, or all");
    }
    Values.require(
        value > 0 && value <= MAX_RADIUS, "--radius", radius, "over 0 to 1000 angstrom, or all");
    return value;
  }
}
