package org.bindfold.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindfold.io.InputException;
import org.bindfold.io.Remedy;
import picocli.CommandLine.Model.CommandSpec;

/** The options that give what the library calls a setting of the request. */
final class Remedies {
  /** What {@code check} looks at is meant for it, and it has options that {@code check} has not. */
  private static final String ANALYSIS = "analyze";

  private Remedies() {}

  /**
   * What an exception says and, in brackets, the options that mend it.
   *
   * @param command the one that was run: of several options those that it has are named, and if it
   *     has none, those of {@code analyze}
   */
  static String message(InputException e, CommandSpec command) {
    String hints =
        Stream.concat(
                named(e, command, "").or(() -> ofAnalysis(e, command.root())).stream(),
                e.remedies().stream().map(Remedies::command).flatMap(Optional::stream))
            .collect(Collectors.joining("; "));
    return e.getMessage() + (hints.isEmpty() ? "" : " (" + hints + ")");
  }

  /** The options of a setting; those of one setting are given together. */
  static List<String> options(Remedy remedy) {
    return switch (remedy) {
      case ASSEMBLY -> List.of("--assembly");
      case SAMPLE -> List.of("--sample");
      case COPY_NUMBERS -> List.of("--copy-number");
      case PURITY -> List.of("--purity");
      case PLOIDY -> List.of("--ploidy");
      case DRUGS -> List.of("--drug");
      case INHIBITED_PUMPS -> List.of("--pump-inhibitor");
      case GENE_MODELS -> List.of("--gff", "--fasta");
      case LIGAND -> List.of("--ligand");
      case LIGAND_FILE -> List.of("--ligand-file");
      case NUMBERING -> List.of("--numbering");
      case CALIBRATION -> List.of("--calibration");
    };
  }

  /** Another command that helps to find the value. */
  private static Optional<String> command(Remedy remedy) {
    return switch (remedy) {
      case DRUGS -> Optional.of("'bindfold drugs' lists them all");
      case CALIBRATION -> Optional.of("'bindfold calibrate' writes one");
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofAnalysis(InputException e, CommandSpec root) {
    return Optional.ofNullable(root.subcommands().get(ANALYSIS))
        .flatMap(
            analysis -> named(e, analysis.getCommandSpec(), " of 'bindfold " + ANALYSIS + "':"));
  }

  private static Optional<String> named(InputException e, CommandSpec command, String of) {
    List<String> found =
        e.remedies().stream()
            .flatMap(remedy -> options(remedy).stream())
            .flatMap(name -> Optional.ofNullable(command.findOption(name)).stream())
            .map(o -> o.longestName() + " " + e.remedyValue().orElse(o.paramLabel()))
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (found.size() == 1 ? "option" : "options") + of + " " + String.join(", ", found));
  }
}
