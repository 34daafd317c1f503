package org.bindfold.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The unzipped content of an input in chunks, in its order. They are unzipped, and sifted where a
 * sieve is set, ahead of their reader and on other threads where it may use several; the number of
 * threads changes nothing but the time. A fault of the input is met behind the chunks that are
 * whole.
 */
public final class ChunkReader implements Closeable {
  /** More cannot be kept busy by one reader. */
  private static final int MOST_THREADS = 8;

  private final String name;
  private final Supplier<ChunkBuffer> maker;
  private final Closeable raw;
  private final long maxBytes;
  private final int threads;
  private final ArrayDeque<Running> running = new ArrayDeque<>();
  private final ArrayDeque<ChunkBuffer> idle = new ArrayDeque<>();
  private Optional<ExecutorService> workers = Optional.empty();
  private Optional<Supplier<LineSieve>> sieve = Optional.empty();
  private Optional<ChunkBuffer> current = Optional.empty();
  private Optional<Chunk> first = Optional.empty();
  private long bytes;
  private boolean begun;
  private boolean atEnd;

  private record Running(ChunkBuffer chunk, Future<?> done) {}

  /**
   * A reader that has not begun.
   *
   * @param name of the input, for messages
   * @param maker makes chunks to be used again and again
   * @param raw closed with this object
   * @param maxBytes the most that is given out: no one sends in earnest what unzips to more
   * @param threads that may unzip; with one the reader's own does
   */
  ChunkReader(String name, Supplier<ChunkBuffer> maker, Closeable raw, long maxBytes, int threads) {
    this.name = name;
    this.maker = maker;
    this.raw = raw;
    this.maxBytes = maxBytes;
    this.threads = Math.min(MOST_THREADS, threads);
  }

  /**
   * Sets what sifts the chunks that are prepared from now on.
   *
   * @param sieves gives a sieve for each chunk, on any thread
   */
  public void sieve(Supplier<LineSieve> sieves) {
    sieve = Optional.of(sieves);
  }

  /** The first chunk, which will be given out again; for use before {@link #next}. */
  Optional<Chunk> peek() throws IOException {
    first = next();
    return first;
  }

  /**
   * The next chunk that holds anything, in place of the last, whose bytes are used again.
   *
   * @return empty at the end of the input
   * @throws IOException when the input cannot be read or unzipped
   * @throws InputException when it holds more than its bound
   */
  public Optional<Chunk> next() throws IOException {
    if (first.isPresent()) {
      Optional<Chunk> peeked = first;
      first = Optional.empty();
      return peeked;
    }
    do {
      current.ifPresent(idle::add);
      current = Optional.empty();
      readAhead();
      Running next = running.poll();
      if (next == null) {
        shutDown();
        return Optional.empty();
      }
      await(next.done());
      current = Optional.of(next.chunk());
    } while (current.get().length() == 0);
    count(current.get().length());
    return current.map(Chunk.class::cast);
  }

  private void count(int more) {
    bytes += more;
    if (bytes > maxBytes) {
      throw InputException.file(
          name,
          "holds more than "
              + maxBytes
              + " bytes once unzipped, the most that is read of this kind of file.");
    }
  }

  @Override
  public void close() throws IOException {
    shutDown();
    raw.close();
  }

  private void shutDown() {
    workers.ifPresent(ExecutorService::shutdownNow);
  }

  private void readAhead() {
    // The first chunk alone: what it holds may be all that its reader wants.
    int most = begun && threads > 1 ? 2 * threads + 1 : 1;
    begun = true;
    while (!atEnd && running.size() < most) {
      ChunkBuffer chunk = idle.isEmpty() ? maker.get() : idle.remove();
      try {
        atEnd = !chunk.load();
      } catch (IOException e) {
        atEnd = true;
        running.add(new Running(chunk, CompletableFuture.failedFuture(e)));
        return;
      }
      if (!atEnd) {
        running.add(new Running(chunk, prepared(chunk, most)));
      }
    }
  }

  private Future<?> prepared(ChunkBuffer chunk, int most) {
    Optional<Supplier<LineSieve>> by = sieve;
    if (most > 1 && (chunk.isZipped() || by.isPresent())) {
      return pool()
          .submit(
              () -> {
                chunk.prepare(by);
                return chunk;
              });
    }
    try {
      chunk.prepare(by);
      return CompletableFuture.completedFuture(chunk);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private ExecutorService pool() {
    if (workers.isEmpty()) {
      workers =
          Optional.of(Executors.newFixedThreadPool(threads, DaemonThreads.named("inflating")));
    }
    return workers.get();
  }

  private static void await(Future<?> done) throws IOException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw WorkerFault.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
