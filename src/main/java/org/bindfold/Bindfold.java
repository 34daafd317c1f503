package org.bindfold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bindfold.affinity.Calibration;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.copynumber.CopyNumberReader;
import org.bindfold.copynumber.ExpressionProfile;
import org.bindfold.copynumber.GeneCopyNumber;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneModels;
import org.bindfold.genome.GenePanel;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.ResourceTable;
import org.bindfold.io.WorkerPool;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.report.ReportBuilder;
import org.bindfold.report.ResistanceReport;
import org.bindfold.resistance.SelectionRequest;
import org.bindfold.resistance.Simulation;
import org.bindfold.resistance.Treatment;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantReadOptions;
import org.bindfold.variant.VariantReader;
import org.bindfold.variant.VariantSet;

/**
 * The front door: an analysis request in, a resistance report out. Reads the files it is told to
 * and writes none; uses no network. Safe for use by several threads.
 */
public final class Bindfold {
  private static final long MAX_VARIANT_BYTES = 1L << 40;
  private static final long MAX_SEGMENT_BYTES = 1L << 30;
  private static final long MAX_CATALOG_BYTES = 16L << 20;

  private final DrugCatalog catalog = DrugCatalog.bundled();
  private final Calibration calibration = Calibration.bundled();
  private final GeneModels models;

  /** With the gene models that come with the program. */
  public Bindfold() {
    this(GeneModels.bundled());
  }

  private Bindfold(GeneModels models) {
    this.models = models;
  }

  /**
   * With gene models of an annotation and a genome, so that positions in any gene of the panel can
   * be translated.
   *
   * @param gff GFF3 or GTF of GENCODE, Ensembl or RefSeq
   * @param fasta genome with its index ({@code samtools faidx}) beside it
   * @throws InputException when one of the two cannot be used
   */
  public static Bindfold withGenes(String gff, String fasta) {
    try (InputFile input = InputFile.open(gff, MAX_VARIANT_BYTES)) {
      return new Bindfold(GeneModels.of(input, fasta));
    }
  }

  /** The version of the program, as the build states it. */
  public static String version() {
    return Version.TEXT;
  }

  private static final class Version {
    static final String TEXT =
        ResourceTable.read("/org/bindfold/version.tsv").rows().get(0).get("version");
  }

  /** The drugs that are known. */
  public DrugCatalog drugs() {
    return catalog;
  }

  /**
   * Analyses one sample.
   *
   * @throws InputException when a file or a value of the request cannot be used; single records
   *     that cannot are listed in the report
   */
  public ResistanceReport analyze(AnalysisRequest request) {
    return analyze(request, WorkerPool.all());
  }

  /** As {@link #analyze(AnalysisRequest)}, with a say in how many threads do it. */
  public ResistanceReport analyze(AnalysisRequest request, WorkerPool workers) {
    Prepared prepared = prepare(request);
    return prepared.builder.build(prepared.drugs, prepared.calls, workers);
  }

  /**
   * Follows the clones of one sample under all drugs of the request at once.
   *
   * @throws InputException as {@link #analyze(AnalysisRequest)}, and when no clone is known: no
   *     variant with an allele fraction that could be assessed for a drug
   */
  public Simulation simulate(
      AnalysisRequest request, SelectionRequest selection, WorkerPool workers) {
    Prepared prepared = prepare(request);
    return prepared
        .builder
        .simulation(prepared.drugs, prepared.calls, selection, workers)
        .orElseThrow(
            () ->
                InputException.file(
                    request.variants().get(0),
                    "holds no variant that could be followed; expected one with an allele fraction"
                        + " (VCF field AF or AD, or a column vaf) that was assessed for "
                        + String.join(" or ", prepared.drugs.stream().map(Drug::name).toList())
                        + "."));
  }

  private record Prepared(ReportBuilder builder, List<Drug> drugs, List<VariantCall> calls) {}

  /** Everything read. */
  private Prepared prepare(AnalysisRequest request) {
    DrugCatalog known = drugs(request.treatment());
    known.requirePumps(request.treatment().inhibitedPumps().keySet());
    List<Drug> asked = request.drugs().stream().map(known::require).distinct().toList();
    Set<String> panel = panel(known);
    List<VariantSet> sets = new ArrayList<>();
    for (String file : request.variants()) {
      sets.add(readVariants(file, request, panel));
    }
    Optional<Assembly> assembly = assembly(request, sets);
    List<CopyNumberProfile> profiles = new ArrayList<>();
    for (String file : request.copyNumbers()) {
      profiles.add(readCopyNumbers(file, assembly, request, panel));
    }
    List<VariantCall> calls = sets.stream().flatMap(s -> s.variants().stream()).toList();
    List<Drug> drugs = asked.isEmpty() ? drugsOf(calls, known) : asked;
    Optional<ExpressionProfile> expression =
        request.treatment().expression().map(file -> ExpressionProfile.read(file, panel));
    return new Prepared(
        new ReportBuilder(
            known, calibration, request, sets, profiles, assembly, copies(profiles), expression),
        drugs,
        calls);
  }

  /** The bundled panel, and every gene that a drug of the catalog depends on. */
  private static Set<String> panel(DrugCatalog catalog) {
    Set<String> panel = new TreeSet<>(GenePanel.symbols());
    for (Drug drug : catalog.all()) {
      panel.add(drug.target());
      drug.transport().forEach(t -> panel.add(t.gene()));
    }
    return panel;
  }

  /** Copies by gene; files that give one gene different numbers of copies are refused. */
  private static Map<String, GeneCopyNumber> copies(List<CopyNumberProfile> profiles) {
    Map<String, GeneCopyNumber> copies = new LinkedHashMap<>();
    for (CopyNumberProfile profile : profiles) {
      for (GeneCopyNumber gene : profile.genes()) {
        GeneCopyNumber before = copies.putIfAbsent(gene.gene(), gene);
        if (before != null && before.copies() != gene.copies()) {
          throw InputException.request(
              String.format(
                  Locale.ROOT,
                  "%s has %.2f copies by %s, but %.2f by %s; give one of the two files.",
                  gene.gene(),
                  before.copies(),
                  before.source(),
                  gene.copies(),
                  gene.source()));
        }
      }
    }
    return copies;
  }

  /**
   * Tells what a file is and what it holds, whether variants or copy numbers.
   *
   * @param file path as the user gave it, or {@code -}
   * @param request how it is to be read: assembly, sample, filters, purity and ploidy
   * @throws InputException when the file as a whole cannot be used
   */
  public FileCheck check(String file, AnalysisRequest request) {
    try (InputFile input = InputFile.open(file, MAX_VARIANT_BYTES)) {
      return CopyNumberReader.accepts(input.beginning())
          ? new FileCheck(
              file,
              Optional.empty(),
              Optional.of(
                  CopyNumberReader.read(
                      input,
                      request.assembly().orElse(Assembly.GRCH38),
                      request.purity(),
                      request.ploidy(),
                      request.sample(),
                      panel(catalog))))
          : new FileCheck(
              file,
              Optional.of(VariantReader.read(input, options(request, panel(catalog)), models)),
              Optional.empty());
    }
  }

  private static VariantReadOptions options(AnalysisRequest request, Set<String> panel) {
    return new VariantReadOptions(
        request.assembly(), request.sample(), request.includeFiltered(), panel);
  }

  private VariantSet readVariants(String file, AnalysisRequest request, Set<String> panel) {
    try (InputFile input = InputFile.open(file, MAX_VARIANT_BYTES)) {
      VariantSet set = VariantReader.read(input, options(request, panel), models);
      if (set.counts().read() > 0 && set.counts().skipped() == set.counts().read()) {
        throw InputException.file(
            file,
            "none of its "
                + set.counts().read()
                + " records could be used; the first: "
                + set.skipped().get(0).message());
      }
      return set;
    }
  }

  private static CopyNumberProfile readCopyNumbers(
      String file, Optional<Assembly> assembly, AnalysisRequest request, Set<String> panel) {
    try (InputFile input = InputFile.open(file, MAX_SEGMENT_BYTES)) {
      CopyNumberProfile profile =
          CopyNumberReader.read(
              input,
              assembly.orElse(Assembly.GRCH38),
              request.purity(),
              request.ploidy(),
              request.sample(),
              panel);
      if (profile.records() > 0 && profile.skipped().size() == profile.records()) {
        throw InputException.file(
            file,
            "none of its "
                + profile.records()
                + " segments could be used; the first: "
                + profile.skipped().get(0).message());
      }
      return profile;
    }
  }

  private static Optional<Assembly> assembly(AnalysisRequest request, List<VariantSet> sets) {
    Set<Assembly> stated = new LinkedHashSet<>();
    sets.forEach(s -> s.assembly().ifPresent(stated::add));
    if (stated.size() > 1) {
      throw InputException.request(
          "the variant files are on different assemblies; analyse those of one assembly at a time.");
    }
    return stated.isEmpty() ? request.assembly() : stated.stream().findFirst();
  }

  private static List<Drug> drugsOf(List<VariantCall> calls, DrugCatalog catalog) {
    Set<Drug> drugs = new LinkedHashSet<>();
    calls.forEach(c -> drugs.addAll(catalog.ofTarget(c.gene())));
    return List.copyOf(drugs);
  }

  private DrugCatalog drugs(Treatment treatment) {
    if (treatment.drugCatalog().isEmpty()) {
      return catalog;
    }
    try (InputFile input = InputFile.open(treatment.drugCatalog().get(), MAX_CATALOG_BYTES)) {
      return catalog.with(input);
    }
  }
}
