package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bindfold.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ValidateCommandTest {
  private static final String HEADER = "drug\tmutation\tddg_exp_kcal_mol\tpeer\tsource\n";

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void aFolderOfComplexes() throws Exception {
    Path complexes = Files.createDirectory(folder.resolve("complexes"));
    Files.copy(Path.of("structures/1IEP.pdb"), complexes.resolve("imatinib.pdb"));
    Files.copy(Path.of("structures/1IEP_STI.sdf"), complexes.resolve("imatinib.sdf"));
  }

  @Test
  void writesFilesThatAgreeAndListsWhatCannotBeScored() throws Exception {
    Run run =
        table(
            HEADER
                + "imatinib\tT315I\t2.2\t1.5\tpaper\n"
                + "imatinib\tF317L\t0.4\t\tpaper\n"
                + "imatinib\tT316I\t0.4\t0.2\tpaper\n"
                + "unknownib\tT315I\t1.0\t0.1\tpaper\n");

    assertThat(run.code).as(run.err).isEqualTo(4);
    assertThat(run.err)
        .contains("table.tsv:4", "imatinib T316I", "table.tsv:5", "unknownib.pdb", "2 of 4 rows");
    assertThat(run.out).startsWith("subset\tpredictor\tn\t").contains("all without T315I\tpeer");
    List<String> residuals = Files.readAllLines(folder.resolve("out/residuals.tsv"));
    assertThat(residuals).hasSize(5);
    assertThat(residuals.get(4)).startsWith("unknownib\tT315I\t1.000\t\t").contains("no structure");
    String svg = Files.readString(folder.resolve("out/scatter.svg"));
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("g")
                .getLength())
        .isEqualTo(2);
    assertThat(folder.resolve("out/metrics.json"))
        .content()
        .contains("\"metrics\"", "\"residuals\"");
    assertThat(table(Files.readString(folder.resolve("table.tsv")), "--allow-skipped").code)
        .isZero();
  }

  /** Forty rows: fewer would not be shared out. */
  @Test
  void oneThreadIsTheCommandsOwnAndTheirNumberDoesNotMatter() throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    for (String site : List.of("T315", "F317", "M351", "F359")) {
      for (char mutant : "AGVILCSNQD".toCharArray()) {
        text.append("imatinib\t").append(site).append(mutant).append("\t").append(mutant % 7);
        text.append("\t").append(mutant % 5).append("\tx\n");
      }
    }
    List<List<String>> contents = new ArrayList<>();

    assertThat(
            workersDuring(() -> contents.add(contents(table(text.toString(), "--threads", "1")))))
        .isEmpty();
    assertThat(
            workersDuring(() -> contents.add(contents(table(text.toString(), "--threads", "3")))))
        .isNotEmpty();

    assertThat(contents.get(1)).isEqualTo(contents.get(0));
  }

  /** The threads that score, as a thread beside them sees them; scoring takes a second or so. */
  private static Set<Thread> workersDuring(Callable<?> work) throws Exception {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean over = new AtomicBoolean();
    Thread watcher =
        new Thread(
            () -> {
              while (!over.get()) {
                Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("working"))
                    .forEach(seen::add);
              }
            });
    watcher.start();
    try {
      work.call();
    } finally {
      over.set(true);
      watcher.join();
    }
    return seen;
  }

  @Test
  void tablesThatCannotBeUsed() throws Exception {
    refuses("drug\tmutation\nimatinib\tT315I\n", "table.tsv:1", "ddg_exp_kcal_mol");
    refuses(HEADER + "imatinib\tT315I\tNaN\t1\tx\n", "table.tsv:2", "'NaN'", "finite");
    refuses(
        HEADER
            + "imatinib\tT315I\t1\t1\tx\nimatinib\tF317L\t1\t2\tx\nimatinib\tF317V\t1\thigh\tx\n",
        "table.tsv:4",
        "'high'",
        "peer");
    refuses(HEADER + "imatinib\tT315I\t1,5\t1\tx\n", "table.tsv:2", "decimal point");
    refuses(HEADER + "imatinib\tT315I\t1\n", "table.tsv:2", "3 tab-separated cells");
    refuses(
        HEADER + "imatinib\tT315I\t1\t1\tx\nimatinib\tp.Thr315Ile\t1\t1\tx\n",
        "table.tsv:3",
        "line 2");
    refuses(HEADER + "../imatinib\tT315I\t1\t1\tx\n", "table.tsv:2", "../imatinib");
    refuses(HEADER, "0 rows");
    refuses(HEADER + "unknownib\tT315I\t1\t1\tx\n", "none of its 1 rows", "unknownib.pdb");
  }

  @Test
  void wrongUsage() throws Exception {
    String text = HEADER + "imatinib\tT315I\t1\t1\tx\n";

    assertThat(table(text, "--without", "F317L").code).isEqualTo(2);
    assertThat(table(text, "--screen", "x.tsv").code).isEqualTo(2);
    assertThat(table(text, "--numbering", "uniprot:NOSUCH1").code).isEqualTo(2);
    assertThat(table(text, "--threads", "0").code).isEqualTo(2);
    assertThat(run("validate", "--structures", "x", "-o", "y").code).isEqualTo(2);
    assertThat(
            run("validate", "--table", "t", "--structures", folder + "/no", "-o", folder + "/out")
                .code)
        .isEqualTo(3);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aScreenIsJudgedWithTheProbabilityOfResistance() throws Exception {
    String file = folder.resolve("screen.tsv").toString();
    Files.writeString(
        Path.of(file),
        """
        drug\tsnv\tprotein_change\tconsequence\tadjusted_lfc\tclass
        imatinib\ta\tT315I\tmissense\t4.0\tresistant
        imatinib\tb\tF317L\tmissense\t0.5\tsensitive
        imatinib\tc\tF317L\tmissense\t3.5\tresistant
        imatinib\td\tT315T\tsynonymous\t0.0\tsensitive
        imatinib\te\tL184I\tmissense\t0.0\tsensitive
        """);

    Run run =
        run(
            "validate",
            "--screen",
            file,
            "--structures",
            folder + "/complexes",
            "-o",
            folder + "/out");

    assertThat(run.code).as(run.err).isEqualTo(4);
    assertThat(run.out.lines().toList().get(1))
        .startsWith("imatinib\tall\tp_resistant\t3\t1\tauprc\t");
    assertThat(folder.resolve("out/changes.tsv"))
        .content()
        .contains("imatinib\tF317L\t2\t1\t2.000\tno\t");
  }

  @Test
  void scoresEveryRowOfTheMeasuredTable() {
    Run run =
        run(
            "validate",
            "--table",
            SharedData.path("tables/abl1_tki_ddg.tsv"),
            "--structures",
            SharedData.path("structures/hauser"),
            "--numbering",
            "uniprot:P00519",
            "-o",
            folder + "/out");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.out)
        .contains("all\tbindfold\t63\t13\t", "imatinib without T315I\tbindfold\t20\t4\t");
  }

  private void refuses(String text, String... words) throws Exception {
    Run run = table(text);
    assertThat(run.code).as(run.err).isEqualTo(3);
    assertThat(run.err.strip().lines()).hasSize(1);
    assertThat(run.err).contains(words);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private List<String> contents(Run run) throws Exception {
    assertThat(run.code).as(run.err).isZero();
    List<String> contents = new ArrayList<>(List.of(run.out));
    for (String name : List.of("metrics.tsv", "metrics.json", "residuals.tsv", "scatter.svg")) {
      contents.add(Files.readString(folder.resolve("out").resolve(name)));
    }
    return contents;
  }

  private Run table(String text, String... more) throws Exception {
    Path file = Files.writeString(folder.resolve("table.tsv"), text);
    List<String> args =
        new ArrayList<>(
            List.of(
                "validate",
                "--table",
                file.toString(),
                "--structures",
                folder + "/complexes",
                "-o",
                folder + "/out"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err, true), args);
    assertThat(err.toString()).doesNotContain("\tat ");
    return new Run(code, out.toString(), err.toString());
  }
}
