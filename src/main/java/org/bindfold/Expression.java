package org.bindfold;

import java.util.Map;
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
  /** Reads a file. */
  static Expression read(String file) {
    try (InputFile input = InputFile.open(file, ExpressionReader.MAX_BYTES)) {
      Map<String, GeneLevel> levels = ExpressionReader.read(input);
      return new Expression(file, input.sha256(), levels);
    }
  }
}
