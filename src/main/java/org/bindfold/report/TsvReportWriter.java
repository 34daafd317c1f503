package org.bindfold.report;

import static org.bindfold.report.TsvCells.number;
import static org.bindfold.report.TsvCells.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.bindfold.pharmacology.MechanismKind;
import org.bindfold.report.ResistanceReport.Alternative;
import org.bindfold.report.ResistanceReport.Binding;
import org.bindfold.report.ResistanceReport.Contact;
import org.bindfold.report.ResistanceReport.Exposure;
import org.bindfold.report.ResistanceReport.Mechanism;
import org.bindfold.report.ResistanceReport.Result;
import org.bindfold.report.ResistanceReport.Variant;

/**
 * Writes one row per variant and drug, under {@link #HEADER}. A sample without variants gives the
 * header alone; what its copy numbers mean for a drug is in the JSON and the HTML.
 *
 * <p>An absent value is an empty cell. The factor of a mechanism that could not be assessed is
 * empty, not one; several of one name (two pumps) are multiplied. Texts are guarded as {@link
 * TsvCells} says.
 */
public final class TsvReportWriter implements ReportWriter {
  /** The header line: column names separated by tabs. */
  public static final String HEADER =
      String.join(
          "\t",
          "label",
          "sample",
          "assembly",
          "variant",
          "gene",
          "change",
          "hgvs_protein",
          "hgvs_coding",
          "transcript",
          "accession",
          "effect",
          "location",
          "depth",
          "allele_fraction",
          "filter",
          "source",
          "drug",
          "outcome",
          "fold_change",
          "fold_low",
          "fold_high",
          "ic50_nM",
          "cmax_nM",
          "ctrough_nM",
          "outcome_reason",
          "fold_target_altered",
          "fold_target_amplified",
          "fold_target_gone",
          "fold_uptake",
          "fold_trapping",
          "fold_metabolism",
          "fold_efflux",
          "fold_site",
          "mechanisms",
          "ddg_kcal_mol",
          "ddg_low",
          "ddg_high",
          "binding_fold_change",
          "binding_effect",
          "p_resistant",
          "binding_source",
          "structure",
          "ligand",
          "stand_in",
          "residue",
          "distance_A",
          "path",
          "contacts_lost",
          "contacts_gained",
          "evidence",
          "rank",
          "alternatives",
          "notes");

  private static final int BINDING_COLUMNS = 15;

  /** A writer; it holds no state between reports. */
  public TsvReportWriter() {}

  @Override
  public String extension() {
    return "tsv";
  }

  @Override
  public byte[] render(ResistanceReport report) {
    Map<String, Variant> variants = new HashMap<>();
    report.variants().forEach(variant -> variants.put(variant.id(), variant));
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Result result : report.results()) {
      Variant variant = variants.get(result.variant());
      if (variant == null) {
        throw new IllegalArgumentException("no variant " + result.variant() + " in the report");
      }
      text.append(row(report, variant, result)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String row(ResistanceReport report, Variant variant, Result result) {
    StringJoiner cells = new StringJoiner("\t");
    cells
        .add(text(report.label()))
        .add(text(report.sample()))
        .add(text(report.assembly()))
        .add(text(result.variant()))
        .add(text(result.gene()))
        .add(text(result.change()))
        .add(text(variant.hgvsProtein()))
        .add(text(variant.hgvsCoding()))
        .add(text(variant.transcript()))
        .add(text(variant.accession()))
        .add(text(variant.effect()))
        .add(text(variant.location()))
        .add(variant.depth().map(String::valueOf).orElse(""))
        .add(number(variant.alleleFraction()))
        .add(text(variant.filter()))
        .add(text(variant.source()))
        .add(text(result.drug()))
        .add(result.outcome().toString())
        .add(number(result.foldChange()))
        .add(number(result.foldLow()))
        .add(number(result.foldHigh()))
        .add(number(result.exposure().map(Exposure::ic50Nanomolar)))
        .add(number(result.exposure().flatMap(Exposure::cmaxNanomolar)))
        .add(number(result.exposure().flatMap(Exposure::ctroughNanomolar)))
        .add(text(result.exposure().map(Exposure::reason)));
    for (MechanismKind mechanism : MechanismKind.values()) {
      cells.add(number(factor(mechanism, result.mechanisms())));
    }
    cells.add(text(mechanisms(result.mechanisms())));
    result
        .binding()
        .ifPresentOrElse(
            binding -> addBinding(cells, binding),
            () -> cells.add("\t".repeat(BINDING_COLUMNS - 1)));
    return cells
        .add(
            text(
                result.evidence().stream()
                    .map(Sentences::measured)
                    .collect(Collectors.joining("; "))))
        .add(rank(report.alternatives(), result.drug()))
        .add(text(alternatives(report.alternatives(), result.drug())))
        .add(text(String.join("; ", result.notes())))
        .toString();
  }

  private static void addBinding(StringJoiner cells, Binding binding) {
    cells
        .add(number(binding.ddgKcalPerMol()))
        .add(number(binding.ddgLow()))
        .add(number(binding.ddgHigh()))
        .add(number(binding.foldChange()))
        .add(binding.effect().toString())
        .add(number(binding.pResistant()))
        .add(binding.source().toString())
        .add(text(binding.structure()))
        .add(text(binding.ligand()))
        .add(String.valueOf(binding.standIn()))
        .add(text(binding.residue()))
        .add(number(binding.distanceAngstrom()))
        .add(text(binding.path()))
        .add(text(contacts(binding.contactsLost())))
        .add(text(contacts(binding.contactsGained())));
  }

  private static Optional<BigDecimal> factor(MechanismKind kind, List<Mechanism> mechanisms) {
    return mechanisms.stream()
        .filter(mechanism -> mechanism.assessed() && mechanism.name() == kind)
        .map(Mechanism::factor)
        .reduce(BigDecimal::multiply);
  }

  /** {@code target altered ABL1 8.10; efflux ABCB1 not assessed}. */
  private static String mechanisms(List<Mechanism> mechanisms) {
    return mechanisms.stream()
        .map(
            mechanism ->
                mechanism.name()
                    + " "
                    + mechanism.gene()
                    + " "
                    + (mechanism.assessed() ? number(mechanism.factor()) : "not assessed"))
        .collect(Collectors.joining("; "));
  }

  /** {@code hydrogen bond OG1-N13 2.9; hydrophobic CG2-C12 3.8}. */
  private static String contacts(List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                ContactText.of(
                    c.kind(), c.residueAtom(), c.ligandAtom(), number(c.distanceAngstrom())))
        .collect(Collectors.joining(ContactText.SEPARATOR));
  }

  /** The place of a drug among those of its target; empty where they are not ranked. */
  private static String rank(List<Alternative> alternatives, String drug) {
    return alternatives.stream()
        .filter(alternative -> alternative.drug().equals(drug))
        .findFirst()
        .map(alternative -> String.valueOf(alternative.rank()))
        .orElse("");
  }

  /**
   * What still works among the drugs of the same target, best first: {@code 1 ponatinib sensitive,
   * fold 1.20, margin 3.40, by T315I (IC50 of ...); 2 ...}.
   */
  private static String alternatives(List<Alternative> alternatives, String drug) {
    Set<String> targets =
        alternatives.stream()
            .filter(alternative -> alternative.drug().equals(drug))
            .map(Alternative::target)
            .collect(Collectors.toSet());
    return alternatives.stream()
        .filter(alternative -> targets.contains(alternative.target()))
        .map(
            alternative ->
                alternative.rank()
                    + " "
                    + alternative.drug()
                    + " "
                    + alternative.outcome()
                    + alternative.foldChange().map(f -> ", fold " + number(f)).orElse("")
                    + alternative.margin().map(m -> ", margin " + number(m)).orElse("")
                    + alternative.decidedBy().map(d -> ", by " + d).orElse("")
                    + " ("
                    + alternative.reason()
                    + ")")
        .collect(Collectors.joining("; "));
  }
}
