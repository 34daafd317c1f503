import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.affinity.MutationScorer.Site;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Residue;

/**
 * Time per mutant of a saturation scan, once loaded: {@code ScanBench COMPLEX LIGAND|-|@NAME
 * ANGSTROM [THREADS]}. A ligand file, {@code -} for the only ligand of the complex, or {@code @} and
 * its residue name; residues with an atom that near to the ligand, {@code all} for every residue of
 * every chain. Prints the median over scans of microseconds per mutant: wall time where threads are given,
 * else CPU time; and the heap in use. {@code ScanBench whole COMPLEX:NAME...} scans every residue of
 * several complexes in turn, round by round, so that a machine that changes its pace changes it for all.
 */
final class ScanBench {
  private static final int SCANS = 15;

  /** Until the compiler has done, whose threads would share the cores with ours. */
  private static final int WARM_UP = 30;

  private static final int WHOLE_SCANS = 9;
  private static final int WHOLE_WARM_UP = 4;

  private ScanBench() {}

  public static void main(String[] args) throws InterruptedException {
    if (args[0].equals("whole")) {
      whole(Arrays.copyOfRange(args, 1, args.length));
      return;
    }
    Optional<String> file = args[1].matches("[-@].*") ? Optional.empty() : Optional.of(args[1]);
    Optional<String> name =
        args[1].startsWith("@") ? Optional.of(args[1].substring(1)) : Optional.empty();
    Complex complex =
        ComplexReader.read(new ComplexReader.Source(args[0], Optional.empty(), name, file));
    boolean all = args[2].equals("all");
    double reach = all ? Double.POSITIVE_INFINITY : Double.parseDouble(args[2]);
    int threads = args.length > 3 ? Integer.parseInt(args[3]) : 1;
    List<List<Mutation>> residues =
        residues(complex, all ? complex.chains() : List.of(complex.scoredChain()), reach);
    int mutants = residues.stream().mapToInt(List::size).sum();
    double[] times = new double[SCANS];
    for (int scan = -WARM_UP; scan < SCANS; scan++) {
      double took = args.length > 3 ? wall(residues, threads) : cpu(residues);
      if (scan >= 0) {
        times[scan] = took / mutants;
      }
    }
    Arrays.sort(times);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "median %.1f microseconds per mutant (%.0f mutants/s), least %.1f, of %d mutants in %s;"
            + " atoms %d, live heap %d MB, peak heap %d MB%n",
        times[SCANS / 2],
        1e6 / times[SCANS / 2],
        times[0],
        mutants,
        complex.name(),
        complex.chains().stream()
            .flatMap(c -> c.residues().stream())
            .mapToInt(r -> r.atoms().size())
            .sum(),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed())
                .sum()
            >> 20);
  }

  private static void whole(String[] names) {
    List<List<List<Mutation>>> scans = new ArrayList<>();
    for (String name : names) {
      String[] parts = name.split(":");
      Complex complex =
          ComplexReader.read(
              new ComplexReader.Source(
                  parts[0], Optional.empty(), Optional.of(parts[1]), Optional.empty()));
      scans.add(residues(complex, complex.chains(), Double.POSITIVE_INFINITY));
    }
    double[][] times = new double[names.length][WHOLE_SCANS];
    for (int round = -WHOLE_WARM_UP; round < WHOLE_SCANS; round++) {
      for (int k = 0; k < names.length; k++) {
        double took = cpu(scans.get(k)) / scans.get(k).stream().mapToInt(List::size).sum();
        if (round >= 0) {
          times[k][round] = took;
        }
      }
    }
    for (int k = 0; k < names.length; k++) {
      Arrays.sort(times[k]);
      System.out.printf(
          Locale.ROOT,
          "%s: median %.1f least %.1f microseconds per mutant, of %d residues%n",
          names[k],
          times[k][WHOLE_SCANS / 2],
          times[k][0],
          scans.get(k).size());
    }
    System.out.printf(
        Locale.ROOT,
        "most / least protein: %.2f by medians, %.2f by the least%n",
        spread(times, WHOLE_SCANS / 2),
        spread(times, 0));
  }

  private static double spread(double[][] sorted, int at) {
    double[] values = Arrays.stream(sorted).mapToDouble(t -> t[at]).sorted().toArray();
    return values[values.length - 1] / values[0];
  }

  private static double cpu(List<List<Mutation>> residues) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    residues.forEach(ScanBench::score);
    return (threads.getCurrentThreadCpuTime() - start) / 1000.0;
  }

  private static double wall(List<List<Mutation>> residues, int threads)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < residues.size(); i = next.getAndIncrement()) {
            score(residues.get(i));
          }
        };
    long start = System.nanoTime();
    List<Thread> others = Stream.generate(() -> new Thread(work)).limit(threads).toList();
    others.forEach(Thread::start);
    for (Thread other : others) {
      other.join();
    }
    return (System.nanoTime() - start) / 1000.0;
  }

  private static void score(List<Mutation> mutations) {
    for (Mutation mutation : mutations) {
      if (Double.isNaN(mutation.scorer.score(mutation.sites).ddg())) {
        throw new IllegalStateException("no score for " + mutation.sites);
      }
    }
  }

  private record Mutation(MutationScorer scorer, List<Site> sites) {}

  private static Complex about(Complex c, Complex.Chain chain) {
    return new Complex(
        c.name(), c.chains(), chain.id(), c.ligand(), c.cofactors(), c.metals(), c.organism(), c.notes());
  }

  private static List<List<Mutation>> residues(
      Complex complex, List<Complex.Chain> chains, double reach) {
    List<List<Mutation>> residues = new ArrayList<>();
    for (Complex.Chain chain : chains) {
      residues.addAll(residues(about(complex, chain), reach));
    }
    return residues;
  }

  /** The 19 substitutions of each residue that is near enough. */
  private static List<List<Mutation>> residues(Complex complex, double reach) {
    MutationScorer scorer = new MutationScorer(complex, Calibration.bundled());
    List<List<Mutation>> residues = new ArrayList<>();
    for (Residue residue : complex.scoredChain().residues()) {
      if (residue.hasBackbone()
          && residue.aminoAcid().isPresent()
          && scorer.distance(residue) < reach) {
        AminoAcid wildType = residue.aminoAcid().get();
        residues.add(
            Arrays.stream(AminoAcid.values())
                .filter(a -> a != wildType)
                .map(a -> new Mutation(scorer, List.of(new Site(residue, wildType, a))))
                .toList());
      }
    }
    return residues;
  }
}
