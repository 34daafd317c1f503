package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.ContactKernel;
import org.bindfold.structure.TypedAtom;

/**
 * Several side chains packed together: their states, the energies of each two states of different
 * side chains, and the sum over all combinations.
 *
 * <p>States that can be in no combination of weight are eliminated first, by Goldstein's criterion
 * (1994, doi:10.1016/S0006-3495(94)80923-3) with a margin, both without the ligand and with it. If
 * more combinations are left than {@value #MAX_COMBINATIONS}, each side chain keeps its states of
 * lowest energy. Deterministic.
 */
final class SideChainPacking {
  /** Combinations that are summed. */
  private static final int MAX_COMBINATIONS = 250_000;

  /** States of one side chain that are looked at together with others'. */
  private static final int MAX_STATES = 250;

  /** A state is dead when another is better by more than this whatever the others do, kcal/mol. */
  private static final double MARGIN_KCAL_PER_MOL = 6;

  private final List<SideChainStates> sites;

  /** {@code pairs[s][t][k][l]} for s below t: state k of site s with state l of site t. */
  private final float[][][][] pairs;

  private SideChainPacking(List<SideChainStates> sites, ContactKernel kernel) {
    this.sites = sites;
    this.pairs = new float[sites.size()][sites.size()][][];
    List<List<AtomBlock>> blocks = sites.stream().map(SideChainPacking::blocks).toList();
    for (int s = 0; s < sites.size(); s++) {
      for (int t = s + 1; t < sites.size(); t++) {
        pairs[s][t] = energies(blocks.get(s), blocks.get(t), kernel);
      }
    }
  }

  private SideChainPacking(List<SideChainStates> sites, float[][][][] pairs) {
    this.sites = sites;
    this.pairs = pairs;
  }

  /** The free energies over all combinations of the states of two or more side chains. */
  static PartitionSum sum(List<SideChainStates> sites, ContactKernel kernel) {
    SideChainPacking packing =
        new SideChainPacking(sites.stream().map(s -> s.lowest(MAX_STATES)).toList(), kernel)
            .withoutDeadEnds();
    if (packing.combinations() > MAX_COMBINATIONS) {
      int keep = (int) Math.max(2, Math.pow(MAX_COMBINATIONS, 1.0 / sites.size()) / 2);
      packing =
          new SideChainPacking(packing.sites.stream().map(s -> s.lowest(keep)).toList(), kernel);
    }
    return packing.total();
  }

  private static List<AtomBlock> blocks(SideChainStates states) {
    return IntStream.range(0, states.size())
        .mapToObj(k -> SiteEnvironment.block(states.atoms(k)))
        .toList();
  }

  private static float[][] energies(List<AtomBlock> a, List<AtomBlock> b, ContactKernel kernel) {
    float[][] energies = new float[a.size()][b.size()];
    for (int k = 0; k < a.size(); k++) {
      for (int l = 0; l < b.size(); l++) {
        energies[k][l] = (float) kernel.energy(a.get(k), b.get(l));
      }
    }
    return energies;
  }

  private double combinations() {
    return sites.stream().mapToDouble(SideChainStates::size).reduce(1, (a, b) -> a * b);
  }

  private float pair(int s, int k, int t, int l) {
    return s < t ? pairs[s][t][k][l] : pairs[t][s][l][k];
  }

  /** Eliminates until no state is dead any more. */
  private SideChainPacking withoutDeadEnds() {
    int[][] alive = new int[sites.size()][];
    for (int s = 0; s < alive.length; s++) {
      alive[s] = IntStream.range(0, sites.get(s).size()).toArray();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int s = 0; s < alive.length; s++) {
        int site = s;
        int[] left = Arrays.stream(alive[s]).filter(k -> !dead(site, k, alive)).toArray();
        changed |= left.length < alive[s].length;
        alive[s] = left;
      }
    }
    return selected(alive);
  }

  private boolean dead(int site, int state, int[][] alive) {
    return dead(site, state, alive, 0) && dead(site, state, alive, 1);
  }

  private boolean dead(int site, int state, int[][] alive, int withLigand) {
    return Arrays.stream(alive[site])
        .filter(other -> other != state)
        .anyMatch(
            other -> leastExcess(site, state, other, alive, withLigand) > MARGIN_KCAL_PER_MOL);
  }

  /** How much a state costs more than another of its site, at least. */
  private double leastExcess(int site, int state, int other, int[][] alive, int withLigand) {
    SideChainStates own = sites.get(site);
    double excess =
        own.protein(state)
            - own.protein(other)
            + withLigand * (own.ligand(state) - own.ligand(other));
    for (int t = 0; t < alive.length; t++) {
      if (t != site) {
        double least = Double.POSITIVE_INFINITY;
        for (int l : alive[t]) {
          least = Math.min(least, pair(site, state, t, l) - pair(site, other, t, l));
        }
        excess += least;
      }
    }
    return excess;
  }

  private SideChainPacking selected(int[][] alive) {
    List<SideChainStates> kept = new ArrayList<>();
    for (int s = 0; s < alive.length; s++) {
      kept.add(sites.get(s).select(alive[s]));
    }
    float[][][][] left = new float[alive.length][alive.length][][];
    for (int s = 0; s < alive.length; s++) {
      for (int t = s + 1; t < alive.length; t++) {
        left[s][t] = new float[alive[s].length][alive[t].length];
        for (int k = 0; k < alive[s].length; k++) {
          for (int l = 0; l < alive[t].length; l++) {
            left[s][t][k][l] = pairs[s][t][alive[s][k]][alive[t][l]];
          }
        }
      }
    }
    return new SideChainPacking(kept, left);
  }

  private PartitionSum total() {
    Walk walk = new Walk();
    walk.visit(0, 0, 0, 0);
    return walk.sum.result(k -> walk.holds[k], walk.best());
  }

  /** Goes through all combinations of states, one per site. */
  private final class Walk {
    private final int[] chosen = new int[sites.size()];
    private int[] lowest = new int[0];
    private final PartitionSum.Accumulator sum = new PartitionSum.Accumulator((int) combinations());
    private final double[] holds = new double[(int) combinations()];
    private final double[][] stabilisationOfState = new double[sites.size()][];
    private int visited;

    Walk() {
      for (int s = 0; s < stabilisationOfState.length; s++) {
        stabilisationOfState[s] =
            IntStream.range(0, sites.get(s).size())
                .mapToDouble(sites.get(s)::stabilisation)
                .toArray();
      }
    }

    void visit(int site, double protein, double ligand, double stabilisation) {
      if (site == chosen.length) {
        holds[visited++] = stabilisation;
        if (sum.add(protein, ligand)) {
          lowest = chosen.clone();
        }
        return;
      }
      SideChainStates states = sites.get(site);
      for (int k = 0; k < states.size(); k++) {
        chosen[site] = k;
        double between = 0;
        for (int s = 0; s < site; s++) {
          between += pairs[s][site][chosen[s]][k];
        }
        visit(
            site + 1,
            protein + states.protein(k) + between,
            ligand + states.ligand(k),
            stabilisation + stabilisationOfState[site][k]);
      }
    }

    List<List<TypedAtom>> best() {
      return IntStream.range(0, lowest.length)
          .mapToObj(s -> sites.get(s).atoms(lowest[s]))
          .toList();
    }
  }
}
