package org.bindfold.copynumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionReaderTest {
  private static Map<String, GeneLevel> read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (InputFile file = InputFile.over("e.tsv", new ByteArrayInputStream(bytes), 1 << 20)) {
      return ExpressionReader.read(file);
    }
  }

  @Test
  void readsFoldsAndPairsOfTpm() {
    assertThat(read("gene\tfold\nABCB1\t6\nDHFR\t1.5\n").get("ABCB1").ratio()).isEqualTo(6);
    assertThat(read("# x\nGene\ttumour_tpm\tnormal_tpm\nABCB1\t12\t4\n").get("ABCB1").ratio())
        .isEqualTo(3);
    assertThat(read("gene\tfold\nABCB1\t6\nABCB1\t6\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gene;fold~Abcb1;6~Dhfr;2|not of a human sample",
        "gene;fold~ENSMUSG00000040584;6|not of a human sample",
        "gene;fold~ABCB1;6~ABCB1;7|e.tsv:3: gives ABCB1",
        "gene;fold~ABCB1;-1|e.tsv:2: has \"-1\" as fold",
        "gene;fold~ABCB1;NaN|has \"NaN\" as fold",
        "gene;fold~ABCB1;1e400|as fold",
        "gene;fold~ABCB1|the column fold is missing",
        "gene;tumour_tpm;normal_tpm~ABCB1;3;0|normal_tpm 0",
        "ABCB1;6|has no header",
        "gene;fold|holds no gene"
      })
  void refusesWhatItCannotUse(String text, String said) {
    assertThatThrownBy(() -> read(text.replace(';', '\t').replace('~', '\n') + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("e.tsv")
        .hasMessageContaining(said);
  }
}
