package org.bindfold.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindfold.io.InputException;
import org.bindfold.io.OutputFiles;

/**
 * Writes a report into a directory, one file per format: {@code LABEL.bindfold.json} and so on. All
 * files or none: everything is rendered before the first is written.
 */
public final class ReportFiles {
  private static final String SUFFIX = ".bindfold.";
  private static final String NAMELESS = "report";

  /** File systems allow 255 bytes in a name; the rest is for the suffix and the temporary name. */
  private static final int MAX_LABEL_BYTES = 180;

  private ReportFiles() {}

  /**
   * Writes the report.
   *
   * @param directory made when missing
   * @param formats at least one
   * @return the files, in the order of {@link ReportFormat}
   * @throws InputException when the directory or a file in it cannot be written
   */
  public static List<Path> write(
      ResistanceReport report, Path directory, Collection<ReportFormat> formats) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ReportFormat format : EnumSet.copyOf(formats)) {
      files.put(fileName(report.label(), format), format.writer().render(report));
    }
    return OutputFiles.write(directory, files);
  }

  /**
   * The name of the file that {@link #write} makes.
   *
   * <p>Letters, digits and {@code . _ - +} of the label are kept, letters of any script; every
   * other character becomes {@code _}. Dots and hyphens in front are dropped, so that the file is
   * neither hidden nor taken for an option. What is longer than 180 bytes of UTF-8 is cut; a label
   * with nothing left is called {@code report}.
   */
  public static String fileName(String label, ReportFormat format) {
    StringBuilder name = new StringBuilder();
    int bytes = 0;
    int[] characters = Normalizer.normalize(label, Normalizer.Form.NFC).codePoints().toArray();
    for (int character : characters) {
      if (name.isEmpty() && (character == '.' || character == '-')) {
        continue;
      }
      String kept = isSafe(character) ? Character.toString(character) : "_";
      bytes += kept.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_LABEL_BYTES) {
        break;
      }
      name.append(kept);
    }
    return (name.isEmpty() ? NAMELESS : name) + SUFFIX + format.writer().extension();
  }

  private static boolean isSafe(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.COMBINING_SPACING_MARK
        || (character < 0x80 && "._-+".indexOf(character) >= 0);
  }
}
