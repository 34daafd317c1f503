package org.bindfold.variant.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick way must find what the thorough one finds, or leave the record to it. */
class PlainColumnsTest {
  private static final String[] CHROMOSOMES = {
    "1", "chr9", "chr10_al", "NC_000009.12", "X".repeat(70)
  };
  private static final String[] POSITIONS = {
    "1",
    "12",
    "0",
    "40000001",
    "138394717",
    "999999999",
    "1000000000",
    "",
    "-5",
    "1:2",
    "1/2",
    "1e3"
  };
  private static final String[] IDS = {".", "rs12345678", "é", "a;b", "", "x".repeat(30)};
  private static final String[] REFERENCES = {"A", "ACGT", "n", "", "*", "A,C", "G".repeat(25)};
  private static final String[] ALTERNATES = {
    "G", ".", "G,T", "<DEL>", "*", "", "G,", "T".repeat(20)
  };
  private static final String[] FILTERS = {"PASS", ".", "", "low;q"};

  @Test
  void readsWhatTheThoroughWayReads() {
    Random random = new Random(11);
    int plainRecords = 0;
    for (int i = 0; i < 200_000; i++) {
      String chromosome = pick(random, CHROMOSOMES);
      byte[] line = line(random, chromosome);
      int before = random.nextInt(12);
      byte[] bytes = new byte[before + line.length + random.nextInt(80)];
      Arrays.fill(bytes, before + line.length, bytes.length, (byte) '\n');
      System.arraycopy(line, 0, bytes, before, line.length);

      PlainColumns plain = new PlainColumns();
      plain.chromosome(random.nextInt(20) == 0 ? "chr9" : chromosome);
      if (!plain.read(bytes, before, bytes.length)) {
        continue;
      }
      plainRecords++;
      VcfColumns thorough = new VcfColumns();
      String shown = new String(line, StandardCharsets.UTF_8);
      assertThat(thorough.read(line, 0, line.length)).as(shown).isEmpty();
      assertThat(shown).startsWith(chromosome + "\t");
      assertThat(plain.position()).as(shown).isEqualTo(thorough.position());
      assertThat(plain.referenceLength()).as(shown).isEqualTo(thorough.referenceLength());
      assertThat(plain.alternates()).as(shown).isEqualTo(thorough.alternates());
      assertThat(bytes[plain.end()]).isEqualTo((byte) '\t');
      assertThat(shown.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(plain.end() - before);
    }
    assertThat(plainRecords).isGreaterThan(20_000);
  }

  @Test
  void aRecordOfAnyCallerIsPlain() {
    PlainColumns plain = new PlainColumns();
    plain.chromosome("chr9");
    byte[] line =
        "chr9\t130872896\trs121913459\tC\tT,CA\t.\tPASS\tDP=90;SOMATIC\tGT:AD\t0/1:58,42\n"
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(plain.read(line, 0, line.length)).isTrue();
    assertThat(plain.position()).isEqualTo(130872896);
    assertThat(plain.referenceLength()).isEqualTo(1);
    assertThat(plain.alternates()).isEqualTo(2);
  }

  @Test
  void nothingIsPlainWithoutAChromosome() {
    PlainColumns plain = new PlainColumns();
    byte[] line =
        ("\t1\t.\tA\tG\t.\t.\t.\tGT" + "\t0/1".repeat(20)).getBytes(StandardCharsets.US_ASCII);
    assertThat(plain.read(line, 0, line.length)).isFalse();
    plain.chromosome("chr9");
    plain.noChromosome();
    assertThat(plain.read(line, 0, line.length)).isFalse();
  }

  /** Now and then with one byte that belongs nowhere. */
  private static byte[] line(Random random, String chromosome) {
    String text =
        String.join(
            "\t",
            chromosome,
            pick(random, POSITIONS),
            pick(random, IDS),
            pick(random, REFERENCES),
            pick(random, ALTERNATES),
            pick(random, new String[] {".", "99", ""}),
            pick(random, FILTERS),
            "DP=3".repeat(random.nextInt(20)),
            "GT",
            "0/1");
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      line[chromosome.length() + random.nextInt(line.length - chromosome.length())] =
          (byte) "\t \r,~\u0001".charAt(random.nextInt(6));
    }
    return line;
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }
}
