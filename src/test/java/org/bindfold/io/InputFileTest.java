package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  @TempDir private Path folder;

  /** What a shell makes of {@code <(command)} is one. */
  @Test
  void readsANamedPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(isMade(pipe), "no mkfifo here");
    byte[] content = "ABL1 T315I\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.write(pipe, content);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    try (InputFile file = InputFile.open(pipe.toString(), 1 << 20)) {
      assertThat(file.isRegular()).isFalse();
      assertThat(file.readAllBytes()).isEqualTo(content);
    }
    writer.join();
  }

  @Test
  void followsALinkAndRefusesOneThatLeadsNowhere() throws IOException {
    Path file = Files.writeString(folder.resolve("list.txt"), "ABL1 T315I\n");
    Path good = Files.createSymbolicLink(folder.resolve("good"), file);
    try (InputFile input = InputFile.open(good.toString(), 1 << 20)) {
      assertThat(input.readAllLines()).containsExactly("ABL1 T315I");
    }
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("missing"));
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    for (Path bad : new Path[] {dangling, loop}) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> InputFile.open(bad.toString(), 1 << 20))
          .withMessageContaining(bad + ": does not exist");
    }
    Path directory = Files.createSymbolicLink(folder.resolve("directory"), folder);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> InputFile.open(directory.toString(), 1 << 20))
        .withMessageContaining("is a directory");
  }

  private static boolean isMade(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
