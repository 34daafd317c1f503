package org.bindfold.io;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes files, all or none: to temporary files beside them first, and only when all of those are
 * complete are they moved to their names, replacing older files. A failure leaves neither a file
 * nor a directory that was not there before.
 */
public final class OutputFiles {
  private OutputFiles() {}

  /**
   * Writes files of one directory.
   *
   * @param directory made when missing
   * @param files file names and contents
   * @return the files, in the order given
   * @throws InputException of kind output, when the directory or a file in it cannot be written
   */
  public static List<Path> write(Path directory, Map<String, byte[]> files) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    files.forEach((name, bytes) -> contents.put(inDirectory(directory, name), bytes));
    List<Path> made = new ArrayList<>();
    try {
      makeDirectory(directory, made);
      moveIntoPlace(writeTemporaries(contents, made), made);
    } catch (IOException e) {
      removeAll(made);
      throw InputException.output(directory.toString(), reason(e), e);
    }
    return List.copyOf(contents.keySet());
  }

  /** The same for text, which is written as UTF-8. */
  public static List<Path> writeTexts(Path directory, Map<String, String> texts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return write(directory, files);
  }

  /**
   * Writes one file, whole or not at all.
   *
   * @param file in a directory that exists
   * @throws InputException of kind output, when it cannot be written
   */
  public static void writeText(Path file, String text) {
    List<Path> made = new ArrayList<>();
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      moveIntoPlace(writeTemporaries(Map.of(file, bytes), made), made);
    } catch (IOException e) {
      removeAll(made);
      throw InputException.output(
          file.toString(),
          "cannot be written; check that its folder exists and is yours to write",
          e);
    }
  }

  /**
   * Makes a directory and its missing parents; none of them where one cannot be made.
   *
   * @throws InputException of kind output, when it cannot be made
   */
  public static void makeDirectory(Path directory) {
    List<Path> made = new ArrayList<>();
    try {
      makeDirectory(directory, made);
    } catch (IOException e) {
      removeAll(made);
      throw InputException.output(
          directory.toString(),
          "cannot be made; is a file in its place, and is the folder above it yours to write?",
          e);
    }
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
      Path temporary = target.resolveSibling(temporaryName(temporaries.size()));
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

  /**
   * A name that no other run uses. Not that of Files.createTempFile, which would leave the file
   * readable by its owner alone; and without the target's, which may be as long as a name can be.
   */
  private static String temporaryName(int number) {
    return String.format(
        Locale.ROOT,
        ".bindfold-%d-%x-%d.tmp",
        ProcessHandle.current().pid(),
        System.nanoTime(),
        number);
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
