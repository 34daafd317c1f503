package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneModel;
import org.bindfold.genome.GeneModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codon 315 of ABL1 is ACT, at chr9:130872895 to 130872897. */
class CodonJoinerTest {
  @ParameterizedTest
  // Positions in the codon and their new bases, and what the codon then means by the genetic code.
  @CsvSource({
    "2T, T315I, 1",
    "1G;2T, T315V, 2",
    "2T;3G, T315M, 2",
    "1T;3G, T315S, 2",
    "1T;2A;3A, Thr315Ter, 3",
    "1C;2T;3G, T315L, 3",
  })
  void translatesOneMoleculesCodonAtOnce(String edits, String change, int alleles) {
    VariantSet set = read(edits, "GT:DP:AF:PS\t0|1:100:0.4:77");
    assertThat(set.variants())
        .singleElement()
        .satisfies(call -> assertThat(call.change().shortName()).isEqualTo(change));
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(alleles, alleles, 0, 0, 0, 0));
  }

  @Test
  void saysWhatWasTranslatedTogether() {
    VariantCall call = read("1G;2T", "GT:DP:AF:PS\t0|1:100:0.4:77").variants().get(0);
    assertThat(call.allele().orElseThrow()).hasToString("chr9:130872895 AC>GT");
    assertThat(call.codingChange()).contains("c.943_944delinsGT");
    assertThat(call.notes())
        .containsExactly(
            "chr9:130872895 A>G and chr9:130872896 C>T are on one molecule and in one codon; they"
                + " are translated together");
  }

  @Test
  void aSilentOneAloneIsSynonymous() {
    VariantSet set = read("3G", "GT:DP:AF:PS\t0|1:100:0.4:77");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(1, 0, 0, 1, 0, 0));
  }

  @Test
  void twoThatGiveBackTheAminoAcidAreSynonymous() {
    // Serine is AGC and TCC; TGC is cysteine and ACC threonine.
    GeneModel abl1 = GeneModels.bundled().of("ABL1").orElseThrow();
    int codon = abl1.codingSequence().first() / 3 + 1;
    while (!codon(abl1, codon).matches("AG[CT]")) {
      codon++;
    }
    int position = positionOf(abl1, 3 * codon - 2);
    String phased = "\t.\tPASS\t.\tGT:PS\t0|1:77";
    VariantSet set =
        Inputs.read(
            Inputs.vcf(
                "chr9\t" + position + "\t.\tA\tT" + phased,
                "chr9\t" + (position + 1) + "\t.\tG\tC" + phased));
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 0, 0, 2, 0, 0));
  }

  private static int positionOf(GeneModel model, int coding) {
    Assembly assembly = Assembly.GRCH38;
    return IntStream.rangeClosed(model.start(assembly), model.end(assembly))
        .filter(p -> model.codingPosition(assembly, p).equals(OptionalInt.of(coding)))
        .findFirst()
        .orElseThrow();
  }

  private static String codon(GeneModel model, int codon) {
    StringBuilder bases = new StringBuilder();
    for (int at = 3 * codon - 2; at <= 3 * codon; at++) {
      bases.append((char) model.codingSequence().base(at).orElseThrow());
    }
    return bases.toString();
  }

  @Test
  void withoutAPhaseEachStaysAloneAndSaysSo() {
    VariantSet set = read("1G;2T", "GT:DP:AF\t0/1:100:0.4");
    assertThat(set.variants())
        .extracting(call -> call.change().shortName())
        .containsExactly("T315A", "T315I");
    assertThat(set.variants().get(0).notes())
        .containsExactly(
            "shares a codon with chr9:130872896 C>T; the file does not phase them, so each is"
                + " translated alone");
    assertThat(set.variants().get(1).notes()).hasSize(1);
  }

  @Test
  void onTwoMoleculesEachStaysAloneWithoutANote() {
    VariantSet set =
        Inputs.read(
            Inputs.vcf(
                record("1G", "GT:DP:AF:PS\t0|1:100:0.4:77"),
                record("2T", "GT:DP:AF:PS\t1|0:100:0.4:77")));
    assertThat(set.variants())
        .extracting(call -> call.change().shortName())
        .containsExactly("T315A", "T315I");
    assertThat(set.variants()).allMatch(call -> call.notes().isEmpty());
  }

  @Test
  void neighbouringCodonsStaySeparateChanges() {
    VariantSet set =
        Inputs.read(
            Inputs.vcf(
                record("2T", "GT:DP:AF:PS\t0|1:100:0.4:77"),
                "chr9\t130872898\t.\tG\tA\t.\tPASS\t.\tGT:DP:AF:PS\t0|1:100:0.4:77"));
    assertThat(set.variants())
        .extracting(call -> call.change().shortName())
        .containsExactly("T315I", "E316K");
  }

  private static VariantSet read(String edits, String sample) {
    return Inputs.read(
        Inputs.vcf(
            Arrays.stream(edits.split(";"))
                .map(edit -> record(edit, sample))
                .toArray(String[]::new)));
  }

  private static String record(String edit, String sample) {
    int at = edit.charAt(0) - '1';
    return String.join(
        "\t",
        "chr9",
        "" + (130872895 + at),
        ".",
        "" + "ACT".charAt(at),
        "" + edit.charAt(1),
        ".",
        "PASS",
        ".",
        sample);
  }
}
