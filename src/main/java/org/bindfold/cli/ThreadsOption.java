package org.bindfold.cli;

import java.util.Optional;
import org.bindfold.io.WorkerPool;
import picocli.CommandLine.Option;

/** {@code --threads N}. */
final class ThreadsOption {
  private static final int MAX_THREADS = 1024;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use, all cores by default; results do not depend on it.")
  private Optional<Integer> threads = Optional.empty();

  /** The threads that were asked for, with a progress bar where one can be seen. */
  WorkerPool workers() {
    return WorkerPool.of(count()).reporting(ProgressLine.onTerminal());
  }

  private int count() {
    threads.ifPresent(
        n ->
            Values.require(
                n >= 1 && n <= MAX_THREADS, "--threads", n.toString(), "1 to " + MAX_THREADS));
    return threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }
}
