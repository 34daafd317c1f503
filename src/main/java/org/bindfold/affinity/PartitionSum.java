package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.ContactKernel;
import org.bindfold.structure.TypedAtom;

/**
 * The free energies -RT ln sum exp(-E/RT) over the states of one or several side chains, without
 * the ligand and with it; T = 298.15 K. Several side chains are summed over all combinations of
 * their states, with their energy with one another.
 *
 * @param free without the ligand, kcal/mol
 * @param bound with the ligand, kcal/mol
 * @param hold weighted hydrogen bonds with the protein, averaged over the bound states, kcal/mol
 * @param best the atoms of the state of lowest energy with the ligand, one list per side chain
 */
record PartitionSum(double free, double bound, double hold, List<List<TypedAtom>> best) {
  /** Combinations of states that are summed for several side chains. */
  private static final int MAX_COMBINATIONS = 250_000;

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
    return sites.size() == 1 ? one(sites.get(0)) : several(sites, kernel);
  }

  private static PartitionSum one(SideChainStates states) {
    Accumulator sum = new Accumulator(states.size());
    for (int k = 0; k < states.size(); k++) {
      sum.add(states.protein(k), states.ligand(k));
    }
    return sum.result(states::hold, List.of(states.atoms(sum.best)));
  }

  private static PartitionSum several(List<SideChainStates> sites, ContactKernel kernel) {
    int keep = (int) Math.max(2, Math.pow(MAX_COMBINATIONS, 1.0 / sites.size()) / 2);
    Combinations combinations =
        new Combinations(sites.stream().map(s -> s.lowest(keep)).toList(), kernel);
    combinations.visit(0, 0, 0, 0);
    return combinations.sum.result(k -> combinations.holds.get(k), combinations.best);
  }

  /** Walks over all combinations of states, one per site. */
  private static final class Combinations {
    private final List<SideChainStates> sites;
    private final ContactKernel kernel;
    private final List<List<List<TypedAtom>>> atoms;
    private final List<List<AtomBlock>> blocks;
    private final int[] chosen;
    private final Accumulator sum = new Accumulator(1024);
    private final List<Double> holds = new ArrayList<>();
    private List<List<TypedAtom>> best = List.of();

    Combinations(List<SideChainStates> sites, ContactKernel kernel) {
      this.sites = sites;
      this.kernel = kernel;
      this.chosen = new int[sites.size()];
      this.atoms = new ArrayList<>();
      this.blocks = new ArrayList<>();
      for (SideChainStates site : sites) {
        List<List<TypedAtom>> laidOut = new ArrayList<>();
        for (int k = 0; k < site.size(); k++) {
          laidOut.add(site.atoms(k));
        }
        atoms.add(laidOut);
        blocks.add(laidOut.stream().map(SiteEnvironment::block).toList());
      }
    }

    void visit(int site, double protein, double ligand, double hold) {
      if (site == sites.size()) {
        holds.add(hold);
        if (sum.add(protein, ligand)) {
          List<List<TypedAtom>> lowest = new ArrayList<>();
          for (int s = 0; s < chosen.length; s++) {
            lowest.add(atoms.get(s).get(chosen[s]));
          }
          best = lowest;
        }
        return;
      }
      SideChainStates states = sites.get(site);
      for (int k = 0; k < states.size(); k++) {
        chosen[site] = k;
        double between = 0;
        for (int s = 0; s < site; s++) {
          between += kernel.energy(blocks.get(site).get(k), blocks.get(s).get(chosen[s]));
        }
        visit(
            site + 1,
            protein + states.protein(k) + between,
            ligand + states.ligand(k),
            hold + states.hold(k));
      }
    }
  }

  /** Both sums in one pass, each kept relative to its lowest energy so far. */
  private static final class Accumulator {
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
      double hold = 0;
      double holding = 0;
      for (int k = 0; k < size; k++) {
        double weight = weight(bound[k] - lowest);
        weights += weight;
        if (weight > LEAST_WEIGHT) {
          hold += weight * holds.applyAsDouble(k);
          holding += weight;
        }
      }
      return new PartitionSum(
          freeEnergy(free),
          lowest - BindingChange.RT_KCAL_PER_MOL * Math.log(weights),
          hold / holding,
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
