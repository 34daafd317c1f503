package org.bindfold.io;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** How many threads do the work, and who is told how far it is. No result depends on either. */
public final class WorkerPool {
  /** Items that one thread takes at a time: fewer than two lots are not worth a second thread. */
  private static final int LOT = 8;

  private final int threads;
  private final Progress progress;

  private WorkerPool(int threads, Progress progress) {
    this.threads = threads;
    this.progress = progress;
  }

  /** One thread for each core, silent. */
  public static WorkerPool all() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  /**
   * So many threads, silent.
   *
   * @param threads 1 or more
   */
  public static WorkerPool of(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + "; expected 1 or more");
    }
    return new WorkerPool(threads, Progress.SILENT);
  }

  /** How many threads. */
  int threads() {
    return threads;
  }

  /** The same, telling how far the work is. */
  public WorkerPool reporting(Progress progress) {
    return new WorkerPool(threads, progress);
  }

  /** The results of independent work on each of many items, in the order of the items. */
  public <T, R> List<R> map(List<T> items, Function<T, R> work) {
    progress.begin(items.size());
    try {
      return inLots(items, item -> andStep(work.apply(item)), LOT);
    } finally {
      progress.end();
    }
  }

  /**
   * The same for a few items that are each worth a thread; nobody is told how far that is. Not to
   * be called within work that is shared out already.
   */
  public <T, R> List<R> mapFew(List<T> items, Function<T, R> work) {
    return inLots(items, work, 1);
  }

  private <R> R andStep(R result) {
    progress.step();
    return result;
  }

  private <T, R> List<R> inLots(List<T> items, Function<T, R> work, int size) {
    int used = Math.min(threads, (items.size() + size - 1) / size);
    return used <= 1 ? lot(items, work) : inParallel(items, work, size, used);
  }

  private static <T, R> List<R> inParallel(List<T> items, Function<T, R> work, int size, int used) {
    ExecutorService pool = Executors.newFixedThreadPool(used, DaemonThreads.named("working"));
    try {
      List<Future<List<R>>> lots = new ArrayList<>();
      for (int from = 0; from < items.size(); from += size) {
        List<T> lot = items.subList(from, Math.min(from + size, items.size()));
        lots.add(pool.submit(() -> lot(lot, work)));
      }
      List<R> results = new ArrayList<>(items.size());
      for (Future<List<R>> lot : lots) {
        results.addAll(lot.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw WorkerFault.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T, R> List<R> lot(List<T> items, Function<T, R> work) {
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      results.add(work.apply(item));
    }
    return results;
  }
}
