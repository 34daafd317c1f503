package org.bindfold.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindfold.SharedData;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Ligand;
import org.bindfold.structure.TypedAtom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Intermolecular energies beside those that AutoDock Vina 1.2.3 gives for the same atoms ({@code
 * vina --score_only --autobox}, kcal/mol; {@code src/bench/vina.sh} runs both).
 */
class VinaAgreementTest {
  @Test
  void imatinibInTheBundledKinase() {
    assertThat(energy("structures/1IEP.pdb", "structures/1IEP_STI.sdf"))
        .isCloseTo(-17.634, withinPercentage(0.2));
  }

  @ParameterizedTest
  @CsvSource({
    "axitinib, -14.651",
    "bosutinib, -13.217",
    "dasatinib, -13.030",
    "erlotinib, -11.243",
    "gefitinib, -11.355",
    "imatinib, -17.816",
    "nilotinib, -19.963",
    "ponatinib, -18.942"
  })
  void theDrugsOfTheBenchmark(String drug, double vina) {
    String complex = SharedData.path("structures/hauser/" + drug + ".pdb");
    String ligand = SharedData.path("structures/hauser/" + drug + ".sdf");

    assertThat(energy(complex, ligand)).isCloseTo(vina, withinPercentage(0.2));
  }

  private static double energy(String file, String ligand) {
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                file, Optional.empty(), Optional.empty(), Optional.of(ligand)));
    List<TypedAtom> protein = new ArrayList<>(complex.metals());
    complex.chains().forEach(c -> c.residues().forEach(r -> protein.addAll(r.atoms())));
    complex.cofactors().stream().map(Ligand::atoms).forEach(protein::addAll);
    return new ContactKernel().energy(block(complex.ligand().atoms()), block(protein));
  }

  private static AtomBlock block(List<TypedAtom> atoms) {
    AtomBlock.Builder builder = new AtomBlock.Builder();
    for (TypedAtom atom : atoms) {
      builder.add(atom.position().x(), atom.position().y(), atom.position().z(), atom.type());
    }
    return builder.build();
  }
}
