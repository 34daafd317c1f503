package org.bindfold.affinity;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.bindfold.energy.ContactKernel;
import org.bindfold.structure.TypedAtom;

/**
 * The free energies -RT ln sum exp(-E/RT) over the states of one or several side chains, without
 * the ligand and with it; T = 298.15 K. Several side chains are summed over all combinations of
 * their states, with their energy with one another.
 *
 * @param free without the ligand, kcal/mol
 * @param bound with the ligand, kcal/mol
 * @param stabilisation weighted hydrogen bonds with the protein, averaged over the bound states,
 *     kcal/mol
 * @param best the atoms of the state of lowest energy with the ligand, one list per side chain
 */
record PartitionSum(double free, double bound, double stabilisation, List<List<TypedAtom>> best) {
  /** States this far above the lowest add less than the last digit of a sum, kcal/mol. */
  private static final double NOTHING_KCAL_PER_MOL = 22;

  /** States that weigh less beside the best are not asked for their hydrogen bonds. */
  private static final double LEAST_WEIGHT = 1e-4;

  PartitionSum {
    best = List.copyOf(best);
  }

  /** What the ligand adds, kcal/mol. */
  double binding() {
    return bound - free;
  }

  static PartitionSum of(List<SideChainStates> sites, ContactKernel kernel) {
    return sites.size() == 1 ? one(sites.get(0)) : SideChainPacking.sum(sites, kernel);
  }

  private static PartitionSum one(SideChainStates states) {
    Accumulator sum = new Accumulator(states.size());
    for (int k = 0; k < states.size(); k++) {
      sum.add(states.protein(k), states.ligand(k));
    }
    return sum.result(states::stabilisation, List.of(states.atoms(sum.best)));
  }

  /** Both sums in one pass, each kept relative to its lowest energy so far. */
  static final class Accumulator {
    private double[] free;
    private double[] bound;
    private int size;
    private int best = -1;

    Accumulator(int expected) {
      free = new double[expected];
      bound = new double[expected];
    }

    /** Adds a state; true when it is the lowest with the ligand so far. */
    boolean add(double protein, double ligand) {
      if (size == free.length) {
        free = Arrays.copyOf(free, size * 2);
        bound = Arrays.copyOf(bound, size * 2);
      }
      free[size] = protein;
      bound[size] = protein + ligand;
      boolean lowest = best < 0 || bound[size] < bound[best];
      if (lowest) {
        best = size;
      }
      size++;
      return lowest;
    }

    PartitionSum result(IntToDoubleFunction holds, List<List<TypedAtom>> bestAtoms) {
      double lowest = bound[best];
      double weights = 0;
      double stabilisation = 0;
      double holding = 0;
      for (int k = 0; k < size; k++) {
        double weight = weight(bound[k] - lowest);
        weights += weight;
        if (weight > LEAST_WEIGHT) {
          stabilisation += weight * holds.applyAsDouble(k);
          holding += weight;
        }
      }
      return new PartitionSum(
          freeEnergy(free),
          lowest - BindingChange.RT_KCAL_PER_MOL * Math.log(weights),
          stabilisation / holding,
          bestAtoms);
    }

    private static double weight(double above) {
      return above < NOTHING_KCAL_PER_MOL ? Math.exp(-above / BindingChange.RT_KCAL_PER_MOL) : 0;
    }

    private double freeEnergy(double[] energies) {
      double lowest = Double.POSITIVE_INFINITY;
      for (int k = 0; k < size; k++) {
        lowest = Math.min(lowest, energies[k]);
      }
      double sum = 0;
      for (int k = 0; k < size; k++) {
        sum += weight(energies[k] - lowest);
      }
      return lowest - BindingChange.RT_KCAL_PER_MOL * Math.log(sum);
    }
  }
}
