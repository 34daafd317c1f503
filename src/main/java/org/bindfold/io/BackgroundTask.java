package org.bindfold.io;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A result that another thread works out while the caller does something else. Closing it stops the
 * work when the result is not wanted any more.
 *
 * @param <T> the result
 */
public final class BackgroundTask<T> implements AutoCloseable {
  private final FutureTask<T> task;

  private BackgroundTask(FutureTask<T> task) {
    this.task = task;
  }

  /**
   * Starts at once.
   *
   * @param name of the thread
   * @param work must not depend on what the caller does meanwhile
   */
  public static <T> BackgroundTask<T> of(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    DaemonThreads.named(name).newThread(task).start();
    return new BackgroundTask<>(task);
  }

  /** The result, or the exception that the work ended with, once it is there. */
  public T get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw WorkerFault.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * Interrupts the work when it has not ended, and does not wait for it. What it would have given,
   * or failed with, is dropped.
   */
  @Override
  public void close() {
    task.cancel(true);
  }
}
