package org.bindfold.io;

import java.util.concurrent.ThreadFactory;

/** Makes the threads of the program. None of them keeps it alive when its work is done. */
final class DaemonThreads {
  private DaemonThreads() {}

  /** A maker of threads of one name, as it stands in a thread dump. */
  static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
