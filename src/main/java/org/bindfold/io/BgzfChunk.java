package org.bindfold.io;

import java.io.IOException;
import org.bindfold.io.bgzf.BgzfBatch;
import org.bindfold.io.bgzf.BgzfBlocks;

/** The next blocks of a BGZF file. Blocks know nothing of each other, so any thread unzips them. */
final class BgzfChunk extends ChunkBuffer {
  private final BgzfBlocks blocks;
  private final BgzfBatch batch = new BgzfBatch();

  BgzfChunk(BgzfBlocks blocks) {
    this.blocks = blocks;
  }

  @Override
  public byte[] bytes() {
    return batch.content();
  }

  @Override
  public int length() {
    return batch.length();
  }

  @Override
  boolean load() throws IOException {
    batch.clear();
    boolean more = true;
    while (more && !batch.isFull()) {
      more = blocks.read(batch);
    }
    return !batch.isEmpty();
  }

  @Override
  void unzip() throws IOException {
    batch.inflate();
  }

  @Override
  boolean isZipped() {
    return true;
  }
}
