package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
  @Test
  void everyThreadHasItsNameAndKeepsNoProgramAlive() {
    Thread thread = DaemonThreads.named("hashing").newThread(() -> {});

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("hashing");
    assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
  }

  @Test
  void sharedWorkAndBackgroundTasksUseThem() {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    WorkerPool.of(2).map(IntStream.range(0, 100).boxed().toList(), i -> seen.add(current()));
    try (BackgroundTask<Boolean> task = BackgroundTask.of("ahead", () -> seen.add(current()))) {
      task.get();
    }

    assertThat(seen).hasSizeGreaterThanOrEqualTo(2).allMatch(Thread::isDaemon);
  }

  private static Thread current() {
    return Thread.currentThread();
  }
}
