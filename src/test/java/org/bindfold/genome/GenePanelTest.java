package org.bindfold.genome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenePanelTest {
  @Test
  void holdsWhatTheBundledDrugsDependOnAndThePartnerOfAbl1() {
    Set<String> expected = new TreeSet<>(Set.of("BCR"));
    for (Drug drug : DrugCatalog.bundled().all()) {
      expected.add(drug.target());
      drug.transport().forEach(t -> expected.add(t.gene()));
    }
    // Paclitaxel's target, whose span is not bundled.
    expected.remove("TUBB");

    assertThat(GenePanel.symbols()).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource(Assembly.class)
  void knowsAPlausibleSpanOfEveryGene(Assembly assembly) {
    assertThat(GenePanel.spans(assembly))
        .extracting(GeneSpan::gene)
        .containsExactlyElementsOf(GenePanel.symbols());
    for (GeneSpan span : GenePanel.spans(assembly)) {
      assertThat(span.length()).isBetween(5_000, 1_000_000);
      assertThat(span.end()).isLessThan(Chromosomes.length(assembly, span.chromosome()).getAsInt());
      assertThat(GenePanel.span(assembly, span.gene())).contains(span);
    }
    GeneModel abl1 = GeneModels.bundled().of("ABL1").orElseThrow();
    GeneSpan span = GenePanel.span(assembly, "ABL1").orElseThrow();
    assertThat(span.start()).isLessThan(abl1.start(assembly));
    assertThat(span.end()).isGreaterThan(abl1.end(assembly));
  }

  @Test
  void knowsNoSpanOfAnotherGene() {
    assertThat(GenePanel.span(Assembly.GRCH38, "TUBB")).isEmpty();
  }
}
