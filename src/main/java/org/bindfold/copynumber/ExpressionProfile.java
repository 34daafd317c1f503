package org.bindfold.copynumber;

import java.util.Map;
import java.util.Set;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;

/**
 * What an expression file says.
 *
 * @param file the path as the user gave it
 * @param sha256 of the file's raw bytes, lower-case hexadecimal
 * @param levels by HGNC symbol
 */
public record ExpressionProfile(String file, String sha256, Map<String, GeneLevel> levels) {
  /**
   * Reads a file.
   *
   * @param panel HGNC symbols of the genes that a drug depends on
   * @throws InputException also when the file has none of them: its genes are named in another way,
   *     or are of another organism
   */
  public static ExpressionProfile read(String file, Set<String> panel) {
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
      return new ExpressionProfile(file, input.sha256(), levels);
    }
  }
}
