package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 1001).boxed().toList();

  @Test
  void resultsStandInTheOrderOfTheItems() {
    List<Integer> squares = ITEMS.stream().map(i -> i * i).toList();

    for (int threads : new int[] {1, 2, 3, 64}) {
      assertThat(WorkerPool.of(threads).map(ITEMS, i -> i * i)).isEqualTo(squares);
    }
    assertThat(WorkerPool.of(2).map(List.<Integer>of(), i -> i)).isEmpty();
  }

  @Test
  void twoThreadsWorkAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    Set<Thread> seen = ConcurrentHashMap.newKeySet();

    List<Boolean> met =
        WorkerPool.of(2)
            .map(
                ITEMS,
                i -> {
                  if (seen.add(Thread.currentThread())) {
                    both.countDown();
                  }
                  return await(both);
                });

    assertThat(seen).hasSize(2);
    assertThat(met).containsOnly(true);
  }

  @Test
  void aFaultComesOutAsItIs() {
    for (int threads : new int[] {1, 2}) {
      assertThatThrownBy(
              () ->
                  WorkerPool.of(threads)
                      .map(
                          ITEMS,
                          i -> {
                            if (i == 500) {
                              throw new IllegalStateException("item 500");
                            }
                            return i;
                          }))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("item 500");
    }
  }

  @Test
  void anErrorComesOutAsItIs() {
    StackOverflowError error = new StackOverflowError("item 500");
    for (int threads : new int[] {1, 2}) {
      assertThatThrownBy(
              () ->
                  WorkerPool.of(threads)
                      .map(
                          ITEMS,
                          i -> {
                            if (i == 500) {
                              throw error;
                            }
                            return i;
                          }))
          .isSameAs(error);
    }
  }

  @Test
  void everyStepIsTold() {
    for (int threads : new int[] {1, 4}) {
      Counter counter = new Counter();

      WorkerPool.of(threads).reporting(counter).map(ITEMS, i -> i);

      assertThat(counter.begun).isEqualTo(ITEMS.size());
      assertThat(counter.steps).hasValue(ITEMS.size());
      assertThat(counter.ended).isEqualTo(1);
    }
  }

  @Test
  void noThreadsAreRefused() {
    assertThatThrownBy(() -> WorkerPool.of(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Counter implements Progress {
    private int begun;
    private final AtomicInteger steps = new AtomicInteger();
    private int ended;

    @Override
    public void begin(int count) {
      begun = count;
    }

    @Override
    public void step() {
      steps.incrementAndGet();
    }

    @Override
    public void end() {
      ended++;
    }
  }
}
