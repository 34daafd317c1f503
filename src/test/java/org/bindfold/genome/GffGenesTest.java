package org.bindfold.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bindfold.genome.AlleleEffect.Changed;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.variant.Inputs;
import org.bindfold.variant.VariantSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two made-up genes of three exons each on a made-up chromosome, one on either strand. */
class GffGenesTest {
  private static final int LENGTH = 3000;
  private static final int[][] PLUS = {{301, 400}, {601, 720}, {901, 1001}};
  private static final int[][] MINUS = {{1601, 1700}, {1901, 2020}, {2201, 2301}};
  private static final String BASES = "ACGT";
  private static final String CODE =
      "KNKNTTTTRSRSIIMIQHQHPPPPRRRRLLLLEDEDAAAAGGGGVVVV*Y*YSSSS*CWCLFLF";

  @TempDir private Path folder;
  private String genome = "";

  @BeforeEach
  void makeAGenome() throws IOException {
    Random random = new Random(4);
    StringBuilder bases = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      bases.append(BASES.charAt(random.nextInt(4)));
    }
    code(bases, PLUS, false, random);
    code(bases, MINUS, true, random);
    genome = bases.toString();
    Files.writeString(folder.resolve("g.fa"), ">7 made up\n" + genome + "\n");
    Files.writeString(
        folder.resolve("g.fa.fai"),
        "7\t" + LENGTH + "\t11\t" + LENGTH + "\t" + (LENGTH + 1) + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gencode", "ensembl", "refseq", "gtf"})
  void readsTheAnnotationsOfEachSource(String source) throws Exception {
    GeneModels models = models(source);
    for (int[][] exons : List.of(PLUS, MINUS)) {
      GeneModel model = models.of(exons == PLUS ? "ABCB1" : "CYP3A4").orElseThrow();
      assertThat(model.chromosome()).isEqualTo("chr7");
      assertThat(model.codingSequence().protein().residues() + "*")
          .isEqualTo(protein(genome, exons, exons == MINUS));
    }
    assertThat(models.of("ABL1")).isPresent();
  }

  /** Every SNV of both genes, against a plain program that edits the genome and translates it. */
  @Test
  void namesEverySnvAsAPlainTranslationOfTheEditedGenomeDoes() throws Exception {
    GeneModels models = models("ensembl");
    Map<Effect, Integer> seen = new HashMap<>();
    for (int[][] exons : List.of(PLUS, MINUS)) {
      GeneModel model = models.of(exons == PLUS ? "ABCB1" : "CYP3A4").orElseThrow();
      String before = protein(genome, exons, exons == MINUS);
      for (int[] exon : exons) {
        for (int position = exon[0]; position <= exon[1]; position++) {
          for (char base : BASES.toCharArray()) {
            char reference = genome.charAt(position - 1);
            if (base != reference) {
              String edited = genome.substring(0, position - 1) + base + genome.substring(position);
              String after = protein(edited, exons, exons == MINUS);
              Changed changed =
                  (Changed)
                      model.effect(
                          Assembly.GRCH38,
                          new GenomicAllele("chr7", position, "" + reference, "" + base));
              assertThat(changed.change().effect()).isEqualTo(snvEffect(before, after));
              seen.merge(changed.change().effect(), 1, Integer::sum);
            }
          }
        }
      }
    }
    assertThat(seen.keySet())
        .contains(
            Effect.MISSENSE,
            Effect.SYNONYMOUS,
            Effect.STOP_GAINED,
            Effect.STOP_LOST,
            Effect.START_LOST);
  }

  /** Insertions and deletions inside exons, written at random places of a repeat. */
  @Test
  void tellsFrameshiftsFromInFrameChangesAsTheEditedGenomeDoes() throws Exception {
    GeneModels models = models("gencode");
    Random random = new Random(5);
    for (int i = 0; i < 4000; i++) {
      int[][] exons = i % 2 == 0 ? PLUS : MINUS;
      GeneModel model = models.of(exons == PLUS ? "ABCB1" : "CYP3A4").orElseThrow();
      int[] exon = exons[random.nextInt(3)];
      int removed = random.nextInt(4);
      int inserted = random.nextInt(4);
      int position = exon[0] + 20 + random.nextInt(exon[1] - exon[0] - 40);
      String reference = genome.substring(position - 1, position + removed);
      StringBuilder alternate = new StringBuilder(reference.substring(0, 1));
      for (int n = 0; n < inserted; n++) {
        alternate.append(BASES.charAt(random.nextInt(4)));
      }
      if (reference.contentEquals(alternate) || removed == inserted) {
        continue;
      }
      int[][] shifted = shifted(exons, position, inserted - removed);
      String edited =
          genome.substring(0, position - 1)
              + alternate
              + genome.substring(position - 1 + reference.length());
      String before = protein(genome, exons, exons == MINUS);
      String after = protein(edited, shifted, exons == MINUS);
      AlleleEffect effect =
          model.effect(
              Assembly.GRCH38, new GenomicAllele("chr7", position, reference, "" + alternate));
      Effect found = ((Changed) effect).change().effect();
      assertThat(found).isEqualTo(indelEffect(before, after, inserted - removed));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // One base into the intron, on either side and strand; then three bases in, beyond the site.
    "401, UNKNOWN",
    "402, UNKNOWN",
    "600, UNKNOWN",
    "1700, MISSENSE",
    "1701, UNKNOWN",
    "1899, UNKNOWN",
    "404, none",
    "597, none"
  })
  void knowsTheSpliceSites(int position, String effect) throws Exception {
    String reference = genome.substring(position - 1, position);
    String alternate = reference.equals("A") ? "C" : "A";
    GeneModels models = models("refseq");
    GeneModel model = models.of(position < 1500 ? "ABCB1" : "CYP3A4").orElseThrow();
    AlleleEffect found =
        model.effect(Assembly.GRCH38, new GenomicAllele("chr7", position, reference, alternate));
    if (effect.equals("none")) {
      assertThat(found).isInstanceOf(AlleleEffect.Outside.class);
    } else if (effect.equals("UNKNOWN")) {
      assertThat(((Changed) found).change().effect()).isEqualTo(Effect.UNKNOWN);
    } else {
      assertThat(found).isInstanceOf(Changed.class);
    }
  }

  @Test
  void knowsADeletionOfTheStartCodonThatBeginsBeforeIt() throws Exception {
    GeneModel plus = models("gencode").of("ABCB1").orElseThrow();
    AlleleEffect effect =
        plus.effect(
            Assembly.GRCH38, new GenomicAllele("chr7", 297, genome.substring(296, 304), "A"));
    assertThat(((Changed) effect).change().effect()).isEqualTo(Effect.START_LOST);
  }

  @Test
  void placesOneDeletionAlikeHoweverItIsWritten() throws Exception {
    GeneModel plus = models("gencode").of("ABCB1").orElseThrow();
    int at = genome.indexOf("AAA", 600);
    for (int offset = 0; offset < 3; offset++) {
      int position = at + 1 + offset;
      Edit edit =
          Edit.of(new GenomicAllele("chr7", position, "A", ""))
              .leftAligned(p -> plus.base(Assembly.GRCH38, p));
      assertThat(edit).isEqualTo(new Edit(at + 1, "A", ""));
    }
  }

  @Test
  void translatesAVcfInAnyGene() throws Exception {
    String reference = genome.substring(699, 700);
    String alternate = reference.equals("A") ? "C" : "A";
    String vcf =
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
            + ("chr7\t700\t.\t" + reference + "\t" + alternate + "\t.\tPASS\t.\n")
            + "chr7\t701\t.\tN\tA\t.\tPASS\t.\n";
    Path path = Files.writeString(folder.resolve("a.vcf"), vcf);
    try (InputFile file = InputFile.open(path.toString(), 1 << 20)) {
      VariantSet set = Inputs.READER.read(file, Inputs.defaults(), models("gencode"));
      assertThat(set.counts().offPanel()).isZero();
      assertThat(set.counts().read()).isEqualTo(2);
      assertThat(set.skipped()).hasSize(1);
    }
  }

  @Test
  void refusesAGenomeWithoutIndexOrOfAnotherAssembly() throws Exception {
    Path gff = Files.writeString(folder.resolve("a.gff"), annotation("gencode"));
    Path other = Files.writeString(folder.resolve("h.fa"), ">7\nACGT\n");
    refuses(gff, other, "run: samtools faidx");
    Files.writeString(folder.resolve("h.fa.fai"), "7\t4\t3\t4\t5\n");
    refuses(gff, other, "ends before 7:301");
    Files.writeString(folder.resolve("h.fa.fai"), "7\tx\n");
    refuses(gff, other, "is no FASTA index");
    refuses(
        Files.writeString(folder.resolve("b.gff"), annotation("gencode").replace("301", "302")),
        folder.resolve("g.fa"),
        "are both of one assembly?");
    refuses(
        Files.writeString(folder.resolve("c.gff"), "7\tx\tgene\n"),
        folder.resolve("g.fa"),
        "expected the 9 of GFF3 or GTF");
    refuses(
        Files.writeString(
            folder.resolve("d.gff"),
            annotation("gencode").replace("ABCB1", "MYC").replace("CYP3A4", "MYC")),
        folder.resolve("g.fa"),
        "no coding transcript of any gene of the panel");
  }

  private static void refuses(Path gff, Path fasta, String reason) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> {
              try (InputFile file = InputFile.open(gff.toString(), 1 << 20)) {
                GeneModels.of(file, fasta.toString());
              }
            })
        .withMessageContaining(reason);
  }

  private GeneModels models(String source) throws IOException {
    Path gff = Files.writeString(folder.resolve(source + ".gff"), annotation(source));
    try (InputFile file = InputFile.open(gff.toString(), 1 << 20)) {
      return GeneModels.of(file, folder.resolve("g.fa").toString());
    }
  }

  private static String annotation(String source) {
    StringBuilder text = new StringBuilder("##gff-version 3\n");
    gene(text, source, "ABCB1", PLUS, "+");
    gene(text, source, "CYP3A4", MINUS, "-");
    return text.toString();
  }

  private static void gene(
      StringBuilder text, String source, String gene, int[][] exons, String strand) {
    String chromosome = source.equals("refseq") ? "NC_000007.14" : "7";
    String transcript =
        switch (source) {
          case "gencode" ->
              "ID=ENST1" + gene + ";Parent=ENSG1;gene_name=" + gene + ";tag=basic,MANE_Select";
          case "ensembl" ->
              "ID=transcript:ENST1" + gene + ";Parent=gene:" + gene + ";transcript_id=ENST1";
          case "refseq" ->
              "ID=rna-NM_" + gene + ";Parent=gene-" + gene + ";gene=" + gene + ";tag=MANE Select";
          default -> "gene_name \"" + gene + "\"; transcript_id \"T" + gene + "\"; tag \"basic\";";
        };
    String geneAttributes =
        switch (source) {
          case "ensembl" -> "ID=gene:" + gene + ";Name=" + gene;
          case "refseq" -> "ID=gene-" + gene + ";Name=" + gene;
          case "gencode" -> "ID=ENSG1;gene_name=" + gene;
          default -> "gene_name \"" + gene + "\";";
        };
    String parent =
        switch (source) {
          case "gencode" -> "Parent=ENST1" + gene;
          case "ensembl" -> "Parent=transcript:ENST1" + gene;
          case "refseq" -> "Parent=rna-NM_" + gene;
          default -> transcript;
        };
    int[] whole = {exons[0][0], exons[2][1]};
    text.append(line(chromosome, "gene", whole, strand, geneAttributes));
    text.append(line(chromosome, "mRNA", whole, strand, transcript));
    for (int i = 0; i < exons.length; i++) {
      int[] part = exons[i].clone();
      // A GTF counts the stop codon out of the CDS.
      if (source.equals("gtf") && strand.equals("+") && i == 2) {
        part[1] -= 3;
      } else if (source.equals("gtf") && strand.equals("-") && i == 0) {
        part[0] += 3;
      }
      text.append(line(chromosome, "CDS", part, strand, parent));
    }
  }

  private static String line(
      String chromosome, String type, int[] span, String strand, String attributes) {
    return String.join(
            "\t",
            chromosome,
            "made",
            type,
            "" + span[0],
            "" + span[1],
            ".",
            strand,
            "0",
            attributes)
        + "\n";
  }

  /** Writes an open reading frame into the exons: ATG, codons that are no stop, TAA. */
  private static void code(StringBuilder bases, int[][] exons, boolean minus, Random random) {
    int length = 0;
    for (int[] exon : exons) {
      length += exon[1] - exon[0] + 1;
    }
    length -= length % 3;
    StringBuilder coding = new StringBuilder("ATG");
    while (coding.length() < length - 3) {
      int codon = random.nextInt(64);
      if (CODE.charAt(codon) != '*') {
        coding.append(BASES.charAt(codon / 16));
        coding.append(BASES.charAt(codon / 4 % 4)).append(BASES.charAt(codon % 4));
      }
    }
    coding.append("TAA");
    String forward = minus ? reversed(coding.toString()) : coding.toString();
    int next = 0;
    for (int[] exon : exons) {
      for (int position = exon[0]; position <= exon[1] && next < forward.length(); position++) {
        bases.setCharAt(position - 1, forward.charAt(next++));
      }
    }
  }

  private static String protein(String bases, int[][] exons, boolean minus) {
    StringBuilder spliced = new StringBuilder();
    for (int[] exon : exons) {
      spliced.append(bases, exon[0] - 1, exon[1]);
    }
    String coding = minus ? reversed(spliced.toString()) : spliced.toString();
    StringBuilder protein = new StringBuilder();
    for (int i = 0; i + 3 <= coding.length(); i += 3) {
      int codon = 0;
      for (int j = 0; j < 3; j++) {
        codon = 4 * codon + BASES.indexOf(coding.charAt(i + j));
      }
      protein.append(CODE.charAt(codon));
    }
    return protein.toString();
  }

  private static String reversed(String bases) {
    StringBuilder text = new StringBuilder();
    for (int i = bases.length() - 1; i >= 0; i--) {
      text.append("TGCA".charAt(BASES.indexOf(bases.charAt(i))));
    }
    return text.toString();
  }

  private static int[][] shifted(int[][] exons, int position, int by) {
    int[][] moved = new int[exons.length][];
    for (int i = 0; i < exons.length; i++) {
      moved[i] =
          new int[] {
            exons[i][0] > position ? exons[i][0] + by : exons[i][0],
            exons[i][1] > position ? exons[i][1] + by : exons[i][1]
          };
    }
    return moved;
  }

  private static Effect snvEffect(String before, String after) {
    int at = 0;
    while (at < before.length() && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    if (at == before.length()) {
      return Effect.SYNONYMOUS;
    }
    if (at == 0) {
      return Effect.START_LOST;
    }
    if (before.charAt(at) == '*') {
      return Effect.STOP_LOST;
    }
    return after.charAt(at) == '*' ? Effect.STOP_GAINED : Effect.MISSENSE;
  }

  private static Effect indelEffect(String before, String after, int by) {
    int at = 0;
    while (at < Math.min(before.length(), after.length())
        && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    if (by % 3 != 0) {
      return after.charAt(at) == '*' ? Effect.STOP_GAINED : Effect.FRAMESHIFT;
    }
    return after.indexOf('*') < after.length() - 1 ? Effect.STOP_GAINED : Effect.INFRAME_INDEL;
  }
}
