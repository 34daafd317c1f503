package org.bindfold.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipException;

/**
 * Unzips BGZF, the blocked gzip of bgzip (SAM specification, section 4.1), ahead of its reader and
 * on several threads: blocks know nothing of each other. The bytes come out in the file's order, so
 * the number of threads changes nothing but the time.
 *
 * <p>A file that does not end with the empty block that marks the end is taken for cut short.
 */
final class BgzfInputStream extends InputStream {
  static final int HEADER_BYTES = 18;
  private static final int THREADS =
      Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
  private static final int BATCHES_AHEAD = 2 * THREADS + 1;
  private static final int TRAILER_BYTES = 8;

  private final InputStream in;
  private final byte[] header = new byte[HEADER_BYTES];
  private final ArrayDeque<Running> running = new ArrayDeque<>();
  private final ArrayDeque<BgzfBatch> idle = new ArrayDeque<>();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "inflating");
            thread.setDaemon(true);
            return thread;
          });
  private BgzfBatch current = new BgzfBatch();
  private int position;
  private boolean lastBlockEmpty;
  private boolean atEnd;

  private record Running(BgzfBatch batch, Future<?> done) {}

  BgzfInputStream(InputStream in) {
    this.in = in;
    for (int i = 0; i < BATCHES_AHEAD; i++) {
      idle.add(new BgzfBatch());
    }
  }

  /** Whether the first bytes of a stream are those of a BGZF block. */
  static boolean isHeader(byte[] bytes, int length) {
    return length >= HEADER_BYTES
        && (bytes[0] & 0xff) == 0x1f
        && (bytes[1] & 0xff) == 0x8b
        && bytes[2] == 8
        && (bytes[3] & 4) != 0
        && bytes[10] == 6
        && bytes[11] == 0
        && bytes[12] == 'B'
        && bytes[13] == 'C'
        && bytes[14] == 2
        && bytes[15] == 0;
  }

  /** Bytes of a block that come after its header. */
  static int bytesBehindHeader(byte[] header) throws ZipException {
    int size = (header[16] & 0xff | (header[17] & 0xff) << 8) + 1;
    if (size - HEADER_BYTES < TRAILER_BYTES) {
      throw new ZipException("a block claims to be shorter than its own header");
    }
    return size - HEADER_BYTES;
  }

  @Override
  public int read() throws IOException {
    return fill() ? current.content()[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, current.length() - position);
    System.arraycopy(current.content(), position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    workers.shutdownNow();
    in.close();
  }

  /** Moves on to the next batch when the current one is used up. */
  private boolean fill() throws IOException {
    while (position == current.length()) {
      current.clear();
      idle.add(current);
      readAhead();
      Running next = running.poll();
      if (next == null) {
        current = idle.remove();
        position = 0;
        workers.shutdown();
        return false;
      }
      await(next.done());
      current = next.batch();
      position = 0;
    }
    return true;
  }

  private void readAhead() throws IOException {
    while (!atEnd && !idle.isEmpty()) {
      BgzfBatch batch = idle.remove();
      batch.clear();
      while (!atEnd && !batch.isFull()) {
        atEnd = !readBlock(batch);
      }
      if (batch.isEmpty()) {
        idle.add(batch);
      } else {
        running.add(
            new Running(
                batch,
                workers.submit(
                    () -> {
                      batch.inflate();
                      return batch;
                    })));
      }
    }
  }

  /** Reads one block without unzipping it; false at the end of the file. */
  private boolean readBlock(BgzfBatch batch) throws IOException {
    int read = in.readNBytes(header, 0, HEADER_BYTES);
    if (read == 0) {
      if (!lastBlockEmpty) {
        throw new EOFException("no BGZF end marker");
      }
      return false;
    }
    if (read < HEADER_BYTES) {
      throw new EOFException("a block is cut short");
    }
    if (!isHeader(header, HEADER_BYTES)) {
      throw new ZipException(
          "something other than a BGZF block stands between or behind its blocks");
    }
    int rest = bytesBehindHeader(header);
    byte[] room = batch.room(rest);
    int from = batch.zippedLength();
    if (in.readNBytes(room, from, rest) < rest) {
      throw new EOFException("a block is cut short");
    }
    batch.added(rest);
    lastBlockEmpty =
        room[from + rest - 1] == 0
            && room[from + rest - 2] == 0
            && room[from + rest - 3] == 0
            && room[from + rest - 4] == 0;
    return true;
  }

  private static void await(Future<?> done) throws IOException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
