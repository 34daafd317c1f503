package org.bindfold.io;

import java.util.concurrent.ExecutionException;

/** What work on another thread ended with, for the thread that waits for it. */
final class WorkerFault {
  private WorkerFault() {}

  /**
   * The exception to throw: the work's own, as it would be without the other thread.
   *
   * @throws Error when the work ended with one
   */
  static RuntimeException of(ExecutionException ended) {
    Throwable cause = ended.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
  }
}
