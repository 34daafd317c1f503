package org.bindfold.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.AtomType;
import org.bindfold.energy.CellBlocks;
import org.bindfold.energy.CellGrid;
import org.bindfold.energy.CellGroups;
import org.bindfold.energy.ContactKernel;
import org.bindfold.energy.PotentialTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pairs of atoms that the kernel considers: 40 atoms against 768, another pose at each call. The
 * unit is a pair, so that 0.5 ns/op is two thousand million pairs a second. {@code
 * src/bench/kernel.c} does the same on the same atoms.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
// Short rounds: where the machine is shared, the best of many is what it can do.
@Warmup(iterations = 10, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 25, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class KernelBenchmark {
  static final int MOVING = 40;
  static final int FIXED = 768;
  static final int POSES = 64;

  private final ContactKernel kernel = new ContactKernel();
  private AtomBlock fixed;
  private final CellGrid grid = new CellGrid(0, 0, 0, 8);
  private CellBlocks cells;
  private final double[] energies = new double[MOVING];
  private AtomBlock[] poses;
  private int next;

  /** The atoms of {@code kernel.c}, from the same generator. */
  @Setup
  public void atoms() {
    Generator generator = new Generator();
    fixed = generator.shell(FIXED, 3.5, 14.5).byType();
    cells = new CellBlocks(fixed, grid, PotentialTable.instance());
    poses = new AtomBlock[POSES];
    AtomBlock ligand = generator.shell(MOVING, 0, 5);
    for (int p = 0; p < POSES; p++) {
      poses[p] = generator.moved(ligand, 1.5);
    }
  }

  /** Energy of one pose. */
  @Benchmark
  @OperationsPerInvocation(MOVING * FIXED)
  public double energy() {
    next = (next + 1) % POSES;
    return kernel.energy(poses[next], fixed);
  }

  /** The same energy as a scan works it out: atoms meet what their cell can feel. */
  @Benchmark
  @OperationsPerInvocation(MOVING * FIXED)
  public double throughCells() {
    next = (next + 1) % POSES;
    kernel.perAtom(new CellGroups(poses[next], grid), cells, energies);
    return Arrays.stream(energies).sum();
  }

  /** Random atoms, the same ones in every language: a 32-bit linear congruence. */
  static final class Generator {
    /** Nearly the share of types in a pocket: carbons, nitrogens and oxygens, few of the rest. */
    private static final AtomType[] TYPES = {
      AtomType.CARBON_HYDROPHOBIC, AtomType.CARBON_HYDROPHOBIC, AtomType.CARBON_HYDROPHOBIC,
      AtomType.CARBON_POLAR, AtomType.CARBON_POLAR, AtomType.NITROGEN_DONOR,
      AtomType.OXYGEN_ACCEPTOR, AtomType.OXYGEN_DONOR_ACCEPTOR
    };

    private int state = 12345;

    private double next() {
      state = state * 1664525 + 1013904223;
      return (state >>> 8) / (double) (1 << 24);
    }

    /** Atoms between two spheres, even in space. */
    AtomBlock shell(int atoms, double inner, double outer) {
      AtomBlock.Builder builder = new AtomBlock.Builder();
      for (int found = 0; found < atoms; ) {
        double x = (2 * next() - 1) * outer;
        double y = (2 * next() - 1) * outer;
        double z = (2 * next() - 1) * outer;
        double squared = x * x + y * y + z * z;
        if (squared >= inner * inner && squared < outer * outer) {
          builder.add(x, y, z, TYPES[(int) (next() * TYPES.length)]);
          found++;
        }
      }
      return builder.build();
    }

    /** The same atoms, all shifted by up to a distance on each axis. */
    AtomBlock moved(AtomBlock atoms, double by) {
      double x = (2 * next() - 1) * by;
      double y = (2 * next() - 1) * by;
      double z = (2 * next() - 1) * by;
      AtomBlock.Builder builder = new AtomBlock.Builder();
      for (int i = 0; i < atoms.size(); i++) {
        builder.add(atoms.x(i) + x, atoms.y(i) + y, atoms.z(i) + z, atoms.type(i));
      }
      return builder.build();
    }
  }
}
