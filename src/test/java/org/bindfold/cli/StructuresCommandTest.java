package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code structures get} refuses before it asks the network for anything. */
class StructuresCommandTest {
  @TempDir private Path folder;

  private record Run(int code, String err) {}

  private Run get(String id, Path directory) {
    StringWriter err = new StringWriter();
    int code =
        Main.execute(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "structures",
            "get",
            id,
            "-o",
            directory.toString());
    return new Run(code, err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1IE", "IEP1", "1IEPX", "../x", "1I/P", "pdb_00011iep", "pdb_1iep"})
  void whatIsNoIdIsWrongUsage(String id) {
    Run run = get(id, folder.resolve("out"));

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("ID", "1IEP or pdb_00001iep");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1IEP", "1iep", "pdb_00001iep", "PDB_00001IEP"})
  void aFileThatIsThereIsKept(String id) throws Exception {
    Path file = Files.writeString(folder.resolve("1IEP.cif.gz"), "mine");

    Run run = get(id, folder);

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("1IEP.cif.gz", "is there already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aFileInTheFoldersPlace() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "x");

    Run run = get("1IEP", file);

    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).contains("taken", "cannot be made").doesNotContain("\tat ");
  }
}
