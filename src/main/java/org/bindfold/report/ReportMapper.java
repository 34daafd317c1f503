package org.bindfold.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.bindfold.affinity.Contact;
import org.bindfold.binding.PredictedBinding;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.copynumber.ExpressionProfile;
import org.bindfold.copynumber.GeneCopyNumber;
import org.bindfold.evidence.Measurement;
import org.bindfold.genome.Assembly;
import org.bindfold.io.SkippedRecord;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.Exposure;
import org.bindfold.pharmacology.SiteAccess;
import org.bindfold.resistance.Alternative;
import org.bindfold.resistance.Assessment;
import org.bindfold.resistance.ClonalCourse;
import org.bindfold.resistance.DrugOutcome;
import org.bindfold.resistance.MechanismShare;
import org.bindfold.resistance.OutcomeRule;
import org.bindfold.resistance.SampleAnalysis;
import org.bindfold.resistance.SampleInput;
import org.bindfold.resistance.SampleVariant;
import org.bindfold.resistance.VariantOutcome;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;

/**
 * From the answer to the report: every number is rounded here, once, and every sentence that states
 * one is written here.
 */
public final class ReportMapper {
  private ReportMapper() {}

  /**
   * The report of an analysis.
   *
   * @param version of the program, semantic
   */
  public static ResistanceReport report(SampleAnalysis analysis, String version) {
    SampleInput sample = analysis.sample();
    return new ResistanceReport(
        ResistanceReport.SCHEMA_VERSION,
        new ResistanceReport.Tool("bindfold", version),
        sample.label(),
        List.of(
            new ResistanceReport.DataVersion("drug catalog", analysis.catalogVersion()),
            new ResistanceReport.DataVersion("binding calibration", analysis.calibrationVersion())),
        inputs(sample),
        sample.assembly().map(Assembly::toString).orElse("none"),
        assemblyReason(sample),
        sample.files().stream().flatMap(s -> s.sample().stream()).findFirst(),
        analysis.outcomes().stream().map(ReportMapper::sampleResult).toList(),
        analysis.results().stream().map(ReportMapper::result).toList(),
        sample.variants().all().stream().map(ReportMapper::variant).toList(),
        FusionRows.of(sample.fusions()),
        analysis.alternatives().stream().map(ReportMapper::alternative).toList(),
        analysis.courses().stream().map(ReportMapper::selection).toList(),
        copyNumbers(sample, analysis.drugs()),
        analysis.drugs().stream().flatMap(d -> DrugValues.of(d).stream()).toList(),
        counts(sample),
        skipped(sample),
        notes(sample, analysis.drugs()),
        sample.timestamp());
  }

  private static List<ResistanceReport.Input> inputs(SampleInput sample) {
    List<ResistanceReport.Input> inputs = new ArrayList<>();
    for (VariantSet set : sample.files()) {
      inputs.add(new ResistanceReport.Input(set.file(), "variants", set.format(), set.sha256()));
    }
    for (CopyNumberProfile profile : sample.profiles()) {
      inputs.add(
          new ResistanceReport.Input(
              profile.file(), "copy number", profile.format(), profile.sha256()));
    }
    sample
        .expression()
        .map(
            e ->
                new ResistanceReport.Input(
                    e.file(), "expression", "gene and expression table", e.sha256()))
        .ifPresent(inputs::add);
    return inputs;
  }

  private static String assemblyReason(SampleInput sample) {
    return sample.files().stream()
        .filter(s -> s.assembly().isPresent())
        .map(VariantSet::assemblyReason)
        .findFirst()
        .orElse(
            sample.assembly().isPresent()
                ? "as given"
                : "no file has positions on a genome, so GRCh38 is assumed for segments");
  }

  private static ResistanceReport.SampleResult sampleResult(DrugOutcome outcome) {
    Optional<Assessment> assessed = outcome.assessed();
    return new ResistanceReport.SampleResult(
        outcome.drug().name(),
        outcome.drug().target(),
        outcome.outcome(),
        assessed.map(a -> Rounded.fold(a.factor().foldChange())),
        assessed.map(a -> Rounded.fold(a.factor().low())),
        assessed.map(a -> Rounded.fold(a.factor().high())),
        outcome.decidedBy().map(ReportMapper::name),
        assessed.map(ReportMapper::exposure),
        mechanisms(outcome.assessment().shares()),
        Sentences.notes(outcome));
  }

  private static ResistanceReport.Result result(VariantOutcome result) {
    Optional<Assessment> assessed = result.assessed();
    return new ResistanceReport.Result(
        result.variant().id(),
        result.variant().gene(),
        name(result.variant()),
        result.drug().name(),
        result.outcome(),
        assessed.map(a -> Rounded.fold(a.factor().foldChange())),
        assessed.map(a -> Rounded.fold(a.factor().low())),
        assessed.map(a -> Rounded.fold(a.factor().high())),
        assessed.map(ReportMapper::exposure),
        result.assessment().map(a -> mechanisms(a.shares())).orElse(List.of()),
        result.binding().map(ReportMapper::binding),
        result.evidence().stream().map(ReportMapper::evidence).toList(),
        result.notes().stream().map(Sentences::note).toList());
  }

  private static ResistanceReport.Exposure exposure(Assessment assessment) {
    OutcomeRule.Decision decision = assessment.decision();
    Exposure exposure = decision.exposure();
    return new ResistanceReport.Exposure(
        Rounded.concentration(exposure.ic50()),
        rounded(exposure.cmax()),
        rounded(exposure.ctrough()),
        Sentences.reason(decision));
  }

  private static Optional<BigDecimal> rounded(OptionalDouble concentration) {
    return concentration.isPresent()
        ? Optional.of(Rounded.concentration(concentration.getAsDouble()))
        : Optional.empty();
  }

  private static List<ResistanceReport.Mechanism> mechanisms(List<MechanismShare> shares) {
    return shares.stream()
        .map(
            s ->
                new ResistanceReport.Mechanism(
                    s.mechanism().kind(),
                    s.mechanism().gene(),
                    s.mechanism().assessed(),
                    Rounded.fold(s.factor()),
                    Explanations.of(s.mechanism().cause())))
        .toList();
  }

  private static ResistanceReport.Binding binding(PredictedBinding binding) {
    return new ResistanceReport.Binding(
        Rounded.energy(binding.ddg()),
        Rounded.energy(binding.low()),
        Rounded.energy(binding.high()),
        Rounded.fold(binding.foldChange()),
        binding.effect(),
        Rounded.fraction(binding.pResistant()),
        binding.origin(),
        binding.structure(),
        binding.ligand(),
        binding.standsIn(),
        binding.residue(),
        Rounded.distance(binding.distance()),
        binding.path(),
        contacts(binding.lost()),
        contacts(binding.gained()));
  }

  private static List<ResistanceReport.Contact> contacts(List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                new ResistanceReport.Contact(
                    c.kind(), c.residueAtom(), c.ligandAtom(), Rounded.distance(c.distance())))
        .toList();
  }

  private static ResistanceReport.Evidence evidence(Measurement measurement) {
    return new ResistanceReport.Evidence(
        measurement.quantity(),
        measurement.wildType().map(BigDecimal::new),
        new BigDecimal(measurement.mutant()),
        measurement.unit(),
        measurement.atLeast(),
        Rounded.energy(measurement.ddg()),
        measurement.conditions(),
        measurement.source());
  }

  private static ResistanceReport.Variant variant(SampleVariant variant) {
    VariantCall call = variant.call();
    return new ResistanceReport.Variant(
        variant.id(),
        variant.gene(),
        name(variant),
        variant.change().hgvs(),
        call.codingChange(),
        call.transcript(),
        BundledSequences.ofGene(variant.gene()).map(ProteinSequence::accession),
        variant.change().effect().name().toLowerCase(Locale.ROOT),
        call.allele().map(Object::toString),
        call.depth().isPresent() ? Optional.of(call.depth().getAsInt()) : Optional.empty(),
        call.alleleFraction().isPresent()
            ? Optional.of(Rounded.fraction(call.alleleFraction().getAsDouble()))
            : Optional.empty(),
        call.filter(),
        variant.source());
  }

  private static String name(SampleVariant variant) {
    return variant.change().shortName();
  }

  private static ResistanceReport.Alternative alternative(Alternative alternative) {
    DrugOutcome outcome = alternative.outcome();
    OptionalDouble margin = alternative.margin();
    return new ResistanceReport.Alternative(
        outcome.drug().target(),
        alternative.rank(),
        outcome.drug().name(),
        outcome.outcome(),
        outcome.assessed().map(a -> Rounded.fold(a.factor().foldChange())),
        margin.isPresent()
            ? Optional.of(Rounded.decimal(margin.getAsDouble(), 2))
            : Optional.empty(),
        outcome.decidedBy().map(ReportMapper::name),
        Sentences.reason(alternative));
  }

  /** The course of a sample's clones as a report shows it. */
  static ResistanceReport.Selection selection(ClonalCourse course) {
    int days = course.request().days();
    OptionalDouble relapse = course.selection().relapseDay();
    OptionalDouble preexisting = course.preexisting();
    return new ResistanceReport.Selection(
        course.regimen().stream().map(Drug::name).toList(),
        days,
        relapse.isPresent()
            ? Optional.of(Rounded.decimal(relapse.getAsDouble(), 1))
            : Optional.empty(),
        Rounded.decimal(course.request().cells(), 0),
        preexisting.isPresent()
            ? Optional.of(Rounded.decimal(preexisting.getAsDouble(), 6))
            : Optional.empty(),
        course.clones().stream()
            .map(
                c ->
                    new ResistanceReport.SelectedClone(
                        c.name(),
                        Rounded.fraction(c.population().share()),
                        Rounded.decimal(course.growth(c), 4),
                        Rounded.fraction(course.share(c, days))))
            .toList(),
        Sentences.notes(course));
  }

  private static List<ResistanceReport.CopyNumber> copyNumbers(
      SampleInput sample, List<Drug> drugs) {
    Map<String, List<String>> roles = new TreeMap<>();
    for (Drug drug : drugs) {
      roles.computeIfAbsent(drug.target(), k -> new ArrayList<>()).add("target of " + drug.name());
      drug.transport()
          .forEach(
              t ->
                  roles
                      .computeIfAbsent(t.gene(), k -> new ArrayList<>())
                      .add(role(t) + " " + drug.name()));
    }
    List<ResistanceReport.CopyNumber> rows = new ArrayList<>();
    roles.forEach(
        (gene, role) -> {
          Optional<GeneCopyNumber> known = Optional.ofNullable(sample.copyNumbers().get(gene));
          rows.add(
              new ResistanceReport.CopyNumber(
                  gene,
                  String.join(", ", role),
                  known.map(k -> Rounded.decimal(k.copies(), 2)),
                  known
                      .filter(k -> k.log2().isPresent())
                      .map(k -> Rounded.decimal(k.log2().getAsDouble(), 3)),
                  known.map(GeneCopyNumber::source)));
        });
    return rows;
  }

  private static String role(Drug.Transport transport) {
    return switch (transport.role()) {
      case EXPORTER -> "pump for";
      case IMPORTER -> "carrier of";
      case TRAPPING -> "holds";
      case RELEASE -> "releases";
      case REMOVAL -> "breaks down";
    };
  }

  private static ResistanceReport.Counts counts(SampleInput sample) {
    VariantSet.Counts sum = new VariantSet.Counts(0, 0, 0, 0, 0, 0);
    for (VariantSet set : sample.files()) {
      sum = sum.plus(set.counts());
    }
    return new ResistanceReport.Counts(
        sum.read(),
        sum.reported(),
        sum.offPanel(),
        sum.synonymous(),
        sum.filtered(),
        sum.skipped(),
        sample.profiles().stream().mapToInt(CopyNumberProfile::records).sum(),
        sample.profiles().stream().mapToInt(p -> p.skipped().size()).sum());
  }

  private static List<ResistanceReport.Skipped> skipped(SampleInput sample) {
    List<SkippedRecord> skipped = new ArrayList<>();
    sample.files().forEach(s -> skipped.addAll(s.skipped()));
    sample.profiles().forEach(p -> skipped.addAll(p.skipped()));
    return skipped.stream()
        .map(r -> new ResistanceReport.Skipped(r.file(), r.line(), r.record(), r.reason()))
        .toList();
  }

  private static List<String> notes(SampleInput sample, List<Drug> drugs) {
    List<String> notes = new ArrayList<>();
    sample.fileNotes().forEach(n -> notes.add(n.file() + ": " + n.text()));
    List<VariantCall> calls = sample.calls();
    calls.forEach(c -> c.notes().forEach(n -> notes.add(name(c) + ": " + n)));
    if (sample.treatment().site() != SiteAccess.Site.PLASMA) {
      notes.add("The tumour is taken to be in the brain or its fluid.");
    }
    sample
        .expression()
        .map(
            e ->
                e.file() + ": expression is used, in place of copies, for " + genes(e, drugs) + ".")
        .ifPresent(notes::add);
    calls.stream()
        .filter(c -> drugs.stream().noneMatch(d -> d.dependsOn(c.gene())))
        .map(c -> name(c) + " concerns no drug of this report.")
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  private static String name(VariantCall call) {
    return call.gene() + " " + call.change().shortName();
  }

  private static String genes(ExpressionProfile expression, List<Drug> drugs) {
    List<String> genes =
        expression.levels().keySet().stream()
            .filter(g -> drugs.stream().anyMatch(d -> d.dependsOn(g)))
            .toList();
    return genes.isEmpty() ? "no gene of this report" : String.join(", ", genes);
  }
}
