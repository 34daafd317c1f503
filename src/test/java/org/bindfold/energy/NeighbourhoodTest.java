package org.bindfold.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finds neighbours, and what a pass reports, against loops over all pairs. */
class NeighbourhoodTest {
  private static final double CUTOFF = PairPotential.CUTOFF_ANGSTROM;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 50, 4000})
  void theGridFindsWhatALoopOverAllAtomsFinds(int atoms) {
    Random random = new Random(atoms);
    AtomBlock block = cloud(random, atoms, 40);
    NeighbourGrid grid = new NeighbourGrid(block);
    for (int probe = 0; probe < 60; probe++) {
      double x = random.nextDouble() * 60 - 10;
      double y = random.nextDouble() * 60 - 10;
      double z = random.nextDouble() * 60 - 10;
      double radius = probe % 3 == 0 ? 0.5 : random.nextDouble() * 20;

      int[] naive =
          IntStream.range(0, atoms)
              .filter(i -> squared(block, i, x, y, z) < radius * radius)
              .toArray();

      assertThat(grid.within(x, y, z, radius)).isEqualTo(naive);
    }
  }

  @Test
  void theGridKeepsItsMemoryBoundedWhenAtomsStandFarApart() {
    AtomBlock block =
        new AtomBlock.Builder()
            .add(-9999, 0, 0, AtomType.CARBON_POLAR)
            .add(9999, 9999, -9999, AtomType.CARBON_POLAR)
            .add(9998, 9999, -9999, AtomType.CARBON_POLAR)
            .build();

    assertThat(new NeighbourGrid(block).within(9999, 9999, -9999, 2)).containsExactly(1, 2);
  }

  @Test
  void aCellsBlockHasEveryAtomThatAPointInItCanFeelAndGivesTheSameEnergy() {
    Random random = new Random(3);
    AtomBlock block = cloud(random, 3000, 40).byType();
    CellBlocks cells =
        new CellBlocks(block, new CellGrid(20, 20, 20, 8), PotentialTable.instance());
    ContactKernel kernel = new ContactKernel();
    for (int probe = 0; probe < 300; probe++) {
      double x = 12 + random.nextDouble() * 16;
      double y = 12 + random.nextDouble() * 16;
      double z = 12 + random.nextDouble() * 16;
      AtomBlock near = cells.near(x, y, z);

      assertThat(inReach(near, x, y, z)).isEqualTo(inReach(block, x, y, z));
      AtomBlock donor = atom(x, y, z, AtomType.NITROGEN_DONOR);
      assertThat(kernel.energy(donor, near)).isCloseTo(kernel.energy(donor, block), within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 400})
  void atomsThatGoThroughTheirCellsTogetherGetWhatEachGetsByItself(int atoms) {
    Random random = new Random(atoms);
    AtomBlock fixed = cloud(random, 3000, 40).byType();
    CellGrid grid = new CellGrid(20, 20, 20, 8);
    // Some stand outside the grid, and types stand in no order.
    AtomBlock moving = cloud(random, atoms, 34);
    double[] together = new double[atoms];
    ContactKernel kernel = new ContactKernel();

    kernel.perAtom(
        new CellGroups(moving, grid),
        new CellBlocks(fixed, grid, PotentialTable.instance()),
        together);

    for (int i = 0; i < atoms; i++) {
      double alone = kernel.energy(moving, i, fixed);
      assertThat(together[i]).isCloseTo(alone, within(1e-5 * Math.max(1, Math.abs(alone))));
    }
  }

  @Test
  void groupsAreOfOneTypeAndOneCellAndHoldEveryAtomOnce() {
    CellGrid grid = new CellGrid(10, 10, 10, 8);
    AtomBlock atoms = cloud(new Random(8), 500, 20);
    CellGroups groups = new CellGroups(atoms, grid);

    List<Integer> seen = new ArrayList<>();
    List<List<Object>> keys = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (int k = groups.start(g); k < groups.start(g + 1); k++) {
        int i = groups.order()[k];
        assertThat(grid.cell(atoms.x(i), atoms.y(i), atoms.z(i))).isEqualTo(groups.cell(g));
        assertThat(atoms.type(i)).isEqualTo(atoms.type(groups.order()[groups.start(g)]));
        seen.add(i);
      }
      keys.add(List.of(groups.cell(g), atoms.type(groups.order()[groups.start(g)])));
    }
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void joinedBlocksKeepTheirAtomsInOrder() {
    AtomBlock a = cloud(new Random(1), 7, 5);
    AtomBlock b = cloud(new Random(2), 5, 5);

    AtomBlock joined = AtomBlock.joined(List.of(a, b));

    assertThat(IntStream.range(0, 12).mapToObj(i -> atom(joined, i)))
        .containsExactlyElementsOf(
            Stream.concat(
                    IntStream.range(0, 7).mapToObj(i -> atom(a, i)),
                    IntStream.range(0, 5).mapToObj(i -> atom(b, i)))
                .toList());
  }

  @Test
  void cellsOfHydrogenBondsHaveFewerAtomsAndLoseNoBond() {
    Random random = new Random(4);
    AtomBlock block = cloud(random, 3000, 40).byType();
    PotentialTable bonds = PotentialTable.hydrogenBonds();
    CellBlocks cells = new CellBlocks(block, new CellGrid(20, 20, 20, 8), bonds);
    ContactKernel kernel = new ContactKernel(bonds);
    int met = 0;
    int bonded = 0;
    for (int probe = 0; probe < 300; probe++) {
      double x = 12 + random.nextDouble() * 16;
      double y = 12 + random.nextDouble() * 16;
      double z = 12 + random.nextDouble() * 16;
      AtomBlock near = cells.near(x, y, z);
      met += near.size();
      for (AtomType type : AtomType.values()) {
        AtomBlock atom = atom(x, y, z, type);
        double all = kernel.energy(atom, block);
        bonded += all < -0.01 ? 1 : 0;
        assertThat(kernel.energy(atom, near)).isCloseTo(all, within(1e-5));
      }
    }
    assertThat(bonded).isGreaterThan(300);
    assertThat(met / 300).isLessThan(60);
  }

  @Test
  void aPointOutsideTheCellsMeetsAllAtoms() {
    AtomBlock block = cloud(new Random(5), 100, 10);

    assertThat(
            new CellBlocks(block, new CellGrid(0, 0, 0, 4), PotentialTable.instance())
                .near(30, 0, 0))
        .isSameAs(block);
  }

  @Test
  void sortingByTypeKeepsTheAtomsAndTheirOrderWithinAType() {
    AtomBlock block = cloud(new Random(2), 200, 10);
    AtomBlock sorted = block.byType();

    List<List<Object>> naive =
        IntStream.range(0, 200)
            .boxed()
            .sorted((i, j) -> block.type(i).compareTo(block.type(j)))
            .map(i -> atom(block, i))
            .toList();
    assertThat(IntStream.range(0, 200).mapToObj(i -> atom(sorted, i)).toList()).isEqualTo(naive);
  }

  @Test
  void anEmptyBlockBringsNothing() {
    AtomBlock nothing = new AtomBlock.Builder().build();
    AtomBlock some = cloud(new Random(1), 5, 3);

    assertThat(new ContactKernel().energy(some, nothing)).isZero();
    assertThat(new ContactKernel().energy(nothing, some)).isZero();
    assertThat(nothing.byType().size()).isZero();
  }

  private static AtomBlock atom(double x, double y, double z, AtomType type) {
    return new AtomBlock.Builder().add(x, y, z, type).build();
  }

  private static List<Object> atom(AtomBlock block, int i) {
    return List.of(block.x(i), block.y(i), block.z(i), block.type(i));
  }

  private static List<List<Object>> inReach(AtomBlock block, double x, double y, double z) {
    return IntStream.range(0, block.size())
        .filter(i -> squared(block, i, x, y, z) < CUTOFF * CUTOFF)
        .mapToObj(i -> atom(block, i))
        .toList();
  }

  private static double squared(AtomBlock block, int i, double x, double y, double z) {
    float dx = (float) x - block.x(i);
    float dy = (float) y - block.y(i);
    float dz = (float) z - block.z(i);
    return dx * dx + dy * dy + dz * dz;
  }

  private static AtomBlock cloud(Random random, int atoms, double size) {
    AtomBlock.Builder builder = new AtomBlock.Builder();
    AtomType[] types = AtomType.values();
    for (int i = 0; i < atoms; i++) {
      builder.add(
          random.nextDouble() * size,
          random.nextDouble() * size,
          random.nextDouble() * size,
          types[random.nextInt(types.length)]);
    }
    return builder.build();
  }
}
