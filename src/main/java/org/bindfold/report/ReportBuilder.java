package org.bindfold.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bindfold.AnalysisRequest;
import org.bindfold.Bindfold;
import org.bindfold.affinity.Calibration;
import org.bindfold.binding.BestBinding;
import org.bindfold.binding.BindingSource;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.copynumber.ExpressionProfile;
import org.bindfold.copynumber.GeneCopyNumber;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputFile;
import org.bindfold.io.WorkerPool;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.pharmacology.SiteAccess;
import org.bindfold.resistance.AlternativeDrugs;
import org.bindfold.resistance.DrugOutcomes;
import org.bindfold.resistance.SampleVariants;
import org.bindfold.resistance.SelectionRequest;
import org.bindfold.resistance.Simulation;
import org.bindfold.resistance.TumourClones;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;

/** Puts what was read and what was worked out into a report. */
public final class ReportBuilder {
  private final DrugCatalog catalog;
  private final Calibration calibration;
  private final AnalysisRequest request;
  private final List<VariantSet> sets;
  private final List<CopyNumberProfile> profiles;
  private final Optional<Assembly> assembly;
  private final Map<String, GeneCopyNumber> copies;
  private final Optional<ExpressionProfile> expression;

  public ReportBuilder(
      DrugCatalog catalog,
      Calibration calibration,
      AnalysisRequest request,
      List<VariantSet> sets,
      List<CopyNumberProfile> profiles,
      Optional<Assembly> assembly,
      Map<String, GeneCopyNumber> copies,
      Optional<ExpressionProfile> expression) {
    this.catalog = catalog;
    this.calibration = calibration;
    this.request = request;
    this.sets = sets;
    this.profiles = profiles;
    this.assembly = assembly;
    this.copies = copies;
    this.expression = expression;
  }

  public ResistanceReport build(List<Drug> asked, List<VariantCall> calls, WorkerPool workers) {
    List<Drug> drugs = asked.stream().sorted(Comparator.comparing(Drug::name)).toList();
    SampleVariants variants = SampleVariants.of(calls);
    DrugOutcomes outcomes = new DrugOutcomes(variants, levels(), request.treatment(), purity());
    List<Drug> compared = compared(drugs, variants);
    List<ResistanceReport.Result> all = results(compared, variants, outcomes, workers);
    List<ResistanceReport.SampleResult> samples =
        compared.stream().map(d -> outcomes.sample(d, all)).toList();
    Set<String> names = drugs.stream().map(Drug::name).collect(Collectors.toSet());
    return new ResistanceReport(
        ResistanceReport.SCHEMA_VERSION,
        new ResistanceReport.Tool("bindfold", Bindfold.version()),
        label(),
        List.of(
            new ResistanceReport.DataVersion("drug catalog", catalog.version()),
            new ResistanceReport.DataVersion("binding calibration", calibration.version())),
        inputs(),
        assembly.map(Assembly::toString).orElse("none"),
        assemblyReason(),
        sets.stream().flatMap(s -> s.sample().stream()).findFirst(),
        samples.stream().filter(r -> names.contains(r.drug())).toList(),
        ReportEvidence.beside(all.stream().filter(r -> names.contains(r.drug())).toList()),
        variants(variants),
        alternatives(drugs, variants, samples, all),
        selections(drugs, clones(variants, outcomes, all)),
        copyNumbers(drugs),
        drugs.stream().flatMap(d -> DrugValues.of(d).stream()).toList(),
        counts(),
        skipped(),
        notes(drugs, calls),
        request.timestamp());
  }

  /** The clones under a regimen; empty when none are known. */
  public Optional<Simulation> simulation(
      List<Drug> regimen, List<VariantCall> calls, SelectionRequest selection, WorkerPool workers) {
    SampleVariants variants = SampleVariants.of(calls);
    DrugOutcomes outcomes = new DrugOutcomes(variants, levels(), request.treatment(), purity());
    TumourClones clones = clones(variants, outcomes, results(regimen, variants, outcomes, workers));
    return clones
        .under(regimen, selection)
        .map(
            course ->
                Simulation.of(
                    course,
                    clones.shown(regimen, selection).orElseThrow(),
                    selection,
                    clones.oneMutationEscapes(course, regimen.size())));
  }

  private TumourClones clones(
      SampleVariants variants, DrugOutcomes outcomes, List<ResistanceReport.Result> results) {
    return new TumourClones(variants, levels(), purity(), outcomes, results);
  }

  private double purity() {
    return request.purity().orElse(1);
  }

  private static List<ResistanceReport.Selection> selections(
      List<Drug> drugs, TumourClones clones) {
    return drugs.stream()
        .flatMap(d -> clones.shown(List.of(d), SelectionRequest.ASSUMED).stream())
        .toList();
  }

  /** What a variant does to a drug. */
  private record Question(SampleVariants.Entry entry, Drug drug) {}

  /** The drugs of the report, and the others of the targets that have variants. */
  private List<Drug> compared(List<Drug> drugs, SampleVariants variants) {
    Set<Drug> compared = new LinkedHashSet<>(drugs);
    drugs.stream()
        .map(Drug::target)
        .filter(variants.genes()::contains)
        .forEach(t -> compared.addAll(catalog.ofTarget(t)));
    return compared.stream().sorted(Comparator.comparing(Drug::name)).toList();
  }

  private List<ResistanceReport.Result> results(
      List<Drug> drugs, SampleVariants variants, DrugOutcomes outcomes, WorkerPool workers) {
    Map<Drug, BindingSource> sources = new LinkedHashMap<>();
    List<Question> questions = new ArrayList<>();
    for (SampleVariants.Entry entry : variants.entries()) {
      for (Drug drug : drugs) {
        if (DrugOutcomes.concerns(entry, drug)) {
          sources.computeIfAbsent(drug, d -> new BestBinding(d, calibration));
          questions.add(new Question(entry, drug));
        }
      }
    }
    return workers.map(questions, q -> outcomes.result(q.entry, q.drug, sources.get(q.drug)));
  }

  private static List<ResistanceReport.Alternative> alternatives(
      List<Drug> drugs,
      SampleVariants variants,
      List<ResistanceReport.SampleResult> samples,
      List<ResistanceReport.Result> results) {
    return drugs.stream()
        .map(Drug::target)
        .filter(variants.genes()::contains)
        .distinct()
        .sorted()
        .flatMap(t -> AlternativeDrugs.ranked(t, samples, results).stream())
        .toList();
  }

  /** Gene levels: from expression where it was measured, else from copies. */
  private Map<String, GeneLevel> levels() {
    Map<String, GeneLevel> levels = new TreeMap<>();
    copies.forEach((gene, c) -> levels.put(gene, GeneLevel.ofCopies(gene, c.copies())));
    expression.ifPresent(e -> levels.putAll(e.levels()));
    return levels;
  }

  private static List<ResistanceReport.Variant> variants(SampleVariants all) {
    List<ResistanceReport.Variant> variants = new ArrayList<>();
    for (SampleVariants.Entry entry : all.entries()) {
      VariantCall call = entry.call();
      variants.add(
          new ResistanceReport.Variant(
              entry.id(),
              call.gene(),
              call.change().shortName(),
              call.change().hgvs(),
              call.codingChange(),
              call.transcript(),
              BundledSequences.ofGene(call.gene()).map(s -> s.accession()),
              call.change().effect().name().toLowerCase(Locale.ROOT),
              call.allele().map(Object::toString),
              call.depth().isPresent() ? Optional.of(call.depth().getAsInt()) : Optional.empty(),
              call.alleleFraction().isPresent()
                  ? Optional.of(Rounded.fraction(call.alleleFraction().getAsDouble()))
                  : Optional.empty(),
              call.filter(),
              entry.source()));
    }
    return variants;
  }

  private List<ResistanceReport.CopyNumber> copyNumbers(List<Drug> drugs) {
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
          Optional<GeneCopyNumber> known = Optional.ofNullable(copies.get(gene));
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

  private List<ResistanceReport.Input> inputs() {
    List<ResistanceReport.Input> inputs = new ArrayList<>();
    sets.forEach(
        s -> inputs.add(new ResistanceReport.Input(s.file(), "variants", s.format(), s.sha256())));
    profiles.forEach(
        p ->
            inputs.add(
                new ResistanceReport.Input(p.file(), "copy number", p.format(), p.sha256())));
    expression.ifPresent(
        e ->
            inputs.add(
                new ResistanceReport.Input(
                    e.file(), "expression", "gene and expression table", e.sha256())));
    return inputs;
  }

  private ResistanceReport.Counts counts() {
    VariantSet.Counts sum = new VariantSet.Counts(0, 0, 0, 0, 0, 0);
    for (VariantSet set : sets) {
      sum = sum.plus(set.counts());
    }
    return new ResistanceReport.Counts(
        sum.read(),
        sum.reported(),
        sum.offPanel(),
        sum.synonymous(),
        sum.filtered(),
        sum.skipped(),
        profiles.stream().mapToInt(CopyNumberProfile::records).sum(),
        profiles.stream().mapToInt(p -> p.skipped().size()).sum());
  }

  private List<ResistanceReport.Skipped> skipped() {
    List<ResistanceReport.Skipped> skipped = new ArrayList<>();
    sets.stream()
        .flatMap(s -> s.skipped().stream())
        .forEach(
            r ->
                skipped.add(
                    new ResistanceReport.Skipped(r.file(), r.line(), r.record(), r.reason())));
    profiles.stream()
        .flatMap(p -> p.skipped().stream())
        .forEach(
            r ->
                skipped.add(
                    new ResistanceReport.Skipped(r.file(), r.line(), r.record(), r.reason())));
    return skipped;
  }

  private List<String> notes(List<Drug> drugs, List<VariantCall> calls) {
    List<String> notes = new ArrayList<>();
    sets.forEach(s -> s.notes().forEach(n -> notes.add(s.file() + ": " + n)));

    profiles.forEach(p -> p.notes().forEach(n -> notes.add(p.file() + ": " + n)));
    calls.forEach(
        c -> c.notes().forEach(n -> notes.add(c.gene() + " " + c.change().shortName() + ": " + n)));
    if (request.treatment().site() != SiteAccess.Site.PLASMA) {
      notes.add("The tumour is taken to be in the brain or its fluid.");
    }
    expression.ifPresent(
        e ->
            notes.add(
                e.file()
                    + ": expression is used, in place of copies, for "
                    + genes(e, drugs)
                    + "."));
    calls.stream()
        .filter(c -> drugs.stream().noneMatch(d -> d.dependsOn(c.gene())))
        .map(c -> c.gene() + " " + c.change().shortName() + " concerns no drug of this report.")
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  private static String genes(ExpressionProfile expression, List<Drug> drugs) {
    List<String> genes =
        expression.levels().keySet().stream()
            .filter(g -> drugs.stream().anyMatch(d -> d.dependsOn(g)))
            .toList();
    return genes.isEmpty() ? "no gene of this report" : String.join(", ", genes);
  }

  private String assemblyReason() {
    return sets.stream()
        .filter(s -> s.assembly().isPresent())
        .map(VariantSet::assemblyReason)
        .findFirst()
        .orElse("no file has positions on a genome, so GRCh38 is assumed for segments");
  }

  private String label() {
    return request
        .label()
        .orElseGet(
            () -> {
              String first = request.variants().get(0);
              if (InputFile.STANDARD_INPUT.equals(first)) {
                return "stdin";
              }
              String name =
                  Optional.ofNullable(Path.of(first).getFileName()).orElseThrow().toString();
              String base = name.replaceFirst("\\.(gz|bgz)$", "");
              int dot = base.lastIndexOf('.');
              return dot > 0 ? base.substring(0, dot) : base;
            });
  }
}
