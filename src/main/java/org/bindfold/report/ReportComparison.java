package org.bindfold.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindfold.report.ReportDifference.Change;
import org.bindfold.report.ReportDifference.Field;
import org.bindfold.report.ReportDifference.Side;
import org.bindfold.report.ReportDifference.Subject;
import org.bindfold.report.ResistanceReport.Alternative;
import org.bindfold.report.ResistanceReport.Binding;
import org.bindfold.report.ResistanceReport.CopyNumber;
import org.bindfold.report.ResistanceReport.DataVersion;
import org.bindfold.report.ResistanceReport.Evidence;
import org.bindfold.report.ResistanceReport.Fusion;
import org.bindfold.report.ResistanceReport.Result;
import org.bindfold.report.ResistanceReport.SampleResult;
import org.bindfold.report.ResistanceReport.Variant;
import org.bindfold.resistance.Outcome;

/**
 * Finds the changes between two reports, section by section. Of a drug, variant or result that only
 * one report has, the class alone is a change; the rest is in that report.
 */
final class ReportComparison {
  private final ResistanceReport older;
  private final ResistanceReport newer;
  private final List<Change> changes = new ArrayList<>();

  ReportComparison(ResistanceReport older, ResistanceReport newer) {
    this.older = older;
    this.newer = newer;
  }

  /** All changes; to be asked once. */
  List<Change> changes() {
    report();
    versions();
    samples();
    variants();
    results();
    alternatives();
    copyNumbers();
    fusions();
    return List.copyOf(changes);
  }

  private void report() {
    Row row = new Row(Subject.REPORT);
    row.texts(Field.LABEL, Optional.of(older.label()), Optional.of(newer.label()));
    row.texts(Field.SAMPLE, older.sample(), newer.sample());
    row.texts(Field.ASSEMBLY, Optional.of(older.assembly()), Optional.of(newer.assembly()));
  }

  private void versions() {
    Row row = new Row(Subject.VERSION);
    if (!older.tool().equals(newer.tool())) {
      row.add(
          Field.PROGRAM, Optional.of(Side.program(older)), Optional.of(Side.program(newer)), false);
    }
    row.texts(Field.SCHEMA, Optional.of(older.schemaVersion()), Optional.of(newer.schemaVersion()));
    for (Pair<DataVersion> data :
        Pair.of(older.dataVersions(), newer.dataVersions(), DataVersion::name)) {
      row.texts(
          Field.ofData(data.either().name()),
          data.older().map(DataVersion::version),
          data.newer().map(DataVersion::version));
    }
  }

  private void samples() {
    for (Pair<SampleResult> pair : Pair.of(older.samples(), newer.samples(), SampleResult::drug)) {
      Row row = new Row(Subject.SAMPLE).ofDrug(pair.either().drug());
      row.classes(pair, SampleResult::outcome);
      row.numbers(pair, Field.FOLD_CHANGE, SampleResult::foldChange);
      row.texts(pair, Field.DECIDED_BY, SampleResult::decidedBy);
    }
  }

  private void variants() {
    Set<String> failingBefore = failing(older);
    Set<String> failingNow = failing(newer);
    for (Pair<Variant> pair :
        Pair.of(older.variants(), newer.variants(), ReportComparison::named, Place::of)) {
      if (!pair.both()) {
        new Row(Subject.VARIANT)
            .ofChange(named(pair.either()))
            .add(
                Field.VARIANT,
                pair.older().map(ReportComparison::words),
                pair.newer().map(ReportComparison::words),
                pair.older().filter(v -> failingBefore.contains(v.id())).isPresent()
                    || pair.newer().filter(v -> failingNow.contains(v.id())).isPresent());
      }
    }
  }

  /** The ids of variants under which a drug fails or may fail. */
  private static Set<String> failing(ResistanceReport report) {
    return report.results().stream()
        .filter(result -> fails(result.outcome()))
        .map(Result::variant)
        .collect(Collectors.toSet());
  }

  private static String words(Variant variant) {
    return variant.hgvsProtein() + variant.location().map(location -> ", " + location).orElse("");
  }

  private void results() {
    for (Pair<PlacedResult> pair :
        Pair.of(
            PlacedResult.of(older),
            PlacedResult.of(newer),
            PlacedResult::name,
            PlacedResult::place)) {
      Pair<Result> results = pair.map(PlacedResult::result);
      Row row =
          new Row(Subject.RESULT)
              .ofDrug(results.either().drug())
              .ofChange(pair.either().name().change());
      row.classes(results, Result::outcome);
      row.numbers(results, Field.FOLD_CHANGE, Result::foldChange);
      row.numbers(results, Field.DDG, result -> result.binding().map(Binding::ddgKcalPerMol));
      if (results.both()) {
        evidence(row, results);
      }
    }
  }

  private static void evidence(Row row, Pair<Result> results) {
    for (Pair<Evidence> pair :
        Pair.of(
            results.older().orElseThrow().evidence(),
            results.newer().orElseThrow().evidence(),
            ReportComparison::unpadded)) {
      if (!pair.both()) {
        row.add(
            Field.EVIDENCE,
            pair.older().map(Sentences::measured),
            pair.newer().map(Sentences::measured),
            false);
      }
    }
  }

  /** The same measurement, its numbers without zeros at the end. */
  private static Evidence unpadded(Evidence evidence) {
    return new Evidence(
        evidence.quantity(),
        evidence.wildType().map(BigDecimal::stripTrailingZeros),
        evidence.mutant().stripTrailingZeros(),
        evidence.unit(),
        evidence.atLeast(),
        evidence.ddgKcalPerMol().stripTrailingZeros(),
        evidence.conditions(),
        evidence.source());
  }

  private void alternatives() {
    for (Pair<Alternative> pair :
        Pair.of(
            older.alternatives(),
            newer.alternatives(),
            alternative -> List.of(alternative.target(), alternative.drug()))) {
      Row row =
          new Row(Subject.ALTERNATIVE).ofDrug(pair.either().drug()).ofGene(pair.either().target());
      row.classes(pair, Alternative::outcome);
      row.numbers(pair, Field.RANK, a -> Optional.of(BigDecimal.valueOf(a.rank())));
    }
  }

  /** A gene that one report does not list is as one whose copies are not known. */
  private void copyNumbers() {
    for (Pair<CopyNumber> pair :
        Pair.of(older.copyNumbers(), newer.copyNumbers(), CopyNumber::gene)) {
      new Row(Subject.COPY_NUMBER)
          .ofGene(pair.either().gene())
          .numbers(
              Field.COPIES,
              pair.older().flatMap(CopyNumber::copies),
              pair.newer().flatMap(CopyNumber::copies));
    }
  }

  private void fusions() {
    for (Pair<Fusion> pair : Pair.of(older.fusions(), newer.fusions(), Joint::of)) {
      Fusion fusion = pair.either();
      Row row =
          new Row(Subject.FUSION)
              .ofGene(fusion.upstream().gene() + "::" + fusion.downstream().gene())
              .ofJunction(fusion.junction());
      if (pair.both()) {
        row.texts(Field.FRAME, pair.older().map(Fusion::frame), pair.newer().map(Fusion::frame));
        row.texts(
            Field.KINASE_DOMAIN,
            pair.older().map(Fusion::kinaseDomain),
            pair.newer().map(Fusion::kinaseDomain));
      } else {
        row.add(
            Field.FUSION,
            pair.older().map(ReportComparison::words),
            pair.newer().map(ReportComparison::words),
            false);
      }
    }
  }

  private static String words(Fusion fusion) {
    String breakpoints =
        Stream.of(fusion.upstream(), fusion.downstream())
            .flatMap(partner -> partner.breakpoint().stream())
            .collect(Collectors.joining(" and "));
    return fusion.name() + (breakpoints.isEmpty() ? "" : ", " + breakpoints);
  }

  private static boolean fails(Outcome outcome) {
    return outcome == Outcome.INTERMEDIATE || outcome == Outcome.RESISTANT;
  }

  private static ProteinChangeName named(Variant variant) {
    return new ProteinChangeName(variant.gene(), variant.change());
  }

  /** What tells variants apart. */
  private record ProteinChangeName(String gene, String change) {}

  /** What tells results apart. */
  private record ResultName(ProteinChangeName change, String drug) {}

  /** What tells variants apart that change the protein alike. */
  private record Place(Optional<String> coding, Optional<String> location) {
    static Place of(Variant variant) {
      return new Place(variant.hgvsCoding(), variant.location());
    }
  }

  /** A result, and the place of its variant. */
  private record PlacedResult(Result result, ResultName name, Place place) {
    static List<PlacedResult> of(ResistanceReport report) {
      Map<String, Place> places = new HashMap<>();
      report.variants().forEach(variant -> places.put(variant.id(), Place.of(variant)));
      Place nowhere = new Place(Optional.empty(), Optional.empty());
      return report.results().stream()
          .map(
              result ->
                  new PlacedResult(
                      result,
                      new ResultName(
                          new ProteinChangeName(result.gene(), result.change()), result.drug()),
                      places.getOrDefault(result.variant(), nowhere)))
          .toList();
    }
  }

  /** What tells fusions apart: not the file, nor what a caller says of the frame. */
  private record Joint(
      String upstream,
      Optional<String> upstreamBreakpoint,
      String downstream,
      Optional<String> downstreamBreakpoint,
      Optional<String> junction) {
    static Joint of(Fusion fusion) {
      return new Joint(
          fusion.upstream().gene(),
          fusion.upstream().breakpoint(),
          fusion.downstream().gene(),
          fusion.downstream().breakpoint(),
          fusion.junction());
    }
  }

  /** Adds the changes of one subject, where there are any. */
  private final class Row {
    private final Subject subject;
    private final Optional<String> drug;
    private final Optional<String> gene;
    private final Optional<String> change;

    Row(Subject subject) {
      this(subject, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Row(
        Subject subject, Optional<String> drug, Optional<String> gene, Optional<String> change) {
      this.subject = subject;
      this.drug = drug;
      this.gene = gene;
      this.change = change;
    }

    Row ofDrug(String name) {
      return new Row(subject, Optional.of(name), gene, change);
    }

    Row ofGene(String symbol) {
      return new Row(subject, drug, Optional.of(symbol), change);
    }

    Row ofChange(ProteinChangeName name) {
      return new Row(subject, drug, Optional.of(name.gene()), Optional.of(name.change()));
    }

    Row ofJunction(Optional<String> exons) {
      return new Row(subject, drug, gene, exons);
    }

    <T> void classes(Pair<T> pair, Function<T, Outcome> field) {
      Optional<Outcome> before = pair.older().map(field);
      Optional<Outcome> now = pair.newer().map(field);
      if (!before.equals(now)) {
        add(
            Field.OUTCOME,
            before.map(Outcome::toString),
            now.map(Outcome::toString),
            pair.both() || fails(before.or(() -> now).orElseThrow()));
      }
    }

    <T> void numbers(Pair<T> pair, Field field, Function<T, Optional<BigDecimal>> number) {
      if (pair.both()) {
        numbers(field, pair.older().flatMap(number), pair.newer().flatMap(number));
      }
    }

    void numbers(Field field, Optional<BigDecimal> before, Optional<BigDecimal> now) {
      boolean same =
          before.isPresent() && now.isPresent()
              ? before.get().compareTo(now.get()) == 0
              : before.equals(now);
      if (!same) {
        add(
            field,
            before.map(BigDecimal::toPlainString),
            now.map(BigDecimal::toPlainString),
            false);
      }
    }

    <T> void texts(Pair<T> pair, Field field, Function<T, Optional<String>> text) {
      if (pair.both()) {
        texts(field, pair.older().flatMap(text), pair.newer().flatMap(text));
      }
    }

    void texts(Field field, Optional<String> before, Optional<String> now) {
      if (!before.equals(now)) {
        add(field, before, now, false);
      }
    }

    void add(Field field, Optional<String> before, Optional<String> now, boolean classChanged) {
      changes.add(new Change(subject, drug, gene, change, field, before, now, classChanged));
    }
  }
}
