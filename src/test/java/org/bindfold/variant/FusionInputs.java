package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bindfold.SharedData;
import org.bindfold.genome.GenePanel;
import org.bindfold.io.InputFile;

/** Tables of fusions written in the tests. */
final class FusionInputs {
  /** Columns of STAR-Fusion. */
  static final String STAR =
      "#FusionName\tJunctionReadCount\tSpanningFragCount\tSpliceType\tLeftGene\tLeftBreakpoint"
          + "\tRightGene\tRightBreakpoint\tLargeAnchorSupport\tFFPM\n";

  static final String ARRIBA =
      "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\tbreakpoint2"
          + "\tsplit_reads1\tsplit_reads2\tconfidence\n";

  static final String LINX =
      "name\treported\tphased\tfusedExonUp\tfusedExonDown\tgeneStart\ttranscriptStart\tgeneEnd"
          + "\ttranscriptEnd\tfivePrimeCoords\tthreePrimeCoords\n";
  static final String PCGR = "FusionGene\tLeftBreakpoint\tRightBreakpoint\tSplitReads\n";

  static String star(String left, String leftBreakpoint, String right, String breakpoint) {
    return String.join(
            "\t",
            left + "--" + right,
            "45",
            "12",
            "ONLY_REF_SPLICE",
            left + "^ENSG1",
            leftBreakpoint,
            right + "^ENSG2",
            breakpoint,
            "YES_LDAS",
            "1.2")
        + "\n";
  }

  static String row(String... cells) {
    return String.join("\t", cells) + "\n";
  }

  /** One of the real files beside the project. */
  static VariantSet shared(String name) {
    try (InputFile file = InputFile.open(SharedData.path("examples/" + name), 1 << 26)) {
      return Inputs.read(file);
    }
  }

  /** The only call of a file in which every row can be used. */
  static FusionCall only(String content) {
    VariantSet set = Inputs.read(content);
    assertThat(set.skipped()).isEmpty();
    assertThat(set.fusions()).hasSize(1);
    return set.fusions().get(0);
  }

  static VariantReadOptions withFiltered() {
    return new VariantReadOptions(Optional.empty(), Optional.empty(), true, GenePanel.symbols());
  }

  private FusionInputs() {}
}
