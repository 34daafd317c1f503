package org.bindfold.copynumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bindfold.SharedData;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GenePanel;
import org.bindfold.genome.GeneSpan;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentFormatsTest {

  /** The mean over the bases of each gene, by a loop over them, from PURPLE's real segments. */
  @Test
  void readsPurplesSegmentsAsALoopOverBasesDoes() throws Exception {
    String path = SharedData.path("examples/tumor_sample.purple.cnv.somatic.tsv");
    List<String> rows = Files.readAllLines(Path.of(path)).stream().skip(1).toList();
    CopyNumberProfile profile = open(path, Assembly.GRCH37);
    assertThat(profile.format()).isEqualTo("PURPLE segments");
    assertThat(profile.records()).isEqualTo(rows.size());
    assertThat(profile.skipped()).isEmpty();
    for (GeneSpan span : GenePanel.spans(Assembly.GRCH37)) {
      double sum = 0;
      List<String[]> here =
          rows.stream()
              .map(row -> row.split("\t"))
              .filter(cells -> ("chr" + cells[0]).equals(span.chromosome()))
              .toList();
      for (int base = span.start(); base <= span.end(); base++) {
        for (String[] cells : here) {
          if (base >= Integer.parseInt(cells[1]) && base <= Integer.parseInt(cells[2])) {
            sum += Double.parseDouble(cells[3]);
          }
        }
      }
      assertThat(CopyNumbers.of(profile, span.gene()).orElseThrow().copies())
          .isCloseTo(sum / span.length(), within(1e-6));
    }
  }

  @Test
  void readsTheGenesOfPurplesRealDriverCatalog() throws Exception {
    String path = SharedData.path("examples/tumor_sample.purple.driver.catalog.somatic.tsv");
    CopyNumberProfile profile = open(path, Assembly.GRCH37);
    assertThat(profile.format()).isEqualTo("PURPLE gene copy numbers");
    assertThat(profile.records()).isEqualTo(Files.readAllLines(Path.of(path)).size() - 1);
    assertThat(profile.skipped()).isEmpty();
    assertThat(profile.genes()).isEmpty();
  }

  /** Both segments of GATK's real example carry no copy ratio (NUM_POINTS_COPY_RATIO is 0). */
  @Test
  void saysThatARealGatkFileWithoutCopyRatiosHasNone() {
    CopyNumberProfile profile =
        open(SharedData.path("examples/gatk_modelFinal.seg"), Assembly.GRCH37);
    assertThat(profile.format()).isEqualTo("GATK ModelSegments");
    assertThat(profile.records()).isEqualTo(2);
    assertThat(profile.skipped()).isEmpty();
    assertThat(profile.genes()).isEmpty();
    assertThat(profile.notes())
        .containsExactly("2 segments carry no copy number and are left out.");
  }

  @ParameterizedTest
  @CsvSource({
    "PURPLE segments, 'chromosome start end copyNumber bafCount', 'chr5 1 181000000 6.5 10'",
    "GATK ModelSegments, 'CONTIG START END NUM_POINTS_COPY_RATIO LOG2_COPY_RATIO_POSTERIOR_50', "
        + "'chr5 1 181000000 9 1.700439718'",
    "GATK called segments, 'CONTIG START END NUM_POINTS_COPY_RATIO MEAN_LOG2_COPY_RATIO CALL', "
        + "'chr5 1 181000000 9 1.700439718 +'",
    "SEG segments, 'ID chrom loc.start loc.end num.mark seg.mean', 'S1 5 1 181000000 9 1.700439718'",
    "SEG segments, 'GDC_Aliquot Chromosome Start End Num_Probes Segment_Mean', "
        + "'a 5 1 181000000 9 1.700439718'",
    "FACETS segments, 'chrom seg cnlr.median start end cf.em tcn.em lcn.em', "
        + "'5 1 0.2 1 181000000 0.9 6.5 2'",
    "ASCAT segments, 'sample chr startpos endpos nMajor nMinor', 'S1 5 1 181000000 4.5 2'",
    "ASCAT segments, '\"sample\" \"chr\" \"startpos\" \"endpos\" \"nMajor\" \"nMinor\"', "
        + "'\"S1\" \"5\" 1 181000000 4.5 2'"
  })
  void readsTheColumnsThatEachProgramWrites(String format, String header, String row) {
    CopyNumberProfile profile = read(header.replace(' ', '\t') + "\n" + row.replace(' ', '\t'));
    assertThat(profile.format()).isEqualTo(format);
    GeneCopyNumber dhfr = CopyNumbers.of(profile, "DHFR").orElseThrow();
    assertThat(dhfr.copies()).isCloseTo(6.5, within(1e-6));
    assertThat(dhfr.extent().orElseThrow().armLevel()).isTrue();
    assertThat(profile.skipped()).isEmpty();
  }

  @Test
  void readsPurplesGenesByTheirLowestCopies() {
    CopyNumberProfile profile =
        read(
            "chromosome\tstart\tend\tgene\tminCopyNumber\tmaxCopyNumber\n"
                + "chr5\t1\t2\tDHFR\t9.8\t21.3\nchr1\t1\t2\tMYCL\t2\t2\nchr7\t1\t2\tABCB1\t-0.01\t2\n"
                + "chr4\t1\t2\tABCG2\tnan\t2\n");
    assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().copies()).isEqualTo(9.8);
    assertThat(CopyNumbers.of(profile, "ABCB1").orElseThrow().copies()).isZero();
    assertThat(profile.records()).isEqualTo(4);
    assertThat(profile.skipped()).hasSize(1);
    assertThat(profile.notes())
        .contains("copies change inside DHFR, from 9.80 to 21.30; 9.80 are used.");
  }

  @Test
  void readsOfSeveralTranscriptsInPurplesGenesTheCanonicalOne() {
    String header = "chromosome\tstart\tend\tgene\tminCopyNumber\tmaxCopyNumber\tisCanonical\n";
    CopyNumberProfile profile =
        read(
            header
                + "chr5\t1\t2\tDHFR\t2\t9\tfalse\nchr5\t1\t2\tDHFR\t8\t9\ttrue\n"
                + "chr5\t1\t2\tDHFR\t1\t9\tFALSE\nchr7\t1\t2\tABCB1\t3\t3\tTRUE\n"
                + "chr4\t1\t2\tABCG2\t2\t2\tmaybe\n");
    assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().copies()).isEqualTo(8);
    assertThat(CopyNumbers.of(profile, "ABCB1").orElseThrow().copies()).isEqualTo(3);
    assertThat(profile.records()).isEqualTo(5);
    assertThat(profile.notes())
        .anyMatch(note -> note.endsWith("(isCanonical false) passed over: 2."));
    assertThat(profile.skipped())
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).contains("has isCanonical \"maybe\""));
  }

  @Test
  void tellsFocalFromArmLevelByTheRunOfSegmentsOnOneSide() {
    String header = "chromosome\tstart\tend\tcopyNumber\n";
    String flat = "5\t1\t79999999\t2.0\n";
    String focal = flat + "5\t80000000\t80999999\t10\n5\t81000000\t181000000\t2.1\n";
    GeneCopyNumber dhfr = CopyNumbers.of(read(header + focal), "DHFR").orElseThrow();
    assertThat(dhfr.extent()).hasToString("Optional[focal, 1.0 Mb or 1% of 5q]");
    String broad = flat + "5\t80000000\t80999999\t10\n5\t81000000\t181000000\t2.6\n";
    assertThat(
            CopyNumbers.of(read(header + broad), "DHFR")
                .orElseThrow()
                .extent()
                .orElseThrow()
                .armLevel())
        .isTrue();
    assertThat(
            CopyNumbers.of(read(header + flat + "5\t80000000\t181000000\t2.2\n"), "DHFR")
                .orElseThrow()
                .extent())
        .isEmpty();
    String lost = flat + "5\t80000000\t80999999\t0.1\n5\t81000000\t181000000\t2.1\n";
    assertThat(
            CopyNumbers.of(read(header + lost), "DHFR")
                .orElseThrow()
                .extent()
                .orElseThrow()
                .armLevel())
        .isFalse();
  }

  @Test
  void judgesGainsAgainstThePloidy() {
    String content = "chromosome\tstart\tend\tcopyNumber\n5\t1\t181000000\t4\n";
    assertThat(CopyNumbers.of(read(content, 4, Optional.empty()), "DHFR").orElseThrow().extent())
        .isEmpty();
    assertThat(read(content, 2, Optional.empty()).notes())
        .singleElement()
        .asString()
        .contains("DHFR has 4.00 copies, 2.00 times the ploidy: arm-level");
  }

  @Test
  void saysWhereSegmentsCoverAGeneInPart() {
    GeneSpan dhfr = GenePanel.span(Assembly.GRCH38, "DHFR").orElseThrow();
    int middle = (dhfr.start() + dhfr.end()) / 2;
    CopyNumberProfile profile =
        read("chromosome\tstart\tend\tcopyNumber\n5\t1\t" + middle + "\t2\n");
    assertThat(profile.notes())
        .containsExactly("segments cover 50% of DHFR; its copies are theirs.");
  }

  @Test
  void keepsTheSamplesOfOneFileApart() {
    String content =
        "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\n"
            + "A\t5\t1\t181000000\t9\t1\nB\t5\t1\t181000000\t9\t-1\n";
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(content))
        .withMessageContaining("choose one: A, B")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(InputException.Kind.REQUEST));
    CopyNumberProfile profile = read(content, 2, Optional.of("B"));
    assertThat(CopyNumbers.of(profile, "DHFR").orElseThrow().copies()).isEqualTo(1);
    assertThat(profile.records()).isEqualTo(2);
  }

  @Test
  void takesANumberThatTheProgramLeftOutForUnknown() {
    CopyNumberProfile profile =
        read("chrom\tstart\tend\ttcn.em\n5\t1\t181000000\tNA\n7\t1\t159000000\t3\n");
    assertThat(profile.skipped()).isEmpty();
    assertThat(CopyNumbers.of(profile, "DHFR")).isEmpty();
    assertThat(CopyNumbers.of(profile, "ABCB1").orElseThrow().copies()).isEqualTo(3);
  }

  private static CopyNumberProfile read(String content) {
    return read(content, 2, Optional.empty());
  }

  private static CopyNumberProfile read(String content, double ploidy, Optional<String> sample) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try (InputFile file = InputFile.over("given", new ByteArrayInputStream(bytes), 1 << 20)) {
      return CopyNumbers.read(file, Assembly.GRCH38, OptionalDouble.empty(), ploidy, sample);
    }
  }

  private static CopyNumberProfile open(String name, Assembly assembly) {
    try (InputFile file = InputFile.open(name, 1 << 24)) {
      return CopyNumbers.read(file, assembly);
    }
  }
}
