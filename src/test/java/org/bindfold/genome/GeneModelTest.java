package org.bindfold.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bindfold.genome.AlleleEffect.Changed;
import org.bindfold.genome.AlleleEffect.NotStored;
import org.bindfold.genome.AlleleEffect.Outside;
import org.bindfold.genome.AlleleEffect.ReferenceMismatch;
import org.bindfold.sequence.CodingSequence;
import org.bindfold.sequence.GeneticCode;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.sequence.ProteinSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GeneModelTest {
  private static final Path SCREEN = Path.of("../shared/tables/abl1_tki_screen.tsv");
  private static final Path EXONS = Path.of("../shared/genes/abl1_bcr_exons.tsv");
  private static final GeneModel ABL1 = GeneModels.bundled().of("ABL1").orElseThrow();

  /**
   * The screen's authors named the protein change of every SNV; exon number and offset are ours.
   */
  @ParameterizedTest
  @EnumSource(Assembly.class)
  void namesEverySnvOfTheSaturationScreenAsItsAuthorsDid(Assembly assembly) throws Exception {
    assumeTrue(Files.isRegularFile(SCREEN), "needs " + SCREEN);
    Map<Integer, Integer> exonStarts = new HashMap<>();
    for (String line : Files.readAllLines(EXONS)) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("ABL1")) {
        String start = assembly == Assembly.GRCH37 ? cells[5] : cells[7];
        exonStarts.put(Integer.parseInt(cells[2]), Integer.parseInt(start));
      }
    }
    Pattern snv = Pattern.compile("exon(\\d+)_pos(\\d+)([ACGT])_([ACGT])");
    Set<String> seen = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(SCREEN)) {
      String[] cells = line.split("\t", -1);
      Matcher matcher = snv.matcher(cells[1]);
      if (!matcher.matches() || !seen.add(cells[1])) {
        continue;
      }
      int position =
          exonStarts.get(Integer.parseInt(matcher.group(1)))
              + Integer.parseInt(matcher.group(2))
              - 1;
      GenomicAllele allele =
          new GenomicAllele("chr9", position, matcher.group(3), matcher.group(4));
      String found = shortName(ABL1.effect(assembly, allele));
      if (!found.equals(cells[2])) {
        wrong.add(cells[1] + ": " + cells[2] + ", not " + found);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).hasSize(2802);
  }

  /** T315T, T315I or Y185Stop, as the screen writes them. */
  private static String shortName(AlleleEffect effect) {
    if (!(effect instanceof Changed changed)) {
      return effect.toString();
    }
    ProteinChange change = changed.change();
    String name = change.shortName();
    if (change.effect() == Effect.MISSENSE) {
      return name;
    }
    Matcher matcher = Pattern.compile("(\\w{3})(\\d+)(Ter|=)").matcher(name);
    assertThat(matcher.matches()).isTrue();
    char letter = org.bindfold.sequence.AminoAcid.ofName(matcher.group(1)).orElseThrow().letter();
    return letter + matcher.group(2) + (matcher.group(3).equals("=") ? letter : "Stop");
  }

  @ParameterizedTest
  @CsvSource({
    "130872896, C, T, c.944C>T, p.Thr315Ile",
    "130862976, G, A, c.763G>A, p.Glu255Lys",
    "130873027, T, G, c.1075T>G, p.Phe359Val",
    "130862933, G, A, c.720G>A, p.Thr240="
  })
  void placesTheKnownPositionsOfGrch38(
      int position, String reference, String alternate, String coding, String protein) {
    Changed changed =
        (Changed)
            ABL1.effect(Assembly.GRCH38, new GenomicAllele("chr9", position, reference, alternate));
    assertThat(changed.coding()).contains(coding);
    assertThat(changed.change().hgvs()).isEqualTo(protein);
  }

  @ParameterizedTest
  @EnumSource(Assembly.class)
  void countsEveryCodingBaseOnceAlongTheGenome(Assembly assembly) {
    assertThat(
            IntStream.rangeClosed(ABL1.start(assembly), ABL1.end(assembly))
                .mapToObj(position -> ABL1.codingPosition(assembly, position))
                .flatMapToInt(OptionalInt::stream))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 3393).boxed().toList());
  }

  @Test
  void tellsIntronSpliceSiteAndUnknownBasesApart() {
    // Exon 4 ends at 130863035 with c.822, exon 5 begins at 130872129 with c.823.
    assertThat(effect(130863036, "G", "A")).isEqualTo(splice("c.822+1G>A"));
    assertThat(effect(130863037, "T", "A")).isEqualTo(splice("c.822+2T>A"));
    assertThat(effect(130872127, "A", "C")).isEqualTo(splice("c.823-2A>C"));
    assertThat(effect(130863038, "A", "C")).isInstanceOf(Outside.class);
    assertThat(effect(130872126, "A", "C")).isInstanceOf(Outside.class);
    assertThat(effect(130835446, "A", "C")).isInstanceOf(Outside.class);
    assertThat(effect(130835447, "A", "C")).isEqualTo(new NotStored(1));
    assertThat(effect(130880500, "A", "C")).isEqualTo(new NotStored(1514));
    assertThat(effect(130872896, "A", "T")).isEqualTo(new ReferenceMismatch(130872896, 'A', 'C'));
  }

  private static Changed splice(String coding) {
    return new Changed(ProteinChange.other(Effect.UNKNOWN, "p.?"), java.util.Optional.of(coding));
  }

  private static AlleleEffect effect(int position, String reference, String alternate) {
    return ABL1.effect(Assembly.GRCH38, new GenomicAllele("chr9", position, reference, alternate));
  }

  @Test
  void callsADeletionAcrossAnExonsEndASpliceChange() {
    String lastBases = "" + ABL1.base(Assembly.GRCH38, 130863035).orElseThrow() + "GT";
    Changed changed = (Changed) effect(130863035, lastBases, lastBases.substring(0, 1));
    assertThat(changed.change().effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(changed.coding()).isEmpty();
  }

  @Test
  void namesIndelsWhateverBasesTheCallerPutsInFront() {
    // Codons 315 and 316: ACT GAG at 130872895.
    Changed anchored = (Changed) effect(130872894, "CACT", "C");
    Changed padded = (Changed) effect(130872894, "CACTGA", "CGA");
    assertThat(anchored).isEqualTo(padded);
    assertThat(anchored.change().hgvs()).isEqualTo("p.Thr315del");
    Changed multiple = (Changed) effect(130872895, "ACT", "ATC");
    assertThat(multiple.coding()).contains("c.944_945delinsTC");
    assertThat(multiple.change().hgvs()).isEqualTo("p.Thr315Ile");
  }

  /** A made-up gene on the minus strand, checked against plain text processing of its own bases. */
  @Test
  void readsGenesOfTheMinusStrandBackwards() {
    String coding = "ATGAAACTTCTTGGATACGCATGGCAATAA";
    // Transcript exon 1 is c.1-12 and stands higher on the genome than exon 2, c.13-30.
    GeneModel gene =
        new GeneModel(
            "TOY",
            "chr1",
            true,
            List.of(
                new Exon(1, 1101, 1112, 2101, 2112, 1, 12),
                new Exon(2, 1001, 1018, 2001, 2018, 13, 30)),
            new CodingSequence("NM_TOY", new ProteinSequence("P0", "TOY", "MKLLGYAWQ"), 1, coding));
    int checked = 0;
    for (int at = 1; at <= 27; at++) {
      int position = at <= 12 ? 1112 - (at - 1) : 1018 - (at - 13);
      String reference = GeneticCode.reverseComplement(coding.substring(at - 1, at));
      for (String alternate : List.of("A", "C", "G", "T")) {
        if (alternate.equals(reference)) {
          continue;
        }
        Changed changed =
            (Changed)
                gene.effect(
                    Assembly.GRCH37, new GenomicAllele("chr1", position, reference, alternate));
        String mutant =
            coding.substring(0, at - 1)
                + GeneticCode.reverseComplement(alternate)
                + coding.substring(at);
        boolean same = GeneticCode.translate(mutant).equals(GeneticCode.translate(coding));
        assertThat(changed.change().effect() == Effect.SYNONYMOUS).isEqualTo(same);
        assertThat(changed.coding())
            .contains(
                "c." + at + coding.charAt(at - 1) + ">" + GeneticCode.reverseComplement(alternate));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(81);
    // Bases 16-18, TAC, read backwards are GTA at 1013-1015; the base before is C of c.19.
    Changed deletion =
        (Changed) gene.effect(Assembly.GRCH37, new GenomicAllele("chr1", 1012, "CGTA", "C"));
    assertThat(deletion.coding()).contains("c.16_18del");
    assertThat(deletion.change().hgvs()).isEqualTo("p.Tyr6del");
    Changed insertion =
        (Changed) gene.effect(Assembly.GRCH37, new GenomicAllele("chr1", 1015, "A", "ACCA"));
    // TGG before the T of c.16 is GGT after it: HGVS takes the place nearer the 3' end.
    assertThat(insertion.coding()).contains("c.16_17insGGT");
    assertThat(insertion.change().hgvs()).isEqualTo("p.Gly5_Tyr6insTrp");
    Changed donor =
        (Changed) gene.effect(Assembly.GRCH37, new GenomicAllele("chr1", 1100, "C", "T"));
    assertThat(donor.coding()).contains("c.12+1G>A");
  }

  @Test
  void knowsItsChromosomeUnderEveryUsualName() {
    for (String name : List.of("9", "chr9", "CHR9", "Chr9")) {
      assertThat(Chromosomes.canonicalName(name)).isEqualTo(ABL1.chromosome());
    }
    for (String name : List.of("chr19", "chr9_random", "99", "X", "")) {
      assertThat(Chromosomes.canonicalName(name)).isNotEqualTo(ABL1.chromosome());
    }
  }
}
