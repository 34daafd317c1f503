package org.bindfold;

import java.util.Map;
import java.util.Set;
import org.bindfold.input.InputException;
import org.bindfold.input.InputFile;
import org.bindfold.pharmacology.ExpressionReader;
import org.bindfold.pharmacology.GeneLevel;

/**
 * What an expression file says.
 *
 * @param file the path as the user gave it
 * @param sha256 of the file's raw bytes, lower-case hexadecimal
 * @param levels by HGNC symbol
 */
record Expression(String file, String sha256, Map<String, GeneLevel> levels) {
  /**
   * Reads a file.
   *
   * @param panel HGNC symbols of the genes that a drug depends on
   * @throws InputException also when the file has none of them: its genes are named in another way,
   *     or are of another organism
   */
  static Expression read(String file, Set<String> panel) {
    try (InputFile input = InputFile.open(file, ExpressionReader.MAX_BYTES)) {
      Map<String, GeneLevel> levels = ExpressionReader.read(input);
      if (levels.keySet().stream().noneMatch(panel::contains)) {
        throw InputException.file(
            file,
            "has none of the genes that a drug depends on; its genes are named like "
                + levels.keySet().stream().findFirst().orElseThrow()
                + ", expected HGNC symbols of a human sample, like "
                + String.join(", ", panel)
                + ".");
      }
      return new Expression(file, input.sha256(), levels);
    }
  }
}
