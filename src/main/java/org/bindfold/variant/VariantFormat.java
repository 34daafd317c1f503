package org.bindfold.variant;

import org.bindfold.genome.GeneModels;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;

/** A format of variant files that {@link VariantReader} is given. */
public interface VariantFormat {
  /**
   * Whether a file is of this format.
   *
   * @param firstLine of the file, without a byte order mark
   */
  boolean claims(String firstLine);

  /**
   * Reads a file of this format to its end.
   *
   * @param firstLine already taken from {@code lines}
   * @param lines of {@code file}, standing on the first
   * @param models by which positions become protein changes
   * @throws InputException when the file as a whole cannot be used
   */
  VariantSet read(
      String firstLine,
      ByteLines lines,
      InputFile file,
      VariantReadOptions options,
      GeneModels models);
}
