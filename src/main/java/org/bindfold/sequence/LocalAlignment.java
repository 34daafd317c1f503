package org.bindfold.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bindfold.input.InputException;
import org.bindfold.input.ResourceTable;

/**
 * The best local alignment of two protein sequences (Smith and Waterman 1981,
 * doi:10.1016/0022-2836(81)90087-5) with affine gaps (Gotoh 1982,
 * doi:10.1016/0022-2836(82)90398-9): BLOSUM62, a gap of n residues costs 10 + n.
 *
 * <p>Cost: one step and one byte for each pair of residues. Deterministic: of equal alignments the
 * one that ends first in the query, then in the target, and with the fewest gaps near its end.
 */
final class LocalAlignment {
  private static final int GAP_OPEN = 10;
  private static final int GAP_EXTEND = 1;

  /** A long chain against the longest human protein (titin, 34350 residues) stays below. */
  private static final long MAX_CELLS = 1L << 27;

  private static final int FAR_BELOW_ZERO = Integer.MIN_VALUE / 2;
  private static final int[][] SCORES = blosum62();

  /** How a cell of the three matrices is reached; bits of one byte. */
  private static final int PAIR = 1;

  private static final int FROM_QUERY_GAP = 2;
  private static final int FROM_TARGET_GAP = 4;
  private static final int QUERY_GAP_GOES_ON = 8;
  private static final int TARGET_GAP_GOES_ON = 16;

  private final String query;
  private final String target;
  private final byte[][] steps;
  private int score;
  private int queryEnd;
  private int targetEnd;

  private LocalAlignment(String query, String target) {
    this.query = query;
    this.target = target;
    steps = new byte[query.length() + 1][target.length() + 1];
    fill();
  }

  /**
   * Aligns.
   *
   * @throws InputException when the two are too long
   */
  static LocalAlignment of(String query, String target) {
    if ((long) query.length() * target.length() > MAX_CELLS) {
      throw InputException.request(
          "a chain of "
              + query.length()
              + " residues and a protein of "
              + target.length()
              + " are too long to align; give the sequence of the one protein that the chain is.");
    }
    return new LocalAlignment(query, target);
  }

  /** The alignment's score, half bits. */
  int score() {
    return score;
  }

  /** The target position, 1-based, of each query residue; 0 for one that is not aligned. */
  int[] positions() {
    int[] positions = new int[query.length()];
    int i = queryEnd;
    int j = targetEnd;
    int matrix = PAIR;
    while (i > 0 && j > 0) {
      int step = steps[i][j];
      if (matrix == FROM_QUERY_GAP) {
        matrix = (step & QUERY_GAP_GOES_ON) != 0 ? FROM_QUERY_GAP : PAIR;
        j--;
      } else if (matrix == FROM_TARGET_GAP) {
        matrix = (step & TARGET_GAP_GOES_ON) != 0 ? FROM_TARGET_GAP : PAIR;
        i--;
      } else if ((step & PAIR) != 0) {
        positions[i - 1] = j;
        i--;
        j--;
      } else if ((step & (FROM_QUERY_GAP | FROM_TARGET_GAP)) != 0) {
        matrix = step & (FROM_QUERY_GAP | FROM_TARGET_GAP);
      } else {
        break;
      }
    }
    return positions;
  }

  private void fill() {
    int columns = target.length() + 1;
    int[] best = new int[columns];
    int[] targetGap = new int[columns];
    Arrays.fill(targetGap, FAR_BELOW_ZERO);
    for (int i = 1; i <= query.length(); i++) {
      int[] row = SCORES[letter(query, i)];
      int diagonal = 0;
      int queryGap = FAR_BELOW_ZERO;
      for (int j = 1; j < columns; j++) {
        int step = 0;
        int opened = best[j - 1] - GAP_OPEN - GAP_EXTEND;
        queryGap -= GAP_EXTEND;
        if (queryGap > opened) {
          step |= QUERY_GAP_GOES_ON;
        } else {
          queryGap = opened;
        }
        opened = best[j] - GAP_OPEN - GAP_EXTEND;
        targetGap[j] -= GAP_EXTEND;
        if (targetGap[j] > opened) {
          step |= TARGET_GAP_GOES_ON;
        } else {
          targetGap[j] = opened;
        }
        int pair = diagonal + row[letter(target, j)];
        diagonal = best[j];
        int most = Math.max(0, Math.max(pair, Math.max(queryGap, targetGap[j])));
        if (most > 0) {
          step |= most == pair ? PAIR : most == queryGap ? FROM_QUERY_GAP : FROM_TARGET_GAP;
        }
        best[j] = most;
        steps[i][j] = (byte) step;
        if (most > score) {
          score = most;
          queryEnd = i;
          targetEnd = j;
        }
      }
    }
  }

  private static int letter(String sequence, int position) {
    char letter = sequence.charAt(position - 1);
    return letter < SCORES.length ? letter : 'X';
  }

  /** By letter; a letter that the matrix has not scores as X, an unknown residue. */
  private static int[][] blosum62() {
    List<Map<String, String>> rows =
        ResourceTable.read("/org/bindfold/sequence/blosum62.tsv").rows();
    Map<String, String> unknown = rows.get(rows.size() - 1);
    int[][] scores = new int['Z' + 1]['Z' + 1];
    for (int[] row : scores) {
      Arrays.setAll(row, b -> score(unknown, (char) b));
    }
    for (Map<String, String> row : rows) {
      Arrays.setAll(scores[row.get("residue").charAt(0)], b -> score(row, (char) b));
    }
    return scores;
  }

  private static int score(Map<String, String> row, char letter) {
    return Integer.parseInt(row.getOrDefault(String.valueOf(letter), row.get("X")));
  }
}
