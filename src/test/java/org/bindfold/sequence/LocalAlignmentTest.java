package org.bindfold.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.biojava.nbio.alignment.Alignments;
import org.biojava.nbio.alignment.Alignments.PairwiseSequenceAlignerType;
import org.biojava.nbio.alignment.SimpleGapPenalty;
import org.biojava.nbio.alignment.template.PairwiseSequenceAligner;
import org.biojava.nbio.core.alignment.matrices.SubstitutionMatrixHelper;
import org.biojava.nbio.core.alignment.template.SequencePair;
import org.biojava.nbio.core.sequence.compound.AminoAcidCompound;
import org.junit.jupiter.api.Test;

/** Against the Smith-Waterman aligner of BioJava, with its own BLOSUM62 and the same gap costs. */
class LocalAlignmentTest {
  private static final String LETTERS = "ARNDCQEGHILKMFPSTWYVX";

  private final Random random = new Random(7);

  @Test
  void randomSequencesScoreAsInBioJava() throws Exception {
    for (int i = 0; i < 60; i++) {
      String query = sequence(1 + random.nextInt(60));
      String target = sequence(1 + random.nextInt(80));

      assertThat(LocalAlignment.of(query, target).score())
          .as(query + " " + target)
          .isEqualTo((int) bioJava(query, target).getScore());
    }
  }

  @Test
  void mutatedFragmentsScoreAsInBioJavaAndTheirPositionsGiveThatScore() throws Exception {
    for (ProteinSequence protein : BundledSequences.all()) {
      String mutated = mutatedFragment(protein.residues());

      LocalAlignment alignment = LocalAlignment.of(mutated, protein.residues());

      assertThat(alignment.score())
          .as(mutated)
          .isEqualTo((int) bioJava(mutated, protein.residues()).getScore())
          .isEqualTo(score(mutated, protein.residues(), alignment.positions()));
    }
  }

  @Test
  void aFragmentWithATagIsPlacedAsInBioJava() throws Exception {
    for (ProteinSequence protein : BundledSequences.all()) {
      String residues = protein.residues();
      String fragment =
          "GHHHHHHS" + residues.substring(20, 60) + residues.substring(75, residues.length() - 9);

      SequencePair<org.biojava.nbio.core.sequence.ProteinSequence, AminoAcidCompound> pair =
          bioJava(fragment, residues).getPair();

      int[] expected = new int[fragment.length()];
      for (int column = 1; column <= pair.getLength(); column++) {
        if (!pair.hasGap(column)) {
          expected[pair.getIndexInQueryAt(column) - 1] = pair.getIndexInTargetAt(column);
        }
      }
      assertThat(LocalAlignment.of(fragment, residues).positions()).isEqualTo(expected);
    }
  }

  /** The score of an alignment, counted column by column. */
  private static int score(String query, String target, int[] positions) {
    var matrix = SubstitutionMatrixHelper.getBlosum62();
    var letters = matrix.getCompoundSet();
    int score = 0;
    int lastQuery = -1;
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] == 0) {
        continue;
      }
      score +=
          matrix.getValue(
              letters.getCompoundForString(query.substring(i, i + 1)),
              letters.getCompoundForString(target.substring(positions[i] - 1, positions[i])));
      if (lastQuery >= 0) {
        score -= gap(i - lastQuery - 1) + gap(positions[i] - positions[lastQuery] - 1);
      }
      lastQuery = i;
    }
    return score;
  }

  private static int gap(int residues) {
    return residues == 0 ? 0 : 10 + residues;
  }

  private String mutatedFragment(String residues) {
    StringBuilder text = new StringBuilder(sequence(8));
    int from = random.nextInt(20);
    int to = Math.min(residues.length(), from + 300);
    for (int i = from; i < to; i++) {
      switch (random.nextInt(25)) {
        case 0 -> text.append(sequence(1));
        case 1 -> i += random.nextInt(4);
        case 2 -> text.append(sequence(3)).append(residues.charAt(i));
        default -> text.append(residues.charAt(i));
      }
    }
    return text.toString();
  }

  private String sequence(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static PairwiseSequenceAligner<
          org.biojava.nbio.core.sequence.ProteinSequence, AminoAcidCompound>
      bioJava(String query, String target) throws Exception {
    return Alignments.getPairwiseAligner(
        new org.biojava.nbio.core.sequence.ProteinSequence(query),
        new org.biojava.nbio.core.sequence.ProteinSequence(target),
        PairwiseSequenceAlignerType.LOCAL,
        new SimpleGapPenalty(10, 1),
        SubstitutionMatrixHelper.getBlosum62());
  }
}
