package org.bindfold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/architecture.md true. */
class ArchitectureTest {
  /** From first to last: a room uses those before it and none after. */
  private static final List<String> ROOMS =
      List.of(
          "input",
          "energy",
          "sequence",
          "structure",
          "affinity",
          "atlas",
          "variant",
          "copynumber",
          "pharmacology",
          "evidence",
          "report");

  /** Libraries, and the only rooms that import them. */
  private static final Map<String, List<String>> LIBRARIES =
      new LinkedHashMap<>(
          Map.of(
              "org.biojava..", List.of("sequence", "structure"),
              "org.openscience.cdk..", List.of("structure"),
              "org.jgrapht..", List.of("structure"),
              "org.apache.commons.math3..", List.of("affinity", "pharmacology"),
              "htsjdk..", List.of("variant"),
              "com.fasterxml.jackson..", List.of("pharmacology", "report"),
              "com.samskivert.mustache..", List.of("report"),
              "picocli..", List.of("cli"),
              "me.tongfei.progressbar..", List.of("cli")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.bindfold");

  @Test
  void aRoomUsesOnlyTheRoomsBeforeIt() {
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : ROOMS) {
      layers = layers.layer(room).definedBy("org.bindfold." + room + "..");
    }
    layers = layers.layer("front door").definedBy("org.bindfold");
    layers = layers.layer("cli").definedBy("org.bindfold.cli..");
    for (int i = 0; i < ROOMS.size(); i++) {
      String[] later =
          Stream.concat(ROOMS.subList(i + 1, ROOMS.size()).stream(), Stream.of("front door", "cli"))
              .toArray(String[]::new);
      layers = layers.whereLayer(ROOMS.get(i)).mayOnlyBeAccessedByLayers(later);
    }
    layers
        .whereLayer("front door")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void nothingThatPredictsReadsMeasuredEvidence() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.bindfold.evidence..")
        .and()
        .doNotHaveFullyQualifiedName("org.bindfold.report.ReportEvidence")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bindfold.evidence..")
        .check(CLASSES);
  }

  @Test
  void aLibraryIsImportedOnlyByItsRooms() {
    LIBRARIES.forEach(
        (library, rooms) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    rooms.stream().map(r -> "org.bindfold." + r + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
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
        .resideOutsideOfPackage("org.bindfold.cli..")
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
        && Arrays.stream(new String[] {"java", "org.bindfold", "org.jspecify"})
            .noneMatch(p -> packageName.equals(p) || packageName.startsWith(p + "."));
  }
}
