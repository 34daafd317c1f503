package org.bindfold.variant.vcf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.bindfold.io.bgzf.BgzfRange;

/**
 * The index of a bgzipped VCF, {@code .tbi} or {@code .csi}: where in the file the records of a
 * stretch of genome stand. Numbers in it are believed only as far as the index has bytes for them.
 *
 * <p>The layout is that of the tabix and CSI specifications of hts-specs. Bins are not computed: of
 * each bin the stretch that it covers is compared, since a panel has few stretches.
 */
final class RegionIndex {
  private static final int TBI_MAGIC = 0x01494254;
  private static final int CSI_MAGIC = 0x01495343;
  private static final int TBI_MIN_SHIFT = 14;
  private static final int TBI_DEPTH = 5;

  /** That of a human genome, 30 bytes for each 16 kB, has about 6 MB. */
  private static final int MAX_BYTES = 16 << 20;

  private static final int CONFIGURATION_BYTES = 28;
  private static final int MAX_DEPTH = 9;
  private static final int MAX_MIN_SHIFT = 31;

  private final ByteBuffer bytes;
  private final boolean csi;
  private final int minShift;
  private final int depth;
  private final List<Reference> references = new ArrayList<>();
  private long end;

  /** A chromosome's bins, and for each 16 kB the lowest virtual offset of a record in it. */
  private record Reference(String name, List<Bin> bins, LongBuffer windows) {}

  /** A stretch of genome, 0-based and closed, with pairs of virtual offsets. */
  private record Bin(long first, long last, LongBuffer offsets) {}

  private RegionIndex(ByteBuffer bytes, Predicate<String> wanted) throws IOException {
    this.bytes = bytes;
    int magic = bytes.getInt();
    if (magic != TBI_MAGIC && magic != CSI_MAGIC) {
      throw new ZipException("neither a .tbi nor a .csi");
    }
    this.csi = magic == CSI_MAGIC;
    List<String> names;
    if (csi) {
      minShift = bounded(MAX_MIN_SHIFT);
      depth = bounded(MAX_DEPTH);
      int auxiliary = bounded(bytes.remaining() - Integer.BYTES);
      ByteBuffer configuration = bytes.slice(bytes.position(), auxiliary).order(bytes.order());
      bytes.position(bytes.position() + auxiliary);
      names = names(configuration);
      bounded(names.size());
    } else {
      minShift = TBI_MIN_SHIFT;
      depth = TBI_DEPTH;
      bytes.getInt();
      names = names(bytes);
    }
    for (String name : names) {
      references.add(reference(name, wanted.test(name)));
    }
  }

  /**
   * Reads an index.
   *
   * @param in its unzipped content
   * @param wanted which chromosomes will be asked for; of the others nothing is kept
   * @throws IOException when it cannot be read or is no index
   */
  static RegionIndex read(InputStream in, Predicate<String> wanted) throws IOException {
    byte[] content = in.readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw new ZipException("larger than " + (MAX_BYTES >> 20) + " MB");
    }
    try {
      return new RegionIndex(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), wanted);
    } catch (BufferUnderflowException e) {
      throw new ZipException("cut short");
    }
  }

  /** Virtual offset behind the last record of the file; 0 for a file without records. */
  long end() {
    return end;
  }

  /** The wanted chromosomes that the file has records of, as it names them. */
  List<String> chromosomes() {
    return references.stream().filter(r -> !r.bins().isEmpty()).map(Reference::name).toList();
  }

  /**
   * Where the records of a stretch stand; others may stand between them.
   *
   * @param chromosome as the file names it
   * @param first first base, 1-based
   * @param last last base, closed
   */
  List<BgzfRange> ranges(String chromosome, int first, int last) {
    List<BgzfRange> found = new ArrayList<>();
    for (Reference reference : references) {
      if (!reference.name().equals(chromosome)) {
        continue;
      }
      int window = Math.max(0, first - 1) >> TBI_MIN_SHIFT;
      long lowest = window < reference.windows().limit() ? reference.windows().get(window) : 0;
      for (Bin bin : reference.bins()) {
        if (bin.first() <= last - 1 && bin.last() >= first - 1) {
          for (int i = 0; i < bin.offsets().limit(); i += 2) {
            if (bin.offsets().get(i + 1) > lowest) {
              found.add(new BgzfRange(bin.offsets().get(i), bin.offsets().get(i + 1)));
            }
          }
        }
      }
    }
    return found;
  }

  /** Stretches of a file in its order, those that meet made one. */
  static List<BgzfRange> merged(List<BgzfRange> ranges) {
    List<BgzfRange> merged = new ArrayList<>();
    for (BgzfRange range :
        ranges.stream().sorted(Comparator.comparingLong(BgzfRange::start)).toList()) {
      int last = merged.size() - 1;
      if (last >= 0 && range.start() <= merged.get(last).end()) {
        BgzfRange before = merged.get(last);
        merged.set(last, new BgzfRange(before.start(), Math.max(before.end(), range.end())));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }

  private List<String> names(ByteBuffer configuration) throws IOException {
    if (configuration.remaining() < CONFIGURATION_BYTES) {
      throw new ZipException("without the names of the chromosomes");
    }
    configuration.position(configuration.position() + CONFIGURATION_BYTES - Integer.BYTES);
    int length = configuration.getInt();
    if (length < 0 || length > configuration.remaining()) {
      throw new ZipException("cut short");
    }
    byte[] text = new byte[length];
    configuration.get(text);
    String all = new String(text, StandardCharsets.UTF_8);
    return all.isEmpty() ? List.of() : List.of(all.split("\0"));
  }

  private Reference reference(String name, boolean wanted) throws IOException {
    int count = bounded(bytes.remaining());
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long number = Integer.toUnsignedLong(bytes.getInt());
      if (csi) {
        bytes.getLong();
      }
      LongBuffer offsets = longs(2);
      // A number past the smallest bins is a place for statistics (htslib), not for records.
      if (number < firstOfLevel(depth + 1)) {
        findEnd(offsets);
        if (wanted) {
          bins.add(bin(number, offsets));
        }
      }
    }
    return new Reference(name, bins, csi ? LongBuffer.allocate(0) : longs(1));
  }

  /** Numbers after their count, a count of pairs where {@code each} is 2. */
  private LongBuffer longs(int each) throws IOException {
    int size = each * Long.BYTES;
    int length = bounded((bytes.remaining() - Integer.BYTES) / size) * size;
    ByteBuffer longs = bytes.slice(bytes.position(), length).order(bytes.order());
    bytes.position(bytes.position() + length);
    return longs.asLongBuffer();
  }

  private void findEnd(LongBuffer offsets) throws IOException {
    for (int i = 0; i < offsets.limit(); i += 2) {
      if (offsets.get(i) < 0 || offsets.get(i + 1) < offsets.get(i)) {
        throw new ZipException("with a stretch that ends before it begins");
      }
      end = Math.max(end, offsets.get(i + 1));
    }
  }

  private Bin bin(long number, LongBuffer offsets) {
    int level = 0;
    while (number >= firstOfLevel(level + 1)) {
      level++;
    }
    int shift = minShift + 3 * (depth - level);
    long first = number - firstOfLevel(level) << shift;
    return new Bin(first, first + (1L << shift) - 1, offsets);
  }

  /** The number of the first bin of a level; each level has eight times the bins of the last. */
  private static long firstOfLevel(int level) {
    return ((1L << 3 * level) - 1) / 7;
  }

  private int bounded(int most) throws IOException {
    int value = bytes.getInt();
    if (value < 0 || value > most) {
      throw new ZipException("with a count of " + value);
    }
    return value;
  }
}
