package org.bindfold.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.affinity.MutationScorer.Site;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Residue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The saturation scan of imatinib's pocket in the bundled complex: every residue with an atom
 * within 12 angstrom of the ligand, 19 substitutions each, one thread. One operation is the whole
 * scan; the number of mutants is printed at the start.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 7, time = 2)
public class PocketScanBenchmark {
  private static final double POCKET_ANGSTROM = 12;

  private Complex complex;
  private MutationScorer scorer;
  private final List<List<Site>> mutations = new ArrayList<>();

  /** Reads the complex. */
  @Setup
  public void read() {
    complex =
        ComplexReader.read(
            new ComplexReader.Source(
                "structures/1IEP.pdb",
                Optional.empty(),
                Optional.empty(),
                Optional.of("structures/1IEP_STI.sdf")));
    scorer = new MutationScorer(complex, Calibration.bundled());
    for (Residue residue : complex.scoredChain().residues()) {
      if (residue.hasBackbone()
          && residue.aminoAcid().isPresent()
          && scorer.distance(residue) < POCKET_ANGSTROM) {
        AminoAcid wildType = residue.aminoAcid().get();
        for (AminoAcid mutant : AminoAcid.values()) {
          if (mutant != wildType) {
            mutations.add(List.of(new Site(residue, wildType, mutant)));
          }
        }
      }
    }
    System.out.println("mutants in one scan: " + mutations.size());
  }

  /** The scan. */
  @Benchmark
  public double scan() {
    double sum = 0;
    for (List<Site> mutation : mutations) {
      sum += scorer.score(mutation).ddg();
    }
    return sum;
  }
}
