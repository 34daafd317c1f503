package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.BindingTerm;
import org.bindfold.affinity.BindingTerms;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.cli.Main;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.bindfold.report.ResistanceReport;
import org.bindfold.report.ResistanceReport.Result;
import org.bindfold.resistance.Outcome;
import org.bindfold.resistance.Treatment;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.structure.BundledStructures;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** docs/extending.md names what exists, and what it says of a drug and of an energy term is so. */
class ExtendingGuideTest {
  private static final Path GUIDE = Path.of("docs/extending.md");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Path MAKERS = Path.of("src/data");
  private static final Path RESOURCES = Path.of("src/main/resources/org/bindfold");

  private static final int MOST_LINES = 5;
  private static final int MOST_CHARACTERS = 140;

  private static final Pattern FENCE = Pattern.compile("```json\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
  private static final Pattern CODE = Pattern.compile("([A-Z]\\w*)((?:\\.\\w+)*)");
  private static final Pattern OPTION = Pattern.compile("--?[a-z][a-z-]*");

  @TempDir private Path folder;

  @Test
  void everySectionIsShortAndNamesATest() throws IOException {
    Map<String, String> sections = sections();

    assertThat(sections).hasSize(8);
    sections.forEach(
        (heading, text) -> {
          assertThat(text.lines().filter(line -> !line.isBlank()))
              .as(heading)
              .hasSizeLessThanOrEqualTo(MOST_LINES)
              .allMatch(line -> line.length() <= MOST_CHARACTERS);
          assertThat(named(text)).as(heading).anyMatch(name -> name.matches("\\w+Test(\\.\\w+)?"));
        });
  }

  @Test
  void everythingThatIsNamedExists() throws IOException {
    List<String> names = named(prose());
    Map<String, Path> classes = classes();
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (!(isFile(name) || isCode(name, classes) || isCommand(name) || isWord(name))) {
        missing.add(name);
      }
    }

    assertThat(missing).isEmpty();
    assertThat(names).hasSizeGreaterThan(80);
  }

  @Test
  void aDrugWithoutAPairIsNotAssessed() throws IOException {
    ResistanceReport report = report("exampleib", example());

    assertThat(report.drugValues())
        .extracting(value -> value.drug() + " " + value.quantity() + " " + value.value())
        .contains("exampleib dissociation constant 2.0000", "exampleib Cmax in plasma 1000.0000");
    Result t315i = t315i(report);
    assertThat(t315i.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    assertThat(t315i.binding()).isEmpty();
    assertThat(t315i.notes()).contains("no structure of this drug and target is bundled.");
    assertThat(sections().get("A drug")).contains("T315I is `" + t315i.outcome() + "`");
  }

  @Test
  void aDrugWithAPairIsScoredFromItsTable() throws IOException {
    ResistanceReport report =
        report("tozasertib", example().replace("\"exampleib\"", "\"tozasertib\""));

    Result t315i = t315i(report);
    assertThat(t315i.binding().orElseThrow().structure()).isEqualTo("2F4J");
    assertThat(sections().get("A drug").replaceAll("\\s+", " "))
        .contains(
            "T315I is "
                + t315i.outcome()
                + " at a fold change of "
                + t315i.foldChange().orElseThrow().toPlainString()
                + ".");
  }

  /** One drug of a catalog on the example, by the way that step 1 names. */
  private ResistanceReport report(String drug, String catalog) throws IOException {
    Path file = Files.writeString(folder.resolve("drugs.json"), catalog);
    return new Bindfold()
        .analyze(
            AnalysisRequest.of("mutations/cml-relapse.vcf")
                .withDrugs(drug)
                .with(
                    new Treatment(
                        Site.PLASMA, Optional.of(file.toString()), Optional.empty(), Map.of())));
  }

  private static Result t315i(ResistanceReport report) {
    return report.results().stream()
        .filter(result -> result.change().equals("T315I"))
        .findFirst()
        .orElseThrow();
  }

  private static String example() throws IOException {
    Matcher fence = FENCE.matcher(Files.readString(GUIDE));
    assertThat(fence.find()).isTrue();
    return fence.group(1);
  }

  @Test
  void aTermThatIsAddedCountsWithItsWeight() {
    BindingTerm large = new BindingTerm("large_loss", terms -> Math.max(0, terms.contact() - 1));
    Calibration bundled = Calibration.bundled();
    List<Calibration.Weight> weights = new ArrayList<>(bundled.weights());
    weights.add(new Calibration.Weight(large, 0.5));
    Calibration extended =
        new Calibration(weights, bundled.shift(), bundled.residualSd(), "extended");

    BindingChange before = t315i(bundled);
    BindingChange after = t315i(extended);

    assertThat(large.of(before.terms())).isGreaterThan(0.1);
    assertThat(after.ddg() - before.ddg()).isCloseTo(0.5 * large.of(before.terms()), within(1e-12));
    assertThat(extended.table("an example", "an example").lines())
        .containsSubsequence("inactive_stabilisation\t1.5552", "large_loss\t0.5000");
  }

  private static BindingChange t315i(Calibration calibration) {
    Complex complex =
        BundledStructures.load(BundledStructures.of("imatinib", "ABL1").orElseThrow());
    ChainNumbering numbering =
        ChainNumbering.of(complex, BundledSequences.of("P00519").orElseThrow()).orElseThrow();
    return new MutationScorer(complex, calibration)
        .score(
            List.of(
                new MutationScorer.Site(
                    numbering.residue(315).orElseThrow(), AminoAcid.THR, AminoAcid.ILE)));
  }

  @Test
  void everyComponentOfTheTermsCounts() throws ReflectiveOperationException {
    RecordComponent[] components = BindingTerms.class.getRecordComponents();
    Class<?>[] types = Arrays.stream(components).map(c -> double.class).toArray(Class[]::new);
    Object[] ones = Stream.generate(() -> 1.0).limit(components.length).toArray();
    double base = ddg(types, ones);
    for (int i = 0; i < components.length; i++) {
      Object[] changed = ones.clone();
      changed[i] = 2.0;

      assertThat(ddg(types, changed)).as(components[i].getName()).isGreaterThan(base);
    }
  }

  private static double ddg(Class<?>[] types, Object[] values) throws ReflectiveOperationException {
    return Calibration.bundled()
        .ddg(BindingTerms.class.getDeclaredConstructor(types).newInstance(values));
  }

  @Test
  void theModelsDocumentHasTheSumThatShips() throws IOException {
    Calibration bundled = Calibration.bundled();
    String sum =
        bundled.weights().stream()
            .map(
                weight ->
                    Pattern.quote(String.format(Locale.ROOT, "%.3f x ", weight.value()))
                        + "(?:\\w+ )?"
                        + weight.term().name().replace('_', ' '))
            .collect(
                Collectors.joining(
                    " \\+ ",
                    "ddG = ",
                    Pattern.quote(String.format(Locale.ROOT, " + %.3f.", bundled.shift()))));

    assertThat(Files.readString(Path.of("docs/model.md")).replaceAll("\\s+", " "))
        .containsPattern(sum);
  }

  private static String prose() throws IOException {
    return FENCE.matcher(Files.readString(GUIDE)).replaceAll("");
  }

  /** The text under each heading, without the example. */
  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new TreeMap<>();
    Arrays.stream(prose().split("(?m)^## "))
        .skip(1)
        .map(part -> part.split("\n", 2))
        .forEach(part -> sections.put(part[0], part[1]));
    return sections;
  }

  private static List<String> named(String text) {
    return NAMED.matcher(text).results().map(m -> m.group(1)).distinct().toList();
  }

  /** At the top, or among the data files. */
  private static boolean isFile(String name) {
    return Stream.of(Path.of(name), RESOURCES.resolve(name), MAKERS.resolve(name))
        .anyMatch(Files::exists);
  }

  /** Source files by the name of their class. */
  private static Map<String, Path> classes() throws IOException {
    Map<String, Path> classes = new TreeMap<>();
    for (Path root : List.of(SOURCES, TESTS)) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(root::relativize)
            .forEach(
                file ->
                    classes.put(file.getFileName().toString().replaceFirst("\\.java$", ""), file));
      }
    }
    return classes;
  }

  /** A class, and what it declares: {@code PairPotential.Term}. */
  private static boolean isCode(String name, Map<String, Path> classes) {
    Matcher code = CODE.matcher(name);
    if (!code.matches() || !classes.containsKey(code.group(1))) {
      return false;
    }
    String file = classes.get(code.group(1)).toString();
    try {
      Class<?> type =
          Class.forName(
              file.replaceFirst("\\.java$", "").replace(File.separatorChar, '.'),
              false,
              ExtendingGuideTest.class.getClassLoader());
      String member = code.group(2).replaceFirst("^\\.", "");
      return member.isEmpty() || declared(type).anyMatch(member::equals);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> declared(Class<?> type) {
    return Stream.of(
            Arrays.stream(type.getDeclaredMethods()).map(m -> m.getName()),
            Arrays.stream(type.getDeclaredFields()).map(f -> f.getName()),
            Arrays.stream(type.getDeclaredClasses()).map(c -> c.getSimpleName()))
        .flatMap(names -> names);
  }

  /** A command with options that it has and folders that exist, or an option of some command. */
  private static boolean isCommand(String text) {
    CommandLine root = new CommandLine(Main.class);
    if (OPTION.matcher(text).matches()) {
      return root.getSubcommands().values().stream().anyMatch(c -> has(c, text));
    }
    CommandLine command = root;
    List<String> words = List.of(text.split(" "));
    int next = 1;
    while (next < words.size() && command.getSubcommands().containsKey(words.get(next))) {
      command = command.getSubcommands().get(words.get(next++));
    }
    CommandLine found = command;
    return words.get(0).equals("bindfold")
        && command != root
        && words.stream()
            .skip(next)
            .allMatch(
                word ->
                    OPTION.matcher(word).matches()
                        ? has(found, word)
                        : word.matches("[A-Z]+") || Files.exists(Path.of(word)));
  }

  private static boolean has(CommandLine command, String option) {
    return command.getCommandSpec().findOption(option) != null;
  }

  /** A drug, an outcome, or a field of a data file, as the program writes it. */
  private static boolean isWord(String name) {
    return Arrays.stream(Outcome.values()).anyMatch(outcome -> outcome.toString().equals(name))
        || new Bindfold().drugs().all().stream().anyMatch(drug -> drug.name().equals(name));
  }
}
