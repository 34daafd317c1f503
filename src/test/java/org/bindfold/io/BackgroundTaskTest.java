package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {
  private static final int PATIENCE_SECONDS = 60;

  @Test
  void closingInterruptsWorkThatHasNotEnded() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    BackgroundTask<Boolean> ahead = BackgroundTask.of("endless", () -> waits(started, interrupted));
    assertThat(started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    ahead.close();

    assertThat(interrupted.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aResultThatIsThereOutlivesClosing() {
    BackgroundTask<String> ahead = BackgroundTask.of("quick", () -> "done");
    assertThat(ahead.get()).isEqualTo("done");

    ahead.close();

    assertThat(ahead.get()).isEqualTo("done");
  }

  @Test
  void theFaultOfTheWorkIsTheCallers() {
    InputException fault = InputException.file("a.pdb", "is none.");
    try (BackgroundTask<String> ahead =
        BackgroundTask.of(
            "faulty",
            () -> {
              throw fault;
            })) {
      assertThatThrownBy(ahead::get).isSameAs(fault);
    }
  }

  private static boolean waits(CountDownLatch started, CompletableFuture<Boolean> interrupted) {
    started.countDown();
    try {
      new CountDownLatch(1).await();
      return interrupted.complete(false);
    } catch (InterruptedException e) {
      return interrupted.complete(true);
    }
  }
}
