package org.bindfold.variant.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.bindfold.io.InputException;
import org.bindfold.io.SkippedRecord;
import org.bindfold.variant.Inputs;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;
import org.junit.jupiter.api.Test;

/** A sieve passes over lines on other threads; what is read must not depend on it. */
class PanelSieveTest {
  private static final String META =
      "##fileformat=VCFv4.2\n##contig=<ID=chr9,length=138394717>\n"
          + "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: Allele|SYMBOL|Feature|HGVSp\">\n";
  private static final int HEADER_LINES = 4;

  /** Nothing shorter than the first chunk of a file is sifted. */
  private static final int LINES_IN_SMALL_FILE = 300;

  @Test
  void aLargeFileReadsAsItsPartsDo() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      List<String> lines = lines(new Random(seed), 30_000);
      VariantSet.Counts counts = new VariantSet.Counts(0, 0, 0, 0, 0, 0);
      List<String> variants = new ArrayList<>();
      List<SkippedRecord> skipped = new ArrayList<>();
      for (int from = 0; from < lines.size(); from += LINES_IN_SMALL_FILE) {
        int to = Math.min(lines.size(), from + LINES_IN_SMALL_FILE);
        VariantSet part = Inputs.read(vcf(lines.subList(from, to)));
        counts = counts.plus(part.counts());
        for (VariantCall call : part.variants()) {
          variants.add((call.line().getAsLong() + from) + " " + call.change().hgvs());
        }
        for (SkippedRecord record : part.skipped()) {
          skipped.add(
              new SkippedRecord(
                  record.file(), record.line() + from, record.record(), record.reason()));
        }
      }
      String whole = vcf(lines);
      assertThat(counts.offPanel()).isGreaterThan(20_000);
      assertThat(variants).hasSizeGreaterThan(50);
      assertThat(skipped).hasSizeGreaterThan(500);
      byte[] plain = whole.getBytes(StandardCharsets.UTF_8);
      for (byte[] file : List.of(plain, Inputs.gzip(whole), bgzip(plain))) {
        VariantSet set = Inputs.read("given.txt", file, Inputs.defaults());
        assertThat(set.counts()).isEqualTo(counts);
        assertThat(set.skipped()).isEqualTo(skipped);
        assertThat(set.variants())
            .extracting(call -> call.change().hgvs())
            .isEqualTo(variants.stream().map(v -> v.split(" ")[1]).toList());
        if (set.variants().get(0).line().isPresent()) {
          assertThat(set.variants())
              .extracting(call -> call.line().getAsLong() + " " + call.change().hgvs())
              .isEqualTo(variants);
        }
      }
    }
  }

  @Test
  void aNulByteIsFoundOnWhateverLineItStands() throws IOException {
    List<String> lines = lines(new Random(7), 30_000);
    for (int at : new int[] {3, 9_000, 17_777, 29_999}) {
      List<String> damaged = new ArrayList<>(lines);
      damaged.set(at, "chr1\t1000\t.\tA\tG\t.\tPASS\tD\0\tGT\t0/1");
      byte[] plain = vcf(damaged).getBytes(StandardCharsets.UTF_8);
      for (byte[] file : List.of(plain, bgzip(plain))) {
        assertThatExceptionOfType(InputException.class)
            .isThrownBy(() -> Inputs.read("given.txt", file, Inputs.defaults()))
            .withMessageContaining("given.txt:" + (HEADER_LINES + at + 1) + ":")
            .withMessageContaining("NUL");
      }
    }
  }

  private static String vcf(List<String> lines) {
    return Inputs.vcfOf(META, "FORMAT\tS1", lines.toArray(String[]::new));
  }

  /** Good and bad records, on the panel and off it, unsorted, some with windows line ends. */
  private static List<String> lines(Random random, int count) {
    String[] chromosomes = {"chr1", "1", "chr9", "9", "chr22", "chrUn_x", "chr5", "GL000.1"};
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String chromosome = chromosomes[random.nextInt(chromosomes.length)];
      int position = 1 + random.nextInt(40_000_000);
      String alternate = random.nextInt(4) == 0 ? "G,T" : random.nextInt(9) == 0 ? "." : "G";
      String line =
          chromosome + "\t" + position + "\t.\tA\t" + alternate + "\t.\tPASS\tDP=3\tGT\t0/1";
      switch (random.nextInt(200)) {
        case 0 -> line = "chr9\t130872896\t.\tC\tT\t.\tPASS\t.\tGT\t0/1";
        case 1 -> line = "9\t" + (130_872_890 + random.nextInt(12)) + "\t.\tC\tT\t.\t.\t.\tGT\t0/1";
        case 2 -> line = line.replace("\t" + position, "\t-" + position);
        case 3 -> line = line.replace("\tA\t", "\t1\t");
        case 4 -> line = "chr21\t48000000\t.\tA\tG\t.\tPASS\tDP=3\tGT\t0/1";
        case 5 -> line = "chr 1" + line.substring(line.indexOf('\t'));
        case 6 -> line = line.replace('\t', ' ');
        case 7 -> line = line + "\r";
        case 8 -> line = "#" + line;
        case 9 -> line = "";
        case 10 -> line = "chr9\t133710000\t.\t" + "A".repeat(400) + "\tA\t.\tPASS\t.\tGT\t0/1";
        case 11 -> line = line.substring(0, random.nextInt(line.length()));
        case 12 -> line = alternates(line, VcfColumns.MAX_ALTERNATES);
        case 13 -> line = alternates(line, VcfColumns.MAX_ALTERNATES + 1);
        default -> {
          // As it is.
        }
      }
      lines.add(line);
    }
    return lines;
  }

  private static String alternates(String line, int count) {
    String[] cells = line.split("\t", -1);
    cells[4] = "G" + ",G".repeat(count - 1);
    return String.join("\t", cells);
  }

  private static byte[] bgzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BlockCompressedOutputStream out =
        new BlockCompressedOutputStream(bytes, (File) null, Deflater.BEST_SPEED)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
