package org.bindfold.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bindfold.affinity.BindingChange;
import org.bindfold.binding.PredictedBinding;
import org.bindfold.pharmacology.MechanismKind;
import org.bindfold.resistance.Outcome;

/**
 * The resistance report of one sample: a plain value that holds everything the writers print, so
 * that JSON, TSV and HTML cannot disagree. Every number is a {@link BigDecimal} that was rounded
 * once, when the report was made, and is printed with exactly its own decimals everywhere.
 *
 * @param schemaVersion semantic version of the JSON form
 * @param tool the program and its version
 * @param label the report's name
 * @param dataVersions the data files that took part, by name
 * @param inputs the files that were read, in the order given
 * @param assembly the genome assembly of the positions, or {@code none} where no file has positions
 * @param assemblyReason how the assembly is known
 * @param sample the sample's name in the variant file
 * @param samples the outcome for the whole sample, one per drug, by drug name
 * @param results one per variant and drug, variants in input order, drugs by name
 * @param variants the variants that are reported, in input order
 * @param fusions gene fusions that were called, in input order
 * @param alternatives the catalogued drugs of each target with variants, best first
 * @param selections what becomes of the clones under each drug, where clones are known
 * @param copyNumbers one per gene that a drug of the report depends on, by gene
 * @param drugValues the numbers of the drugs of the report, each with its source
 * @param counts what became of every input record
 * @param skipped records that could not be used, in input order
 * @param notes what a reader must know about the whole report
 * @param timestamp when it was made, ISO 8601; only on request, since it makes two runs differ
 */
public record ResistanceReport(
    String schemaVersion,
    Tool tool,
    String label,
    List<DataVersion> dataVersions,
    List<Input> inputs,
    String assembly,
    String assemblyReason,
    Optional<String> sample,
    List<SampleResult> samples,
    List<Result> results,
    List<Variant> variants,
    List<Fusion> fusions,
    List<Alternative> alternatives,
    List<Selection> selections,
    List<CopyNumber> copyNumbers,
    List<DrugValue> drugValues,
    Counts counts,
    List<Skipped> skipped,
    List<String> notes,
    Optional<String> timestamp) {

  /** The version of the JSON form that this class describes. */
  public static final String SCHEMA_VERSION = "2.0.0";

  public ResistanceReport {
    dataVersions = List.copyOf(dataVersions);
    inputs = List.copyOf(inputs);
    samples = List.copyOf(samples);
    results = List.copyOf(results);
    variants = List.copyOf(variants);
    fusions = List.copyOf(fusions);
    alternatives = List.copyOf(alternatives);
    selections = List.copyOf(selections);
    copyNumbers = List.copyOf(copyNumbers);
    drugValues = List.copyOf(drugValues);
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
  }

  /**
   * The program.
   *
   * @param name {@code bindfold}
   * @param version semantic version
   */
  public record Tool(String name, String version) {}

  /**
   * A data file that took part.
   *
   * @param name what it is: {@code drug catalog}
   * @param version its own version text
   */
  public record DataVersion(String name, String version) {}

  /**
   * A file that was read.
   *
   * @param path as the user gave it
   * @param role {@code variants} or {@code copy number}
   * @param format {@code VCF 4.2}, {@code HGVS protein list}, {@code CNVkit segments}
   * @param sha256 of its raw bytes, lower-case hexadecimal
   */
  public record Input(String path, String role, String format, String sha256) {}

  /**
   * A variant that is reported.
   *
   * @param id {@code v1}, {@code v2}, ... in input order
   * @param gene HGNC symbol
   * @param change short form in UniProt numbers: {@code T315I}
   * @param hgvsProtein {@code p.Thr315Ile}
   * @param hgvsCoding {@code c.944C>T}
   * @param transcript {@code NM_005157}
   * @param accession UniProt accession of the numbering
   * @param effect {@code missense}, {@code stop_gained}, ... lower case
   * @param location {@code chr9:130872896 C>T}, 1-based
   * @param depth reads at the site
   * @param alleleFraction 0 to 1
   * @param filter the FILTER field
   * @param source {@code file:line}
   */
  public record Variant(
      String id,
      String gene,
      String change,
      String hgvsProtein,
      Optional<String> hgvsCoding,
      Optional<String> transcript,
      Optional<String> accession,
      String effect,
      Optional<String> location,
      Optional<Integer> depth,
      Optional<BigDecimal> alleleFraction,
      Optional<String> filter,
      String source) {}

  /**
   * A fusion of two genes.
   *
   * @param id {@code f1}, {@code f2}, ... in input order
   * @param name {@code BCR::ABL1 e14a2 (p210)}
   * @param upstream the gene that gives the start
   * @param downstream the gene that gives the rest
   * @param junction the exons of BCR and ABL1 that meet: {@code e14a2}
   * @param type of BCR::ABL1: {@code p190}, {@code p210}, {@code p230} or {@code atypical
   *     breakpoint}
   * @param frame {@code in_frame}, {@code out_of_frame} or {@code not_known}: how the downstream
   *     gene is read
   * @param frameSource who says so: {@code exons} that meet, or the {@code caller}; empty when it
   *     is not known
   * @param callerFrame what the caller says, {@code in_frame} or {@code out_of_frame}, where it
   *     says something
   * @param kinaseDomain {@code kept}, {@code kept_in_part}, {@code lost} or {@code not_known}: what
   *     is left of the downstream gene's kinase domain as a coding sequence
   * @param junctionReads reads that are split by the junction
   * @param spanningReads pairs of reads with one on either side of it
   * @param source {@code file:line}
   */
  public record Fusion(
      String id,
      String name,
      FusionPartner upstream,
      FusionPartner downstream,
      Optional<String> junction,
      Optional<String> type,
      String frame,
      Optional<String> frameSource,
      Optional<String> callerFrame,
      String kinaseDomain,
      Optional<Integer> junctionReads,
      Optional<Integer> spanningReads,
      String source) {}

  /**
   * One of the two genes of a fusion.
   *
   * @param gene HGNC symbol
   * @param transcript accession that the exon is counted in
   * @param exon the last that is kept of the upstream gene, the first of the downstream one, from 1
   * @param breakpoint {@code chr22:23290413}, 1-based: the last base that is kept of the upstream
   *     gene, the first of the downstream one
   */
  public record FusionPartner(
      String gene,
      Optional<String> transcript,
      Optional<Integer> exon,
      Optional<String> breakpoint) {}

  /**
   * What one variant means for one drug, with the copy numbers of the sample.
   *
   * @param variant {@link Variant#id}
   * @param gene HGNC symbol
   * @param change short form in UniProt numbers
   * @param drug catalogued name
   * @param outcome the class
   * @param foldChange drug concentration needed, relative to the wild type at normal copy numbers
   * @param foldLow lower end of its 80% interval
   * @param foldHigh upper end of its 80% interval
   * @param exposure the IC50 beside what plasma reaches; empty without a fold change
   * @param mechanisms the factors of {@code foldChange}; their product is the whole
   * @param binding the change of binding; empty where it could not be worked out, with the reason
   *     in {@code notes}
   * @param evidence what others measured for this change and drug; no part of the prediction
   * @param notes what a reader must know about this result
   */
  public record Result(
      String variant,
      String gene,
      String change,
      String drug,
      Outcome outcome,
      Optional<BigDecimal> foldChange,
      Optional<BigDecimal> foldLow,
      Optional<BigDecimal> foldHigh,
      Optional<Exposure> exposure,
      List<Mechanism> mechanisms,
      Optional<Binding> binding,
      List<Evidence> evidence,
      List<String> notes) {

    public Result {
      mechanisms = List.copyOf(mechanisms);
      evidence = List.copyOf(evidence);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A measured value, as published.
   *
   * @param quantity {@code Kd}, {@code Ki} or {@code ddG}
   * @param wildType the wild type's value; empty for a ddG
   * @param mutant the mutant's value
   * @param unit of both
   * @param atLeast the true value, and the ddG, is this or more
   * @param ddgKcalPerMol what follows for the binding free energy; positive is weaker binding
   * @param conditions of the measurement; may be empty
   * @param source doi or PMID
   */
  public record Evidence(
      String quantity,
      Optional<BigDecimal> wildType,
      BigDecimal mutant,
      String unit,
      boolean atLeast,
      BigDecimal ddgKcalPerMol,
      String conditions,
      String source) {}

  /**
   * What a cell needs beside what plasma reaches, unbound concentrations in nM.
   *
   * @param ic50Nanomolar unbound concentration that stops half of the cells' growth
   * @param cmaxNanomolar at the usual dose; empty when not known
   * @param ctroughNanomolar at the usual dose; empty when not known
   * @param reason why the outcome is what it is, with the thresholds
   */
  public record Exposure(
      BigDecimal ic50Nanomolar,
      Optional<BigDecimal> cmaxNanomolar,
      Optional<BigDecimal> ctroughNanomolar,
      String reason) {}

  /**
   * A catalogued drug on the variants of this sample, beside the others of its target.
   *
   * @param target HGNC symbol
   * @param rank from 1, the best; drugs that could not be assessed come last
   * @param drug catalogued name
   * @param outcome for the whole sample
   * @param foldChange of the variant that decides
   * @param margin Cmax over the IC50, both unbound
   * @param decidedBy the variant that decides, short form
   * @param reason why the outcome is what it is, or why there is none
   */
  public record Alternative(
      String target,
      int rank,
      String drug,
      Outcome outcome,
      Optional<BigDecimal> foldChange,
      Optional<BigDecimal> margin,
      Optional<String> decidedBy,
      String reason) {}

  /**
   * What becomes of the clones of the sample under a regimen.
   *
   * @param drugs of the regimen, by name
   * @param days after which {@link SelectedClone#shareAfter} is given
   * @param relapseDay when the tumour is as large again as before; 0 when it never shrinks, empty
   *     when it only shrinks
   * @param cells size of the tumour that {@code preexisting} is for
   * @param preexisting probability that a resistant cell was there before treatment; empty where it
   *     was not worked out: more than two drugs are left to escape
   * @param clones the wild type first, then as the variants
   * @param notes what was taken for granted
   */
  public record Selection(
      List<String> drugs,
      int days,
      Optional<BigDecimal> relapseDay,
      BigDecimal cells,
      Optional<BigDecimal> preexisting,
      List<SelectedClone> clones,
      List<String> notes) {

    public Selection {
      drugs = List.copyOf(drugs);
      clones = List.copyOf(clones);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A clone under a regimen.
   *
   * @param name its change, or {@code wild type}
   * @param shareBefore of the tumour before treatment
   * @param growthPerDay net, per day; negative when it shrinks
   * @param shareAfter of the tumour after the days
   */
  public record SelectedClone(
      String name, BigDecimal shareBefore, BigDecimal growthPerDay, BigDecimal shareAfter) {}

  /**
   * One mechanism's part of a fold change.
   *
   * @param name {@code target altered}, {@code target amplified}, {@code target gone}, {@code
   *     uptake}, {@code trapping}, {@code metabolism}, {@code efflux}, {@code site}
   * @param gene the gene it works through; a dash where it is none
   * @param assessed false when what it needs is not known; its factor is then one
   * @param factor its share, multiplied with the others
   * @param explanation one sentence with the numbers that went in
   */
  public record Mechanism(
      MechanismKind name, String gene, boolean assessed, BigDecimal factor, String explanation) {}

  /**
   * The change of a drug's binding free energy.
   *
   * @param ddgKcalPerMol positive is weaker binding
   * @param ddgLow lower end of the 80% interval
   * @param ddgHigh upper end of the 80% interval
   * @param foldChange of the dissociation constant
   * @param effect {@code weaker}, {@code similar}, {@code stronger}
   * @param pResistant probability that the mutant grows under the drug, 0 to 1
   * @param source {@code scored} in the bundled complex, or {@code atlas}, computed beforehand
   * @param structure id of the complex: {@code 1IEP}
   * @param ligand residue name of the ligand in it: {@code STI}
   * @param standIn true when the ligand stands in for the drug
   * @param residue the residue in the structure's own numbering: {@code A:315}
   * @param distanceAngstrom nearest heavy atoms of wild-type residue and ligand
   * @param path the shortest contact path to the ligand, by UniProt residue: {@code E255 > Y253}
   * @param contactsLost contacts with the ligand that the wild type has and the mutant has not
   * @param contactsGained contacts with the ligand that only the mutant has
   */
  public record Binding(
      BigDecimal ddgKcalPerMol,
      BigDecimal ddgLow,
      BigDecimal ddgHigh,
      BigDecimal foldChange,
      BindingChange.Effect effect,
      BigDecimal pResistant,
      PredictedBinding.Origin source,
      String structure,
      String ligand,
      boolean standIn,
      String residue,
      BigDecimal distanceAngstrom,
      String path,
      List<Contact> contactsLost,
      List<Contact> contactsGained) {

    public Binding {
      contactsLost = List.copyOf(contactsLost);
      contactsGained = List.copyOf(contactsGained);
    }
  }

  /**
   * One contact between a residue and the ligand.
   *
   * @param kind {@code hydrogen bond}, {@code hydrophobic}, {@code salt bridge}, {@code aromatic},
   *     {@code clash}
   * @param residueAtom atom name in the residue: {@code OG1}
   * @param ligandAtom atom name in the ligand: {@code N13}
   * @param distanceAngstrom between the two (aromatic: between ring centres)
   */
  public record Contact(
      org.bindfold.affinity.Contact.Kind kind,
      String residueAtom,
      String ligandAtom,
      BigDecimal distanceAngstrom) {}

  /**
   * What the whole sample means for one drug: the worst of its variants, or its copy numbers alone.
   *
   * @param drug catalogued name
   * @param target HGNC symbol of the drug's target
   * @param outcome the class
   * @param foldChange of the result that decides
   * @param foldLow lower end of its 80% interval
   * @param foldHigh upper end of its 80% interval
   * @param decidedBy change that decides, short form; empty when no variant of the target was found
   * @param exposure that of the result that decides
   * @param mechanisms the factors of the deciding result
   * @param notes what a reader must know about this outcome
   */
  public record SampleResult(
      String drug,
      String target,
      Outcome outcome,
      Optional<BigDecimal> foldChange,
      Optional<BigDecimal> foldLow,
      Optional<BigDecimal> foldHigh,
      Optional<String> decidedBy,
      Optional<Exposure> exposure,
      List<Mechanism> mechanisms,
      List<String> notes) {

    public SampleResult {
      mechanisms = List.copyOf(mechanisms);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Copies of a gene that a drug of the report depends on.
   *
   * @param gene HGNC symbol
   * @param role why it is here: {@code target of imatinib}, {@code pump for imatinib}
   * @param copies empty when no segment covers the gene
   * @param log2 ratio that the copies came from
   * @param source {@code file:line}; empty when not assessed
   */
  public record CopyNumber(
      String gene,
      String role,
      Optional<BigDecimal> copies,
      Optional<BigDecimal> log2,
      Optional<String> source) {}

  /**
   * A number that the outcome for a drug rests on.
   *
   * @param drug catalogued name
   * @param quantity {@code dissociation constant}, {@code Cmax in plasma}
   * @param value in {@code unit}
   * @param unit {@code nM} or {@code ratio}
   * @param source doi, PMID, label or citation; begins with {@code derived} or {@code assumed}
   *     where it is
   */
  public record DrugValue(
      String drug, String quantity, BigDecimal value, String unit, String source) {}

  /**
   * What became of every variant record; the parts add up to {@code read}.
   *
   * @param read records in the variant files (VCF: alternate alleles)
   * @param reported those in {@link ResistanceReport#variants}
   * @param offPanel in no gene of the panel
   * @param synonymous protein unchanged
   * @param filtered not PASS, or not carried by the sample
   * @param skipped could not be used
   * @param segments records in the copy-number files
   * @param segmentsSkipped of those, could not be used
   */
  public record Counts(
      int read,
      int reported,
      int offPanel,
      int synonymous,
      int filtered,
      int skipped,
      int segments,
      int segmentsSkipped) {}

  /**
   * A record that could not be used.
   *
   * @param file as the user gave the path
   * @param line 1-based
   * @param record the record, shortened
   * @param reason what was found, expected, and how to mend it
   */
  public record Skipped(String file, long line, String record, String reason) {}
}
