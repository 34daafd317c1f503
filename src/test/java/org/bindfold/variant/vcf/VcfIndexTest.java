package org.bindfold.variant.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import htsjdk.tribble.index.tabix.TabixFormat;
import htsjdk.tribble.index.tabix.TabixIndex;
import htsjdk.tribble.index.tabix.TabixIndexCreator;
import htsjdk.tribble.readers.LineIteratorImpl;
import htsjdk.tribble.readers.SynchronousLineReader;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFCodec;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bindfold.Program;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneModel;
import org.bindfold.genome.GeneModels;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.bgzf.BgzfRange;
import org.bindfold.variant.Inputs;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VcfIndexTest {
  private static final String SAMPLE = "\tGT:AD:DP:AF\t0/1:58,42:100:0.420";
  private static final int FIRST_ABL1 = 130862976;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void readsTheSameVariantsThroughTheIndexAsWithoutIt(int seed) throws Exception {
    Path vcf = write("a.vcf.gz", records(new Random(seed), 40_000), true);
    VariantSet indexed = read(vcf);
    Files.delete(index(vcf));
    VariantSet whole = read(vcf);
    assertThat(indexed.notes()).singleElement().asString().startsWith("read through its index");
    assertThat(whole.notes()).noneMatch(note -> note.contains("index"));
    assertThat(whole.counts().read()).isGreaterThan(40_000);
    assertThat(indexed.counts().read()).isBetween(10, 5_000);
    assertThat(indexed.variants()).isNotEmpty().isEqualTo(whole.variants());
    assertThat(indexed.counts().synonymous()).isEqualTo(whole.counts().synonymous());
    assertThat(indexed.counts().filtered()).isEqualTo(whole.counts().filtered());
    assertThat(indexed.sha256()).isEqualTo(whole.sha256());
    assertThat(indexed.assemblyReason()).isEqualTo(whole.assemblyReason());
  }

  @Test
  void readsTheSameThroughAnIndexOfBcftools() throws Exception {
    assumeTrue(Program.isInstalled("bcftools"), "needs bcftools");
    Path vcf = write("a.vcf.gz", records(new Random(5), 40_000), false);
    List<VariantCall> whole = read(vcf).variants();
    for (String kind : List.of("-t", "-c")) {
      Program.run(List.of("bcftools", "index", "-f", kind, vcf.toString()));
      VariantSet indexed = read(vcf);
      assertThat(indexed.notes()).singleElement().asString().startsWith("read through its index");
      assertThat(indexed.counts().read()).isLessThan(5_000);
      assertThat(indexed.variants()).isNotEmpty().isEqualTo(whole);
      Files.deleteIfExists(index(vcf));
    }
  }

  @Test
  void findsTheStretchesThatHtsjdkFinds() throws Exception {
    Path vcf = write("a.vcf.gz", records(new Random(6), 40_000), true);
    TabixIndex theirs = new TabixIndex(index(vcf).toFile());
    RegionIndex ours;
    try (InputFile input = InputFile.open(index(vcf).toString(), 1 << 20)) {
      ours = RegionIndex.read(input.content(), name -> true);
    }
    assertThat(ours.chromosomes()).isEqualTo(theirs.getSequenceNames());
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      int first = 1 + random.nextInt(138_000_000);
      int last = first + random.nextInt(1 << 1 + random.nextInt(25));
      // Chunks before the lowest offset of the window may be left out; none that is needed may.
      assertThat(RegionIndex.merged(ours.ranges("chr9", first, last)))
          .as(first + "-" + last)
          .isEqualTo(
              RegionIndex.merged(
                  theirs.getBlocks("chr9", first, last).stream()
                      .map(b -> new BgzfRange(b.getStartPosition(), b.getEndPosition()))
                      .toList()));
    }
  }

  @Test
  void anIndexOlderThanTheFileIsToldAndNotUsed() throws Exception {
    Path vcf = write("a.vcf.gz", records(new Random(1), 5_000), true);
    Files.setLastModifiedTime(
        index(vcf), FileTime.fromMillis(Files.getLastModifiedTime(vcf).toMillis() - 60_000));
    wholeWithWarning(vcf, "older than the file");
  }

  @Test
  void anIndexOfAnotherFileIsToldAndNotUsed() throws Exception {
    Path vcf = write("a.vcf.gz", records(new Random(1), 5_000), false);
    Path longer = write("b.vcf.gz", records(new Random(1), 30_000), true);
    Files.copy(index(longer), index(vcf));
    wholeWithWarning(vcf, "a block is cut short");
    Path shorter = write("c.vcf.gz", records(new Random(1), 3_000), true);
    Files.copy(index(shorter), index(vcf), StandardCopyOption.REPLACE_EXISTING);
    wholeWithWarning(vcf, "");
  }

  @Test
  void anIndexThatIsDamagedIsToldAndNotUsed() throws Exception {
    Path vcf = write("a.vcf.gz", records(new Random(1), 5_000), true);
    byte[] good = Files.readAllBytes(index(vcf));
    Files.write(index(vcf), Arrays.copyOf(good, good.length / 2));
    wholeWithWarning(vcf, "");
    Files.write(index(vcf), new byte[0]);
    wholeWithWarning(vcf, "is empty");
    Files.writeString(index(vcf), "no index at all, but long enough for a header\n");
    wholeWithWarning(vcf, "neither a .tbi nor a .csi");
  }

  @Test
  void whateverStandsInAnIndexNoVariantIsLost() throws Exception {
    Path vcf = write("a.vcf.gz", records(new Random(1), 5_000), true);
    List<VariantCall> expected = read(vcf).variants();
    byte[] content;
    try (InputFile input = InputFile.open(index(vcf).toString(), 1 << 20)) {
      content = input.readAllBytes();
    }
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = content.clone();
      // All but the names: a chromosome of another name is one without records.
      int namesEnd = 36 + ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(32);
      int at = random.nextInt(96);
      at += at < 36 ? 0 : namesEnd - 36;
      damaged[at] = (byte) random.nextInt(256);
      Files.write(index(vcf), damaged);
      List<VariantCall> found = read(vcf).variants();
      assertThat(found).as("byte " + at).isEqualTo(expected);
    }
  }

  @Test
  void aCutFileIsRefusedWithAndWithoutIndex() throws Exception {
    Path vcf = write("a.vcf.gz", records(new Random(1), 5_000), true);
    byte[] good = Files.readAllBytes(vcf);
    FileTime made = Files.getLastModifiedTime(vcf);
    Files.write(vcf, Arrays.copyOf(good, good.length - 28));
    Files.setLastModifiedTime(vcf, made);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(vcf))
        .withMessageContaining("cut short");
  }

  @Test
  void aRecordThatCannotBeUsedIsNamedByItsLine() throws Exception {
    List<String> records = records(new Random(1), 5_000);
    int at = indexOfFirst(records, "chr9\t" + FIRST_ABL1);
    records.set(at, "chr9\t" + FIRST_ABL1 + "\t.\tT\tA\t.\tPASS\t." + SAMPLE);
    Path vcf = write("a.vcf.gz", records, true);
    VariantSet set = read(vcf);
    assertThat(set.skipped())
        .singleElement()
        .satisfies(s -> assertThat(s.line()).isEqualTo(at + headerLines() + 1));
    assertThat(set.notes()).noneMatch(note -> note.contains("index"));
  }

  private void wholeWithWarning(Path vcf, String why) {
    VariantSet set = read(vcf);
    assertThat(set.counts().read()).isGreaterThan(4_000);
    assertThat(set.variants()).isNotEmpty();
    assertThat(set.notes())
        .singleElement()
        .asString()
        .contains("does not fit it")
        .contains(why)
        .contains("the whole file was read");
  }

  /** Sites all over the genome, many of them in and around ABL1, in order. */
  private static List<String> records(Random random, int sites) {
    List<String> records = new ArrayList<>();
    for (int chromosome = 1; chromosome <= 22; chromosome++) {
      int position = 1_000_000;
      for (int i = 0; i < sites / 22; i++) {
        position += 1 + random.nextInt(40_000_000 / (sites / 22));
        records.add(record(random, "chr" + chromosome, position, "ACGT".charAt(random.nextInt(4))));
      }
      if (chromosome == 9) {
        GeneModel abl1 = GeneModels.bundled().of("ABL1").orElseThrow();
        for (int at = FIRST_ABL1; at < 130_880_000; at += 1 + random.nextInt(60)) {
          Optional<Character> base = abl1.base(Assembly.GRCH38, at);
          records.add(record(random, "chr9", at, base.orElse('N')));
        }
      }
    }
    return records;
  }

  private static String record(Random random, String chromosome, int position, char reference) {
    char alternate = "CGTA".charAt("ACGT".indexOf(reference) < 0 ? 0 : "ACGT".indexOf(reference));
    String filter = random.nextInt(10) == 0 ? "lowq" : "PASS";
    return String.join(
            "\t", chromosome, "" + position, ".", "" + reference, "" + alternate, ".", filter, ".")
        + SAMPLE;
  }

  private static int indexOfFirst(List<String> records, String prefix) {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).startsWith(prefix + "\t")) {
        return i;
      }
    }
    throw new IllegalArgumentException(prefix);
  }

  private static int headerLines() {
    return (int) Inputs.vcf().lines().count();
  }

  private Path write(String name, List<String> records, boolean indexed) throws IOException {
    Path vcf = folder.resolve(name);
    String header = Inputs.vcf();
    TabixIndexCreator creator = new TabixIndexCreator(TabixFormat.VCF);
    VCFCodec codec = new VCFCodec();
    codec.readActualHeader(
        new LineIteratorImpl(new SynchronousLineReader(new StringReader(header))));
    long end;
    try (BlockCompressedOutputStream out = new BlockCompressedOutputStream(vcf.toFile(), 5)) {
      out.write(header.getBytes(StandardCharsets.UTF_8));
      for (String record : records) {
        VariantContext decoded = codec.decode(record);
        creator.addFeature(decoded, out.getFilePointer());
        out.write((record + "\n").getBytes(StandardCharsets.UTF_8));
      }
      end = out.getFilePointer();
    }
    if (indexed) {
      creator.finalizeIndex(end).writeBasedOnFeatureFile(vcf.toFile());
    }
    return vcf;
  }

  private static Path index(Path vcf) {
    return Path.of(vcf + ".tbi");
  }

  private static VariantSet read(Path vcf) {
    try (InputFile file = InputFile.open(vcf.toString(), 1L << 30)) {
      return Inputs.read(file);
    }
  }
}
