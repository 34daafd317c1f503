package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindfold.SharedData;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.SkippedRecord;
import org.bindfold.sequence.ProteinChange.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MafReaderTest {
  private static final String HEADER =
      "#version 2.4\nHugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position"
          + "\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2"
          + "\tTumor_Sample_Barcode\tHGVSc\tHGVSp\tHGVSp_Short\tTranscript_ID"
          + "\tt_depth\tt_ref_count\tt_alt_count\tFILTER\n";
  private static final String T315I =
      "ABL1\tGRCh38\tchr9\t130872896\t130872896\tMissense_Mutation\tC\tC\tT\tS1"
          + "\tc.944C>T\tp.Thr315Ile\tp.T315I\tENST00000318560\t100\t58\t42\tPASS\n";

  /** The names of the files' panel genes come from a plain loop over the first column. */
  @ParameterizedTest
  @ValueSource(strings = {"cbioportal_mutations.maf", "example_grch38.maf"})
  void countsTheRowsOfRealFilesAsAPlainLoopDoes(String name) throws Exception {
    String path = SharedData.path("examples/" + name);
    List<String> rows =
        Files.readAllLines(Path.of(path)).stream().filter(l -> !l.startsWith("#")).skip(1).toList();
    try (InputFile file = InputFile.open(path, 1 << 24)) {
      VariantSet set = Inputs.read(file);
      assertThat(set.format()).isEqualTo("MAF");
      assertThat(set.counts())
          .isEqualTo(new VariantSet.Counts(rows.size(), 0, rows.size(), 0, 0, 0));
    }
  }

  /** The same files, asked for the genes that they hold: every row is then read in full. */
  @ParameterizedTest
  @CsvSource({"cbioportal_mutations.maf, TP53", "example_grch38.maf, KRAS"})
  void readsTheRowsOfAGeneInRealFiles(String name, String gene) throws Exception {
    String path = SharedData.path("examples/" + name);
    long rows =
        Files.readAllLines(Path.of(path)).stream()
            .filter(line -> List.of(line.split("\t")).contains(gene))
            .count();
    VariantReadOptions options =
        new VariantReadOptions(Optional.empty(), Optional.empty(), false, Set.of(gene));
    try (InputFile file = InputFile.open(path, 1 << 24)) {
      VariantSet set = Inputs.read(file, options);
      assertThat(set.skipped()).isEmpty();
      assertThat(set.variants()).hasSize((int) rows);
      assertThat(set.assembly())
          .contains(name.startsWith("cb") ? Assembly.GRCH37 : Assembly.GRCH38);
    }
  }

  @Test
  void readsChangeDepthAndFraction() {
    VariantCall call = Inputs.read(HEADER + T315I).variants().get(0);
    assertThat(call.change().hgvs()).isEqualTo("p.Thr315Ile");
    assertThat(call.transcript()).contains("ENST00000318560");
    assertThat(call.codingChange()).contains("c.944C>T");
    assertThat(call.depth()).hasValue(100);
    assertThat(call.alleleFraction()).hasValue(0.42);
    assertThat(call.line()).hasValue(3);
    assertThat(call.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.T315I", "T315I", "p.Thr315Ile", "ENSP00000323315.5:p.Thr315Ile"})
  void isContentWithTheChangeOfTheProteinAlone(String change) {
    VariantSet set =
        Inputs.read("Hugo_Symbol\tTumor_Sample_Barcode\tHGVSp_Short\nABL1\tS1\t" + change + "\n");
    assertThat(set.variants())
        .singleElement()
        .satisfies(call -> assertThat(call.change().shortName()).isEqualTo("T315I"));
    assertThat(set.sample()).contains("S1");
  }

  @Test
  void translatesARowThatNamesNoChange() {
    String bare = T315I.replace("c.944C>T\tp.Thr315Ile\tp.T315I\tENST00000318560", "\t\t\t");
    assertThat(Inputs.read(HEADER + bare).variants())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.change().shortName()).isEqualTo("T315I");
              assertThat(call.transcript()).contains("NM_005157");
            });
  }

  @Test
  void saysWhereTheFileAndTheGeneModelDisagree() {
    VariantCall call =
        Inputs.read(HEADER + T315I.replace("p.T315I", "p.T315N").replace("p.Thr315Ile", ""))
            .variants()
            .get(0);
    assertThat(call.change().shortName()).isEqualTo("T315N");
    assertThat(call.notes())
        .containsExactly(
            "the MAF gives T315N on ENST00000318560, but NM_005157 of the gene model gives T315I; "
                + "the annotation is used");
  }

  @Test
  void placesInsertionsAndDeletionsAsAMafWritesThem() {
    // Codon 315 is ACT at chr9:130872895-130872897: three bases out, and three in behind it.
    String empty = "\t\t\t\t";
    String deletion =
        "ABL1\tGRCh38\t9\t130872895\t130872897\tIn_Frame_Del\tACT\tACT\t-\tS1" + empty + "\t\t\t\n";
    String insertion =
        "ABL1\tGRCh38\t9\t130872897\t130872898\tIn_Frame_Ins\t-\t-\tGGG\tS1" + empty + "\t\t\t\n";
    assertThat(Inputs.read(HEADER + deletion + insertion).variants())
        .extracting(call -> call.change().hgvs())
        .containsExactly("p.Thr315del", "p.Thr315_Glu316insGly");
  }

  @Test
  void countsFilteredSilentAndNonCodingRows() {
    VariantSet set =
        Inputs.read(
            HEADER
                + T315I.replace("PASS", "panel_of_normals")
                + "DHFR\tGRCh38\t5\t\t\tSilent\t\t\t\tS1\t\t\tp.L23=\t\t\t\t\t\n"
                + "DHFR\tGRCh38\t5\t\t\tIntron\t\t\t\tS1\t\t\t\t\t\t\t\t\n"
                + "TP53\tGRCh38\t17\t\t\tMissense_Mutation\t\t\t\tS1\t\t\tp.R248Q\t\t\t\t\t\n"
                + "ABL1\tGRCh38\t9\t\t\tSplice_Site\t\t\t\tS1\t\t\tp.X275_splice\t\t\t\t\t\n");
    assertThat(set.counts()).isEqualTo(new VariantSet.Counts(5, 1, 2, 1, 1, 0));
    assertThat(set.variants().get(0).change().effect()).isEqualTo(Effect.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "p.T315I|p.A315V, has Thr at 315",
    "p.T315I|p.315, is not a protein change",
    "C\tC\tT\tS1|G\tG\tT\tS1, has reference base G",
    "GRCh38|hg18, expected GRCh37 or GRCh38",
    "130872896|x9, has Start_Position",
    "\t100\t|\tmany\t, expected a number of reads",
    "ABL1|., has no Hugo_Symbol"
  })
  void skipsARowWithAFaultAndReadsOn(String edit, String reason) {
    String[] fromTo = edit.split("\\|", -1);
    String bad = T315I.replace(fromTo[0], fromTo[1]);
    if (edit.contains("315")) {
      bad = bad.replace("130872896", "").replace("p.Thr315Ile", "");
    }
    VariantSet set = Inputs.read(HEADER + bad + T315I);
    assertThat(set.skipped())
        .singleElement()
        .extracting(SkippedRecord::reason)
        .asString()
        .contains(reason);
    assertThat(set.variants()).hasSize(1);
  }

  @Test
  void asksForTheSampleWhereSeveralHavePanelMutations() {
    String two = HEADER + T315I + T315I.replace("S1", "S2");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read(two))
        .withMessageContaining("choose one: S1, S2");
    assertThat(Inputs.read(two, Inputs.sample("S2")).counts())
        .isEqualTo(new VariantSet.Counts(2, 1, 0, 0, 1, 0));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.read(two, Inputs.sample("S3")))
        .withMessageContaining("given.txt has no sample 'S3'; it has 2 samples");
  }
}
