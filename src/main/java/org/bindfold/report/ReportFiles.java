package org.bindfold.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindfold.io.InputException;

/**
 * Writes a report into a directory, one file per format: {@code LABEL.bindfold.json} and so on.
 *
 * <p>All files or none: everything is rendered in memory, then written to temporary files in the
 * same directory, and only when all of them are complete are they moved to their names, replacing
 * older ones. A failure leaves neither a file nor a directory that was not there before.
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
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    for (ReportFormat format : EnumSet.copyOf(formats)) {
      contents.put(
          inDirectory(directory, fileName(report.label(), format)), format.writer().render(report));
    }
    writeAll(directory, contents);
    return List.copyOf(contents.keySet());
  }

  /**
   * Writes files of given names, all or none.
   *
   * @param directory made when missing
   * @param texts file names and contents
   * @return the files, in the order given
   * @throws InputException when the directory or a file in it cannot be written
   */
  public static List<Path> write(Path directory, Map<String, String> texts) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    texts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return writeBytes(directory, bytes);
  }

  /** The same for files that are not text. */
  public static List<Path> writeBytes(Path directory, Map<String, byte[]> files) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    files.forEach((name, bytes) -> contents.put(inDirectory(directory, name), bytes));
    writeAll(directory, contents);
    return List.copyOf(contents.keySet());
  }

  private static void writeAll(Path directory, Map<Path, byte[]> contents) {
    List<Path> made = new ArrayList<>();
    try {
      makeDirectory(directory, made);
      moveIntoPlace(writeTemporaries(contents, made), made);
    } catch (IOException e) {
      removeAll(made);
      throw InputException.output(directory.toString(), reason(e), e);
    }
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

  private static Path inDirectory(Path directory, String fileName) {
    try {
      return directory.resolve(fileName);
    } catch (InvalidPathException e) {
      throw InputException.output(
          directory.toString(),
          "this system's locale cannot write the file name "
              + fileName
              + "; use a UTF-8 locale (LC_ALL=C.UTF-8) or a label of plain letters.",
          e);
    }
  }

  /** Makes the directory and its missing parents, outermost first. */
  private static void makeDirectory(Path directory, List<Path> made) throws IOException {
    List<Path> missing = new ArrayList<>();
    Path existing = directory.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      missing.add(0, existing);
      existing = existing.getParent();
    }
    if (existing != null && !Files.isDirectory(existing)) {
      throw new FileSystemException(existing.toString(), null, "is a file, not a directory");
    }
    for (Path path : missing) {
      // A run beside this one may have made it meanwhile; then it is not ours to remove.
      boolean ours = !Files.exists(path);
      Files.createDirectories(path);
      if (ours) {
        made.add(path);
      }
    }
  }

  private static Map<Path, Path> writeTemporaries(Map<Path, byte[]> contents, List<Path> made)
      throws IOException {
    Map<Path, Path> temporaries = new LinkedHashMap<>();
    for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
      Path target = entry.getKey();
      if (Files.isDirectory(target)) {
        throw new FileSystemException(
            target.toString(), null, "is a directory where the report's file should go");
      }
      // Not Files.createTempFile: it would leave the report readable by its owner alone.
      String unique =
          ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + ".tmp";
      Path temporary = target.resolveSibling("." + target.getFileName() + "." + unique);
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        made.add(temporary);
        ByteBuffer bytes = ByteBuffer.wrap(entry.getValue());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        // A full disk must be known before the first file is moved.
        channel.force(true);
      }
      temporaries.put(temporary, target);
    }
    return temporaries;
  }

  private static void moveIntoPlace(Map<Path, Path> temporaries, List<Path> made)
      throws IOException {
    for (Map.Entry<Path, Path> entry : temporaries.entrySet()) {
      try {
        Files.move(entry.getKey(), entry.getValue(), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(entry.getKey(), entry.getValue(), StandardCopyOption.REPLACE_EXISTING);
      }
      made.add(entry.getValue());
    }
  }

  private static void removeAll(List<Path> made) {
    for (int i = made.size() - 1; i >= 0; i--) {
      try {
        Files.deleteIfExists(made.get(i));
      } catch (IOException e) {
        // The failure that led here is the one to report; this one follows from it.
        continue;
      }
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "cannot be written (permission denied); choose another output directory.";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return "cannot be written ("
          + system.getFile()
          + ": "
          + system.getReason()
          + "); choose another output directory.";
    }
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "cannot be written (" + why + "); is the disk full, or the directory gone?";
  }
}
