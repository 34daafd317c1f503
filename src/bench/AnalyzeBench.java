import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bindfold.AnalysisRequest;
import org.bindfold.Bindfold;

/**
 * Milliseconds that one analysis takes in a warm JVM: {@code AnalyzeBench VCF COPY-NUMBERS DRUG}. One
 * {@link Bindfold} serves all analyses. Prints wall time (the median) and processor time of all threads
 * (the mean, since its clock is coarse), first for the one drug, then for every drug of the sample's
 * targets. Uses only what older builds have too, so that {@code analyze.sh} can compare two.
 */
final class AnalyzeBench {
  private static final int ANALYSES = 100;
  private static final int LEAST_WARM_UP = 100;
  private static final double WARM_UP_MILLISECONDS = 5000;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Of every report, so that the compiler can leave none out. */
  private static int checksum;

  private AnalyzeBench() {}

  public static void main(String[] args) {
    AnalysisRequest all = AnalysisRequest.of(args[0]).withCopyNumbers(args[1]);
    List<AnalysisRequest> requests = List.of(all.withDrugs(args[2]), all);
    Bindfold bindfold = new Bindfold();
    // By processor time, for a busy machine may give little of it.
    for (int i = 0; i < LEAST_WARM_UP || cpu() < WARM_UP_MILLISECONDS; i++) {
      analyze(bindfold, requests.get(i % requests.size()));
    }
    for (AnalysisRequest request : requests) {
      double[] wall = new double[ANALYSES];
      double start = cpu();
      for (int i = 0; i < ANALYSES; i++) {
        long before = System.nanoTime();
        analyze(bindfold, request);
        wall[i] = (System.nanoTime() - before) / 1e6;
      }
      double cpu = (cpu() - start) / ANALYSES;
      Arrays.sort(wall);
      System.out.printf(Locale.ROOT, "%.2f %.2f ", wall[ANALYSES / 2], cpu);
    }
    System.out.println("checksum " + checksum);
  }

  private static double cpu() {
    return SYSTEM.getProcessCpuTime() / 1e6;
  }

  private static void analyze(Bindfold bindfold, AnalysisRequest request) {
    checksum += bindfold.analyze(request).hashCode();
  }
}
