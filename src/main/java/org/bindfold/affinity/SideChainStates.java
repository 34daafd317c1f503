package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bindfold.structure.TypedAtom;

/**
 * The states of one side chain at its place, each with its energies in kcal/mol: with the fixed
 * protein (rotamer energy -RT ln p included), with the ligand, and the weighted hydrogen bonds with
 * the protein that are part of the first.
 */
final class SideChainStates {
  /** What is worked out of a state only when it matters. */
  interface Detail {
    /** Heavy side-chain atoms. */
    List<TypedAtom> atoms();

    /** Weighted hydrogen bonds with the protein, kcal/mol. */
    double hold();
  }

  private final double[] protein;
  private final double[] ligand;
  private final List<Detail> details;

  private SideChainStates(double[] protein, double[] ligand, List<Detail> details) {
    this.protein = protein;
    this.ligand = ligand;
    this.details = details;
  }

  /** Collects states one by one. */
  static final class Builder {
    private final double[] protein;
    private final double[] ligand;
    private final List<Detail> details;

    Builder(int atMost) {
      protein = new double[atMost];
      ligand = new double[atMost];
      details = new ArrayList<>(atMost);
    }

    void add(double inProtein, double withLigand, Detail detail) {
      int k = details.size();
      protein[k] = inProtein;
      ligand[k] = withLigand;
      details.add(detail);
    }

    SideChainStates build() {
      int size = details.size();
      return new SideChainStates(
          Arrays.copyOf(protein, size), Arrays.copyOf(ligand, size), details);
    }
  }

  int size() {
    return protein.length;
  }

  double protein(int state) {
    return protein[state];
  }

  double ligand(int state) {
    return ligand[state];
  }

  double hold(int state) {
    return details.get(state).hold();
  }

  /** Heavy side-chain atoms of a state. */
  List<TypedAtom> atoms(int state) {
    return details.get(state).atoms();
  }

  /** These states and another list's. */
  SideChainStates with(SideChainStates more) {
    Builder builder = new Builder(size() + more.size());
    for (SideChainStates part : List.of(this, more)) {
      for (int k = 0; k < part.size(); k++) {
        builder.add(part.protein[k], part.ligand[k], part.details.get(k));
      }
    }
    return builder.build();
  }

  /** The states of lowest energy without the ligand or with it, at most so many of each. */
  SideChainStates lowest(int count) {
    if (size() <= count) {
      return this;
    }
    int[] kept =
        IntStream.concat(
                Arrays.stream(ranked(0)).limit(count), Arrays.stream(ranked(1)).limit(count))
            .sorted()
            .distinct()
            .toArray();
    Builder builder = new Builder(kept.length);
    for (int k : kept) {
      builder.add(protein[k], ligand[k], details.get(k));
    }
    return builder.build();
  }

  private int[] ranked(int withLigand) {
    return IntStream.range(0, size())
        .boxed()
        .sorted(
            (i, j) ->
                Double.compare(
                    protein[i] + withLigand * ligand[i], protein[j] + withLigand * ligand[j]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
