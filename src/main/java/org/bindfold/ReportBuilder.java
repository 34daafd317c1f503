package org.bindfold;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.Contact;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.copynumber.GeneCopyNumber;
import org.bindfold.input.InputFile;
import org.bindfold.pharmacology.CellState;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.pharmacology.Efflux;
import org.bindfold.pharmacology.Mechanism;
import org.bindfold.pharmacology.ResistanceClass;
import org.bindfold.pharmacology.ResistanceFactor;
import org.bindfold.pharmacology.TargetAltered;
import org.bindfold.pharmacology.TargetAmplified;
import org.bindfold.report.ResistanceReport;
import org.bindfold.report.ResistanceReport.Outcome;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.variant.Assembly;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;

/** Puts what was read and what was worked out into a report. Every number is rounded here, once. */
final class ReportBuilder {
  private static final int ENERGY_DECIMALS = 2;
  private static final int FOLD_DECIMALS = 2;
  private static final int DISTANCE_DECIMALS = 1;
  private static final int FRACTION_DECIMALS = 3;
  private static final BigDecimal SMALLEST_FOLD = new BigDecimal("0.01");

  private final DrugCatalog catalog;
  private final Calibration calibration;
  private final AnalysisRequest request;
  private final List<VariantSet> sets;
  private final List<CopyNumberProfile> profiles;
  private final Optional<Assembly> assembly;
  private final Map<String, GeneCopyNumber> copies;

  ReportBuilder(
      DrugCatalog catalog,
      Calibration calibration,
      AnalysisRequest request,
      List<VariantSet> sets,
      List<CopyNumberProfile> profiles,
      Optional<Assembly> assembly,
      Map<String, GeneCopyNumber> copies) {
    this.catalog = catalog;
    this.calibration = calibration;
    this.request = request;
    this.sets = sets;
    this.profiles = profiles;
    this.assembly = assembly;
    this.copies = copies;
  }

  ResistanceReport build(List<Drug> asked, List<VariantCall> calls, Workers workers) {
    List<Drug> drugs = asked.stream().sorted(Comparator.comparing(Drug::name)).toList();
    Map<Drug, TargetModel> models = new LinkedHashMap<>();
    for (Drug drug : drugs) {
      if (calls.stream().anyMatch(c -> c.gene().equals(drug.target()))) {
        models.put(drug, TargetModel.of(drug, calibration));
      }
    }
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      for (Drug drug : drugs) {
        if (drug.target().equals(calls.get(i).gene())) {
          questions.add(new Question("v" + (i + 1), calls.get(i), drug));
        }
      }
    }
    List<ResistanceReport.Result> results =
        workers.map(questions, q -> result(q.id, q.call, q.drug, models.get(q.drug)));
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
        drugs.stream().map(d -> sample(d, results)).toList(),
        results,
        variants(calls),
        copyNumbers(drugs),
        counts(),
        skipped(),
        notes(drugs, calls),
        request.timestamp());
  }

  /** What a variant does to a drug. */
  private record Question(String id, VariantCall call, Drug drug) {}

  private ResistanceReport.Result result(
      String id, VariantCall call, Drug drug, TargetModel model) {
    TargetModel.Answer answer = model.answer(call.change());
    List<String> notes = new ArrayList<>(answer.notes());
    Optional<BindingChange> binding = answer.binding();
    if (call.change().effect() != ProteinChange.Effect.MISSENSE) {
      return new ResistanceReport.Result(
          id,
          call.gene(),
          call.change().shortName(),
          drug.name(),
          Outcome.NOT_ASSESSED,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          notes);
    }
    List<Mechanism> mechanisms = mechanisms(drug, binding.map(BindingChange::ddg), answer);
    Folds folds = folds(drug, binding, answer, mechanisms);
    Outcome outcome =
        binding.isPresent() || ResistanceClass.of(folds.middle) == ResistanceClass.RESISTANT
            ? outcome(folds.middle)
            : Outcome.NOT_ASSESSED;
    return new ResistanceReport.Result(
        id,
        call.gene(),
        call.change().shortName(),
        drug.name(),
        outcome,
        Optional.of(fold(folds.middle)),
        binding.map(b -> fold(folds.low)),
        binding.map(b -> fold(folds.high)),
        shares(mechanisms, folds.factor),
        binding.map(b -> binding(b, model)),
        notes);
  }

  /**
   * The fold change with its interval.
   *
   * @param factor at the predicted binding change
   */
  private record Folds(ResistanceFactor factor, double low, double middle, double high) {}

  private Folds folds(
      Drug drug,
      Optional<BindingChange> binding,
      TargetModel.Answer answer,
      List<Mechanism> mechanisms) {
    CellState wildType = CellState.wildType(drug);
    ResistanceFactor factor = ResistanceFactor.of(wildType, mechanisms);
    // The fold change grows with ddG, so the ends of one interval are the ends of the other.
    double low =
        ResistanceFactor.of(wildType, mechanisms(drug, binding.map(BindingChange::low), answer))
            .foldChange();
    double high =
        ResistanceFactor.of(wildType, mechanisms(drug, binding.map(BindingChange::high), answer))
            .foldChange();
    return new Folds(factor, low, factor.foldChange(), high);
  }

  private List<Mechanism> mechanisms(Drug drug, Optional<Double> ddg, TargetModel.Answer answer) {
    List<Mechanism> mechanisms = new ArrayList<>();
    mechanisms.add(
        TargetAltered.of(
            drug,
            ddg.map(d -> OptionalDouble.of(BindingChange.fold(d))).orElse(OptionalDouble.empty()),
            answer.notes().isEmpty() ? "no variant of the target" : answer.notes().get(0)));
    mechanisms.add(TargetAmplified.of(drug, copiesOf(drug.target())));
    drug.pumps().forEach(p -> mechanisms.add(Efflux.of(p, copiesOf(p.gene()))));
    return mechanisms;
  }

  private OptionalDouble copiesOf(String gene) {
    return Optional.ofNullable(copies.get(gene))
        .map(g -> OptionalDouble.of(g.copies()))
        .orElse(OptionalDouble.empty());
  }

  private static List<ResistanceReport.Mechanism> shares(
      List<Mechanism> mechanisms, ResistanceFactor factor) {
    List<ResistanceReport.Mechanism> shares = new ArrayList<>();
    for (int i = 0; i < mechanisms.size(); i++) {
      Mechanism mechanism = mechanisms.get(i);
      shares.add(
          new ResistanceReport.Mechanism(
              mechanism.name(),
              mechanism.gene(),
              mechanism.assessed(),
              fold(factor.shares().get(i)),
              mechanism.explanation()));
    }
    return shares;
  }

  private static ResistanceReport.Binding binding(BindingChange change, TargetModel model) {
    return new ResistanceReport.Binding(
        energy(change.ddg()),
        energy(change.low()),
        energy(change.high()),
        fold(BindingChange.fold(change.ddg())),
        change.effect().name().toLowerCase(Locale.ROOT),
        model.structureId(),
        model.ligandName(),
        model.standsIn(),
        String.join(", ", change.sites().stream().map(r -> r.id().toString()).toList()),
        decimal(change.distance(), DISTANCE_DECIMALS),
        model.path(change),
        contacts(change.lost()),
        contacts(change.gained()));
  }

  private static List<ResistanceReport.Contact> contacts(List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                new ResistanceReport.Contact(
                    c.kind().label(),
                    c.residueAtom(),
                    c.ligandAtom(),
                    decimal(c.distance(), DISTANCE_DECIMALS)))
        .toList();
  }

  private ResistanceReport.SampleResult sample(Drug drug, List<ResistanceReport.Result> results) {
    List<ResistanceReport.Result> own =
        results.stream().filter(r -> r.drug().equals(drug.name())).toList();
    Optional<ResistanceReport.Result> worst =
        own.stream()
            .filter(r -> r.foldChange().isPresent() && r.outcome() != Outcome.NOT_ASSESSED)
            .max(Comparator.comparing(r -> r.foldChange().orElseThrow()));
    List<String> notes = new ArrayList<>();
    own.stream()
        .filter(r -> r.outcome() == Outcome.NOT_ASSESSED)
        .forEach(r -> notes.add(r.change() + " could not be assessed and does not count here."));
    if (worst.isPresent()) {
      ResistanceReport.Result result = worst.get();
      if (own.size() > 1) {
        notes.add(
            "The variant that needs most drug decides; whether variants share a cell is not worked out.");
      }
      return new ResistanceReport.SampleResult(
          drug.name(),
          drug.target(),
          result.outcome(),
          result.foldChange(),
          result.foldLow(),
          result.foldHigh(),
          Optional.of(result.change()),
          result.mechanisms(),
          notes);
    }
    List<Mechanism> mechanisms = new ArrayList<>();
    mechanisms.add(TargetAmplified.of(drug, copiesOf(drug.target())));
    drug.pumps().forEach(p -> mechanisms.add(Efflux.of(p, copiesOf(p.gene()))));
    ResistanceFactor factor = ResistanceFactor.of(CellState.wildType(drug), mechanisms);
    boolean known = mechanisms.stream().anyMatch(Mechanism::assessed);
    notes.add("No variant of " + drug.target() + " was assessed.");
    return new ResistanceReport.SampleResult(
        drug.name(),
        drug.target(),
        known && own.isEmpty() ? outcome(factor.foldChange()) : Outcome.NOT_ASSESSED,
        known ? Optional.of(fold(factor.foldChange())) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        shares(mechanisms, factor),
        notes);
  }

  private static Outcome outcome(double foldChange) {
    return switch (ResistanceClass.of(foldChange)) {
      case SENSITIVE -> Outcome.SENSITIVE;
      case INTERMEDIATE -> Outcome.INTERMEDIATE;
      case RESISTANT -> Outcome.RESISTANT;
    };
  }

  private List<ResistanceReport.Variant> variants(List<VariantCall> calls) {
    List<ResistanceReport.Variant> variants = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      VariantCall call = calls.get(i);
      variants.add(
          new ResistanceReport.Variant(
              "v" + (i + 1),
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
                  ? Optional.of(decimal(call.alleleFraction().getAsDouble(), FRACTION_DECIMALS))
                  : Optional.empty(),
              call.filter(),
              call.file() + ":" + call.line()));
    }
    return variants;
  }

  private List<ResistanceReport.CopyNumber> copyNumbers(List<Drug> drugs) {
    Map<String, List<String>> roles = new TreeMap<>();
    for (Drug drug : drugs) {
      roles.computeIfAbsent(drug.target(), k -> new ArrayList<>()).add("target of " + drug.name());
      drug.pumps()
          .forEach(
              p ->
                  roles
                      .computeIfAbsent(p.gene(), k -> new ArrayList<>())
                      .add("pump for " + drug.name()));
    }
    List<ResistanceReport.CopyNumber> rows = new ArrayList<>();
    roles.forEach(
        (gene, role) -> {
          Optional<GeneCopyNumber> known = Optional.ofNullable(copies.get(gene));
          rows.add(
              new ResistanceReport.CopyNumber(
                  gene,
                  String.join(", ", role),
                  known.map(k -> decimal(k.copies(), 2)),
                  known
                      .filter(k -> k.log2().isPresent())
                      .map(k -> decimal(k.log2().getAsDouble(), 3)),
                  known.map(GeneCopyNumber::source)));
        });
    return rows;
  }

  private List<ResistanceReport.Input> inputs() {
    List<ResistanceReport.Input> inputs = new ArrayList<>();
    sets.forEach(
        s -> inputs.add(new ResistanceReport.Input(s.file(), "variants", s.format(), s.sha256())));
    profiles.forEach(
        p ->
            inputs.add(
                new ResistanceReport.Input(p.file(), "copy number", p.format(), p.sha256())));
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

    calls.forEach(
        c -> c.notes().forEach(n -> notes.add(c.gene() + " " + c.change().shortName() + ": " + n)));
    for (Drug drug : drugs) {
      List.of(drug.dissociationConstant(), drug.competition(), drug.targetConcentration()).stream()
          .filter(v -> v.source().startsWith("assumed"))
          .forEach(v -> notes.add(drug.name() + ": " + v.source() + "."));
    }
    calls.stream()
        .filter(c -> drugs.stream().noneMatch(d -> d.target().equals(c.gene())))
        .map(
            c ->
                c.gene()
                    + " "
                    + c.change().shortName()
                    + " is the target of no drug of this report.")
        .distinct()
        .forEach(notes::add);
    return notes;
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

  private static BigDecimal fold(double value) {
    return decimal(value, FOLD_DECIMALS).max(SMALLEST_FOLD);
  }

  private static BigDecimal energy(double value) {
    return decimal(value, ENERGY_DECIMALS);
  }

  private static BigDecimal decimal(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
