package org.bindfold.variant.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bindfold.SharedData;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.SkippedRecord;
import org.bindfold.variant.Inputs;
import org.bindfold.variant.PhaseSet;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotatedVcfTest {
  private static final String V42 = "##fileformat=VCFv4.2\n##reference=GRCh38\n";
  private static final String CSQ =
      V42
          + "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl "
          + "VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Gene|Feature|HGVSc|HGVSp|CANONICAL\">\n";
  private static final String ANN =
      V42
          + "##INFO=<ID=ANN,Number=.,Type=String,Description=\"Functional annotations: 'Allele | "
          + "Annotation | Annotation_Impact | Gene_Name | Gene_ID | Feature_Type | Feature_ID | "
          + "Transcript_BioType | Rank | HGVS.c | HGVS.p | cDNA.pos / cDNA.length | CDS.pos / "
          + "CDS.length | AA.pos / AA.length | Distance | ERRORS / WARNINGS / INFO'\">\n";
  private static final String BCSQ =
      V42
          + "##INFO=<ID=BCSQ,Number=.,Type=String,Description=\"Local consequence annotation from "
          + "BCFtools/csq, see http://samtools.github.io/bcftools/howtos/csq-calling.html for "
          + "details. Format: Consequence|gene|transcript|biotype|strand|amino_acid_change|"
          + "dna_change\">\n";

  private static String dhfr(String info) {
    return "chr5\t80640000\t.\tC\tT\t.\tPASS\t" + info;
  }

  @Test
  void takesAChangeOfAGeneWithoutTranscriptFromEachProgram() {
    String vep =
        "CSQ=T|missense_variant|MODERATE|DHFR|ENSG1|ENST1.2|ENST1.2:c.69G>T|ENSP1.1:p.Leu23Phe|YES";
    String snpEff =
        "ANN=T|missense_variant|MODERATE|DHFR|DHFR|transcript|NM_000791.4|protein_coding|2/6|"
            + "c.69G>T|p.Leu23Phe|500/3900|69/564|23/187||";
    String csq = "BCSQ=missense|DHFR|ENST1|protein_coding|-|23L>23F|80640000C>T";
    assertThat(List.of(CSQ, ANN, BCSQ))
        .allSatisfy(
            header -> {
              String info = header.equals(CSQ) ? vep : header.equals(ANN) ? snpEff : csq;
              VariantSet set = Inputs.read(Inputs.vcfOf(header, "", dhfr(info)));
              assertThat(set.variants())
                  .singleElement()
                  .satisfies(
                      call -> {
                        assertThat(call.gene()).isEqualTo("DHFR");
                        assertThat(call.change().hgvs()).isEqualTo("p.Leu23Phe");
                        assertThat(call.transcript()).isPresent();
                      });
            });
  }

  @Test
  void saysWhichGenesItCouldNotTranslate() {
    VariantSet set = Inputs.read(Inputs.vcfOf(V42, "", dhfr("."), dhfr(".")));
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 0, 2, 0, 0, 0));
    assertThat(set.notes())
        .singleElement()
        .asString()
        .startsWith("2 of the alleles counted as off the panel lie in DHFR");
  }

  @Test
  void readsEachAllelesOwnAnnotation() {
    VariantSet set =
        Inputs.read(
            Inputs.vcfOf(
                CSQ,
                "",
                "chr5\t80640000\t.\tC\tT,G\t.\tPASS\tCSQ="
                    + "T|missense_variant|M|DHFR|E|ENST1||ENSP1:p.Leu23Phe|YES,"
                    + "G|synonymous_variant|L|DHFR|E|ENST1||ENSP1:p.Leu23%3D|YES,"
                    + "T|intron_variant|M|MSH3|E|ENST2|||"));
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(2, 1, 0, 1, 0, 0));
  }

  @Test
  void usesTheAnnotationAndSaysWhereItDisagrees() {
    VariantSet set =
        Inputs.read(
            Inputs.vcfOf(
                CSQ,
                "",
                "chr9\t130872896\t.\tC\tT\t.\tPASS\tCSQ=T|missense_variant|M|ABL1|E|ENST3|"
                    + "c.944C>A|ENSP3:p.Thr315Asn|YES"));
    assertThat(set.variants())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.change().shortName()).isEqualTo("T315N");
              assertThat(call.notes())
                  .containsExactly(
                      "CSQ gives T315N on ENST3, but NM_005157 of the gene model gives T315I; the "
                          + "annotation is used");
            });
  }

  @Test
  void knowsTheNumbersOfAnotherTranscript() {
    VariantSet set =
        Inputs.read(
            Inputs.vcfOf(
                CSQ,
                "",
                "chr9\t130872896\t.\tC\tT\t.\tPASS\tCSQ=T|missense_variant|M|ABL1|E|ENST1b|"
                    + "c.1001C>T|ENSP1b:p.Thr334Ile|",
                dhfr("CSQ=T|missense_variant|M|DHFR|E|ENST9||ENSP9:p.Leu22Phe|")));
    assertThat(set.variants())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.change().shortName()).isEqualTo("T315I");
              assertThat(call.notes()).singleElement().asString().contains("another transcript");
            });
    assertThat(set.skipped())
        .singleElement()
        .extracting(SkippedRecord::reason)
        .asString()
        .contains("L22F");
  }

  @Test
  void doesNotLetAnAnnotationHideAChange() {
    VariantSet set =
        Inputs.read(
            Inputs.vcfOf(
                CSQ,
                "",
                "chr9\t130872896\t.\tC\tT\t.\tPASS\t"
                    + "CSQ=T|synonymous_variant|L|ABL1|E|ENST3||ENSP3:p.Thr315%3D|YES"));
    assertThat(set.variants())
        .singleElement()
        .satisfies(call -> assertThat(call.notes()).singleElement().asString().contains("Thr315="));
  }

  @ParameterizedTest
  @CsvSource({
    "C, T, DP:AU:CU:GU:TU, '40:0,0:28,30:0,0:12,14', 0.30",
    "CT, C, DP:TAR:TIR, '40:30,31:10,12', 0.25"
  })
  void takesTheFractionFromStrelkasCounts(
      String reference, String alternate, String format, String counts, double fraction) {
    String record =
        "chr9\t130872896\t.\t%s\t%s\t.\tPASS\tSOMATIC\t%s\t%s\t%s"
            .formatted(reference, alternate, format, counts.replaceAll("\\d", "1"), counts);
    VariantSet set = Inputs.read(Inputs.vcfOf(V42, "FORMAT\tNORMAL\tTUMOR", record));
    assertThat(set.sample()).contains("TUMOR");
    VariantCall call = set.variants().get(0);
    assertThat(call.alleleFraction().orElse(-1)).isCloseTo(fraction, within(1e-9));
    assertThat(call.depth()).hasValue(40);
  }

  @Test
  void takesTheTumourOfAPairByTheHeaderOrByOrder() {
    String record = "chr9\t130872896\t.\tC\tT\t.\tPASS\t.\tGT\t0/0\t0/1";
    String samples = "FORMAT\tA\tB";
    assertThat(Inputs.read(Inputs.vcfOf(V42 + "##normal_sample=B\n", samples, record)).sample())
        .contains("A");
    assertThat(
            Inputs.read(Inputs.vcfOf(V42 + "##PEDIGREE=<Derived=A,Original=B>\n", samples, record))
                .sample())
        .contains("A");
    VariantSet byOrder = Inputs.read(Inputs.vcfOf(V42 + "##source=VarScan2\n", samples, record));
    assertThat(byOrder.sample()).contains("B");
    assertThat(byOrder.assemblyReason()).contains("the second of a pair is taken for the tumour");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read(Inputs.vcfOf(V42, samples, record)));
  }

  @ParameterizedTest
  @CsvSource({
    "GT:PS, 0|1:77, chr9:77, 1",
    "GT:PS, 1|0:77, chr9:77, 0",
    "GT:PGT:PID, 0/1:0|1:130872896_C_T, chr9:130872896_C_T, 1",
    "GT:PS, 0/1:77, , 0",
    "GT:PS, 1|1:77, , 0",
    "GT:PS, 0|1:., chr9:all, 1",
    "GT, 0|1, chr9:all, 1",
    "GT, 0/1, , 0"
  })
  void keepsPhaseSets(String format, String genotype, String id, int haplotype) {
    VariantCall call =
        Inputs.read(Inputs.vcf("chr9\t130872896\t.\tC\tT\t.\tPASS\t.\t" + format + "\t" + genotype))
            .variants()
            .get(0);
    if (id == null) {
      assertThat(call.phase()).isEmpty();
    } else {
      assertThat(call.phase()).contains(new PhaseSet(id, haplotype));
    }
  }

  @Test
  void readsTheTumourOfStrelkasRealFile() {
    // The count is that of bcftools view -H strelka.vcf | wc -l.
    try (InputFile file = InputFile.open(SharedData.path("examples/strelka.vcf"), 1 << 20)) {
      VariantSet set = Inputs.read(file);
      assertThat(set.sample()).contains("TUMOR");
      assertThat(set.counts().read()).isEqualTo(3);
    }
  }
}
