package org.bindfold.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.bindfold.io.bgzf.BgzfBlocks;
import org.bindfold.io.bgzf.BgzfRange;
import org.bindfold.io.bgzf.BgzfRanges;

/**
 * An input as the user named it: a path, or {@code -} for standard input. It is opened once,
 * unzipped when it is gzip or bgzip, hashed as it is read where that is asked for, and never read
 * past a bound.
 *
 * <p>Paths are only ever taken from the request, never from the content of another file.
 */
public final class InputFile implements AutoCloseable {
  /** The name for standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int GZIP_MAGIC_0 = 0x1f;
  private static final int GZIP_MAGIC_1 = 0x8b;
  private static final int MAGIC_BYTES = 18;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int HASHED_BYTES = 1 << 18;

  private final String name;
  private final InputStream raw;
  private final Optional<MessageDigest> digest;
  private final ChunkReader chunks;
  private final InputStream content;
  private final boolean blocked;
  private final boolean regular;
  private final int threads;

  private InputFile(
      String name,
      InputStream raw,
      Optional<MessageDigest> digest,
      ChunkReader chunks,
      boolean blocked,
      boolean regular,
      int threads) {
    this.name = name;
    this.raw = raw;
    this.digest = digest;
    this.chunks = chunks;
    this.content = new ChunkStream(chunks);
    this.blocked = blocked;
    this.regular = regular;
    this.threads = threads;
  }

  /**
   * Opens a file for one reading from start to end.
   *
   * @param name path as the user gave it, or {@code -} for standard input
   * @param maxBytes the most that may be read after unzipping, in bytes
   * @throws InputException when the file is missing, a directory, empty or not readable
   */
  public static InputFile open(String name, long maxBytes) {
    return open(name, maxBytes, WorkerPool.all());
  }

  /**
   * The same, unzipped by as many threads as there are workers.
   *
   * @throws InputException as {@link #open(String, long)}
   */
  public static InputFile open(String name, long maxBytes, WorkerPool workers) {
    return open(name, maxBytes, true, workers.threads());
  }

  /**
   * The same, of a file whose {@link #sha256} nobody asks for: to hash what is read costs a cold
   * start more than to read it.
   */
  public static InputFile openUnhashed(String name, long maxBytes) {
    return open(name, maxBytes, false, 1);
  }

  private static InputFile open(String name, long maxBytes, boolean hashed, int threads) {
    try {
      boolean pipe = STANDARD_INPUT.equals(name);
      boolean regular = !pipe && Files.isRegularFile(existing(name));
      // A stream of its own, not a channel's, which costs more and would seek in a named pipe.
      InputStream source = pipe ? System.in : new FileInputStream(existing(name).toFile());
      return over(name, source, maxBytes, regular, hashed, threads);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * The same over a stream that is already open, for content that is not a file.
   *
   * @param name what messages call it
   * @param source closed with this object
   * @param maxBytes the most that may be read after unzipping, in bytes
   */
  public static InputFile over(String name, InputStream source, long maxBytes) {
    return over(name, source, maxBytes, false, true, WorkerPool.all().threads());
  }

  private static InputFile over(
      String name,
      InputStream source,
      long maxBytes,
      boolean regular,
      boolean hashed,
      int threads) {
    Optional<MessageDigest> digest = hashed ? Optional.of(sha256Digest()) : Optional.empty();
    InputStream buffered = new BufferedInputStream(source, BUFFER_BYTES);
    InputStream raw = digest.isPresent() ? new DigestInputStream(buffered, digest.get()) : buffered;
    // The magic bytes are looked at below the digest, so that each byte is hashed once.
    try {
      BufferedInputStream sniffed = new BufferedInputStream(raw, BUFFER_BYTES);
      byte[] first = new byte[MAGIC_BYTES];
      sniffed.mark(MAGIC_BYTES);
      int read = sniffed.readNBytes(first, 0, MAGIC_BYTES);
      sniffed.reset();
      if (read == 0) {
        source.close();
        throw InputException.file(name, "is empty; expected content. Was it written completely?");
      }
      boolean blocked = BgzfBlocks.isHeader(first, read);
      return new InputFile(
          name,
          raw,
          digest,
          chunks(name, sniffed, first, read, maxBytes, threads),
          blocked,
          regular,
          threads);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static ChunkReader chunks(
      String name, BufferedInputStream source, byte[] first, int read, long maxBytes, int threads)
      throws IOException {
    if (BgzfBlocks.isHeader(first, read)) {
      BgzfBlocks blocks = new BgzfBlocks(source);
      return new ChunkReader(name, () -> new BgzfChunk(blocks), source, maxBytes, threads);
    }
    boolean gzip =
        read >= 2 && (first[0] & 0xff) == GZIP_MAGIC_0 && (first[1] & 0xff) == GZIP_MAGIC_1;
    InputStream content = gzip ? new GzipMembers(source) : source;
    return new ChunkReader(name, () -> new StreamChunk(content), content, maxBytes, threads);
  }

  /** The path as the user gave it. */
  public String name() {
    return name;
  }

  /**
   * The unzipped content. Reading it throws {@link InputException} past the bound or at a cut gzip.
   */
  public InputStream content() {
    return content;
  }

  /**
   * The same in chunks that are prepared ahead of their reader, for use in place of {@link
   * #content}.
   */
  public ChunkReader chunks() {
    return chunks;
  }

  /**
   * The first unzipped bytes, up to 64 kB, which will be read again. For use before anything else
   * is read.
   *
   * @throws InputException when the input cannot be read
   */
  public byte[] beginning() {
    try {
      return chunks
          .peek()
          .map(c -> Arrays.copyOf(c.bytes(), Math.min(BUFFER_BYTES, c.length())))
          .orElse(new byte[0]);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * All that is left, unzipped.
   *
   * @throws InputException when it is larger than the bound, or a gzip that is cut short or damaged
   */
  public byte[] readAllBytes() {
    try {
      return content.readAllBytes();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * All that is left as lines of UTF-8 text, line ends and a byte order mark removed.
   *
   * @throws InputException when it is not text, or cannot be read to its end
   */
  public List<String> readAllLines() {
    return decode(name, readAllBytes()).lines().toList();
  }

  /**
   * The same, of an input that may not be larger than a bound.
   *
   * @param maxBytes the most that is read, unzipped
   * @throws InputException also when it is larger
   */
  public List<String> readAllLines(int maxBytes) {
    try {
      byte[] bytes = content.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw InputException.file(
            name,
            "holds more than " + (maxBytes >> 20) + " MB, the most read of this kind of file.");
      }
      return decode(name, bytes).lines().toList();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Decodes UTF-8 text, refusing what is not.
   *
   * @throws InputException when the bytes are not UTF-8 or hold a NUL
   */
  public static String decode(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw InputException.file(
            name, "holds NUL bytes; expected plain text. Is it a binary file or UTF-16?");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw InputException.file(
          name, "is not UTF-8 text. Save it as UTF-8, or check that it is the file you meant.", e);
    }
  }

  /** Whether the input is a file that can be opened again, not a pipe. */
  public boolean isRegular() {
    return regular;
  }

  /** Whether the input is a BGZF file, whose blocks can be unzipped each on its own. */
  public boolean isBlocked() {
    return blocked;
  }

  /**
   * Opens some stretches of a BGZF file, one after the other, beside {@link #content}.
   *
   * @param ranges in the file's order, without overlap
   * @param end virtual offset at which the content is expected to end
   * @throws IOException when the file cannot be read, has no block where a stretch begins or ends,
   *     or does not end there
   */
  public ChunkReader ranges(List<BgzfRange> ranges, long end) throws IOException {
    BgzfRanges stream = new BgzfRanges(Files.newByteChannel(existing(name)), ranges);
    try {
      if (!stream.isEnd(end)) {
        throw new ZipException("the content does not end where it should");
      }
    } catch (IOException e) {
      stream.close();
      throw e;
    }
    return new ChunkReader(name, () -> new StreamChunk(stream), stream, Long.MAX_VALUE, threads);
  }

  /**
   * SHA-256 of the raw bytes (before unzipping), lower-case hexadecimal. Reads what is left of the
   * file first.
   *
   * @throws IllegalStateException when it was opened without
   */
  public String sha256() {
    try {
      content.transferTo(OutputStream.nullOutputStream());
      raw.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    return HexFormat.of()
        .formatHex(
            digest.orElseThrow(() -> new IllegalStateException(name + " is not hashed")).digest());
  }

  /**
   * The same of the whole file, begun at once on another thread and without unzipping, so that
   * faults in a zipped file stay. Only for a {@link #isRegular regular} file. The task ends in an
   * {@link InputException} when the file cannot be read.
   */
  public BackgroundTask<String> sha256Ahead() {
    return BackgroundTask.of("hashing", () -> sha256(name));
  }

  private static String sha256(String name) {
    MessageDigest digest = sha256Digest();
    byte[] buffer = new byte[HASHED_BYTES];
    try (InputStream in = Files.newInputStream(existing(name))) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    try {
      if (!STANDARD_INPUT.equals(name)) {
        content.close();
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** The message for a failure while reading, in the words of the person who gave the file. */
  public static InputException unreadable(String name, IOException e) {
    if (e instanceof EOFException) {
      return InputException.file(
          name, "is a gzip that is cut short; copy or download it again, or zip it again.", e);
    }
    if (e instanceof ZipException) {
      return InputException.file(
          name, "is a damaged gzip (" + e.getMessage() + "); copy or download it again.", e);
    }
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return InputException.file(name, "cannot be read (" + why + "); check its permissions.", e);
  }

  private static Path existing(String name) {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      throw InputException.file(name, "is not a path on this system.", e);
    }
    if (Files.isDirectory(path)) {
      throw InputException.file(name, "is a directory; expected a file.");
    }
    if (!Files.exists(path)) {
      throw InputException.file(name, "does not exist; check the path.");
    }
    if (!Files.isReadable(path)) {
      throw InputException.file(name, "cannot be read; check its permissions.");
    }
    return path;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
