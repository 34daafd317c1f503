package org.bindfold.structure;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindfold.io.InputException;

/**
 * A folder of complexes named by drug: {@code DRUG.pdb} or {@code DRUG.cif}, each also with {@code
 * .gz}, and, unless the ligand is inside, {@code DRUG.sdf} or {@code DRUG.mol2}.
 *
 * @param name the folder's path as the user gave it
 */
public record ComplexFolder(String name) {
  private static final List<String> STRUCTURES = List.of(".pdb", ".cif", ".pdb.gz", ".cif.gz");
  private static final List<String> LIGANDS = List.of(".sdf", ".mol2");

  /**
   * Checks that the folder is there.
   *
   * @throws InputException when it is not
   */
  public ComplexFolder {
    if (!isDirectory(name)) {
      throw InputException.file(
          name, "is not a folder; expected one with DRUG.pdb or DRUG.cif for each drug.");
    }
  }

  /**
   * The complex of a drug; empty when the folder has no structure of that name.
   *
   * @param drug a plain name, without separators of paths
   * @param ligandCode the ligand's residue name in the structure; by default the ligand's own file,
   *     else the only candidate inside
   */
  public Optional<ComplexReader.Source> find(String drug, Optional<String> ligandCode) {
    Optional<String> ligandFile = ligandCode.isPresent() ? Optional.empty() : file(drug, LIGANDS);
    return file(drug, STRUCTURES)
        .map(s -> new ComplexReader.Source(s, Optional.empty(), ligandCode, ligandFile));
  }

  private Optional<String> file(String drug, List<String> suffixes) {
    return suffixes.stream()
        .map(s -> Path.of(name).resolve(drug + s))
        .filter(Files::isRegularFile)
        .map(Path::toString)
        .findFirst();
  }

  private static boolean isDirectory(String name) {
    try {
      return Files.isDirectory(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
