package org.bindfold.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.bindfold.io.Progress;

/** A bar on stderr for long jobs, when stderr is a terminal; the launcher says whether it is. */
final class ProgressLine implements Progress {
  /** Set to {@code true} by the launcher; absent means no terminal. */
  static final String TERMINAL = "bindfold.terminal";

  private static final int LONG_JOB_STEPS = 200;
  private static final int COLUMNS = 79;

  private Optional<ProgressBar> bar = Optional.empty();

  private ProgressLine() {}

  /** The bar, or nothing where it would end up in a file. */
  static Progress onTerminal() {
    return Boolean.getBoolean(TERMINAL) ? new ProgressLine() : Progress.SILENT;
  }

  @Override
  public void begin(int steps) {
    if (steps >= LONG_JOB_STEPS) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName("mutations")
                  .setInitialMax(steps)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setConsumer(new ConsoleProgressBarConsumer(System.err, COLUMNS))
                  .build());
    }
  }

  @Override
  public void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void end() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
