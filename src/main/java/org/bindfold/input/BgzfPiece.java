package org.bindfold.input;

import java.io.IOException;

/** The next blocks of a BGZF file. Blocks know nothing of each other, so any thread unzips them. */
final class BgzfPiece extends PieceBuffer {
  private final BgzfBlocks blocks;
  private final BgzfBatch batch = new BgzfBatch();

  BgzfPiece(BgzfBlocks blocks) {
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
