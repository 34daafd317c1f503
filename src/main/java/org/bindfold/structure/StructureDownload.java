package org.bindfold.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import org.bindfold.io.InputException;
import org.biojava.nbio.structure.io.CifFileReader;
import org.biojava.nbio.structure.io.LocalPDBDirectory.FetchBehavior;
import org.jspecify.annotations.Nullable;

/** Downloads entries of the Protein Data Bank through BioJava. */
public final class StructureDownload {
  private StructureDownload() {}

  /**
   * Downloads an entry as gzipped mmCIF.
   *
   * @param id four characters
   * @param folder exists
   * @return the file, {@code 1IEP.cif.gz}, in place only when complete
   * @throws InputException when it cannot be had, or the file is there already
   */
  public static Path mmCif(String id, Path folder) {
    String upper = id.toUpperCase(Locale.ROOT);
    Path file = folder.resolve(upper + ".cif.gz");
    if (Files.exists(file)) {
      throw InputException.file(
          file.toString(), "is there already; remove it to download it again.");
    }
    Path cache = null;
    try {
      cache = Files.createTempDirectory(folder, ".bindfold-");
      CifFileReader reader = new CifFileReader(cache.toString());
      reader.setFetchBehavior(FetchBehavior.FETCH_FILES);
      reader.prefetchStructure(upper);
      Path downloaded;
      try (var files = Files.walk(cache)) {
        downloaded =
            files
                .filter(Files::isRegularFile)
                .filter(f -> f.getFileName().toString().endsWith(".cif.gz"))
                .findFirst()
                .orElseThrow(() -> new IOException("the download left no file"));
      }
      Files.move(downloaded, file, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } catch (IOException | RuntimeException e) {
      throw InputException.file(
          upper,
          "cannot be downloaded ("
              + e.getMessage()
              + "); check the id and the network, or download it by hand.",
          e);
    } finally {
      remove(cache);
    }
  }

  private static void remove(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw InputException.output(folder.toString(), "cannot be removed", e);
    }
  }
}
