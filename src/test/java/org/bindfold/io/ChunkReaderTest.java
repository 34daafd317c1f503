package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkReaderTest {
  private static final int SEVERAL_CHUNKS = 1 << 20;

  static Throwable[] faults() {
    return new Throwable[] {new StackOverflowError("deep"), InputException.file("a", "is none.")};
  }

  /** All chunks but the first are sifted on other threads. */
  @ParameterizedTest
  @MethodSource("faults")
  void whatASieveEndsWithComesOutAsItIs(Throwable fault) throws IOException {
    try (InputFile file =
        InputFile.over("a", new ByteArrayInputStream(new byte[SEVERAL_CHUNKS]), SEVERAL_CHUNKS)) {
      ChunkReader chunks = file.chunks();
      assertThat(chunks.next()).isPresent();

      chunks.sieve(
          () -> {
            if (fault instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) fault;
          });

      assertThatThrownBy(chunks::next).isSameAs(fault);
    }
  }

  @Test
  void withOneWorkerTheReadersOwnThreadDoesIt(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("a"), lines());
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    try (InputFile one = InputFile.open(file.toString(), SEVERAL_CHUNKS, WorkerPool.of(1))) {
      one.chunks().sieve(() -> recordedIn(threads));
      readAll(one);
    }
    assertThat(threads).containsExactly(Thread.currentThread());

    try (InputFile two = InputFile.open(file.toString(), SEVERAL_CHUNKS, WorkerPool.of(2))) {
      two.chunks().sieve(() -> recordedIn(threads));
      readAll(two);
    }
    assertThat(threads).hasSizeBetween(2, 3);
  }

  private static byte[] lines() {
    byte[] lines = new byte[SEVERAL_CHUNKS];
    Arrays.fill(lines, (byte) '\n');
    return lines;
  }

  private static void readAll(InputFile file) throws IOException {
    boolean more = true;
    while (more) {
      more = file.chunks().next().isPresent();
    }
  }

  private static LineSieve recordedIn(Set<Thread> threads) {
    threads.add(Thread.currentThread());
    return new LineSieve() {
      private int looked;

      @Override
      public int records(byte[] bytes, int start, int limit) {
        looked = LineEnds.nextOrNul(bytes, start, limit);
        return -1;
      }

      @Override
      public int looked() {
        return looked;
      }
    };
  }
}
