package org.bindfold.variant.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GenePanel;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.SkippedRecord;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.variant.Inputs;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantReadOptions;
import org.bindfold.variant.VariantSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VcfReaderTest {
  private static final Path EXAMPLE = Path.of("mutations/cml-relapse.vcf");

  @Test
  void readsTheProjectsExample() throws Exception {
    try (InputFile file = InputFile.open(EXAMPLE.toString(), 1 << 20)) {
      VariantSet set = Inputs.read(file);
      assertThat(set.format()).isEqualTo("VCF 4.2");
      assertThat(set.assembly()).contains(Assembly.GRCH38);
      assertThat(set.assemblyReason()).isEqualTo("contig lengths in the header");
      assertThat(set.sample()).contains("CML-0017");
      assertThat(set.variants())
          .extracting(call -> call.change().shortName())
          .containsExactly("E255K", "T315I", "F359V");
      assertThat(set.counts()).isEqualTo(new VariantSet.Counts(5, 3, 1, 1, 0, 0));
      VariantCall t315i = set.variants().get(1);
      assertThat(t315i.depth()).hasValue(902);
      assertThat(t315i.alleleFraction().getAsDouble()).isCloseTo(0.42, within(1e-9));
      assertThat(t315i.codingChange()).contains("c.944C>T");
      assertThat(t315i.allele().orElseThrow()).hasToString("chr9:130872896 C>T");
      assertThat(t315i.filter()).contains("PASS");
      assertThat(t315i.line()).hasValue(16);
    }
  }

  @ParameterizedTest
  @CsvSource({"strelka.vcf, TUMOR", "gatk-emptyalt.vcf, sample1"})
  void countsTheAllelesOfRealFilesAsAPlainCountDoes(String name, String sample) throws Exception {
    Path path = Path.of("../shared/examples", name);
    assumeTrue(Files.isRegularFile(path), "needs " + path);
    int alleles =
        Files.readAllLines(path).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t")[4])
            .filter(alt -> !alt.equals("."))
            .mapToInt(alt -> alt.split(",").length)
            .sum();
    try (InputFile file = InputFile.open(path.toString(), 1 << 20)) {
      VariantSet set = Inputs.read(file);
      assertThat(set.sample()).contains(sample);
      assertThat(set.counts()).isEqualTo(new VariantSet.Counts(alleles, 0, alleles, 0, 0, 0));
    }
  }

  @Test
  void acceptsAHeaderWithoutRecords() {
    assertThat(Inputs.read(Inputs.vcf()).counts())
        .isEqualTo(new VariantSet.Counts(0, 0, 0, 0, 0, 0));
  }

  @Test
  void readsWindowsLineEndsAByteOrderMarkAndBareChromosomeNames() {
    String content = "\uFEFF" + Inputs.vcf(Inputs.T315I.replace("chr9", "9")).replace("\n", "\r\n");
    VariantSet set = Inputs.read(content);
    assertThat(set.sample()).contains("S1");
    assertThat(set.variants()).singleElement().satisfies(this::isT315I);
  }

  @Test
  void readsGzip() {
    byte[] zipped = Inputs.gzip(Inputs.vcf(Inputs.T315I));
    VariantSet set = Inputs.read("a.vcf.gz", zipped, Inputs.defaults());
    assertThat(set.variants()).hasSize(1);
  }

  @Test
  void refusesAGzipThatIsCutShort() {
    byte[] zipped = Inputs.gzip(Inputs.vcf(manyOffPanel(5000)));
    refuses("a.vcf.gz", Arrays.copyOf(zipped, zipped.length / 2), "cut short");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.0", "4.1", "4.2", "4.3", "4.4", "4.5"})
  void readsEveryVersionOfVcf4(String version) {
    String content =
        Inputs.vcf(Inputs.T315I)
            .replace("VCFv4.2", "VCFv" + version)
            .replace(
                "#CHROM", "##FORMAT=<ID=LAD,Number=LR,Type=Integer,Description=\"local\">\n#CHROM");
    VariantSet set = Inputs.read(content);
    assertThat(set.format()).isEqualTo("VCF " + version);
    assertThat(set.variants()).singleElement().satisfies(this::isT315I);
  }

  @Test
  void readsTheLeadingPhaseOfVcf44() {
    String content = Inputs.vcf(Inputs.T315I.replace("0/1:", "/0|1:")).replace("v4.2", "v4.4");
    assertThat(Inputs.read(content).variants()).hasSize(1);
  }

  /** The alleles of a site that a sample has no reads of are left out of its lists (VCF 4.5). */
  @Test
  void readsTheReadsOfLocalAlleles() {
    String site = "chr9\t130872896\t.\tC\tA,G,T,<*>\t.\tPASS\t.\t";
    VariantSet local =
        Inputs.read(
            Inputs.vcf(site + "GT:LAA:LAD\t2/3:3,2:10,30,60").replace("VCFv4.2", "VCFv4.5"));
    VariantSet plain =
        Inputs.read(Inputs.vcf(site + "GT:AD\t2/3:10,.,60,30,.").replace("VCFv4.2", "VCFv4.5"));
    for (VariantSet set : List.of(local, plain)) {
      assertThat(set.variants())
          .extracting(v -> v.change().hgvs(), v -> v.depth(), v -> v.alleleFraction())
          .containsExactly(
              tuple("p.Thr315Ser", OptionalInt.of(100), OptionalDouble.of(0.6)),
              tuple("p.Thr315Ile", OptionalInt.of(100), OptionalDouble.of(0.3)));
    }
  }

  /** The signs and lists of the specification's own examples of GT and PSL. */
  @ParameterizedTest
  @CsvSource({
    "GT, '0|1', chr9:all/1",
    "GT, '|0/1', ''",
    "GT, '/0|1', chr9:all/1",
    "GT, '0/1', ''",
    "GT, '1|1', ''",
    "GT, '0/0|1', chr9:all/2",
    "GT:PS, '0|1:20', chr9:20/1",
    "GT:PS, '0/1:20', ''",
    "GT:PSL, '|0|1:.,chr9*5*1', chr9*5*1/0",
    "GT:PSL, '1|0:chr9*5*1,.', chr9*5*1/0",
    "GT:PSL, '|0/1:chr9*5*1,.', ''",
    "GT:PID:PGT, '0/1:55_A_C:0|1', chr9:55_A_C/1"
  })
  void readsThePhaseOfAnAllele(String format, String genotype, String expected) {
    String content =
        Inputs.vcf("chr9\t130872896\t.\tC\tT\t.\tPASS\t.\t" + format + "\t" + genotype);
    VariantCall call = Inputs.read(content.replace("VCFv4.2", "VCFv4.4")).variants().get(0);
    assertThat(call.phase().map(p -> p.id() + "/" + p.haplotype()).orElse("")).isEqualTo(expected);
  }

  @Test
  void joinsTheCodonThatAPhaseSetListPutsOnOneMolecule() {
    String[] records = {
      "chr9\t130872895\t.\tA\tG\t.\tPASS\t.\tGT:PSL\t|0|1:.,x",
      "chr9\t130872896\t.\tC\tT\t.\tPASS\t.\tGT:PSL\t|1|0:x,."
    };
    assertThat(Inputs.read(Inputs.vcf(records)).variants())
        .extracting(v -> v.change().hgvs())
        .containsExactly("p.Thr315Val");
  }

  @Test
  void refusesOtherVersions() {
    refuses(Inputs.vcf().replace("VCFv4.2", "VCFv3.3"), "expected ##fileformat=VCFv4.0");
    refuses(Inputs.vcf().replace("VCFv4.2", "VCFv4.9"), "expected ##fileformat=VCFv4.0");
  }

  @Test
  void refusesAVcfWithoutHeader() {
    refuses(Inputs.T315I + "\n", "has no VCF header");
    refuses(Inputs.vcf(Inputs.T315I).replace("##fileformat=VCFv4.2\n", ""), "has no VCF header");
    refuses("a.vcf", "ABL1 T315I\n".getBytes(StandardCharsets.UTF_8), "has no VCF header");
    refuses("##fileformat=VCFv4.2\n" + Inputs.T315I + "\n", "expected the rest of the header");
    refuses("##fileformat=VCFv4.2\n", "no #CHROM line");
    refuses("##fileformat=VCFv4.2\n#CHROM POS ID REF ALT QUAL FILTER INFO\n", "separated by tabs");
  }

  @Test
  void refusesBinaryContent() {
    refuses("##fileformat=VCFv4.2\n\0\0", "NUL");
    refuses("a.txt", "##fileformat=VCFv4.2\n".getBytes(StandardCharsets.UTF_16LE), "NUL");
    refuses("BCF\2\2 stuff", "bcftools view");
  }

  @ParameterizedTest
  @CsvSource({
    "chr9|130872896|.|C, has 4 tab-separated columns",
    "chr9|x|.|C|T|.|PASS|., has POS \"x\"",
    "chr9|-4|.|C|T|.|PASS|., has POS \"-4\"",
    "chr9|99999999999|.|C|T|.|PASS|., has POS",
    "|130872896|.|C|T|.|PASS|., has no CHROM",
    "chr9 |130872896|.|C|T|.|PASS|., has CHROM \"chr9 \"",
    "chr 9|130872896|.|C|T|.|PASS|., has CHROM \"chr 9\"",
    "chr9 130872896 . C T|130872896|.|C|T|.|PASS|., has CHROM \"chr9 130872896 . C T\"",
    "chr\u0663|130872896|.|C|T|.|PASS|., has CHROM",
    "chr9|130872896|.|C!|T|.|PASS|., has REF \"C!\"",
    "chr9|130872896|.||T|.|PASS|., has REF \"\"",
    "chr9|130872896|.|C||.|PASS|., has no ALT",
    "chr9|130872896|.|C|T|.|PASS|., has 8 tab-separated columns; expected 10",
    "chr9|130872896|.|C|T|.|PASS|.|GT|0/1|0/1, has 11 tab-separated columns; expected 10",
    "chr9|130872896|.|C|T%|.|PASS|.|GT|0/1, is not a valid VCF record",
    "chr9|130872896|.|C|T|.|PASS|.|GT|0/7, is not a valid VCF record",
    "chr9|130872896|.|C|T|.|PASS|.|GT:DP|0/1:abc, is not a valid VCF record",
    "chr9|130872896|.|C|T|.|PASS|.|GT|0/1:5:6:7, is not a valid VCF record",
    "hello, has 1 tab-separated columns"
  })
  void skipsMalformedLinesAndReadsOn(String line, String reason) {
    VariantSet set = Inputs.read(Inputs.vcf(line.replace('|', '\t'), Inputs.T315I));
    assertThat(set.skipped())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.line()).isEqualTo(4);
              assertThat(s.reason()).contains(reason);
              assertThat(s.message()).startsWith("given.txt:4: ");
            });
    assertThat(set.variants()).singleElement().satisfies(this::isT315I);
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 1, 0, 0, 0, 1));
  }

  @Test
  void skipsALineLongerThanItsBoundAndReadsOn() {
    String longLine = "chr9\t130872896\t.\tC\tT\t.\tPASS\t" + "x".repeat(11 << 20);
    VariantSet set = Inputs.read(Inputs.vcf(longLine, Inputs.T315I));
    assertThat(set.skipped()).extracting(SkippedRecord::reason).allMatch(r -> r.contains("10 MB"));
    assertThat(set.variants()).hasSize(1);
  }

  @Test
  void countsMoreBadRecordsThanItListsAndKeepsTheGoodOne() {
    String[] records = new String[10_050];
    Arrays.fill(records, "chr9\tx" + "y".repeat(500) + "\t.\tC\tT\t.\tPASS\t.\tGT\t0/1");
    records[10_049] = Inputs.T315I;
    VariantSet set = Inputs.read(Inputs.vcf(records));
    assertThat(set.variants()).hasSize(1);
    assertThat(set.counts().skipped()).isEqualTo(10_049);
    assertThat(set.skipped()).hasSize(10_000);
    assertThat(set.skipped().get(9_999).record()).hasSizeLessThan(400);
    assertThat(set.notes())
        .contains("10,049 records cannot be used; the first 10,000 of them are listed.");
  }

  @Test
  void countsEveryAlleleOfASiteOnItsOwn() {
    // Codon 315 is ACT: C>T is Ile, C>A is Asn; * and <NON_REF> are no variants.
    VariantSet set =
        Inputs.read(
            Inputs.vcf(
                "chr9\t130872896\t.\tC\tT,A,*,<NON_REF>\t.\tPASS\t.\tGT:AD\t1/2:50,30,15,5,0"));
    assertThat(set.variants())
        .extracting(call -> call.change().shortName())
        .containsExactly("T315I", "T315N");
    assertThat(set.variants().get(0).alleleFraction()).hasValue(0.30);
    assertThat(set.variants().get(1).alleleFraction()).hasValue(0.15);
    assertThat(set.variants().get(1).depth()).hasValue(100);
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(4, 2, 0, 0, 2, 0));
  }

  @Test
  void leavesOutAllelesThatTheSampleDoesNotCarry() {
    String record = "chr9\t130872896\t.\tC\tT,A\t.\tPASS\t.\tGT\t";
    assertThat(Inputs.read(Inputs.vcf(record + "0/0")).counts().filtered()).isEqualTo(2);
    assertThat(Inputs.read(Inputs.vcf(record + "0/2")).variants())
        .extracting(call -> call.change().shortName())
        .containsExactly("T315N");
    assertThat(Inputs.read(Inputs.vcf(record + "./.")).variants()).hasSize(2);
    assertThat(Inputs.read(Inputs.vcf(record + ".")).variants()).hasSize(2);
    assertThat(Inputs.read(Inputs.vcf(record + "1")).variants()).hasSize(1);
  }

  @Test
  void respectsTheCallersFilterUnlessToldOtherwise() {
    String filtered = Inputs.vcf(Inputs.T315I.replace("PASS", "weak;strand"));
    assertThat(Inputs.read(filtered).counts()).isEqualTo(new VariantSet.Counts(1, 0, 0, 0, 1, 0));
    VariantReadOptions include =
        new VariantReadOptions(Optional.empty(), Optional.empty(), true, GenePanel.symbols());
    assertThat(Inputs.read(filtered, include).variants())
        .singleElement()
        .satisfies(call -> assertThat(call.filter()).contains("strand;weak"));
    assertThat(Inputs.read(Inputs.vcf(Inputs.T315I.replace("PASS", "."))).variants())
        .singleElement()
        .satisfies(call -> assertThat(call.filter()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "GT:AD:DP:AF, '0/1:58,42:100:0.41', 100, 0.41",
    "GT:AD:DP, '0/1:60,40:99', 99, 0.40",
    "GT:AD, '0/1:60,40', 100, 0.40",
    "GT:VAF, '0/1:0.33', 77, 0.33",
    "GT:FREQ, '0/1:12.5%', 77, 0.125",
    "GT:AF, '0/1:7', 77, -1",
    "GT, '0/1', 77, -1",
    "GT:AD, '0/1:0,0', 77, -1",
    "GT:LAA:LAD, '0/1:1:60,40', 100, 0.40",
    "GT:LAA:LAD, '0/1::60', 60, -1",
    "GT:LAD, '0/1:60,40', 77, -1"
  })
  void takesDepthAndFractionFromTheBestField(
      String format, String genotype, int depth, double fraction) {
    VariantCall call =
        Inputs.read(
                Inputs.vcf(
                    "chr9\t130872896\t.\tC\tT\t.\tPASS\tDP=77;AF=0.99\t"
                        + format
                        + "\t"
                        + genotype))
            .variants()
            .get(0);
    assertThat(call.depth()).hasValue(depth);
    assertThat(call.alleleFraction().orElse(-1)).isCloseTo(fraction, within(1e-9));
  }

  /** INFO DP is that of the tumour and its normal together. */
  @ParameterizedTest
  @CsvSource({
    "GT:AD, '0/0:480,0', '0/1:10,10', 20",
    "GT:LAA:LAD, '0/0::480', '0/1:1:12,10', 22",
    "GT:DP:AD, '0/0:480:480,0', '0/1:25:10,10', 25",
    "GT, 0/0, 0/1, -1",
    "GT:AD, '0/0:480,0', '0/1:0,0', -1"
  })
  void takesTheDepthOfATumourBesideItsNormalFromItsOwnColumn(
      String format, String normal, String tumour, int depth) {
    String record = "chr9\t130872896\t.\tC\tT\t.\tPASS\tDP=500\t";
    String content =
        Inputs.vcfOf(
            "##fileformat=VCFv4.2\n##tumor_sample=T\n",
            "FORMAT\tN\tT",
            record + format + "\t" + normal + "\t" + tumour);
    assertThat(Inputs.read(content).variants().get(0).depth().orElse(-1)).isEqualTo(depth);
  }

  @Test
  void takesTheFractionOfInfoOnlyWithoutSamples() {
    String content =
        Inputs.vcfOf("##fileformat=VCFv4.2\n", "", "9\t130872896\t.\tC\tT\t.\tPASS\tDP=50;AF=0.25");
    VariantCall call = Inputs.read(content).variants().get(0);
    assertThat(call.alleleFraction()).hasValue(0.25);
    assertThat(call.depth()).hasValue(50);
  }

  @Test
  void tellsTheAssemblyFromLengthsThenNamesThenAssumes() {
    String meta = "##fileformat=VCFv4.2\n";
    VariantSet lengths = Inputs.read(Inputs.vcfOf(meta + "##contig=<ID=1,length=249250621>\n", ""));
    assertThat(lengths.assembly()).contains(Assembly.GRCH37);
    VariantSet named = Inputs.read(Inputs.vcfOf(meta + "##reference=file:///r/hg19.fa\n", ""));
    assertThat(named.assembly()).contains(Assembly.GRCH37);
    assertThat(named.assemblyReason()).isEqualTo("reference named in the header");
    VariantSet assumed = Inputs.read(Inputs.vcfOf(meta + "##contig=<ID=chr1>\n", ""));
    assertThat(assumed.assembly()).contains(Assembly.GRCH38);
    assertThat(assumed.assemblyReason()).isEqualTo("not stated in the file; GRCh38 assumed");
    VariantSet given = Inputs.read(Inputs.vcfOf(meta, ""), Inputs.on(Assembly.GRCH37));
    assertThat(given.assembly()).contains(Assembly.GRCH37);
    assertThat(given.assemblyReason()).isEqualTo("as given");
  }

  @Test
  void refusesAnotherAssemblyThanTheOneAskedForOrKnown() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read(Inputs.vcf(Inputs.T315I), Inputs.on(Assembly.GRCH37)))
        .withMessageContaining("contig lengths of GRCh38, but GRCh37 was given");
    refuses(
        Inputs.vcfOf("##fileformat=VCFv4.2\n##contig=<ID=chr1,length=247249719>\n", ""),
        "neither GRCh37 nor GRCh38");
  }

  @Test
  void refusesAFileWhoseReferenceBasesFitTheOtherAssemblyOnly() {
    // c.944 is chr9:133748283 on GRCh37, c.763 is chr9:133738363.
    String content =
        Inputs.vcfOf(
            "##fileformat=VCFv4.2\n",
            "",
            "chr9\t133748283\t.\tC\tT\t.\tPASS\t.",
            "chr9\t133738363\t.\tG\tA\t.\tPASS\t.");
    refuses(content, "all match on GRCh37 (2 in its exons); say that the file is on GRCh37");
    VariantSet set = Inputs.read(content, Inputs.on(Assembly.GRCH37));
    assertThat(set.variants())
        .extracting(call -> call.change().shortName())
        .containsExactly("T315I", "E255K");
  }

  @Test
  void skipsARecordWhoseReferenceBaseIsNotTheGenes() {
    VariantSet set =
        Inputs.read(Inputs.vcf(Inputs.T315I.replace("\tC\tT", "\tG\tT"), Inputs.T315I));
    assertThat(set.skipped())
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.reason())
                    .contains("REF has G at chr9:130872896, but ABL1 has C there on GRCh38"));
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 1, 0, 0, 0, 1));
  }

  @Test
  void skipsAnAlleleOfABaseThatIsNotKnown() {
    VariantSet set = Inputs.read(Inputs.vcf(Inputs.T315I.replace("C\tT", "C\tN"), Inputs.T315I));
    assertThat(set.variants()).singleElement().satisfies(this::isT315I);
    assertThat(set.skipped())
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).contains("has ALT N; expected bases"));
  }

  @Test
  void saysWhichCodonsAreBundled() {
    VariantSet set = Inputs.read(Inputs.vcf("chr9\t130883970\t.\tA\tC\t.\tPASS\t.\tGT\t0/1"));
    assertThat(set.skipped())
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).contains("bundled for codons 184-505 only"));
  }

  @Test
  void skipsSymbolicAndBreakendAllelesInAGene() {
    VariantSet set =
        Inputs.read(
            Inputs.vcf(
                "chr9\t130872896\t.\tC\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=130872999\tGT\t0/1",
                "chr9\t130872896\t.\tC\tC]chr22:23290413]\t.\tPASS\tSVTYPE=BND\tGT\t0/1"));
    assertThat(set.skipped()).hasSize(2);
    assertThat(set.skipped()).allMatch(s -> s.reason().contains("symbolic or breakend"));
  }

  @Test
  void reportsSpliceSitesAsUnknownAndIntronsAsOffThePanel() {
    VariantSet set =
        Inputs.read(
            Inputs.vcf(
                "chr9\t130863036\t.\tG\tA\t.\tPASS\t.\tGT\t0/1",
                "chr9\t130866000\t.\tG\tA\t.\tPASS\t.\tGT\t0/1"));
    assertThat(set.variants())
        .singleElement()
        .satisfies(call -> assertThat(call.change().effect()).isEqualTo(Effect.UNKNOWN));
    assertThat(set.counts().offPanel()).isEqualTo(1);
  }

  @Test
  void choosesTheSampleAskedForOrTheEvidentTumour() {
    String meta = "##fileformat=VCFv4.2\n";
    String record = "chr9\t130872896\t.\tC\tT\t.\tPASS\t.\tGT\t0/0\t0/1";
    String pair = Inputs.vcfOf(meta, "FORMAT\tPT1_normal\tPT1_tumor", record);
    VariantSet set = Inputs.read(pair);
    assertThat(set.sample()).contains("PT1_tumor");
    assertThat(set.assemblyReason()).contains("sample PT1_tumor read, as the tumour");
    assertThat(set.variants()).hasSize(1);
    assertThat(Inputs.read(pair, Inputs.sample("PT1_normal")).counts().filtered()).isEqualTo(1);
    String mutect = Inputs.vcfOf(meta + "##tumor_sample=B\n", "FORMAT\tA\tB", record);
    assertThat(Inputs.read(mutect).sample()).contains("B");
  }

  @Test
  void asksForTheSampleWhereItIsNotEvident() {
    String content =
        Inputs.vcfOf("##fileformat=VCFv4.2\n", "FORMAT\tA<script>alert(1)</script>\tB\u0007");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read(content))
        .withMessageContaining("choose one: A<script>alert(1)</script>, B?")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(InputException.Kind.REQUEST));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read(Inputs.vcf(), Inputs.sample("nobody")))
        .withMessageContaining("its samples are S1");
    refuses(Inputs.vcfOf("##fileformat=VCFv4.2\n", "FORMAT\tA\tA"), "names a sample twice");
  }

  @Test
  void refusesASecondHeaderWithOtherColumnsHoweverFarBehind() {
    String meta = "##fileformat=VCFv4.2\n##tumor_sample=T\n";
    String columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t";
    String[] records = manyOffPanel(30_000);
    for (int i = 0; i < records.length; i++) {
      records[i] += "\t0/0";
    }
    records[20_000] = "chr9\t130872896\t.\tC\tT\t.\tPASS\t.\tGT\t0/0\t0/1";
    records[10_000] = columns + "N\tT";
    VariantSet same = Inputs.read(Inputs.vcfOf(meta, "FORMAT\tN\tT", records));
    assertThat(same.counts()).isEqualTo(new VariantSet.Counts(29_999, 1, 29_998, 0, 0, 0));
    records[10_000] = columns + "T\tN";
    // Behind two lines of meta-information and one of columns.
    refuses(Inputs.vcfOf(meta, "FORMAT\tN\tT", records), ":10004: is a second #CHROM line");
  }

  @Test
  void readsAWholeGenomeOfOtherRecordsQuickly() {
    String[] records = manyOffPanel(200_000);
    records[100_000] = Inputs.T315I;
    VariantSet set = Inputs.read(Inputs.vcf(records));
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(200_000, 1, 199_999, 0, 0, 0));
  }

  /** Whatever a file holds after its header, the reader answers with counts that add up. */
  @Test
  void survivesRandomDamage() {
    Random random = new Random(9);
    String content = Inputs.vcf(Inputs.T315I, Inputs.T315I.replace("\tC\tT", "\tC\tT,<DEL>"));
    int header = content.indexOf("chr9\t1308");
    for (int i = 0; i < 5000; i++) {
      StringBuilder damaged = new StringBuilder(content);
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        int at = header + random.nextInt(content.length() - header - 4);
        switch (random.nextInt(3)) {
          case 0 -> damaged.setCharAt(at, (char) (1 + random.nextInt(126)));
          case 1 -> damaged.deleteCharAt(at);
          default -> damaged.insert(at, "\t:,;=/|.0<>[]\n".charAt(random.nextInt(14)));
        }
      }
      VariantSet set = Inputs.read(damaged.toString());
      assertThat(set.counts().skipped()).isEqualTo(set.skipped().size());
      assertThat(set.counts().reported()).isEqualTo(set.variants().size());
    }
  }

  private static String[] manyOffPanel(int count) {
    String[] records = new String[count];
    for (int i = 0; i < count; i++) {
      records[i] = "chr1\t" + (1000 + 31 * i) + "\t.\tA\tG\t.\tPASS\tDP=30\tGT\t0/1";
    }
    return records;
  }

  private void isT315I(VariantCall call) {
    assertThat(call.gene()).isEqualTo("ABL1");
    assertThat(call.transcript()).contains("NM_005157");
    assertThat(call.change().hgvs()).isEqualTo("p.Thr315Ile");
    assertThat(call.allele().orElseThrow().chromosome()).isEqualTo("chr9");
  }

  private static void refuses(String content, String reason) {
    refuses("given.txt", content.getBytes(StandardCharsets.UTF_8), reason);
  }

  private static void refuses(String name, byte[] bytes, String reason) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read(name, bytes, Inputs.defaults()))
        .withMessageStartingWith(name)
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(InputException.Kind.FILE));
  }

  @Test
  void refusesMissingEmptyAndDirectoryInputs(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.vcf"));
    for (String name : List.of(empty.toString(), folder.toString(), folder + "/none.vcf")) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> InputFile.open(name, 100))
          .withMessageStartingWith(name);
    }
    refuses("x.vcf", Inputs.gzip(""), "holds nothing to read");
  }
}
