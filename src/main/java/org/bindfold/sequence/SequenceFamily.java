package org.bindfold.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bindfold.input.InputException;
import org.bindfold.input.InputFile;

/**
 * What stands at each position of a protein in its family: an alignment turned into the scores of
 * PSI-BLAST (Altschul et al. 1997, doi:10.1093/nar/25.17.3389). The frequencies of a column, rows
 * weighted by position (Henikoff and Henikoff 1994, J. Mol. Biol. 243), are mixed with those that
 * BLOSUM62 expects beside them. Background frequencies are those of the alignment.
 *
 * <p>Cost: rows x columns, once. Immutable.
 */
public final class SequenceFamily {
  private static final int MIN_ROWS = 5;

  /** Weight of the expected frequencies: PSI-BLAST's beta. */
  private static final double EXPECTED_WEIGHT = 10;

  private static final AminoAcid[] AMINO_ACIDS = AminoAcid.values();
  private static final int NONE = -1;

  private final ProteinSequence reference;

  /** Half bits, by position in the reference and by amino acid. */
  private final double[][] scores;

  private SequenceFamily(ProteinSequence reference, double[][] scores) {
    this.reference = reference;
    this.scores = scores;
  }

  /**
   * Reads an alignment.
   *
   * @param file aligned FASTA; the first row is the protein that is asked about
   * @throws InputException when it is no alignment, has fewer than five rows, or a first row of
   *     gaps
   */
  public static SequenceFamily read(InputFile file) {
    List<FastaEntry> rows = FastaEntry.parseAligned(file.name(), file.readAllLines());
    if (rows.size() < MIN_ROWS) {
      throw InputException.file(
          file.name(),
          "is an alignment of "
              + rows.size()
              + " sequences; expected "
              + MIN_ROWS
              + " or more of the protein's family, the protein itself first.");
    }
    FastaEntry first = rows.get(0);
    String residues = first.letters().replace("-", "");
    if (residues.isEmpty()) {
      throw InputException.line(
          file.name(),
          first.line(),
          "is a row of gaps; expected the protein that is asked about as the first row.");
    }
    int[] columns =
        IntStream.range(0, first.letters().length())
            .filter(c -> first.letters().charAt(c) != '-')
            .toArray();
    int[][] alignment =
        Arrays.stream(columns)
            .mapToObj(c -> rows.stream().mapToInt(r -> aminoAcid(r.letters().charAt(c))).toArray())
            .toArray(int[][]::new);
    return new SequenceFamily(
        new ProteinSequence(first.accession(), first.accession(), residues), scores(alignment));
  }

  /** The protein of the first row, without its gaps. */
  public ProteinSequence reference() {
    return reference;
  }

  /**
   * How well an amino acid fits a place: the log odds of its frequency there, half bits as in
   * BLOSUM62; negative for one that the family avoids.
   *
   * @param position in {@link #reference}, 1-based
   */
  public double score(int position, AminoAcid aminoAcid) {
    return scores[position - 1][aminoAcid.ordinal()];
  }

  /** Ordinal of the amino acid of a letter; {@link #NONE} for a gap or an unknown residue. */
  private static int aminoAcid(char letter) {
    return AminoAcid.ofLetter(letter).map(AminoAcid::ordinal).orElse(NONE);
  }

  /**
   * @param alignment by column and row, ordinals of amino acids
   */
  private static double[][] scores(int[][] alignment) {
    double[] weights = weights(alignment);
    List<double[]> frequencies = new ArrayList<>();
    double kinds = 0;
    for (int[] column : alignment) {
      frequencies.add(frequencies(column, weights));
      kinds += (double) Arrays.stream(column).filter(a -> a != NONE).distinct().count();
    }
    double observedWeight = kinds / alignment.length - 1;
    double[] background = background(frequencies);
    return frequencies.stream()
        .map(f -> scores(f, background, observedWeight))
        .toArray(double[][]::new);
  }

  /** Each row's share, 0 to 1: a residue counts less the more rows have it, column by column. */
  private static double[] weights(int[][] alignment) {
    double[] weights = new double[alignment[0].length];
    for (int[] column : alignment) {
      int[] count = new int[AMINO_ACIDS.length];
      Arrays.stream(column).filter(a -> a != NONE).forEach(a -> count[a]++);
      long kinds = Arrays.stream(count).filter(n -> n > 0).count();
      for (int row = 0; row < column.length; row++) {
        if (column[row] != NONE) {
          weights[row] += 1.0 / (kinds * count[column[row]]);
        }
      }
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  private static double[] frequencies(int[] column, double[] weights) {
    double[] frequencies = new double[AMINO_ACIDS.length];
    double sum = 0;
    for (int row = 0; row < column.length; row++) {
      if (column[row] != NONE) {
        frequencies[column[row]] += weights[row];
        sum += weights[row];
      }
    }
    for (int a = 0; a < frequencies.length; a++) {
      frequencies[a] /= sum;
    }
    return frequencies;
  }

  /** Mean frequencies of all columns, none of them zero. */
  private static double[] background(List<double[]> frequencies) {
    double[] background = new double[AMINO_ACIDS.length];
    for (int a = 0; a < background.length; a++) {
      int aminoAcid = a;
      double sum = frequencies.stream().mapToDouble(f -> f[aminoAcid]).sum();
      background[a] = (sum + 1) / (frequencies.size() + AMINO_ACIDS.length);
    }
    return background;
  }

  private static double[] scores(double[] frequencies, double[] background, double observedWeight) {
    double[] scores = new double[AMINO_ACIDS.length];
    for (int a = 0; a < scores.length; a++) {
      double expected = 0;
      for (int b = 0; b < scores.length; b++) {
        double halfBits = AminoAcidScales.blosum62(AMINO_ACIDS[a], AMINO_ACIDS[b]);
        expected += frequencies[b] * Math.pow(2, halfBits / 2);
      }
      double odds =
          (observedWeight * frequencies[a] / background[a] + EXPECTED_WEIGHT * expected)
              / (observedWeight + EXPECTED_WEIGHT);
      scores[a] = 2 * Math.log(odds) / Math.log(2);
    }
    return scores;
  }
}
