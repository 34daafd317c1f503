package org.bindfold.io.bgzf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class BgzfBatchTest {
  private static final int BLOCKS = BgzfBatch.BLOCKS;

  @Test
  void intelsInflaterGivesTheBytesOfTheJdks() throws Exception {
    Optional<Inflater> fast = Inflaters.fast();
    assumeTrue(fast.isPresent(), "Intel's inflater does not run here");
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      byte[][] contents = new byte[BLOCKS][];
      BgzfBatch quick = new BgzfBatch(fast);
      BgzfBatch plain = new BgzfBatch(Optional.empty());
      int total = 0;
      for (int i = 0; i < BLOCKS; i++) {
        contents[i] = content(random);
        byte[] block = block(contents[i], random.nextInt(10));
        add(quick, block);
        add(plain, block);
        total += contents[i].length;
      }
      quick.inflate();
      plain.inflate();
      assertThat(quick.length()).isEqualTo(total).isEqualTo(plain.length());
      assertThat(Arrays.copyOf(quick.content(), total))
          .isEqualTo(Arrays.copyOf(plain.content(), total));
      assertThat(Arrays.copyOf(quick.content(), contents[0].length)).isEqualTo(contents[0]);
    }
  }

  /**
   * Intel's does not look at what stands behind the last byte; the content is right all the same.
   */
  @Test
  void damageIsRefusedInTheSameWordsUnlessTheContentIsWhole() throws Exception {
    Optional<Inflater> fast = Inflaters.fast();
    assumeTrue(fast.isPresent(), "Intel's inflater does not run here");
    Random random = new Random(4);
    int refused = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] content = content(random);
      byte[] block = block(content, 6);
      block[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
      BgzfBatch quick = new BgzfBatch(fast);
      Optional<String> found = fault(quick, block);
      if (found.isPresent()) {
        assertThat(fault(new BgzfBatch(Optional.empty()), block)).isEqualTo(found);
        refused++;
      } else {
        assertThat(Arrays.copyOf(quick.content(), quick.length())).isEqualTo(content);
      }
    }
    assertThat(refused).isGreaterThan(2500);
  }

  @Test
  void anInflaterThatFailsIsReplacedByTheJdks() throws Exception {
    byte[] content = content(new Random(5));
    BgzfBatch batch =
        new BgzfBatch(
            Optional.of(
                new Inflater(true) {
                  @Override
                  public int inflate(byte[] target, int offset, int length) {
                    throw new IllegalStateException("broken");
                  }
                }));
    add(batch, block(content, 6));
    batch.inflate();
    assertThat(Arrays.copyOf(batch.content(), batch.length())).isEqualTo(content);
  }

  @Test
  void aWrongChecksumIsRefused() {
    byte[] block = block(content(new Random(6)), 6);
    block[block.length - 8] ^= 1;
    BgzfBatch batch = new BgzfBatch(Optional.empty());
    add(batch, block);
    assertThatExceptionOfType(ZipException.class)
        .isThrownBy(batch::inflate)
        .withMessage("wrong checksum");
  }

  private static Optional<String> fault(BgzfBatch batch, byte[] block) {
    add(batch, block);
    try {
      batch.inflate();
      return Optional.empty();
    } catch (ZipException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] content(Random random) {
    byte[] content = new byte[random.nextInt(65_281)];
    int kinds = 1 + random.nextInt(60);
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) ('!' + random.nextInt(kinds));
    }
    return content;
  }

  /** Deflated bytes and trailer, as they stand behind the header of a block. */
  private static byte[] block(byte[] content, int level) {
    Deflater deflater = new Deflater(level, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] deflated = new byte[content.length + 1024];
    int length = deflater.deflate(deflated);
    deflater.end();
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return ByteBuffer.allocate(length + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(deflated, 0, length)
        .putInt((int) checksum.getValue())
        .putInt(content.length)
        .array();
  }

  private static void add(BgzfBatch batch, byte[] block) {
    int from = batch.zippedLength();
    System.arraycopy(block, 0, batch.room(block.length), from, block.length);
    batch.added(block.length);
  }
}
