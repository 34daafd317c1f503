package org.bindfold.io.bgzf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.zip.ZipException;

/**
 * Some stretches of whole lines of a BGZF file, one after the other, each block unzipped when it is
 * come to.
 */
public final class BgzfRanges extends InputStream {
  private final SeekableByteChannel file;
  private final Queue<BgzfRange> ranges;
  private final BgzfBatch batch = new BgzfBatch();
  private final ByteBuffer header = ByteBuffer.allocate(BgzfBlocks.HEADER_BYTES);
  private BgzfRange range = new BgzfRange(0, 0);
  private long block;
  private long nextBlock;
  private int position;
  private int limit;

  /**
   * Opens the stretches.
   *
   * @param file closed with this stream
   * @param ranges without overlap
   */
  public BgzfRanges(SeekableByteChannel file, List<BgzfRange> ranges) {
    this.file = file;
    this.ranges = new ArrayDeque<>(ranges);
  }

  /**
   * Whether a virtual offset is the end of the content: behind it come only empty blocks, and at
   * least one of them, up to the end of the file.
   */
  public boolean isEnd(long offset) throws IOException {
    load(BgzfRange.block(offset));
    if (batch.length() != BgzfRange.inBlock(offset)) {
      return false;
    }
    boolean marked = batch.length() == 0;
    while (nextBlock < file.size()) {
      load(nextBlock);
      if (batch.length() > 0) {
        return false;
      }
      marked = true;
    }
    return marked;
  }

  @Override
  public int read() throws IOException {
    return fill() ? batch.content()[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(batch.content(), position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private boolean fill() throws IOException {
    while (position == limit) {
      boolean rangeLeft =
          block < BgzfRange.block(range.end())
              && (nextBlock < BgzfRange.block(range.end()) || BgzfRange.inBlock(range.end()) > 0);
      if (rangeLeft) {
        load(nextBlock);
        position = 0;
      } else if (ranges.isEmpty()) {
        return false;
      } else {
        range = ranges.remove();
        load(BgzfRange.block(range.start()));
        position = BgzfRange.inBlock(range.start());
        refuseWithinLine(position);
      }
      limit =
          block == BgzfRange.block(range.end()) ? BgzfRange.inBlock(range.end()) : batch.length();
      if (position > limit || limit > batch.length() || block > BgzfRange.block(range.end())) {
        throw new ZipException("an offset lies outside of its block");
      }
      if (limit < batch.length()) {
        refuseWithinLine(limit);
      }
    }
    return true;
  }

  private void refuseWithinLine(int at) throws IOException {
    if (at > batch.length() || (at > 0 && batch.content()[at - 1] != '\n')) {
      throw new ZipException("an offset does not lie between two lines");
    }
  }

  private void load(long at) throws IOException {
    file.position(at);
    header.clear();
    read(header);
    if (!BgzfBlocks.isHeader(header.array(), header.capacity())) {
      throw new ZipException("there is no BGZF block at byte " + at);
    }
    int rest = BgzfBlocks.bytesBehindHeader(header.array());
    batch.clear();
    read(ByteBuffer.wrap(batch.room(rest), 0, rest));
    batch.added(rest);
    batch.inflate();
    block = at;
    nextBlock = at + header.capacity() + rest;
  }

  private void read(ByteBuffer target) throws IOException {
    while (target.hasRemaining()) {
      if (file.read(target) < 0) {
        throw new EOFException("a block is cut short");
      }
    }
  }
}
