package org.bindfold.affinity;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.bindfold.structure.Residue;
import org.bindfold.structure.ResidueNetwork;

/**
 * How far each residue moves about its mean place, by the Gaussian network model (Bahar, Atilgan
 * and Erman 1997, doi:10.1016/S1359-0278(97)00024-2): residues in contact are joined by springs,
 * here as strong as the square root of the number of atom pairs in contact, and the mean square
 * displacement is the diagonal of the pseudo-inverse of the network's Laplacian. Relative to the
 * residues that line the pocket, so it has no unit and no temperature.
 *
 * <p>Cost: residues cubed over three, once per complex. Deterministic.
 */
final class ResidueMobility {
  /** Holds residues in place that touch no other, so that the matrix can be inverted. */
  private static final double LEAST_SPRING = 1e-3;

  private final ResidueNetwork network;
  private final double[] relative;

  ResidueMobility(ResidueNetwork network) {
    this.network = network;
    int n = network.residues().size();
    double[] displacement = displacement(network, n);
    double pocket =
        network.pocket().stream().mapToDouble(i -> displacement[i]).average().orElse(Double.NaN);
    double unit = pocket > 0 ? pocket : Arrays.stream(displacement).average().orElse(1);
    relative = Arrays.stream(displacement).map(d -> d / unit).toArray();
  }

  /** Mean square displacement over that of the pocket's residues: above one is more mobile. */
  double of(Residue residue) {
    for (int i = 0; i < relative.length; i++) {
      if (network.residues().get(i) == residue) {
        return relative[i];
      }
    }
    return 1;
  }

  private static double[] displacement(ResidueNetwork network, int n) {
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
    RealMatrix inverse =
        new CholeskyDecomposition(new Array2DRowRealMatrix(laplacian, false))
            .getSolver()
            .getInverse();
    double[] displacement = new double[n];
    for (int i = 0; i < n; i++) {
      // The 1/n that was added comes back as 1/n in every element.
      displacement[i] = inverse.getEntry(i, i) - 1.0 / n;
    }
    return displacement;
  }
}
