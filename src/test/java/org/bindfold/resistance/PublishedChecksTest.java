package org.bindfold.resistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.Accumulation;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.pharmacology.Mechanism;
import org.bindfold.pharmacology.ResistanceFactor;
import org.bindfold.pharmacology.SiteAccess;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.bindfold.pharmacology.TargetAltered;
import org.bindfold.pharmacology.TargetAltered.Factor;
import org.bindfold.pharmacology.TargetAmplified;
import org.bindfold.pharmacology.WorkingLevel;
import org.junit.jupiter.api.Test;

/** The figures of docs/mechanisms.md are those of the model, and the ones that agree do agree. */
class PublishedChecksTest {
  private static final DrugCatalog CATALOG = DrugCatalog.bundled();

  /**
   * Kd of T315I and of the wild type, nM, not phosphorylated, doi:10.1038/nbt.1990; ponatinib:
   * IC50, label.
   */
  private static final List<T315I> T315I_KD =
      List.of(
          new T315I("imatinib", 10_000, 1.1),
          new T315I("nilotinib", 660, 10),
          new T315I("dasatinib", 890, 0.029),
          new T315I("bosutinib", 21, 0.12),
          new T315I("ponatinib", 2.0, 0.4),
          new T315I("axitinib", 3.6, 84),
          new T315I("tozasertib", 9.7, 13));

  /** Label of ponatinib; doi:10.1038/nature14119; Blood 108:253. */
  private static final Set<String> STILL_ACTIVE = Set.of("ponatinib", "axitinib", "tozasertib");

  /** IC50 on engineered cells, nM, label: no Kd of the mutant was found. */
  private static final T315I ASCIMINIB = new T315I("asciminib", 7.64, 0.61);

  private record T315I(String drug, double mutant, double wildType) {}

  private static double fold(String drug, Mechanism mechanism) {
    return ResistanceFactor.of(CATALOG.require(drug), List.of(mechanism)).foldChange();
  }

  private static Optional<WorkingLevel> level(GeneLevel measured) {
    return Optional.of(new WorkingLevel(Optional.of(measured), Optional.empty()));
  }

  private static double amplified(String drug, double copies) {
    Drug known = CATALOG.require(drug);
    return fold(drug, TargetAmplified.of(known, level(GeneLevel.ofCopies(known.target(), copies))));
  }

  /**
   * Were a cell stopped only when no more free target is left than a normal cell has at half
   * effect: with T copies over normal, (2 T - 1) times the dissociation constant must be free and
   * as many times half of the normal target bound, whatever their ratio.
   */
  private static double absoluteThreshold(double copies) {
    return 2 * copies / GeneLevel.NORMAL_COPIES - 1;
  }

  private static double abcb1(double level) {
    return fold(
        "imatinib",
        Accumulation.ofPump(
            CATALOG.require("imatinib").pumps().get(0),
            level(GeneLevel.ofExpression("ABCB1", level)),
            0));
  }

  private static String t315i(T315I row) {
    Drug drug = CATALOG.require(row.drug);
    double ratio = row.mutant / row.wildType;
    double fold = fold(row.drug, TargetAltered.of(drug, new Factor(ratio, ratio, ratio)));
    return String.format(Locale.ROOT, "%.2f, %s", fold, OutcomeRule.decide(drug, fold).outcome());
  }

  @Test
  void theTableInTheDocumentationIsWhatTheModelSays() throws Exception {
    List<String> ours = new ArrayList<>();
    ours.add(String.format(Locale.ROOT, "%.1f", amplified("methotrexate", 10)));
    ours.add(String.format(Locale.ROOT, "%.1f", amplified("methotrexate", 40)));
    ours.add(String.format(Locale.ROOT, "%.1f", amplified("imatinib", 13.5)));
    ours.add(String.format(Locale.ROOT, "%.2f", abcb1(10)));
    ours.add(String.format(Locale.ROOT, "%.2f", abcb1(15)));
    T315I_KD.forEach(row -> ours.add(t315i(row)));
    ours.add(t315i(ASCIMINIB));
    ours.add(String.format(Locale.ROOT, "%.1f", absoluteThreshold(13.5)));
    ours.add(String.format(Locale.ROOT, "%.1f", absoluteThreshold(40)));
    Mechanism brain = SiteAccess.of(CATALOG.require("imatinib"), Site.CNS).orElseThrow();
    ours.add(String.format(Locale.ROOT, "%.2f", fold("imatinib", brain)));

    List<String> documented =
        Files.readAllLines(Path.of("docs/mechanisms.md")).stream()
            .filter(l -> l.startsWith("| check: "))
            .map(l -> l.split("\\|")[3].strip())
            .toList();

    assertThat(documented).isEqualTo(ours);
  }

  @Test
  void theDrugsThatAreKnownToStopT315IStayActive() {
    for (T315I row : T315I_KD) {
      boolean active = STILL_ACTIVE.contains(row.drug);
      assertThat(t315i(row)).as(row.drug).endsWith(active ? "sensitive" : "resistant");
    }
  }

  @Test
  void resistanceToMethotrexateGrowsWithTheCopiesOfItsTarget() {
    double perCopy = (amplified("methotrexate", 40) - amplified("methotrexate", 10)) / 30;

    assertThat(perCopy * 2).isBetween(0.8, 1.0);
    assertThat(amplified("trimethoprim", 40)).isLessThan(1.1);
  }
}
