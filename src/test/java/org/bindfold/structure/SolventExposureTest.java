package org.bindfold.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.biojava.nbio.structure.Group;
import org.biojava.nbio.structure.Structure;
import org.biojava.nbio.structure.asa.AsaCalculator;
import org.biojava.nbio.structure.asa.GroupAsa;
import org.biojava.nbio.structure.io.PDBFileParser;
import org.junit.jupiter.api.Test;

class SolventExposureTest {
  private static final Complex COMPLEX =
      ComplexReader.read(
          new ComplexReader.Source(
              "structures/1IEP.pdb",
              Optional.empty(),
              Optional.empty(),
              Optional.of("structures/1IEP_STI.sdf")));

  private static final SolventExposure EXPOSURE = new SolventExposure(COMPLEX);

  /** Another program's surface: other radii, whole residues, and a scale of its own for each. */
  @Test
  void ranksResiduesAsBioJavasAccessibleSurfaceDoes() throws IOException {
    Structure structure;
    try (InputStream file = Files.newInputStream(Path.of("structures/1IEP.pdb"))) {
      structure = new PDBFileParser().parsePDBFile(file);
    }
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    AsaCalculator calculator = new AsaCalculator(structure, 1.4, 960, 1, false);
    for (GroupAsa asa : calculator.getGroupAsas()) {
      residue(asa.getGroup())
          .ifPresent(
              r -> {
                ours.add(EXPOSURE.of(r));
                theirs.add(asa.getRelativeAsaU());
              });
    }

    assertThat(ours).hasSizeGreaterThan(240);
    assertThat(new PearsonsCorrelation().correlation(array(ours), array(theirs)))
        .isGreaterThan(0.95);
  }

  @Test
  void aResidueAloneIsFullyExposedAndTheCoreIsNot() {
    Complex.Chain chain = COMPLEX.scoredChain();
    Residue arginine = chain.residues().get(0);
    Complex alone =
        new Complex(
            "alone",
            List.of(new Complex.Chain(chain.id(), List.of(arginine), "X", List.of(0))),
            chain.id(),
            COMPLEX.ligand(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of());

    assertThat(new SolventExposure(alone).of(arginine)).isCloseTo(1, within(1e-12));
    assertThat(EXPOSURE.of(number(301))).as("leucine of the regulatory spine").isLessThan(0.05);
  }

  private static Optional<Residue> residue(Group group) {
    return COMPLEX.scoredChain().residues().stream()
        .filter(r -> r.id().number() == group.getResidueNumber().getSeqNum())
        .filter(r -> r.name().equals(group.getPDBName()))
        .filter(r -> r.sideChain().size() > 0)
        .findFirst();
  }

  private static Residue number(int number) {
    return COMPLEX.scoredChain().residues().stream()
        .filter(r -> r.id().number() == number)
        .findFirst()
        .orElseThrow();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
