package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
}
