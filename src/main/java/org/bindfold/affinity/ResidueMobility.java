package org.bindfold.affinity;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.bindfold.structure.Residue;
import org.bindfold.structure.ResidueNetwork;

/**
 * How far each residue moves about its mean place, by the Gaussian network model (Bahar, Atilgan
 * and Erman 1997, doi:10.1016/S1359-0278(97)00024-2): residues in contact are joined by springs,
 * here as strong as the square root of the number of atom pairs in contact, and the mean square
 * displacement is the diagonal of the pseudo-inverse of the network's Laplacian. Relative to the
 * residues that line the pocket, so it has no unit and no temperature.
 *
 * <p>Cost: residues cubed over six, once per complex, and residues squared for each that is asked
 * for. Deterministic.
 */
final class ResidueMobility {
  /** Holds residues in place that touch no other, so that the matrix can be inverted. */
  private static final double LEAST_SPRING = 1e-3;

  private final ResidueNetwork network;
  private final DecompositionSolver solver;
  private final double unit;

  /** Known displacements, NaN where not asked for yet; two threads that ask find the same. */
  private final double[] known;

  ResidueMobility(ResidueNetwork network) {
    this.network = network;
    int n = network.residues().size();
    this.solver = new CholeskyDecomposition(laplacian(network, n)).getSolver();
    this.known = new double[n];
    Arrays.fill(known, Double.NaN);
    this.unit = network.pocket().stream().mapToDouble(this::displacement).average().orElse(0);
  }

  /** Mean square displacement over that of the pocket's residues: above one is more mobile. */
  double of(Residue residue) {
    for (int i = 0; i < known.length; i++) {
      if (network.residues().get(i) == residue) {
        return unit > 0 ? displacement(i) / unit : 1;
      }
    }
    return 1;
  }

  private double displacement(int residue) {
    if (Double.isNaN(known[residue])) {
      RealVector column = new ArrayRealVector(known.length);
      column.setEntry(residue, 1);
      // The 1/n that was added to the matrix comes back as 1/n in every element of its inverse.
      known[residue] = solver.solve(column).getEntry(residue) - 1.0 / known.length;
    }
    return known[residue];
  }

  private static RealMatrix laplacian(ResidueNetwork network, int n) {
    double[][] laplacian = new double[n][n];
    // The uniform motion costs nothing; adding 1/n everywhere takes it out of the inverse's way.
    for (int i = 0; i < n; i++) {
      Arrays.fill(laplacian[i], 1.0 / n);
      laplacian[i][i] += LEAST_SPRING;
    }
    network.forEachContact(
        (a, b, atomPairs) -> {
          double spring = Math.sqrt(atomPairs);
          laplacian[a][b] -= spring;
          laplacian[b][a] -= spring;
          laplacian[a][a] += spring;
          laplacian[b][b] += spring;
        });
    return new Array2DRowRealMatrix(laplacian, false);
  }
}
