package org.bindfold.resistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.junit.jupiter.api.Test;

/**
 * The class that follows from a measured IC50 on cells, beside what clinicians saw: IC50 in Ba/F3
 * cells with mutants of BCR-ABL1, nM, and whether patients with the mutant were resistant (1) or
 * not (0), from https://github.com/pritchardlabatpsu/DrugRepurposing,
 * Classifiers/AlphaValues_20200710.csv, every mutant with a verdict. Nothing was fitted to them;
 * the wild type's IC50 of the same table is in the catalog.
 */
class ClinicalVerdictsTest {
  private static final String TABLE =
      """
      bosutinib T315I 3770.7 1, dasatinib M244V 3.356 0, dasatinib L248V 6.959 0,
      dasatinib G250E 8.072 0, dasatinib Y253H 5.876 0, dasatinib E255K 5.531 0,
      dasatinib E255V 8.609 0, dasatinib V299L 13.33 1, dasatinib T315I 9551 1,
      dasatinib F317L 13.88 1, dasatinib M351T 3.880 0, dasatinib E355G 2.686 0,
      dasatinib F359C 3.270 0, dasatinib F359I 3.645 0, dasatinib F359V 3.708 0,
      dasatinib H396R 12.80 0, nilotinib M244V 26.33 0, nilotinib L248V 54.84 0,
      nilotinib G250E 121.6 0, nilotinib Y253H 720.1 1, nilotinib E255K 92.43 1,
      nilotinib D276G 14.96 0, nilotinib T315I 45177 1, nilotinib F317L 48.22 0,
      nilotinib M351T 20.23 0, nilotinib F359I 103.8 1, nilotinib F359V 107.9 1,
      nilotinib H396R 70.39 0, nilotinib E459K 22.63 0, imatinib M244V 143.8 1,
      imatinib L248V 816.8 1, imatinib G250E 1829 1, imatinib Q252H 958.2 1,
      imatinib Y253F 1055 1, imatinib Y253H 3930 1, imatinib E255K 1082 1,
      imatinib E255V 5887 1, imatinib D276G 236.7 1, imatinib T315I 5885 1,
      imatinib F317L 428.6 1, imatinib M351T 539.4 1, imatinib E355A 358.1 1,
      imatinib E355G 443.7 1, imatinib F359C 806.3 1, imatinib F359I 394.0 1,
      imatinib F359V 511.5 1, imatinib H396P 1482 1, imatinib H396R 399.4 1,
      imatinib E459K 256.4 1, imatinib F486S 1287 1, ponatinib M244V 1.524 0,
      ponatinib G250E 4.789 0, ponatinib E255K 2.633 0, ponatinib E255V 9.610 0,
      ponatinib V299L 0.877 0, ponatinib T315I 5.399 0, ponatinib F317L 1.841 0,
      ponatinib E355A 2.274 0, ponatinib F359C 2.673 0, ponatinib F359I 3.286 0,
      ponatinib F359V 2.580 0, ponatinib H396P 1.802 0, ponatinib E459K 1.629 0
      """;

  @Test
  void theCountsInTheDocumentationAreThoseOfTheClassRule() throws Exception {
    DrugCatalog catalog = DrugCatalog.bundled();
    Map<Outcome, Integer> seenResistant = new EnumMap<>(Outcome.class);
    Map<Outcome, Integer> seenSensitive = new EnumMap<>(Outcome.class);
    for (String row : TABLE.strip().split(",\\s+")) {
      String[] cells = row.split(" ");
      Drug drug = catalog.require(cells[0]);
      double fold = Double.parseDouble(cells[2]) / drug.cells().orElseThrow().ic50().value();
      (cells[3].equals("1") ? seenResistant : seenSensitive)
          .merge(OutcomeRule.decide(drug, fold).outcome(), 1, Integer::sum);
    }

    String documented = Files.readString(Path.of("docs/mechanisms.md"));
    assertThat(documented)
        .contains(
            "| resistant in patients | " + row(seenResistant) + " |",
            "| not resistant in patients | " + row(seenSensitive) + " |");
    assertThat(seenSensitive).doesNotContainKey(Outcome.RESISTANT);
    assertThat(seenResistant.get(Outcome.RESISTANT))
        .isGreaterThan(seenResistant.get(Outcome.SENSITIVE));
  }

  private static String row(Map<Outcome, Integer> counts) {
    return counts.getOrDefault(Outcome.SENSITIVE, 0)
        + " | "
        + counts.getOrDefault(Outcome.INTERMEDIATE, 0)
        + " | "
        + counts.getOrDefault(Outcome.RESISTANT, 0);
  }
}
