package org.bindfold.copynumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GenePanel;
import org.bindfold.genome.GeneSpan;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyNumberReaderTest {
  private static final String HEADER = "chromosome\tstart\tend\tgene\tlog2\tprobes\n";

  @Test
  void readsTheProjectsExamples() {
    CopyNumberProfile relapse = open("mutations/cml-relapse.cns", Assembly.GRCH38);
    assertThat(relapse.format()).isEqualTo("CNVkit segments");
    assertThat(relapse.skipped()).isEmpty();
    assertThat(relapse.genes()).hasSize(GenePanel.symbols().size());
    assertThat(CopyNumbers.of(relapse, "ABCB1").orElseThrow().copies())
        .isCloseTo(4.0, within(1e-9));
    assertThat(CopyNumbers.of(relapse, "ABL1").orElseThrow().copies()).isCloseTo(3.6, within(0.02));
    assertThat(CopyNumbers.of(relapse, "BCR").orElseThrow().copies()).isBetween(3.0, 3.5);
    assertThat(CopyNumbers.of(relapse, "DHFR").orElseThrow().copies()).isCloseTo(2.0, within(0.2));
    CopyNumberProfile leukaemia = open("mutations/all-methotrexate.cns", Assembly.GRCH38);
    assertThat(CopyNumbers.of(leukaemia, "DHFR").orElseThrow().copies())
        .isCloseTo(10.0, within(0.001));
  }

  /** The same mean, worked out base by base in steps of the naive kind. */
  @ParameterizedTest
  @ValueSource(strings = {"cnvkit_cl_seq.cns", "cnvkit_tr95t.cns", "cnvkit_p2-9_2.call.cns"})
  void averagesRealFilesAsANaiveCountOverBasesDoes(String name) throws Exception {
    Path path = Path.of("../shared/examples", name);
    assumeTrue(Files.isRegularFile(path), "needs " + path);
    List<String> lines = Files.readAllLines(path);
    List<String> header = Arrays.asList(lines.get(0).split("\t"));
    int value = header.indexOf("cn") >= 0 ? header.indexOf("cn") : header.indexOf("log2");
    CopyNumberProfile profile = open(path.toString(), Assembly.GRCH37);
    assertThat(profile.records()).isEqualTo(lines.size() - 1);
    assertThat(profile.skipped()).isEmpty();
    List<String> covered = new ArrayList<>();
    for (GeneSpan span : GenePanel.spans(Assembly.GRCH37)) {
      long bases = 0;
      double sum = 0;
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t");
        if (!cells[0].equals(span.chromosome())) {
          continue;
        }
        double number = Double.parseDouble(cells[value]);
        double copies = header.contains("cn") ? number : 2 * Math.exp(number * Math.log(2));
        for (int base = span.start(); base <= span.end(); base++) {
          if (base - 1 >= Integer.parseInt(cells[1]) && base - 1 < Integer.parseInt(cells[2])) {
            bases++;
            sum += copies;
          }
        }
      }
      if (bases > 0) {
        covered.add(span.gene());
        GeneCopyNumber found = CopyNumbers.of(profile, span.gene()).orElseThrow();
        assertThat(found.copies()).isCloseTo(sum / bases, within(1e-6));
        assertThat(found.covered()).isCloseTo((double) bases / span.length(), within(1e-9));
        assertThat(found.log2().isPresent()).isEqualTo(!header.contains("cn"));
      }
    }
    assertThat(profile.genes()).extracting(GeneCopyNumber::gene).isEqualTo(covered);
    assertThat(covered).isNotEmpty();
  }

  @Test
  void assignsByPositionAndLeavesUncoveredGenesUnknown() {
    CopyNumberProfile profile =
        read(HEADER + "chr5\t80000000\t81000000\tABCB1,MYC\t1.0\t9\nchr7\t0\t1000\tABCB1\t3\t1\n");
    assertThat(profile.genes()).extracting(GeneCopyNumber::gene).containsExactly("DHFR");
    assertThat(CopyNumbers.of(profile, "ABCB1")).isEmpty();
    GeneCopyNumber dhfr = CopyNumbers.of(profile, "DHFR").orElseThrow();
    assertThat(dhfr.copies()).isEqualTo(4.0);
    assertThat(dhfr.log2().getAsDouble()).isCloseTo(1, within(1e-12));
    assertThat(dhfr.covered()).isEqualTo(1.0);
    assertThat(dhfr.source()).isEqualTo("given.cns:2");
  }

  @Test
  void countsFromZeroAndLeavesTheEndOut() {
    GeneSpan span = GenePanel.span(Assembly.GRCH38, "DHFR").orElseThrow();
    String before = "5\t100\t" + (span.start() - 1) + "\t-\t2\t1\n";
    String firstBase = "5\t" + (span.start() - 1) + "\t" + span.start() + "\t-\t1\t1\n";
    String after = "5\t" + span.end() + "\t" + (span.end() + 50) + "\t-\t2\t1\n";
    GeneCopyNumber dhfr =
        CopyNumbers.of(read(HEADER + before + firstBase + after), "DHFR").orElseThrow();
    assertThat(dhfr.copies()).isEqualTo(4.0);
    assertThat(dhfr.covered()).isCloseTo(1.0 / span.length(), within(1e-12));
  }

  @Test
  void weighsByLengthAndCountsOverlappingSegmentsBothWhileCoverageCountsOnce() {
    GeneSpan span = GenePanel.span(Assembly.GRCH38, "DHFR").orElseThrow();
    int start = span.start() - 1;
    String content =
        HEADER
            + ("chr5\t" + start + "\t" + (start + 300) + "\t-\t0\t1\n")
            + ("chr5\t" + (start + 200) + "\t" + (start + 300) + "\t-\t2\t1\n");
    GeneCopyNumber dhfr = CopyNumbers.of(read(content), "DHFR").orElseThrow();
    assertThat(dhfr.copies()).isCloseTo((300 * 2 + 100 * 8) / 400.0, within(1e-12));
    assertThat(dhfr.covered()).isCloseTo(300.0 / span.length(), within(1e-12));
    assertThat(dhfr.source()).isEqualTo("given.cns:2");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 1.0, 2, 2.0",
    "1.0, 1.0, 2, 4.0",
    "1.0, 0.5, 2, 6.0",
    "-3.0, 0.5, 2, 0.0",
    "0.0, 1.0, 4, 4.0",
    "1.0, 0.8, 3, 6.5"
  })
  void rescalesForPurityAndPloidyWithDiploidOtherCells(
      double log2, double purity, double ploidy, double copies) {
    String content = HEADER + "chr5\t80000000\t81000000\t-\t" + log2 + "\t9\n";
    CopyNumberProfile profile =
        read("given.cns", content, Assembly.GRCH38, OptionalDouble.of(purity), ploidy);
    assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().copies())
        .isCloseTo(copies, within(1e-9));
  }

  @Test
  void believesCalledCopiesWhateverThePurity() {
    String content =
        "chromosome\tstart\tend\tgene\tlog2\tcn\n"
            + "chr5\t80000000\t81000000\t-\t0.1\t7\nchr7\t80000000\t90000000\t-\t1\t\n";
    CopyNumberProfile profile =
        read("given.cns", content, Assembly.GRCH38, OptionalDouble.of(0.5), 2);
    assertThat(profile.format()).isEqualTo("CNVkit called segments");
    assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().copies()).isEqualTo(7);
    assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().log2()).isEmpty();
    assertThat(CopyNumbers.of(profile, "ABCB1").orElseThrow().copies()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "chr5|1|2|-|nan|1, has log2 \"nan\"",
    "chr5|1|2|-|inf|1, has log2 \"inf\"",
    "chr5|1|2|-|Infinity|1, has log2",
    "chr5|1|2|-|x|1, has log2 \"x\"",
    "chr5|9|9|-|0|1, not after its start",
    "chr5|-9|9|-|0|1, has start \"-9\"",
    "chr5|1e3|9000|-|0|1, has start \"1e3\"",
    "chr5|1|2|-|0, has 5 columns; expected 6",
    "chr5|1|2|-|0|1|1, has 7 columns; expected 6",
    "chr5|1|2|-|30|1, more than 1000 are taken for an error",
    "chr5|1|181000000|-|0|1, ",
    "chr9|1|141000000|-|0|1, is the file on GRCh37?"
  })
  void skipsSegmentsThatCannotBeAndSaysWhy(String line, String reason) {
    String good = "chr5\t80000000\t81000000\t-\t1.0\t9\n";
    CopyNumberProfile profile = read(HEADER + line.replace('|', '\t') + "\n" + good);
    assertThat(profile.records()).isEqualTo(2);
    if (reason == null) {
      assertThat(profile.skipped()).isEmpty();
    } else {
      assertThat(profile.skipped())
          .singleElement()
          .satisfies(
              s -> {
                assertThat(s.line()).isEqualTo(2);
                assertThat(s.reason()).contains(reason);
              });
      assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().copies()).isEqualTo(4.0);
    }
  }

  @Test
  void readsAPlainTableWithOrWithoutHeader() {
    for (String header : List.of("", "gene\tcopies\n", "Gene\tcopy_number\n", "# mine\n")) {
      CopyNumberProfile profile = read(header + "DHFR\t10\r\nABCB1\t4.5\tnote\n\nMYC\t8\n");
      assertThat(profile.format()).isEqualTo("gene and copies table");
      assertThat(profile.records()).isEqualTo(3);
      assertThat(profile.genes()).extracting(GeneCopyNumber::gene).containsExactly("ABCB1", "DHFR");
      assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().copies()).isEqualTo(10);
    }
  }

  @Test
  void refusesTwoCopyNumbersForOneGeneAndNamesBothLines() {
    assertThat(read("DHFR\t10\nDHFR\t10.0\n").genes()).hasSize(1);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("DHFR\t10\nABL1\t2\nDHFR\t4\n"))
        .withMessage(
            "given.cns:3: gives DHFR 4 copies, but given.cns:1 gives it 10; leave one of the two"
                + " lines.");
  }

  @Test
  void skipsCopiesThatCannotBe() {
    CopyNumberProfile profile =
        read("ABL1\t2\nDHFR\t-1\nDHFR\tnan\nDHFR\t1e9\nDHFR\n<b>\t2\nDHFR\t0\n");
    assertThat(profile.records()).isEqualTo(7);
    assertThat(profile.skipped()).hasSize(5);
    assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().copies()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "tumor_sample.purple.purity.tsv, give its numbers as purity and ploidy",
    "strelka.vcf, accepted are segments of CNVkit",
    "cbioportal_mutations.maf, accepted are segments of CNVkit"
  })
  void refusesOtherFormatsAndNamesTheAcceptedOnes(String name, String reason) {
    Path path = Path.of("../shared/examples", name);
    assumeTrue(Files.isRegularFile(path), "needs " + path);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> open(path.toString(), Assembly.GRCH38))
        .withMessageContaining(reason)
        .withMessageContaining("accepted are segments of CNVkit");
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "-0.5, 2", "1.5, 2", "NaN, 2", "0.5, 0", "0.5, NaN"})
  void refusesPurityAndPloidyOutOfRange(double purity, double ploidy) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> read("x", "DHFR\t2\n", Assembly.GRCH38, OptionalDouble.of(purity), ploidy))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(InputException.Kind.REQUEST));
  }

  /** The lengths of chr1, chr4 and chr9 on GRCh37; each is longer there than on GRCh38. */
  @Test
  void refusesAFileThatFitsTheOtherAssemblyOnly() {
    String content =
        "chromosome\tstart\tend\tgene\tlog2\n"
            + "chr1\t0\t249250621\t-\t0\nchr4\t0\t191154276\t-\t0\nchr9\t0\t141213431\t-\t0\n";
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(content))
        .withMessageContaining("3 chromosomes of GRCh38, and all of them fit GRCh37")
        .withMessageContaining("say that they are on GRCh37");
    assertThat(
            CopyNumbers.of(
                read("given.cns", content, Assembly.GRCH37, OptionalDouble.empty(), 2), "ABL1"))
        .isPresent();
    String fitsNeither = content + "chr5\t0\t300000000\t-\t0\n";
    assertThat(read(fitsNeither).skipped()).hasSize(4);
  }

  @Test
  void refusesGatkSegmentsWhoseHeaderIsOfTheOtherAssembly() {
    String content =
        "@HD\tVN:1.6\n@SQ\tSN:5\tLN:180915260\n"
            + "CONTIG\tSTART\tEND\tNUM_POINTS_COPY_RATIO\tMEAN_LOG2_COPY_RATIO\tCALL\n"
            + "5\t79900000\t79960000\t10\t2.1\t+\n";
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(content))
        .withMessageContaining("given.cns:2: gives 5 the length that it has on GRCh37")
        .withMessageContaining("say that they are on GRCh37");
    assertThat(
            CopyNumbers.of(
                read("x.seg", content, Assembly.GRCH37, OptionalDouble.empty(), 2), "DHFR"))
        .isPresent();
  }

  private static CopyNumberProfile read(String content) {
    return read("given.cns", content, Assembly.GRCH38, OptionalDouble.empty(), 2);
  }

  private static CopyNumberProfile read(
      String name, String content, Assembly assembly, OptionalDouble purity, double ploidy) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try (InputFile file = InputFile.over(name, new ByteArrayInputStream(bytes), 1 << 20)) {
      return CopyNumbers.read(file, assembly, purity, ploidy, Optional.empty());
    }
  }

  private static CopyNumberProfile open(String name, Assembly assembly) {
    try (InputFile file = InputFile.open(name, 1 << 24)) {
      return CopyNumbers.read(file, assembly);
    }
  }
}
