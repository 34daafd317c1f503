package org.bindfold.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;

/**
 * What stands at each position of a protein in its family: an alignment turned into scores after
 * PSI-BLAST (Altschul et al. 1997, doi:10.1093/nar/25.17.3389). The frequencies of a column, rows
 * weighted by position (Henikoff and Henikoff 1994, J. Mol. Biol. 243), are mixed with those that
 * BLOSUM62 expects beside them. All columns share one set of weights, and background frequencies
 * are those of the alignment. A column that fewer than half of the rows fill is no position of the
 * family.
 *
 * <p>Cost: rows x columns in time, a byte of memory each. Immutable.
 */
public final class SequenceFamily {
  private static final int MIN_ROWS = 5;
  private static final int MAX_ROWS = 20_000;

  /** Weight of the expected frequencies beside the kinds of residue in a column; assumed. */
  private static final double EXPECTED_WEIGHT = 10;

  private static final AminoAcid[] AMINO_ACIDS = AminoAcid.values();
  private static final byte NONE = -1;

  private final ProteinSequence reference;

  /** Half bits, by position in the reference and by amino acid; nothing where there is no score. */
  private final double[][] scores;

  private SequenceFamily(ProteinSequence reference, double[][] scores) {
    this.reference = reference;
    this.scores = scores;
  }

  /**
   * Reads an alignment.
   *
   * @param file aligned FASTA; the first row is the protein that is asked about
   * @throws InputException when it is no alignment, has fewer than 5 rows or more than 20,000, or
   *     no column of the first row that half of the rows fill
   */
  public static SequenceFamily read(InputFile file) {
    List<FastaEntry> rows = FastaEntry.parseAligned(file.name(), file.readAllLines());
    if (rows.size() < MIN_ROWS || rows.size() > MAX_ROWS) {
      throw InputException.file(
          file.name(),
          "is an alignment of "
              + rows.size()
              + " sequences; expected "
              + MIN_ROWS
              + " to "
              + MAX_ROWS
              + " of the protein's family, the protein itself first.");
    }
    FastaEntry first = rows.get(0);
    int[] positions =
        IntStream.range(0, first.letters().length())
            .filter(c -> first.letters().charAt(c) != '-')
            .toArray();
    byte[][] columns = new byte[positions.length][];
    int filled = 0;
    for (int p = 0; p < positions.length; p++) {
      byte[] column = column(rows, positions[p]);
      boolean counts = 2 * count(column) >= rows.size();
      columns[p] = counts ? column : new byte[0];
      filled += counts ? 1 : 0;
    }
    if (filled == 0) {
      throw InputException.line(
          file.name(),
          first.line(),
          "has no residue that half of the sequences are aligned with; expected the protein that is"
              + " asked about as the first row.");
    }
    return new SequenceFamily(
        new ProteinSequence(first.accession(), first.accession(), first.letters().replace("-", "")),
        scores(columns));
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
   * @return empty where the family has no such position
   */
  public OptionalDouble score(int position, AminoAcid aminoAcid) {
    double[] here = scores[position - 1];
    return here.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(here[aminoAcid.ordinal()]);
  }

  /** Ordinals of the amino acids of a column, {@link #NONE} for a gap or an unknown residue. */
  private static byte[] column(List<FastaEntry> rows, int column) {
    byte[] aminoAcids = new byte[rows.size()];
    for (int row = 0; row < aminoAcids.length; row++) {
      aminoAcids[row] =
          AminoAcid.ofLetter(rows.get(row).letters().charAt(column))
              .map(a -> (byte) a.ordinal())
              .orElse(NONE);
    }
    return aminoAcids;
  }

  private static int count(byte[] column) {
    int count = 0;
    for (byte aminoAcid : column) {
      count += aminoAcid != NONE ? 1 : 0;
    }
    return count;
  }

  /**
   * @param columns by position and row; without rows where the family has no such position
   */
  private static double[][] scores(byte[][] columns) {
    List<byte[]> filled = Arrays.stream(columns).filter(c -> c.length > 0).toList();
    double[] weights = weights(filled);
    double[] background = new double[AMINO_ACIDS.length];
    double kinds = 0;
    for (byte[] column : filled) {
      double[] frequencies = frequencies(column, weights);
      for (int a = 0; a < background.length; a++) {
        background[a] += frequencies[a];
        kinds += frequencies[a] > 0 ? 1 : 0;
      }
    }
    for (int a = 0; a < background.length; a++) {
      background[a] = (background[a] + 1) / (filled.size() + background.length);
    }
    double observedWeight = kinds / filled.size() - 1;
    return Arrays.stream(columns)
        .map(
            c ->
                c.length == 0
                    ? new double[0]
                    : scores(frequencies(c, weights), background, observedWeight))
        .toArray(double[][]::new);
  }

  /** Each row's share, 0 to 1: a residue counts less the more rows have it, column by column. */
  private static double[] weights(List<byte[]> columns) {
    double[] weights = new double[columns.get(0).length];
    for (byte[] column : columns) {
      int[] count = new int[AMINO_ACIDS.length];
      for (byte aminoAcid : column) {
        if (aminoAcid != NONE) {
          count[aminoAcid]++;
        }
      }
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

  private static double[] frequencies(byte[] column, double[] weights) {
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
