package org.bindfold.variant.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.Program;
import org.bindfold.genome.GeneModels;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.variant.Inputs;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two made-up genes, one on either strand, translated by us and by {@code bcftools csq}. */
class CsqComparisonTest {
  private static final int[][] PLUS = {{1001, 1160}, {1301, 1419}, {1601, 1861}};
  private static final int[][] MINUS = {{3001, 3160}, {3301, 3419}, {3601, 3861}};
  private static final int CODONS = (160 + 119 + 261) / 3;
  private static final int LENGTH = 5000;
  private static final String BASES = "ACGT";
  private static final String HEADER =
      "##fileformat=VCFv4.2\n##contig=<ID=7,length=159345973>\n"
          + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
          + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";
  private static final Pattern BCSQ =
      Pattern.compile("\\*?([a-z_&0-9]+)\\|(\\w+)\\|\\w+\\|protein_coding\\|[+-]\\|([^|]+)\\|.*");
  private static final Pattern AMINO = Pattern.compile("(\\d+)([A-Z*])>\\d+([A-Z*])");

  @TempDir private Path folder;
  private StringBuilder genome = new StringBuilder();

  @BeforeEach
  void makeAGenome() throws IOException {
    assumeTrue(Program.isInstalled("bcftools"), "needs bcftools");
    Random random = new Random(8);
    for (int i = 0; i < LENGTH; i++) {
      genome.append(BASES.charAt(random.nextInt(4)));
    }
    write(coding(random), PLUS);
    write(reverseComplement(coding(random)), MINUS);
    Files.writeString(folder.resolve("g.fa"), ">7\n" + genome + "\n");
    Files.writeString(
        folder.resolve("g.fa.fai"), "7\t" + LENGTH + "\t3\t" + LENGTH + "\t" + (LENGTH + 1) + "\n");
    Files.writeString(
        folder.resolve("g.gff3"), gene("ABCB1", PLUS, "+") + gene("CYP3A4", MINUS, "-"));
  }

  @Test
  void everySnvIsNamedAsBcftoolsCsqNamesIt() throws Exception {
    StringBuilder vcf = new StringBuilder(HEADER);
    for (int position : positions()) {
      for (char base : BASES.toCharArray()) {
        if (base != genome.charAt(position - 1)) {
          vcf.append(record(position, base, "0/1"));
        }
      }
    }
    List<String> theirs = theirs(vcf.toString(), "-l");
    assertThat(theirs).hasSizeGreaterThan(2000);
    assertThat(ours(vcf.toString())).containsExactlyInAnyOrderElementsOf(theirs);
  }

  /** Dense enough that many codons hold two or three, on either haplotype. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void phasedSnvsAreTranslatedTogetherAsBcftoolsCsqDoes(int seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder vcf = new StringBuilder(HEADER);
    for (int position : positions()) {
      if (random.nextInt(3) == 0) {
        int at = BASES.indexOf(genome.charAt(position - 1));
        char base = BASES.charAt((at + 1 + random.nextInt(3)) % 4);
        vcf.append(record(position, base, random.nextBoolean() ? "0|1" : "1|0"));
      }
    }
    List<String> theirs = theirs(vcf.toString(), "-pa");
    assertThat(theirs).hasSizeGreaterThan(150);
    assertThat(ours(vcf.toString())).containsExactlyInAnyOrderElementsOf(theirs);
  }

  private List<String> ours(String vcf) throws IOException {
    try (InputFile gff = InputFile.open(folder.resolve("g.gff3").toString(), 1 << 20)) {
      GeneModels models = GeneModels.of(gff, folder.resolve("g.fa").toString());
      Path file = Files.writeString(folder.resolve("a.vcf"), vcf);
      try (InputFile input = InputFile.open(file.toString(), 1 << 24)) {
        VariantSet set = Inputs.READER.read(input, Inputs.defaults(), models);
        assertThat(set.skipped()).isEmpty();
        return set.variants().stream()
            .filter(call -> call.change().effect() != Effect.SYNONYMOUS)
            .map(CsqComparisonTest::named)
            .toList();
      }
    }
  }

  private static String named(VariantCall call) {
    String change =
        call.change().effect() == Effect.STOP_GAINED
            ? call.change().hgvs().replaceAll("p\\.[A-Za-z]{3}(\\d+)Ter", "$1*")
            : call.change().shortName().replaceAll("^[A-Z](\\d+[A-Z])$", "$1");
    return call.gene() + " " + change;
  }

  private List<String> theirs(String vcf, String option) throws Exception {
    Path file = Files.writeString(folder.resolve("b.vcf"), vcf);
    String out =
        Program.run(
            List.of(
                "bcftools",
                "csq",
                option,
                "-f",
                folder.resolve("g.fa").toString(),
                "-g",
                folder.resolve("g.gff3").toString(),
                file.toString()));
    List<String> found = new ArrayList<>();
    for (String line : out.split("\n")) {
      String info = line.startsWith("#") ? "" : line.split("\t")[7];
      for (String entry : info.replaceFirst("^.*BCSQ=", "").split(",")) {
        Matcher csq = BCSQ.matcher(entry);
        if (csq.matches()) {
          Matcher amino = AMINO.matcher(csq.group(3));
          if (amino.matches()) {
            found.add(csq.group(2) + " " + amino.group(1) + amino.group(3));
          }
        }
      }
    }
    return found;
  }

  /** Coding positions without the first and the last codon, in order. */
  private static List<Integer> positions() {
    TreeMap<Integer, Integer> kept = new TreeMap<>();
    for (int[][] exons : List.of(PLUS, MINUS)) {
      List<Integer> all = new ArrayList<>();
      for (int[] exon : exons) {
        for (int position = exon[0]; position <= exon[1]; position++) {
          all.add(position);
        }
      }
      all.subList(3, 3 * CODONS - 3).forEach(position -> kept.put(position, position));
    }
    return List.copyOf(kept.keySet());
  }

  private String record(int position, char base, String genotype) {
    char reference = genome.charAt(position - 1);
    return "7\t"
        + position
        + "\t.\t"
        + reference
        + "\t"
        + base
        + "\t.\tPASS\t.\tGT\t"
        + genotype
        + "\n";
  }

  private static String gene(String name, int[][] exons, String strand) {
    StringBuilder text = new StringBuilder();
    int[] whole = {exons[0][0], exons[2][1]};
    String coding = ";biotype=protein_coding";
    text.append(line("gene", whole, strand, ".", "ID=gene:G" + name + ";Name=" + name + coding));
    text.append(
        line(
            "mRNA",
            whole,
            strand,
            ".",
            "ID=transcript:T" + name + ";Parent=gene:G" + name + coding));
    int before = 0;
    for (int i = 0; i < exons.length; i++) {
      int[] exon = exons[strand.equals("+") ? i : exons.length - 1 - i];
      String phase = "" + (3 - before % 3) % 3;
      text.append(line("exon", exon, strand, ".", "Parent=transcript:T" + name));
      text.append(line("CDS", exon, strand, phase, "Parent=transcript:T" + name));
      before += exon[1] - exon[0] + 1;
    }
    return text.toString();
  }

  private static String line(
      String type, int[] span, String strand, String phase, String attributes) {
    return String.join(
            "\t", "7", "made", type, "" + span[0], "" + span[1], ".", strand, phase, attributes)
        + "\n";
  }

  private void write(String bases, int[][] exons) {
    int next = 0;
    for (int[] exon : exons) {
      for (int position = exon[0]; position <= exon[1] && next < bases.length(); position++) {
        genome.setCharAt(position - 1, bases.charAt(next++));
      }
    }
  }

  private static String coding(Random random) {
    StringBuilder coding = new StringBuilder("ATG");
    while (coding.length() < 3 * CODONS - 3) {
      String codon = "" + base(random) + base(random) + base(random);
      if (!List.of("TAA", "TAG", "TGA").contains(codon)) {
        coding.append(codon);
      }
    }
    return coding.append("TAA").toString();
  }

  private static char base(Random random) {
    return BASES.charAt(random.nextInt(4));
  }

  private static String reverseComplement(String bases) {
    StringBuilder text = new StringBuilder();
    for (int i = bases.length() - 1; i >= 0; i--) {
      text.append("TGCA".charAt(BASES.indexOf(bases.charAt(i))));
    }
    return text.toString();
  }
}
