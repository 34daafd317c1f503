import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.CellContext;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.pharmacology.ResistanceFactor;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.bindfold.pharmacology.TargetAltered;
import org.bindfold.pharmacology.TargetAltered.Factor;
import org.bindfold.resistance.OutcomeRule;

/**
 * Microseconds for the whole pharmacology of one variant and one drug: mechanisms, fold change with
 * its interval, shares, outcome, with every gene of the drug and the site known. Processor time of one
 * thread, the median of the later rounds; run by {@code pharmacology.sh}.
 */
final class PharmacologyBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 16;
  private static final double AIM_MICROSECONDS = 50;
  private static final int CALLS = 20_000;

  /** Read once for a sample, whatever its variants. */
  private static final Map<String, GeneLevel> LEVELS = levels();

  private PharmacologyBench() {}

  /** Prints a line for each of two drugs. */
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
          "%s: %.1f microseconds a variant, %.2f of the %.0f that are the aim (checksum %.3f)%n",
          name,
          micros[ROUNDS * 3 / 4],
          micros[ROUNDS * 3 / 4] / AIM_MICROSECONDS,
          AIM_MICROSECONDS,
          sum);
    }
  }

  private static double once(Drug drug, double ratio) {
    CellContext cell = new CellContext(LEVELS, Map.of(), Site.CNS, Map.of());
    ResistanceFactor factor =
        ResistanceFactor.of(
            drug,
            cell.mechanisms(
                drug, TargetAltered.of(drug, new Factor(ratio, ratio / 3, ratio * 3))));
    OutcomeRule.Decision decision = OutcomeRule.decide(drug, factor.foldChange());
    return decision.exposure().ic50() + factor.low() + factor.high();
  }

  private static Map<String, GeneLevel> levels() {
    Map<String, Double> copies =
        Map.of(
            "ABL1", 6.0, "DHFR", 6.0, "ABCB1", 5.0, "ABCG2", 3.0, "SLC19A1", 1.0, "FPGS", 1.0,
            "GGH", 4.0, "SLC22A1", 1.0, "CYP3A4", 4.0);
    return copies.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> GeneLevel.ofCopies(e.getKey(), e.getValue())));
  }
}
