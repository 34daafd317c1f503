package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipMembersTest {
  private static final String BEHIND = "(something other than gzip stands behind a member)";
  private static final String CUT = "is a gzip that is cut short";

  private final Random random = new Random(3);

  @Test
  void givesWhatTheMembersHoldHoweverTheirBytesArrive() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (int size : new int[] {0, 1, 200_000, 0, 65_536, 70_001, 3}) {
      byte[] part = content(size);
      plain.write(part);
      zipped.write(gzip(part));
    }
    zipped.write(new byte[1000]);
    assertThat(read(new ByteArrayInputStream(zipped.toByteArray()))).isEqualTo(plain.toByteArray());
    assertThat(read(new Trickle(zipped.toByteArray()))).isEqualTo(plain.toByteArray());
  }

  /** Extra field, name, comment and the header's own checksum, as RFC 1952 lays them out. */
  @Test
  void readsPastEveryFieldOfAHeader() throws IOException {
    byte[] content = content(1000);
    byte[] zipped = gzip(content);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.write(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3});
    header.write(new byte[] {5, 0, 'a', 'b', 1, 0, 0});
    header.write(new byte[] {'n', 0, 'c', 'd', 0});
    CRC32 crc = new CRC32();
    crc.update(header.toByteArray());
    header.write((int) crc.getValue());
    header.write((int) crc.getValue() >>> 8);
    byte[] fields = join(header.toByteArray(), Arrays.copyOfRange(zipped, 10, zipped.length));
    byte[] both = join(zipped, fields);
    assertThat(read(new ByteArrayInputStream(both))).isEqualTo(join(content, content));
    both[zipped.length + 4] ^= 1;
    refuses(both, "(the checksum of a header does not fit it)");
  }

  @Test
  void refusesAFileThatIsCutAnywhereButBehindAMember() throws IOException {
    byte[] first = gzip(content(60));
    byte[] both = join(first, gzip(content(60)));
    for (int length = 2; length < both.length; length++) {
      if (length != first.length) {
        refuses(Arrays.copyOf(both, length), CUT);
      }
    }
  }

  @Test
  void refusesADamagedHeaderBehindAMember() throws IOException {
    byte[] first = gzip(content(60));
    byte[] next = gzip(content(60));
    for (int at = 0; at < 3; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] both = join(first, next);
        both[first.length + at] ^= (byte) (1 << bit);
        refuses(both, BEHIND);
      }
    }
    refuses(join(join(first, new byte[9]), next), BEHIND);
  }

  @Test
  void refusesATrailerThatDoesNotFit() throws IOException {
    byte[] zipped = join(gzip(content(60)), gzip(content(60)));
    for (int at = 1; at <= 8; at++) {
      byte[] damaged = zipped.clone();
      damaged[damaged.length - at] ^= 1;
      refuses(damaged, at > 4 ? "(the checksum of a member" : "(the length of a member");
    }
  }

  /** A name without end would be kept in memory otherwise, before any bound on the content. */
  @Test
  void refusesAHeaderWithoutEnd() {
    byte[] zipped = new byte[3 << 20];
    Arrays.fill(zipped, (byte) 'n');
    System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3}, 0, zipped, 0, 10);
    refuses(zipped, "(a header is longer than 1 MB)");
  }

  @Test
  void aFaultOfTheDiskIsNoneOfTheGzip() throws IOException {
    byte[] zipped = join(gzip(content(60)), gzip(content(60)));
    for (int whole = 2; whole < zipped.length; whole++) {
      InputStream failing = new Failing(Arrays.copyOf(zipped, whole));
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> read(failing))
          .withMessageContaining("cannot be read (the disk is gone)");
    }
  }

  private static void refuses(byte[] zipped, String reason) {
    assertThatExceptionOfType(InputException.class)
        .as("%d bytes", zipped.length)
        .isThrownBy(() -> read(new ByteArrayInputStream(zipped)))
        .withMessageContaining(reason);
  }

  private static byte[] read(InputStream zipped) {
    try (InputFile file = InputFile.over("a.gz", zipped, 1 << 20)) {
      return file.readAllBytes();
    }
  }

  private byte[] content(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) "ACGT\n".charAt(random.nextInt(5));
    }
    return bytes;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Gives a byte or a few at a time and announces none, as a pipe may do. */
  private static final class Trickle extends ByteArrayInputStream {
    Trickle(byte[] bytes) {
      super(bytes);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(length, 7));
    }

    @Override
    public int available() {
      return 0;
    }
  }

  /** Cannot be read to its end. */
  private static final class Failing extends InputStream {
    private final InputStream whole;

    Failing(byte[] whole) {
      this.whole = new ByteArrayInputStream(whole);
    }

    @Override
    public int read() throws IOException {
      int next = whole.read();
      if (next < 0) {
        throw new IOException("the disk is gone");
      }
      return next;
    }
  }
}
