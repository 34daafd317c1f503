package org.bindfold.affinity;

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
  /** Where states come from: what is worked out of a conformer only when it matters. */
  interface Source {
    /** Heavy side-chain atoms. */
    List<TypedAtom> atoms(int conformer);

    /** Weighted hydrogen bonds with the protein, kcal/mol. */
    double stabilisation(int conformer);
  }

  private final double[] protein;
  private final double[] ligand;
  private final int[] conformer;
  private final Source[] source;

  private SideChainStates(double[] protein, double[] ligand, int[] conformer, Source[] source) {
    this.protein = protein;
    this.ligand = ligand;
    this.conformer = conformer;
    this.source = source;
  }

  /** Collects states one by one. */
  static final class Builder {
    private final double[] protein;
    private final double[] ligand;
    private final int[] conformer;
    private final Source[] source;
    private int size;

    Builder(int atMost) {
      protein = new double[atMost];
      ligand = new double[atMost];
      conformer = new int[atMost];
      source = new Source[atMost];
    }

    void add(double inProtein, double withLigand, Source from, int conformerOfSource) {
      protein[size] = inProtein;
      ligand[size] = withLigand;
      source[size] = from;
      conformer[size++] = conformerOfSource;
    }

    SideChainStates build() {
      return new SideChainStates(
          Arrays.copyOf(protein, size),
          Arrays.copyOf(ligand, size),
          Arrays.copyOf(conformer, size),
          Arrays.copyOf(source, size));
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

  double stabilisation(int state) {
    return source[state].stabilisation(conformer[state]);
  }

  /** Heavy side-chain atoms of a state. */
  List<TypedAtom> atoms(int state) {
    return source[state].atoms(conformer[state]);
  }

  /** These states and another list's. */
  SideChainStates with(SideChainStates more) {
    Builder builder = new Builder(size() + more.size());
    for (SideChainStates part : List.of(this, more)) {
      for (int k = 0; k < part.size(); k++) {
        part.copy(k, builder);
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
    return select(kept);
  }

  /** The given states, in that order. */
  SideChainStates select(int[] states) {
    Builder builder = new Builder(states.length);
    for (int k : states) {
      copy(k, builder);
    }
    return builder.build();
  }

  private void copy(int state, Builder to) {
    to.add(protein[state], ligand[state], source[state], conformer[state]);
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
