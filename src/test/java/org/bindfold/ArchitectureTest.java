package org.bindfold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the rooms and their arrows, and docs/architecture.md, true. */
class ArchitectureTest {
  private static final String BASE = "org.bindfold";
  private static final String ROOT = "root";

  /** Each room, and the only rooms that it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("io", Set.of()),
          Map.entry("energy", Set.of()),
          Map.entry("sequence", Set.of("io")),
          Map.entry("genome", Set.of("io", "sequence")),
          Map.entry("structure", Set.of("io", "energy", "sequence")),
          Map.entry("variant", Set.of("io", "sequence", "genome")),
          Map.entry("copynumber", Set.of("io", "genome")),
          Map.entry("affinity", Set.of("io", "energy", "structure", "sequence")),
          Map.entry("evidence", Set.of("io")),
          Map.entry("binding", Set.of("affinity", "structure", "sequence", "io")),
          Map.entry("pharmacology", Set.of("copynumber", "sequence", "io")),
          Map.entry(
              "resistance",
              Set.of(
                  "binding",
                  "pharmacology",
                  "evidence",
                  "variant",
                  "copynumber",
                  "genome",
                  "sequence",
                  "io")),
          Map.entry("table", Set.of()),
          Map.entry(
              "report",
              Set.of(
                  "resistance",
                  "binding",
                  "affinity",
                  "pharmacology",
                  "evidence",
                  "variant",
                  "copynumber",
                  "genome",
                  "sequence",
                  "table",
                  "io")),
          Map.entry(
              "validation", Set.of("binding", "affinity", "structure", "sequence", "table", "io")),
          Map.entry(
              ROOT,
              Set.of(
                  "report",
                  "resistance",
                  "binding",
                  "affinity",
                  "pharmacology",
                  "evidence",
                  "variant",
                  "copynumber",
                  "genome",
                  "sequence",
                  "io")),
          Map.entry(
              "cli",
              Set.of(
                  ROOT,
                  "validation",
                  "report",
                  "table",
                  "resistance",
                  "binding",
                  "pharmacology",
                  "structure",
                  "genome",
                  "io")));

  /** Libraries, and the only rooms that import them. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "org.biojava..", Set.of("sequence", "structure"),
          "org.openscience.cdk..", Set.of("structure"),
          "org.jgrapht..", Set.of("structure"),
          "org.apache.commons.math3..", Set.of("affinity", "pharmacology", "validation"),
          "org.apache.commons.compress..", Set.of("io"),
          "htsjdk..", Set.of("io", "genome", "variant"),
          "com.fasterxml.jackson..", Set.of("pharmacology", "report"),
          "com.samskivert.mustache..", Set.of("report"),
          "picocli..", Set.of("cli"),
          "me.tongfei.progressbar..", Set.of("cli"));

  private static final int MOST_CLASSES_AT_THE_FRONT_DOOR = 5;

  private static final Path DOCUMENT = Path.of("docs/architecture.md");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\| ([^|]*) \\|");
  private static final Pattern ARROW = Pattern.compile(" *([a-z]+) --> ([a-z]+)");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void aRoomImportsOnlyTheRoomsThatItMay() {
    List<String> others = new ArrayList<>();
    imports()
        .forEach(
            (room, found) ->
                found.stream()
                    .filter(other -> !MAY_IMPORT.getOrDefault(room, Set.of()).contains(other))
                    .forEach(other -> others.add(room + " imports " + other)));

    assertThat(others).isEmpty();
    assertThat(imports().keySet()).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
  }

  @Test
  void thereAreNoCyclesAmongPackages() {
    slices().matching(BASE + ".(**)").namingSlices("$1").should().beFreeOfCycles().check(CLASSES);
    assertThat(imports().values()).noneMatch(found -> found.contains("cli"));
    assertThat(imports().entrySet())
        .filteredOn(e -> e.getValue().contains(ROOT))
        .extracting(Map.Entry::getKey)
        .containsExactly("cli");
  }

  @Test
  void theDocumentsTableNamesTheRoomsThatEachImports() throws Exception {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        documented.put(row.group(1), names(row.group(2)));
      }
    }

    assertThat(documented).isEqualTo(imports());
  }

  /** An arrow that follows from a longer way would only hide the others. */
  @Test
  void theDocumentsDiagramShowsTheArrowsThatFollowFromNoOthers() throws Exception {
    Map<String, Set<String>> drawn = new TreeMap<>();
    MAY_IMPORT.keySet().forEach(room -> drawn.put(room, new TreeSet<>()));
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher arrow = ARROW.matcher(line);
      if (arrow.matches()) {
        drawn.get(arrow.group(1)).add(arrow.group(2));
      }
    }

    assertThat(drawn).isEqualTo(withoutShortcuts(imports()));
  }

  private static Set<String> names(String cell) {
    return Arrays.stream(cell.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !name.equals("-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rooms that each room's classes depend on. */
  private static Map<String, Set<String>> imports() {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (JavaClass from : CLASSES) {
      Set<String> found = imports.computeIfAbsent(room(from), r -> new TreeSet<>());
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(to -> to.getPackageName().startsWith(BASE))
          .map(ArchitectureTest::room)
          .filter(to -> !to.equals(room(from)))
          .forEach(found::add);
    }
    return imports;
  }

  private static String room(JavaClass of) {
    String rest = of.getPackageName().substring(BASE.length());
    return rest.isEmpty() ? ROOT : rest.substring(1).split("\\.")[0];
  }

  private static Map<String, Set<String>> withoutShortcuts(Map<String, Set<String>> graph) {
    Map<String, Set<String>> reduced = new TreeMap<>();
    graph.forEach(
        (room, direct) ->
            reduced.put(
                room,
                direct.stream()
                    .filter(
                        to ->
                            direct.stream()
                                .noneMatch(via -> !via.equals(to) && reaches(graph, via, to)))
                    .collect(Collectors.toCollection(TreeSet::new))));
    return reduced;
  }

  private static boolean reaches(Map<String, Set<String>> graph, String from, String to) {
    return graph.get(from).contains(to)
        || graph.get(from).stream().anyMatch(via -> reaches(graph, via, to));
  }

  @Test
  void theFrontDoorIsSmall() {
    List<String> atTheDoor =
        CLASSES.stream()
            .filter(c -> room(c).equals(ROOT) && c.isTopLevelClass())
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("package-info"))
            .toList();

    assertThat(atTheDoor).hasSizeLessThanOrEqualTo(MOST_CLASSES_AT_THE_FRONT_DOOR);
  }

  @Test
  void aLibraryIsImportedOnlyByItsRooms() {
    LIBRARIES.forEach(
        (library, rooms) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    rooms.stream().map(r -> BASE + "." + r + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
  }

  @Test
  void threadsAreMadeInOneRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".io..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Executor.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Executors.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ForkJoinTask.class)
        .orShould()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "of a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "that runs a stream on several threads",
                call ->
                    call.getName().equals("parallelStream")
                        || (call.getName().equals("parallel")
                            && call.getTargetOwner().isAssignableTo(BaseStream.class))))
        .check(CLASSES);
  }

  @Test
  void numbersAreRoundedInOneRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".report..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(BigDecimal.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(RoundingMode.class)
        .check(CLASSES);
  }

  @Test
  void nothingThatPredictsReadsMeasuredEvidence() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            BASE + ".evidence..", BASE + ".resistance..", BASE + ".report..", BASE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".evidence..")
        .check(CLASSES);
  }

  @Test
  void noTypeOfALibraryStandsInThePublicApi() {
    List<String> leaks =
        CLASSES.stream()
            .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(c -> c.getMembers().stream())
            .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(
                m ->
                    m.getAllInvolvedRawTypes().stream()
                        .anyMatch(t -> isLibrary(t.getBaseComponentType().getPackageName())))
            .map(JavaMember::getFullName)
            .toList();

    assertThat(leaks).isEmpty();
  }

  @Test
  void onlyTheCommandLineEndsTheProcessOrPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void whatLeavesARoomCannotBeChanged() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .beEnums()
        .check(CLASSES);
  }

  private static boolean isLibrary(String packageName) {
    return !packageName.isEmpty()
        && Arrays.stream(new String[] {"java", BASE, "org.jspecify"})
            .noneMatch(p -> packageName.equals(p) || packageName.startsWith(p + "."));
  }
}
