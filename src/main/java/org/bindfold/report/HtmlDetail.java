package org.bindfold.report;

import static org.bindfold.report.HtmlValues.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bindfold.binding.PredictedBinding;
import org.bindfold.report.HtmlValues.Fold;
import org.bindfold.report.HtmlValues.Level;
import org.bindfold.report.HtmlValues.OutcomeClass;
import org.bindfold.report.ResistanceReport.Binding;
import org.bindfold.report.ResistanceReport.Contact;
import org.bindfold.report.ResistanceReport.Evidence;
import org.bindfold.report.ResistanceReport.Result;
import org.bindfold.report.ResistanceReport.Variant;

/** Everything about one variant and one drug. */
record HtmlDetail(
    String anchor,
    Variant variant,
    String codingText,
    String accessionText,
    String locationText,
    String filterText,
    String drug,
    OutcomeClass outcome,
    Fold fold,
    boolean decides,
    List<Level> exposure,
    List<HtmlBar> mechanisms,
    List<Bound> binding,
    List<Measured> evidence,
    List<String> notes) {

  static HtmlDetail of(String anchor, Variant variant, Result result, boolean decides) {
    String transcript = variant.transcript().map(name -> name + ":").orElse("");
    return new HtmlDetail(
        anchor,
        variant,
        variant.hgvsCoding().map(coding -> transcript + coding).orElse(""),
        variant.accession().orElse(""),
        variant.location().orElse(""),
        variant.filter().orElse(""),
        result.drug(),
        OutcomeClass.of(result.outcome()),
        Fold.of(result.foldChange(), result.foldLow(), result.foldHigh()),
        decides,
        result.exposure().map(Level::of).stream().toList(),
        HtmlBar.allOf(result.mechanisms(), FoldAxis.covering(List.of())),
        result.binding().map(Bound::of).stream().toList(),
        result.evidence().stream().map(Measured::of).toList(),
        result.notes());
  }

  /** One per result, in the order of the report. */
  static List<HtmlDetail> allOf(ResistanceReport report) {
    List<HtmlDetail> details = new ArrayList<>();
    for (Result result : report.results()) {
      Variant variant =
          report.variants().stream()
              .filter(candidate -> candidate.id().equals(result.variant()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no variant " + result.variant() + " in the report"));
      details.add(of("r" + (details.size() + 1), variant, result, decides(report, result)));
    }
    return details;
  }

  private static boolean decides(ResistanceReport report, Result result) {
    return report.samples().stream()
        .anyMatch(
            sample ->
                sample.drug().equals(result.drug())
                    && sample.target().equals(result.gene())
                    && sample.decidedBy().equals(Optional.of(result.change())));
  }

  /** The change of binding. */
  record Bound(
      String ddg,
      String ddgLow,
      String ddgHigh,
      String foldChange,
      String effect,
      String pResistant,
      boolean atlas,
      String structure,
      String ligand,
      boolean standIn,
      String residue,
      String distance,
      String path,
      List<Touch> contacts) {

    static Bound of(Binding binding) {
      List<Touch> contacts = new ArrayList<>();
      binding.contactsLost().forEach(contact -> contacts.add(Touch.of("lost", contact)));
      binding.contactsGained().forEach(contact -> contacts.add(Touch.of("gained", contact)));
      contacts.sort(Comparator.comparing(Touch::kind));
      return new Bound(
          number(binding.ddgKcalPerMol()),
          number(binding.ddgLow()),
          number(binding.ddgHigh()),
          number(binding.foldChange()),
          binding.effect().toString(),
          number(binding.pResistant()),
          binding.source() == PredictedBinding.Origin.ATLAS,
          binding.structure(),
          binding.ligand(),
          binding.standIn(),
          binding.residue(),
          number(binding.distanceAngstrom()),
          binding.path(),
          contacts);
    }
  }

  /** A value that others measured; the wild type's is empty for a ddG. */
  record Measured(
      String quantity,
      String wildType,
      String mutant,
      String unit,
      boolean atLeast,
      String ddg,
      String conditions,
      String source) {
    static Measured of(Evidence evidence) {
      return new Measured(
          evidence.quantity(),
          number(evidence.wildType()),
          number(evidence.mutant()),
          evidence.unit(),
          evidence.atLeast(),
          number(evidence.ddgKcalPerMol()),
          evidence.conditions(),
          evidence.source());
    }
  }

  /** A contact lost or gained. */
  record Touch(String kind, String fate, String residueAtom, String ligandAtom, String distance) {
    static Touch of(String fate, Contact contact) {
      return new Touch(
          contact.kind().toString(),
          fate,
          contact.residueAtom(),
          contact.ligandAtom(),
          number(contact.distanceAngstrom()));
    }
  }
}
