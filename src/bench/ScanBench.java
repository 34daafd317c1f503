import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.affinity.MutationScorer.Site;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Residue;

/**
 * Time per mutant of a saturation scan, one thread, once loaded: {@code ScanBench COMPLEX LIGAND|-|@NAME
 * ANGSTROM}. A ligand file, {@code -} for the only ligand of the complex, or {@code @} and
 * its residue name; residues with an atom that near to the ligand, {@code all} for every residue of
 * every chain. Prints the median over scans of CPU microseconds per mutant and the heap in use.
 */
final class ScanBench {
  private static final int SCANS = 9;

  private ScanBench() {}

  public static void main(String[] args) {
    Optional<String> file = args[1].matches("[-@].*") ? Optional.empty() : Optional.of(args[1]);
    Optional<String> name =
        args[1].startsWith("@") ? Optional.of(args[1].substring(1)) : Optional.empty();
    Complex complex =
        ComplexReader.read(new ComplexReader.Source(args[0], Optional.empty(), name, file));
    boolean all = args[2].equals("all");
    double reach = all ? Double.POSITIVE_INFINITY : Double.parseDouble(args[2]);
    List<Mutation> mutations = new ArrayList<>();
    for (Complex.Chain chain : all ? complex.chains() : List.of(complex.scoredChain())) {
      mutations.addAll(mutations(about(complex, chain), reach));
    }
    double[] times = new double[SCANS];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double sum = 0;
    for (int scan = -4; scan < SCANS; scan++) {
      long start = threads.getCurrentThreadCpuTime();
      for (Mutation mutation : mutations) {
        sum += mutation.scorer.score(mutation.sites).ddg();
      }
      if (scan >= 0) {
        times[scan] =
            (threads.getCurrentThreadCpuTime() - start) / 1000.0 / mutations.size();
      }
    }
    Arrays.sort(times);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "median %.1f microseconds per mutant (%.0f mutants/s), least %.1f, of %d mutants in %s;"
            + " atoms %d, live heap %d MB, mean ddG %.4f%n",
        times[SCANS / 2],
        1e6 / times[SCANS / 2],
        times[0],
        mutations.size(),
        complex.name(),
        complex.chains().stream()
            .flatMap(c -> c.residues().stream())
            .mapToInt(r -> r.atoms().size())
            .sum(),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        sum / (SCANS + 4) / mutations.size());
  }

  private record Mutation(MutationScorer scorer, List<Site> sites) {}

  private static Complex about(Complex c, Complex.Chain chain) {
    return new Complex(
        c.name(), c.chains(), chain.id(), c.ligand(), c.cofactors(), c.metals(), c.organism(), c.notes());
  }

  private static List<Mutation> mutations(Complex complex, double reach) {
    MutationScorer scorer = new MutationScorer(complex, Calibration.bundled());
    List<Mutation> mutations = new ArrayList<>();
    for (Residue residue : complex.scoredChain().residues()) {
      if (residue.hasBackbone()
          && residue.aminoAcid().isPresent()
          && scorer.distance(residue) < reach) {
        AminoAcid wildType = residue.aminoAcid().get();
        for (AminoAcid mutant : AminoAcid.values()) {
          if (mutant != wildType) {
            mutations.add(new Mutation(scorer, List.of(new Site(residue, wildType, mutant))));
          }
        }
      }
    }
    return mutations;
  }
}
