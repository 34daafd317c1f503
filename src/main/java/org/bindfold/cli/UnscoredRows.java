package org.bindfold.cli;

import java.io.PrintWriter;
import java.util.List;
import org.bindfold.io.SkippedRecord;
import picocli.CommandLine.Option;

/** {@code --allow-skipped}, and what is said of rows without a score. */
final class UnscoredRows {
  private static final int LISTED = 20;

  @Option(names = "--allow-skipped", description = "Unscored rows do not change the exit code.")
  private boolean allowSkipped;

  /** Tells the notes and the first unscored rows; the exit code. */
  int tell(PrintWriter err, List<String> notes, List<SkippedRecord> skipped, int rows) {
    notes.forEach(n -> err.println("note: " + n));
    skipped.stream()
        .limit(LISTED)
        .forEach(s -> err.println("skipped: " + s.message() + " (" + s.record() + ")"));
    if (skipped.isEmpty()) {
      return ExitCode.OK.code();
    }
    err.println("skipped " + skipped.size() + " of " + rows + " rows");
    return allowSkipped ? ExitCode.OK.code() : ExitCode.SKIPPED.code();
  }
}
