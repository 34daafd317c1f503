package org.bindfold.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bindfold.Bindfold;
import org.bindfold.io.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "bindfold",
    description = "Says why a tumour's variants make a drug fail.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      AnalyzeCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      SimulateCommand.class,
      ScoreCommand.class,
      ScanCommand.class,
      ValidateCommand.class,
      CalibrateCommand.class,
      AtlasCommand.class,
      DrugsCommand.class,
      StructuresCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** For the command-line parser only. */
  Main() {}

  /** Prints the version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"bindfold " + Bindfold.version()};
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs a command in this process. */
  static int execute(String... args) {
    return execute(
        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setOut(out);
    commandLine.setErr(err);
    Converters.register(commandLine);
    IParameterExceptionHandler usual = commandLine.getParameterExceptionHandler();
    commandLine.setParameterExceptionHandler(
        (e, arguments) -> {
          Optional<String> told = Converters.told(e);
          if (told.isEmpty()) {
            return usual.handleParseException(e, arguments);
          }
          err.println("bindfold: " + told.get());
          return ExitCode.USAGE.code();
        });
    commandLine.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof InputException input) {
            err.println("bindfold: " + Remedies.message(input, command.getCommandSpec()));
            return ExitCode.of(input).code();
          }
          err.println("bindfold: internal fault, please report it: " + e);
          e.printStackTrace(err);
          return ExitCode.FAULT.code();
        });
    int code = commandLine.execute(args);
    out.flush();
    err.flush();
    return code;
  }
}
