package org.bindfold.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bindfold.SharedData;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Residue;
import org.bindfold.structure.ResidueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mutation scores, on the bundled complex of imatinib and on files made from it. */
class MutationScorerTest {
  private static final Path PROTEIN = Path.of("structures/1IEP.pdb");
  private static final String LIGAND = "structures/1IEP_STI.sdf";

  @TempDir private Path folder;

  @Test
  void everySubstitutionOfThePocketIsFiniteGlycineAlanineAndProlineAmongThem() {
    MutationScorer scorer = scorer(PROTEIN);
    for (int number : new int[] {248, 249, 250, 253, 269, 315, 317, 361, 381, 402}) {
      Residue residue = residue(scorer, number);
      AminoAcid wildType = residue.aminoAcid().orElseThrow();
      for (AminoAcid mutant : AminoAcid.values()) {
        BindingChange change = score(scorer, number, mutant);
        assertThat(change.ddg()).as("%s%d%s", wildType, number, mutant).isFinite();
        assertThat(change.low()).isLessThan(change.ddg());
        assertThat(change.pResistant()).isBetween(0.0, 1.0);
        assertThat(change.notes().stream().anyMatch(n -> n.contains("proline")))
            .isEqualTo(mutant == AminoAcid.PRO);
      }
    }
  }

  @Test
  void aResidueFarFromTheLigandChangesNoContact() {
    BindingChange far = score(scorer(PROTEIN), 459, AminoAcid.LYS);

    assertThat(far.terms().contact()).isZero();
    assertThat(far.terms().stabilisation()).isLessThan(0.01);
    assertThat(far.lost()).isEmpty();
    assertThat(far.gained()).isEmpty();
  }

  @Test
  void theGatekeepersHydrogenBondIsLostAtTheDistanceThatTheCoordinatesGive() {
    MutationScorer scorer = scorer(PROTEIN);
    BindingChange change = score(scorer, 315, AminoAcid.ILE);

    Contact bond =
        change.lost().stream()
            .filter(c -> c.kind() == Contact.Kind.HYDROGEN_BOND)
            .findFirst()
            .orElseThrow();
    assertThat(bond.residueAtom()).isEqualTo("OG1");
    double naive =
        scorer.complex().ligand().atoms().stream()
            .filter(a -> a.name().equals(bond.ligandAtom()))
            .mapToDouble(
                a -> a.position().distance(residue(scorer, 315).position("OG1").orElseThrow()))
            .findFirst()
            .orElseThrow();
    assertThat(bond.distance()).isCloseTo(naive, within(0.3)).isLessThan(3.5);
  }

  @Test
  void rotationAndShiftOfTheComplexChangeNothing() throws IOException {
    double angle = Math.toRadians(37);
    double[][] r = {
      {Math.cos(angle), -Math.sin(angle), 0}, {Math.sin(angle), Math.cos(angle), 0}, {0, 0, 1}
    };
    UnaryOperator<double[]> move =
        p ->
            new double[] {
              r[0][0] * p[0] + r[0][1] * p[1] + 11, r[1][0] * p[0] + r[1][1] * p[1] - 7, p[2] + 3
            };
    Path protein = write("moved.pdb", Files.readAllLines(PROTEIN).stream().map(l -> pdb(l, move)));
    Path ligand =
        write("moved.sdf", Files.readAllLines(Path.of(LIGAND)).stream().map(l -> sdf(l, move)));
    MutationScorer moved = scorer(protein, ligand.toString());
    MutationScorer original = scorer(PROTEIN);

    for (AminoAcid mutant : List.of(AminoAcid.ILE, AminoAcid.ALA, AminoAcid.ARG)) {
      assertThat(score(moved, 315, mutant).ddg())
          .isCloseTo(score(original, 315, mutant).ddg(), within(0.05));
    }
  }

  @Test
  void theOrderOfAtomsInTheFileChangesNothing() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(PROTEIN));
    List<Integer> site =
        IntStream.range(0, lines.size()).filter(i -> isResidue(lines.get(i), 317)).boxed().toList();
    List<String> shuffled = new ArrayList<>(site.stream().map(lines::get).toList());
    Collections.shuffle(shuffled, new Random(5));
    for (int i = 0; i < site.size(); i++) {
      lines.set(site.get(i), shuffled.get(i));
    }
    Path file = write("shuffled.pdb", lines.stream());

    for (int number : new int[] {315, 317}) {
      assertThat(score(scorer(file), number, AminoAcid.LEU).ddg())
          .isCloseTo(score(scorer(PROTEIN), number, AminoAcid.LEU).ddg(), within(1e-3));
    }
  }

  @Test
  void missingSideChainAtomsAreBuiltAndSaidSo() throws IOException {
    Path file =
        write(
            "cut.pdb",
            Files.readAllLines(PROTEIN).stream()
                .filter(
                    l ->
                        !(isResidue(l, 317) && l.substring(12, 16).strip().startsWith("C"))
                            || List.of("C", "CA", "CB").contains(l.substring(12, 16).strip())));

    BindingChange change = score(scorer(file), 317, AminoAcid.ALA);

    assertThat(change.notes()).anyMatch(n -> n.contains("317") && n.contains("is built"));
    assertThat(change.ddg()).isFinite();
  }

  @Test
  void aResidueWithoutItsBackboneIsAnObstacle() throws IOException {
    Path file =
        write(
            "no-ca.pdb",
            Files.readAllLines(PROTEIN).stream()
                .filter(l -> !(isResidue(l, 317) && l.substring(12, 16).strip().equals("CA"))));
    MutationScorer scorer = scorer(file);
    Residue residue = residue(scorer, 317);

    assertThat(
            scorer.obstacle(
                List.of(new MutationScorer.Site(residue, AminoAcid.PHE, AminoAcid.LEU))))
        .hasValueSatisfying(reason -> assertThat(reason).contains("317", "backbone"));
  }

  @Test
  void insertionCodesTellResiduesApart() throws IOException {
    // Residues 394 to 397 become 393A to 393D; nothing else changes.
    Path file =
        write(
            "inserted.pdb",
            Files.readAllLines(PROTEIN).stream()
                .map(
                    l -> {
                      for (int k = 0; k < 4; k++) {
                        if (isResidue(l, 394 + k)) {
                          return l.substring(0, 22) + " 393" + (char) ('A' + k) + l.substring(27);
                        }
                      }
                      return l;
                    }));
    MutationScorer inserted = scorer(file);
    MutationScorer original = scorer(PROTEIN);

    List<ResidueId> ids =
        inserted.complex().scoredChain().residues().stream()
            .map(Residue::id)
            .filter(id -> id.number() == 393)
            .toList();
    assertThat(ids).extracting(ResidueId::label).contains("393", "393A", "393B", "393C", "393D");
    Residue histidine =
        inserted.complex().scoredChain().residues().stream()
            .filter(r -> r.id().label().equals("393C"))
            .findFirst()
            .orElseThrow();
    Residue same = residue(original, 396);
    assertThat(histidine.aminoAcid()).isEqualTo(same.aminoAcid());
    assertThat(
            inserted
                .score(
                    List.of(
                        new MutationScorer.Site(
                            histidine, histidine.aminoAcid().orElseThrow(), AminoAcid.ARG)))
                .ddg())
        .isCloseTo(score(original, 396, AminoAcid.ARG).ddg(), within(1e-6));
  }

  @Test
  void aCysteineInADisulfideSaysThatTheBridgeBreaks() {
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                SharedData.path("structures/reference/1ACJ.cif"),
                Optional.empty(),
                Optional.of("THA"),
                Optional.empty()));
    MutationScorer scorer = new MutationScorer(complex, Calibration.bundled());

    assertThat(score(scorer, 67, AminoAcid.SER).notes())
        .anyMatch(n -> n.contains("disulfide") && n.contains("94"));
  }

  @Test
  void aMutationThatTheStructureCarriesStartsFromTheWildTypeThatIsBuilt() {
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(
                SharedData.path("structures/reference/5MO4.pdb"),
                Optional.empty(),
                Optional.of("NIL"),
                Optional.empty()));
    MutationScorer scorer = new MutationScorer(complex, Calibration.bundled());
    Residue gatekeeper = residue(scorer, 334);

    BindingChange change =
        scorer.score(List.of(new MutationScorer.Site(gatekeeper, AminoAcid.THR, AminoAcid.ILE)));

    assertThat(gatekeeper.aminoAcid()).contains(AminoAcid.ILE);
    assertThat(change.notes()).anyMatch(n -> n.contains("Ile") && n.contains("is built"));
    assertThat(change.ddg()).isPositive();
  }

  @Test
  void severalResiduesAreScoredAsOneProtein() {
    MutationScorer scorer = scorer(PROTEIN);
    BindingChange both =
        scorer.score(
            List.of(
                new MutationScorer.Site(residue(scorer, 315), AminoAcid.THR, AminoAcid.ILE),
                new MutationScorer.Site(residue(scorer, 317), AminoAcid.PHE, AminoAcid.LEU)));

    assertThat(both.sites()).hasSize(2);
    assertThat(both.function()).hasSize(2);
    assertThat(both.ddg()).isGreaterThan(score(scorer, 317, AminoAcid.LEU).ddg());
  }

  @Test
  void theOrderOfQuestionsAndTheThreadsThatAskChangeNothing() {
    MutationScorer scorer = scorer(PROTEIN);
    List<Integer> numbers = List.of(248, 315, 253, 315, 317, 248, 359, 317);
    List<Double> once = numbers.stream().map(n -> score(scorer, n, AminoAcid.ALA).ddg()).toList();
    MutationScorer other = scorer(PROTEIN);
    List<Integer> reversed = new ArrayList<>(numbers);
    Collections.reverse(reversed);
    List<Double> again =
        new ArrayList<>(
            reversed.parallelStream().map(n -> score(other, n, AminoAcid.ALA).ddg()).toList());
    Collections.reverse(again);

    assertThat(again).isEqualTo(once);
  }

  @Test
  void neighboursThatTheMutantMeetsArePackedAnewWhenAskedFor() {
    MutationScorer still = scorer(PROTEIN);
    MutationScorer packing =
        new MutationScorer(still.complex(), ScoringModel.bundled().repacking(2));

    BindingChange fixed = score(still, 248, AminoAcid.ARG);
    BindingChange packed = score(packing, 248, AminoAcid.ARG);

    assertThat(packed.notes()).anyMatch(n -> n.startsWith("packed anew with it: "));
    assertThat(fixed.notes()).noneMatch(n -> n.startsWith("packed anew"));
    assertThat(packed.sites()).hasSize(1);
    assertThat(packed.ddg()).isFinite().isNotEqualTo(fixed.ddg());
    assertThat(score(packing, 248, AminoAcid.ARG).ddg()).isEqualTo(packed.ddg());
  }

  private Path write(String name, Stream<String> lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines.toList()) + "\n");
  }

  private static boolean isResidue(String line, int number) {
    return line.startsWith("ATOM") && line.substring(22, 27).strip().equals(String.valueOf(number));
  }

  private static String pdb(String line, UnaryOperator<double[]> move) {
    if (!line.startsWith("ATOM") && !line.startsWith("HETATM")) {
      return line;
    }
    double[] p =
        move.apply(
            new double[] {
              Double.parseDouble(line.substring(30, 38)),
              Double.parseDouble(line.substring(38, 46)),
              Double.parseDouble(line.substring(46, 54))
            });
    return line.substring(0, 30)
        + String.format(Locale.ROOT, "%8.3f%8.3f%8.3f", p[0], p[1], p[2])
        + line.substring(54);
  }

  private static String sdf(String line, UnaryOperator<double[]> move) {
    if (!line.matches("^ *-?\\d+\\.\\d{4} *-?\\d+\\.\\d{4} *-?\\d+\\.\\d{4} [A-Z].*")) {
      return line;
    }
    double[] p =
        move.apply(
            new double[] {
              Double.parseDouble(line.substring(0, 10)),
              Double.parseDouble(line.substring(10, 20)),
              Double.parseDouble(line.substring(20, 30))
            });
    return String.format(Locale.ROOT, "%10.4f%10.4f%10.4f", p[0], p[1], p[2]) + line.substring(30);
  }

  private static MutationScorer scorer(Path protein) {
    return scorer(protein, LIGAND);
  }

  private static MutationScorer scorer(Path protein, String ligand) {
    return new MutationScorer(
        ComplexReader.read(
            new ComplexReader.Source(
                protein.toString(), Optional.empty(), Optional.empty(), Optional.of(ligand))),
        Calibration.bundled());
  }

  private static Residue residue(MutationScorer scorer, int number) {
    return scorer.complex().scoredChain().residues().stream()
        .filter(r -> r.id().number() == number)
        .findFirst()
        .orElseThrow();
  }

  private static BindingChange score(MutationScorer scorer, int number, AminoAcid mutant) {
    Residue residue = residue(scorer, number);
    return scorer.score(
        List.of(new MutationScorer.Site(residue, residue.aminoAcid().orElseThrow(), mutant)));
  }
}
