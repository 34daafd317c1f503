package org.bindfold.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bindfold.SharedData;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.GeneticCode;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.sequence.Substitution;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AtlasTableTest {
  static List<AtlasPair> pairs() {
    return AtlasPair.all();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyPairShipsWithTheBundledModelsVersion(AtlasPair pair) throws Exception {
    AtlasTable table = AtlasTable.bundled(pair);

    assertThat(header(pair)).contains("# model_version\t" + Calibration.bundled().version());
    assertThat(substitutions(pair))
        .hasSizeGreaterThan(2000)
        .allMatch(s -> table.find(s).isPresent());
  }

  private static List<String> header(AtlasPair pair) throws IOException {
    return lines(pair).stream().takeWhile(line -> line.startsWith("#")).toList();
  }

  private static List<Substitution> substitutions(AtlasPair pair) throws IOException {
    return lines(pair).stream()
        .dropWhile(line -> line.startsWith("#"))
        .skip(1)
        .map(line -> line.substring(0, line.indexOf('\t')))
        .map(mutation -> ProteinChangeParser.parse(mutation).substitutions().get(0))
        .toList();
  }

  private static List<String> lines(AtlasPair pair) throws IOException {
    try (InputStream resource =
            AtlasTable.class.getResourceAsStream(AtlasTable.FOLDER + pair.tableName());
        InputStream text = new GZIPInputStream(resource)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theStructureIsTheOneItWasComputedFrom(AtlasPair pair) throws Exception {
    byte[] file =
        Files.readAllBytes(Path.of(SharedData.path("structures/reference/" + pair.file())));

    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    assertThat(header(pair)).contains("# structure_sha256\t" + sha256);
  }

  @ParameterizedTest
  @CsvSource({
    "imatinib, ABL1, T315I E255K M351T F486S G250E",
    "dasatinib, ABL1, T315I F317L V299L L248R",
    "methotrexate, DHFR, L23F L23R F32R Q36E"
  })
  void aSampleIsComputedAgain(String drug, String gene, String mutations) {
    AtlasPair pair = AtlasPair.of(drug, gene).orElseThrow();
    AtlasTable table = AtlasTable.bundled(pair);
    Path folder = Path.of(SharedData.path("structures/reference"));
    Complex complex = ComplexReader.read(pair.source(folder));
    MutationScorer scorer = new MutationScorer(complex, Calibration.bundled());
    ChainNumbering numbering =
        ChainNumbering.of(
                complex, BundledSequences.of(pair.accession().orElseThrow()).orElseThrow())
            .orElseThrow();
    for (String mutation : mutations.split(" ")) {
      Substitution s = ProteinChangeParser.parse(mutation).substitutions().get(0);
      BindingChange change =
          scorer.score(
              List.of(
                  new MutationScorer.Site(
                      numbering.residue(s.position()).orElseThrow(), s.wildType(), s.mutant())));

      AtlasTable.Entry entry = table.find(s).orElseThrow();
      assertThat(entry.ddg()).as(mutation).isCloseTo(change.ddg(), within(0.006));
      assertThat(entry.pResistant()).isCloseTo(change.pResistant(), within(0.0006));
      assertThat(entry.distance()).isCloseTo(change.distance(), within(0.06));
      assertThat(entry.lost()).hasSameSizeAs(change.lost());
    }
  }

  @Test
  void farFromTheLigandOnlyWhatOneBaseMakesIsKept() throws Exception {
    AtlasPair pair = AtlasPair.of("imatinib", "ABL1").orElseThrow();
    AtlasTable table = AtlasTable.bundled(pair);

    for (Substitution s : substitutions(pair)) {
      if (table.find(s).orElseThrow().distance() > 15.05) {
        assertThat(GeneticCode.oneBaseApart(s.wildType(), s.mutant())).as("%s", s).isTrue();
      }
    }
  }

  @Test
  void oneBaseApartAgreesWithTryingEveryCodon() {
    String bases = "ACGT";
    for (AminoAcid from : AminoAcid.values()) {
      for (AminoAcid to : AminoAcid.values()) {
        boolean reached = false;
        for (int codon = 0; codon < 64; codon++) {
          String text =
              "" + bases.charAt(codon / 16) + bases.charAt(codon / 4 % 4) + bases.charAt(codon % 4);
          if (GeneticCode.translate(text).charAt(0) != from.letter()) {
            continue;
          }
          for (int place = 0; place < 3; place++) {
            for (char base : bases.toCharArray()) {
              String changed = text.substring(0, place) + base + text.substring(place + 1);
              reached |=
                  base != text.charAt(place)
                      && GeneticCode.translate(changed).charAt(0) == to.letter();
            }
          }
        }
        assertThat(GeneticCode.oneBaseApart(from, to)).as("%s to %s", from, to).isEqualTo(reached);
      }
    }
  }
}
