package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bindfold.LoadedClasses;
import org.bindfold.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run looks nothing up on a network. Whoever does needs the classes of Java for addresses or
 * connections, so a process of its own writes down every class it loads.
 */
class NetworkTest {
  private static final Pattern NETWORK =
      Pattern.compile(
          "\\b(java\\.net\\.(Inet[46]Address|Inet[46]AddressImpl|Socket|SocketImpl|HttpURLConnection|DatagramSocket)"
              + "|sun\\.net\\.www\\.http\\.HttpClient"
              + "|jdk\\.internal\\.net\\.http\\.HttpClientImpl)\\s");

  @TempDir private Path folder;

  @Test
  void analyzeLooksNothingUp() throws Exception {
    assertThat(
            networkClasses(
                Main.class,
                0,
                "analyze",
                "mutations/cml-relapse.vcf",
                "--copy-number",
                "mutations/cml-relapse.cns",
                "-o",
                folder.resolve("out").toString()))
        .isEmpty();
    assertThat(folder.resolve("out/cml-relapse.bindfold.html")).isNotEmptyFile();
  }

  @Test
  void scoreOfABundledStructureLooksNothingUp() throws Exception {
    assertThat(score("structures/1DRF.pdb", "FOL", "L22F")).isEmpty();
  }

  @Test
  void scoreOfAnMmCifEntryLooksNothingUp() throws Exception {
    assertThat(score(SharedData.path("structures/reference/1ACJ.cif"), "THA", "W84A")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "address", "socket"})
  void aProgramThatDoesIsFoundOut(String how) throws Exception {
    assertThat(networkClasses(Caller.class, 0, how)).isNotEmpty();
  }

  private List<String> score(String structure, String ligand, String mutation) throws Exception {
    Path list = Files.writeString(folder.resolve("m.txt"), mutation + "\n");
    return networkClasses(
        Main.class,
        0,
        "score",
        "--structure",
        structure,
        "--ligand",
        ligand,
        "--mutations",
        list.toString());
  }

  /** Runs a class in a process of its own; what it loads of Java's network classes. */
  private List<String> networkClasses(Class<?> main, int code, String... args) throws Exception {
    return LoadedClasses.of(folder, main, code, args).stream()
        .filter(l -> NETWORK.matcher(l).find())
        .toList();
  }

  /** Does what a run must not, without leaving this machine. */
  static final class Caller {
    private Caller() {}

    public static void main(String[] args) throws Exception {
      try {
        switch (args[0]) {
          case "name" -> InetAddress.getByName("localhost");
          case "address" -> URI.create("http://127.0.0.1:1/").toURL().openStream().close();
          default -> new Socket("127.0.0.1", 1).close();
        }
      } catch (IOException expected) {
        // Nobody listens there; trying is enough.
      }
    }
  }
}
