package org.bindfold.pharmacology;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.bindfold.pharmacology.TargetAltered.Factor;

/**
 * Microseconds for the whole pharmacology of one variant and one drug: mechanisms, fold change with
 * its interval, shares, class, in processor time. Not a test; run its {@code main} on the test
 * class path.
 */
final class PharmacologyTiming {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 12;
  private static final int CALLS = 20_000;

  private PharmacologyTiming() {}

  /** Prints the median of the later rounds for two drugs. */
  public static void main(String[] args) {
    for (String name : new String[] {"imatinib", "methotrexate"}) {
      Drug drug = DrugCatalog.bundled().require(name);
      double[] micros = new double[ROUNDS];
      double sum = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < CALLS; i++) {
          sum += once(drug, 1 + i % 50);
        }
        micros[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / CALLS;
      }
      Arrays.sort(micros, ROUNDS / 2, ROUNDS);
      System.out.printf(
          Locale.ROOT,
          "%s: %.1f microseconds a variant (checksum %.3f)%n",
          name,
          micros[ROUNDS * 3 / 4],
          sum);
    }
  }

  private static double once(Drug drug, double ratio) {
    Escape escape =
        new Escape(
            Map.of(
                drug.target(),
                GeneLevel.ofCopies(drug.target(), 6),
                "ABCB1",
                GeneLevel.ofCopies("ABCB1", 5),
                "ABCG2",
                GeneLevel.ofCopies("ABCG2", 3),
                "SLC19A1",
                GeneLevel.ofCopies("SLC19A1", 1),
                "FPGS",
                GeneLevel.ofCopies("FPGS", 1),
                "GGH",
                GeneLevel.ofCopies("GGH", 4),
                "SLC22A1",
                GeneLevel.ofCopies("SLC22A1", 1),
                "CYP3A4",
                GeneLevel.ofCopies("CYP3A4", 4)),
            Map.of(),
            Site.CNS,
            Map.of());
    ResistanceFactor factor =
        ResistanceFactor.of(
            drug,
            escape.mechanisms(drug, Optional.of(new Factor(ratio, ratio / 3, ratio * 3)), ""));
    return Exposure.of(drug, factor.foldChange()).needed() + factor.low() + factor.high();
  }
}
