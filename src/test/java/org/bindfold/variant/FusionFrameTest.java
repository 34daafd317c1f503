package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bindfold.genome.Assembly;
import org.bindfold.io.ResourceTable;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.bindfold.sequence.ReadingFrame;
import org.bindfold.variant.FusionCall.BreakpointType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Frames and kinase domains of BCR::ABL1 against the literature and against a plain count of bases.
 */
class FusionFrameTest {
  private static final String HEADER = "FusionGene\tLeftBreakpoint\tRightBreakpoint\tSplitReads\n";

  /** CDS position of the last base of BCR's exon 1. */
  private static final int BCR_EXON_1_END = 1279;

  /** 1271 residues and the stop codon. */
  private static final int BCR_BASES = 3 * 1272;

  /** First and last base of residues 242 and 493 of ABL1. */
  private static final int KINASE_START = 724;

  private static final int KINASE_END = 1479;

  private static final List<Span> BCR = spans("BCR");
  private static final List<Span> ABL1 = spans("ABL1");

  /** An exon by genome positions alone. */
  private record Span(int number, int[] start, int[] end) {
    int start(Assembly assembly) {
      return start[assembly.ordinal()];
    }

    int end(Assembly assembly) {
      return end[assembly.ordinal()];
    }
  }

  private static List<Span> spans(String gene) {
    List<Span> spans = new ArrayList<>();
    for (Map<String, String> row : ResourceTable.read("/org/bindfold/genome/exons.tsv").rows()) {
      if (row.get("gene").equals(gene)) {
        spans.add(
            new Span(
                Integer.parseInt(row.get("exon")),
                new int[] {
                  Integer.parseInt(row.get("grch37_start")),
                  Integer.parseInt(row.get("grch38_start"))
                },
                new int[] {
                  Integer.parseInt(row.get("grch37_end")), Integer.parseInt(row.get("grch38_end"))
                }));
      }
    }
    return spans;
  }

  private static FusionCall call(int bcr, int abl1) {
    return Inputs.read(HEADER + "BCR--ABL1\tchr22:" + bcr + "\tchr9:" + abl1 + "\t9\n")
        .fusions()
        .get(0);
  }

  private static FusionCall call(Assembly assembly, int last, int first) {
    return call(BCR.get(last - 1).end(assembly), ABL1.get(first - 1).start(assembly));
  }

  /**
   * The transcripts that doi:10.1038/s41375-023-02048-y, figure 1, shows: all make a protein but
   * e8a2, which is out of frame unless bases are inserted (doi:10.1159/000531128 too). Proteins by
   * doi:10.1186/s40880-016-0108-0, figure 1. e1a3: Molica et al., Mediterr J Hematol Infect Dis
   * 2020, article 2020.062.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 2, P190, IN_FRAME",
    "13, 2, P210, IN_FRAME",
    "14, 2, P210, IN_FRAME",
    "19, 2, P230, IN_FRAME",
    "13, 3, P210, IN_FRAME",
    "14, 3, P210, IN_FRAME",
    "1, 3, P190, IN_FRAME",
    "6, 2, ATYPICAL, IN_FRAME",
    "8, 2, ATYPICAL, OUT_OF_FRAME"
  })
  void knownTranscriptsHaveTheirFrame(
      int last, int first, BreakpointType type, ReadingFrame frame) {
    for (Assembly assembly : Assembly.values()) {
      FusionCall call = call(assembly, last, first);

      assertThat(call.name())
          .isEqualTo("BCR::ABL1 e" + last + "a" + first + " (" + type.label() + ")");
      assertThat(call.type()).contains(type);
      assertThat(call.frame().frame()).isEqualTo(frame);
      assertThat(call.frame().source()).isEqualTo(FusionFrame.Source.EXONS);
      assertThat(call.kinaseDomain()).isEqualTo(Retention.KEPT);
    }
  }

  /** Every last exon of BCR with every first exon of ABL1, by the lengths of the exons alone. */
  @Test
  void everyPairOfExonsHasTheFrameThatCountingGives() {
    int bcrBases = BCR_EXON_1_END;
    for (Span last : BCR.subList(0, BCR.size() - 1)) {
      bcrBases += last.number() == 1 ? 0 : last.end[0] - last.start[0] + 1;
      int abl1Bases = 0;
      for (Span first : ABL1) {
        if (first.number() > 1) {
          FusionCall call = call(Assembly.GRCH38, last.number(), first.number());

          assertThat(call.junction()).contains(new ExonJunction(last.number(), first.number()));
          assertThat(call.frame().byExons())
              .as(call.name())
              .isEqualTo(
                  bcrBases % 3 == abl1Bases % 3
                      ? ReadingFrame.IN_FRAME
                      : ReadingFrame.OUT_OF_FRAME);
          assertThat(call.kinaseDomain())
              .as(call.name())
              .isEqualTo(
                  first.number() <= 4
                      ? Retention.KEPT
                      : first.number() <= 9 ? Retention.PART : Retention.LOST);
        }
        abl1Bases += first.end[0] - first.start[0] + 1;
      }
    }
  }

  /** BCR's last exon has no splice site behind it, and its stop codon comes before ABL1. */
  @Test
  void theFrameBehindBcrsLastExonIsNotKnown() {
    FusionCall call = call(Assembly.GRCH38, 23, 2);

    assertThat(call.frame().frame()).isEqualTo(ReadingFrame.NOT_KNOWN);
    assertThat(call.frame().source()).isEqualTo(FusionFrame.Source.NOBODY);
  }

  /**
   * Breakpoints anywhere in both genes: the bases of the coding sequence on either side are counted
   * one by one.
   */
  @Test
  void anyBreakpointsHaveTheFrameThatCountingBasesGives() {
    Random random = new Random(20_260_801);
    int inside = 0;
    for (int round = 0; round < 4_000; round++) {
      Assembly assembly = Assembly.values()[random.nextInt(2)];
      int bcr = position(random, BCR, assembly);
      int abl1 = position(random, ABL1, assembly);
      FusionCall call = call(bcr, abl1);

      // Nothing is spliced onto ABL1's first exon: cut inside, it is left out as a whole.
      boolean inFirst = abl1 <= ABL1.get(0).end(assembly);
      int kept = codingBases(BCR, assembly, bcr);
      int lost = codingBases(ABL1, assembly, inFirst ? ABL1.get(0).end(assembly) : abl1 - 1);
      boolean bcrInExon = isIn(BCR, assembly, bcr);
      boolean cut = isCut(BCR, assembly, bcr, bcr + 1) || isCut(ABL1, assembly, abl1 - 1, abl1);
      boolean told = inFirst ? !bcrInExon : !cut || bcrInExon && isIn(ABL1, assembly, abl1);
      boolean known = told && kept > 0 && kept < BCR_BASES;
      ReadingFrame expected =
          (kept - lost) % 3 == 0 ? ReadingFrame.IN_FRAME : ReadingFrame.OUT_OF_FRAME;

      assertThat(call.frame().byExons())
          .as("%s %d %d %s", assembly, bcr, abl1, call.name())
          .isEqualTo(known ? expected : ReadingFrame.NOT_KNOWN);
      assertThat(call.upstream().breakpoint().orElseThrow().assembly()).contains(assembly);
      if (known) {
        assertThat(call.kinaseDomain())
            .isEqualTo(
                lost + 1 <= KINASE_START
                    ? Retention.KEPT
                    : lost + 1 > KINASE_END ? Retention.LOST : Retention.PART);
        inside += cut && !inFirst ? 1 : 0;
      }
    }
    assertThat(inside).isGreaterThan(300);
  }

  /** Half of them in or beside an exon, the others anywhere between the first and the last. */
  private static int position(Random random, List<Span> exons, Assembly assembly) {
    int first = exons.get(0).start(assembly);
    int last = exons.get(exons.size() - 1).end(assembly);
    if (random.nextInt(4) == 0) {
      return first + random.nextInt(last - first + 1);
    }
    Span exon = exons.get(random.nextInt(exons.size()));
    int at =
        switch (random.nextInt(3)) {
          case 0 -> exon.start(assembly) + random.nextInt(3) - 1;
          case 1 -> exon.end(assembly) + random.nextInt(3) - 1;
          default ->
              exon.start(assembly) + random.nextInt(exon.end(assembly) - exon.start(assembly) + 1);
        };
    return Math.max(first, Math.min(last, at));
  }

  /** Bases of the coding sequence up to a position, one by one. */
  private static int codingBases(List<Span> exons, Assembly assembly, int to) {
    int untranslated =
        exons == BCR ? BCR.get(0).end[0] - BCR.get(0).start[0] + 1 - BCR_EXON_1_END : 0;
    int base = 0;
    int count = 0;
    for (Span exon : exons) {
      for (int at = exon.start(assembly); at <= exon.end(assembly); at++) {
        base++;
        if (at <= to && base > untranslated && base <= untranslated + BCR_BASES) {
          count++;
        }
      }
    }
    return count;
  }

  private static boolean isIn(List<Span> exons, Assembly assembly, int position) {
    return exons.stream()
        .anyMatch(e -> position >= e.start(assembly) && position <= e.end(assembly));
  }

  /** Whether two neighbouring bases lie in one exon. */
  private static boolean isCut(List<Span> exons, Assembly assembly, int left, int right) {
    return exons.stream().anyMatch(e -> left >= e.start(assembly) && right <= e.end(assembly));
  }
}
