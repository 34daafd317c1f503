package org.bindfold;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.binding.BindingSources;
import org.bindfold.binding.ComplexRequest;
import org.bindfold.binding.MutationList;
import org.bindfold.binding.MutationScores;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.copynumber.CopyNumberReader;
import org.bindfold.copynumber.ExpressionProfile;
import org.bindfold.evidence.EvidenceTable;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneModels;
import org.bindfold.genome.GenePanel;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.ResourceTable;
import org.bindfold.io.WorkerPool;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.report.ReportMapper;
import org.bindfold.report.ResistanceReport;
import org.bindfold.resistance.ClonalCourse;
import org.bindfold.resistance.SampleAnalysis;
import org.bindfold.resistance.SampleAnalyzer;
import org.bindfold.resistance.SampleInput;
import org.bindfold.resistance.SelectionRequest;
import org.bindfold.resistance.Treatment;
import org.bindfold.variant.VariantReadOptions;
import org.bindfold.variant.VariantReader;
import org.bindfold.variant.VariantSet;
import org.bindfold.variant.vcf.VcfFormat;

/**
 * The front door: an analysis request in, the answer or its report out. Reads the files it is told
 * to and writes none; uses no network.
 *
 * <p>Safe for use by many threads, and meant to be kept: the catalog, the atlas tables and the
 * complexes are opened when they are first needed and serve every later sample.
 */
public final class Bindfold {
  private static final long MAX_VARIANT_BYTES = 1L << 40;
  private static final long MAX_SEGMENT_BYTES = 1L << 30;
  private static final long MAX_CATALOG_BYTES = 16L << 20;

  private final DrugCatalog catalog = DrugCatalog.bundled();
  private final ScoringModel model = ScoringModel.bundled();
  private final BindingSources sources = new BindingSources(model);
  private final EvidenceTable evidence = EvidenceTable.bundled();
  private final VariantReader variants = new VariantReader(List.of(new VcfFormat()));
  private final GeneModels geneModels;

  /** With the gene models that come with the program. */
  public Bindfold() {
    this(GeneModels.bundled());
  }

  private Bindfold(GeneModels geneModels) {
    this.geneModels = geneModels;
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
    return withGenes(gff, fasta, WorkerPool.all());
  }

  /**
   * The same, unzipped by as many threads as there are workers.
   *
   * @throws InputException when one of the two cannot be used
   */
  public static Bindfold withGenes(String gff, String fasta, WorkerPool workers) {
    try (InputFile input = InputFile.open(gff, MAX_VARIANT_BYTES, workers)) {
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
   * Analyses one sample and reports on it, on all cores.
   *
   * @throws InputException as {@link #analysis}
   */
  public ResistanceReport analyze(AnalysisRequest request) {
    return report(analysis(request, WorkerPool.all()));
  }

  /** The report of an analysis: what is printed, each number rounded once. */
  public static ResistanceReport report(SampleAnalysis analysis) {
    return ReportMapper.report(analysis, version());
  }

  /**
   * Analyses one sample.
   *
   * @param workers the threads; the answer does not depend on their number
   * @return the answer, unrounded
   * @throws InputException when a file or a value of the request cannot be used; single records
   *     that cannot are listed in the answer
   */
  public SampleAnalysis analysis(AnalysisRequest request, WorkerPool workers) {
    Prepared prepared = prepare(request, workers);
    return prepared.analyzer.analyze(prepared.sample, prepared.drugs, workers);
  }

  /**
   * Scores mutations in a complex, in the order given.
   *
   * @param workers the threads; the scores do not depend on their number
   * @throws InputException when the complex cannot be read, its chain is not the reference protein,
   *     or the model's family is not that of the scored chain
   */
  public static MutationScores score(
      ComplexRequest complex, List<MutationList.Line> mutations, WorkerPool workers) {
    return MutationScores.of(complex, mutations, workers);
  }

  /**
   * Scores every substitution of the residues near the ligand of a complex.
   *
   * @param radius nearest heavy atoms of residue and ligand, angstrom; infinite for the whole chain
   * @param workers the threads; the scores do not depend on their number
   * @throws InputException as {@link #score}
   */
  public static MutationScores scan(ComplexRequest complex, double radius, WorkerPool workers) {
    return MutationScores.scan(complex, radius, workers);
  }

  /**
   * Follows the clones of one sample under all drugs of the request at once.
   *
   * @throws InputException as {@link #analysis}, and when no clone is known: no variant with an
   *     allele fraction that could be assessed for a drug
   */
  public ClonalCourse simulate(
      AnalysisRequest request, SelectionRequest selection, WorkerPool workers) {
    Prepared prepared = prepare(request, workers);
    return prepared
        .analyzer
        .course(prepared.sample, prepared.drugs, selection, workers)
        .orElseThrow(
            () ->
                InputException.file(
                    request.variants().get(0),
                    "holds no variant that could be followed; expected one with an allele fraction"
                        + " (VCF field AF or AD, or a column vaf) that was assessed for "
                        + String.join(" or ", prepared.drugs.stream().map(Drug::name).toList())
                        + "."));
  }

  private record Prepared(SampleAnalyzer analyzer, SampleInput sample, List<Drug> drugs) {}

  /** Everything read. */
  private Prepared prepare(AnalysisRequest request, WorkerPool workers) {
    Treatment treatment = request.treatment();
    DrugCatalog known = drugs(treatment);
    known.requirePumps(treatment.inhibitedPumps().keySet());
    List<Drug> asked = request.drugs().stream().map(known::require).distinct().toList();
    Set<String> panel = panel(known);
    List<VariantSet> files = new ArrayList<>();
    for (String file : request.variants()) {
      files.add(readVariants(file, request, panel, workers));
    }
    Optional<Assembly> assembly = assembly(request, files);
    List<CopyNumberProfile> profiles = new ArrayList<>();
    for (String file : request.copyNumbers()) {
      profiles.add(readCopyNumbers(file, assembly, request, panel, workers));
    }
    SampleInput sample =
        SampleInput.of(
            request.reportLabel(),
            files,
            profiles,
            treatment.expression().map(file -> ExpressionProfile.read(file, panel)),
            assembly,
            request.purity().orElse(1),
            treatment,
            request.timestamp());
    return new Prepared(
        new SampleAnalyzer(known, sources, model.calibration().version(), evidence),
        sample,
        asked.isEmpty() ? drugsOf(sample, known) : asked);
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

  /**
   * Tells what a file is and what it holds, whether variants or copy numbers.
   *
   * @param file path as the user gave it, or {@code -}
   * @param request how it is to be read: assembly, sample, filters, purity and ploidy
   * @throws InputException when the file as a whole cannot be used
   */
  public FileCheck check(String file, AnalysisRequest request) {
    Set<String> panel = panel(drugs(request.treatment()));
    try (InputFile input = InputFile.open(file, MAX_VARIANT_BYTES)) {
      return CopyNumberReader.accepts(input.beginning())
          ? FileCheck.of(
              CopyNumberReader.read(
                  input,
                  request.assembly().orElse(Assembly.GRCH38),
                  request.purity(),
                  request.ploidy(),
                  request.sample(),
                  panel))
          : FileCheck.of(variants.read(input, options(request, panel), geneModels));
    }
  }

  private static VariantReadOptions options(AnalysisRequest request, Set<String> panel) {
    return new VariantReadOptions(
        request.assembly(), request.sample(), request.includeFiltered(), panel);
  }

  private VariantSet readVariants(
      String file, AnalysisRequest request, Set<String> panel, WorkerPool workers) {
    try (InputFile input = InputFile.open(file, MAX_VARIANT_BYTES, workers)) {
      VariantSet set = variants.read(input, options(request, panel), geneModels);
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
      String file,
      Optional<Assembly> assembly,
      AnalysisRequest request,
      Set<String> panel,
      WorkerPool workers) {
    try (InputFile input = InputFile.open(file, MAX_SEGMENT_BYTES, workers)) {
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

  private static Optional<Assembly> assembly(AnalysisRequest request, List<VariantSet> files) {
    Set<Assembly> stated = new LinkedHashSet<>();
    files.forEach(f -> f.assembly().ifPresent(stated::add));
    if (stated.size() > 1) {
      throw InputException.request(
          "the variant files are on different assemblies; analyse those of one assembly at a time.");
    }
    return stated.isEmpty() ? request.assembly() : stated.stream().findFirst();
  }

  private static List<Drug> drugsOf(SampleInput sample, DrugCatalog catalog) {
    Set<Drug> drugs = new LinkedHashSet<>();
    sample.calls().forEach(c -> drugs.addAll(catalog.ofTarget(c.gene())));
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
