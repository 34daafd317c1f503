package org.bindfold.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bindfold.affinity.SiteEnvironment.Kernels;
import org.bindfold.energy.AtomType;
import org.bindfold.energy.ContactKernel;
import org.bindfold.energy.PairPotential;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Ligand;
import org.bindfold.structure.Point;
import org.bindfold.structure.Residue;
import org.bindfold.structure.TypedAtom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Free energies of side chains against plain sums over every conformer and pair of atoms. */
class SideChainStatesTest {
  private static final Complex COMPLEX =
      ComplexReader.read(
          new ComplexReader.Source(
              "structures/1IEP.pdb",
              Optional.empty(),
              Optional.empty(),
              Optional.of("structures/1IEP_STI.sdf")));

  @ParameterizedTest
  @CsvSource({
    "315, ILE",
    "315, THR",
    "315, ARG",
    "248, HIS",
    "253, TRP",
    "290, LYS",
    "359, PHE",
    "381, GLU",
    "255, ARG",
    "317, MET",
    "269, TRP",
    "380, TRP"
  })
  void whatIsLeftOutOfTheSumChangesItByLessThanAHundredth(int number, AminoAcid aminoAcid) {
    Residue residue = residue(number);
    SideChainStates states =
        new Surroundings(COMPLEX).of(residue, List.of(residue)).states(aminoAcid, new Kernels());
    PartitionSum sum = PartitionSum.of(List.of(states), new ContactKernel());

    List<TypedAtom> protein = everythingBut(residue);
    List<TypedAtom> ligand = COMPLEX.ligand().atoms();
    List<Double> free = new ArrayList<>();
    List<Double> bound = new ArrayList<>();
    for (Backbone backbone : backbones(residue)) {
      double nitrogen =
          pairs(
              List.of(new TypedAtom("N", "N", backbone.n(), AtomType.NITROGEN_DONOR, false, 0)),
              ligand);
      ConformerTemplate template =
          backbone.turn().isEmpty()
              ? ConformerTemplate.fine(aminoAcid)
              : ConformerTemplate.coarse(aminoAcid);
      for (int k = 0; k < template.conformers(); k++) {
        List<TypedAtom> atoms = template.build(backbone, k);
        free.add(template.rotamerEnergy()[k] + pairs(atoms, protein));
        bound.add(free.get(free.size() - 1) + pairs(atoms, ligand) + nitrogen);
      }
    }
    assertThat(sum.free()).isCloseTo(freeEnergy(free), within(0.01));
    assertThat(sum.binding()).isCloseTo(freeEnergy(bound) - freeEnergy(free), within(0.01));
  }

  @Test
  void aTurnedBackboneKeepsItsShapeAndItsDistanceFromTheNeighbours() {
    Point before = residue(314).position("CA").orElseThrow();
    Point after = residue(316).position("CA").orElseThrow();
    Backbone found = Backbone.of(residue(315));
    for (Backbone turned : found.turned(before, after)) {
      assertThat(turned.ca().distance(before)).isCloseTo(found.ca().distance(before), within(1e-9));
      assertThat(turned.ca().distance(after)).isCloseTo(found.ca().distance(after), within(1e-9));
      assertThat(turned.n().distance(turned.c()))
          .isCloseTo(found.n().distance(found.c()), within(1e-9));
    }
    assertThat(found.turned(before, after))
        .extracting(t -> Dihedrals.of(found.ca(), before, after, t.ca()))
        .satisfiesExactly(
            angle -> assertThat(angle).isCloseTo(-Backbone.TURN_DEGREES, within(1e-6)),
            angle -> assertThat(angle).isCloseTo(Backbone.TURN_DEGREES, within(1e-6)));
  }

  @Test
  void aBackboneTurnsOnlyBetweenTwoBondedNeighboursThatStay() {
    List<Residue> chain = COMPLEX.scoredChain().residues();
    Residue middle = residue(315);

    assertThat(alanines(middle, List.of(middle))).isEqualTo(3);
    assertThat(alanines(middle, List.of(middle, residue(318)))).isEqualTo(3);
    assertThat(alanines(middle, List.of(middle, residue(316)))).isEqualTo(1);
    assertThat(alanines(chain.get(0), List.of(chain.get(0)))).isEqualTo(1);
  }

  @Test
  void aFixedSideChainTurnsWithItsBackbone() {
    Residue residue = residue(315);
    SideChainStates fixed =
        new Surroundings(COMPLEX)
            .of(residue, List.of(residue))
            .fixedTo(AminoAcid.THR, residue.sideChain(), new Kernels());

    assertThat(fixed.size()).isEqualTo(3);
    for (int k = 0; k < 3; k++) {
      List<Double> shape = distances(fixed.atoms(k));
      List<Double> found = distances(residue.sideChain());
      for (int i = 0; i < shape.size(); i++) {
        assertThat(shape.get(i)).isCloseTo(found.get(i), within(1e-9));
      }
    }
    assertThat(fixed.atoms(1).get(0).position().distance(fixed.atoms(0).get(0).position()))
        .isBetween(0.3, 0.7);
  }

  /** One state of alanine for each place of the backbone. */
  private static int alanines(Residue residue, List<Residue> moving) {
    return new Surroundings(COMPLEX)
        .of(residue, moving)
        .states(AminoAcid.ALA, new Kernels())
        .size();
  }

  private static List<Double> distances(List<TypedAtom> atoms) {
    List<Double> distances = new ArrayList<>();
    for (TypedAtom a : atoms) {
      atoms.forEach(b -> distances.add(a.position().distance(b.position())));
    }
    return distances;
  }

  @Test
  void aPackingOfSeveralSideChainsSumsWhatAPlainLoopSums() {
    Random random = new Random(4);
    for (int round = 0; round < 20; round++) {
      List<SideChainStates> sites =
          List.of(states(random, 5), states(random, 7), states(random, 4));
      ContactKernel kernel = new ContactKernel();
      List<Double> free = new ArrayList<>();
      List<Double> bound = new ArrayList<>();
      for (int a = 0; a < 5; a++) {
        for (int b = 0; b < 7; b++) {
          for (int c = 0; c < 4; c++) {
            double energy =
                sites.get(0).protein(a)
                    + sites.get(1).protein(b)
                    + sites.get(2).protein(c)
                    + pairs(sites.get(0).atoms(a), sites.get(1).atoms(b))
                    + pairs(sites.get(0).atoms(a), sites.get(2).atoms(c))
                    + pairs(sites.get(1).atoms(b), sites.get(2).atoms(c));
            free.add(energy);
            bound.add(
                energy + sites.get(0).ligand(a) + sites.get(1).ligand(b) + sites.get(2).ligand(c));
          }
        }
      }

      PartitionSum sum = PartitionSum.of(sites, kernel);

      assertThat(sum.free()).isCloseTo(freeEnergy(free), within(0.01));
      assertThat(sum.bound()).isCloseTo(freeEnergy(bound), within(0.01));
      assertThat(sum.best()).hasSize(3);
    }
  }

  /** States of one atom each, near to where the other sites' atoms are. */
  private static SideChainStates states(Random random, int count) {
    SideChainStates.Builder builder = new SideChainStates.Builder(count);
    for (int k = 0; k < count; k++) {
      Point place =
          new Point(random.nextDouble() * 5, random.nextDouble() * 5, random.nextDouble() * 5);
      TypedAtom atom = new TypedAtom("CB", "C", place, AtomType.CARBON_HYDROPHOBIC, false, 0);
      builder.add(
          random.nextDouble() * 6,
          random.nextDouble() * 4 - 2,
          new SideChainStates.Source() {
            @Override
            public List<TypedAtom> atoms(int conformer) {
              return List.of(atom);
            }

            @Override
            public double stabilisation(int conformer) {
              return 0;
            }
          },
          k);
    }
    return builder.build();
  }

  private static double freeEnergy(List<Double> energies) {
    return freeEnergy(energies.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double freeEnergy(double[] energies) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double energy : energies) {
      lowest = Math.min(lowest, energy);
    }
    double sum = 0;
    for (double energy : energies) {
      sum += Math.exp(-(energy - lowest) / BindingChange.RT_KCAL_PER_MOL);
    }
    return lowest - BindingChange.RT_KCAL_PER_MOL * Math.log(sum);
  }

  private static double pairs(List<TypedAtom> a, List<TypedAtom> b) {
    double sum = 0;
    for (TypedAtom p : a) {
      for (TypedAtom q : b) {
        sum += PairPotential.energy(p.type(), q.type(), p.position().distance(q.position()));
      }
    }
    return sum;
  }

  private static List<TypedAtom> everythingBut(Residue residue) {
    List<TypedAtom> atoms = new ArrayList<>(COMPLEX.metals());
    COMPLEX.cofactors().stream().map(Ligand::atoms).forEach(atoms::addAll);
    COMPLEX.chains().stream()
        .flatMap(c -> c.residues().stream())
        .filter(r -> r != residue)
        .forEach(r -> atoms.addAll(r.atoms()));
    return atoms;
  }

  /** As the structure has it, and turned between the two residues next to it. */
  private static List<Backbone> backbones(Residue residue) {
    int number = residue.id().number();
    Backbone found = Backbone.of(residue);
    List<Backbone> all = new ArrayList<>(List.of(found));
    all.addAll(
        found.turned(
            residue(number - 1).position("CA").orElseThrow(),
            residue(number + 1).position("CA").orElseThrow()));
    return all;
  }

  private static Residue residue(int number) {
    return COMPLEX.scoredChain().residues().stream()
        .filter(r -> r.id().number() == number)
        .findFirst()
        .orElseThrow();
  }
}
