package org.bindfold.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bindfold.binding.PredictedBinding;
import org.bindfold.pharmacology.MechanismKind;
import org.bindfold.report.ResistanceReport.Alternative;
import org.bindfold.report.ResistanceReport.Binding;
import org.bindfold.report.ResistanceReport.Contact;
import org.bindfold.report.ResistanceReport.CopyNumber;
import org.bindfold.report.ResistanceReport.Counts;
import org.bindfold.report.ResistanceReport.DataVersion;
import org.bindfold.report.ResistanceReport.DrugValue;
import org.bindfold.report.ResistanceReport.Evidence;
import org.bindfold.report.ResistanceReport.Exposure;
import org.bindfold.report.ResistanceReport.Fusion;
import org.bindfold.report.ResistanceReport.FusionPartner;
import org.bindfold.report.ResistanceReport.Input;
import org.bindfold.report.ResistanceReport.Mechanism;
import org.bindfold.report.ResistanceReport.Result;
import org.bindfold.report.ResistanceReport.SampleResult;
import org.bindfold.report.ResistanceReport.Selection;
import org.bindfold.report.ResistanceReport.Skipped;
import org.bindfold.report.ResistanceReport.Tool;
import org.bindfold.report.ResistanceReport.Variant;
import org.bindfold.resistance.Outcome;

/**
 * What the page's template shows: the report in the order it is read, all numbers already text. An
 * empty text or list makes the template leave its part out.
 */
record HtmlPage(
    String label,
    Tool tool,
    String schemaVersion,
    String sample,
    String assembly,
    String assemblyReason,
    String timestamp,
    List<String> reportNotes,
    List<Card> cards,
    List<Row> rows,
    List<Detail> details,
    List<Remaining> alternatives,
    List<Course> selections,
    List<Joined> fusions,
    List<Copies> copies,
    List<DrugValue> drugValues,
    Counts counts,
    List<Skipped> skipped,
    int skippedTotal,
    String skippedMore,
    List<Input> inputs,
    List<DataVersion> dataVersions,
    List<OutcomeClass> classes) {

  private static final int SKIPPED_SHOWN = 20;

  /** Shorter bars than this, in percent of the axis, cannot be seen and are drawn as a line. */
  private static final double LEAST_WIDTH = 0.5;

  static HtmlPage of(ResistanceReport report) {
    List<Skipped> skipped = report.skipped();
    List<Skipped> shown = skipped.subList(0, Math.min(SKIPPED_SHOWN, skipped.size()));
    FoldAxis axis = FoldAxis.covering(report.samples());
    List<Detail> details = details(report);
    return new HtmlPage(
        report.label(),
        report.tool(),
        report.schemaVersion(),
        report.sample().orElse(""),
        report.assembly(),
        report.assemblyReason(),
        report.timestamp().orElse(""),
        report.notes(),
        report.samples().stream().map(sample -> Card.of(sample, axis)).toList(),
        rows(report.variants(), details),
        details,
        report.alternatives().stream().map(Remaining::of).toList(),
        report.selections().stream().map(Course::of).toList(),
        report.fusions().stream().map(Joined::of).toList(),
        report.copyNumbers().stream().map(Copies::of).toList(),
        report.drugValues(),
        report.counts(),
        shown,
        report.counts().skipped() + report.counts().segmentsSkipped(),
        shown.size() < skipped.size() ? String.valueOf(shown.size()) : "",
        report.inputs(),
        report.dataVersions(),
        List.of(
            OutcomeClass.of(Outcome.SENSITIVE),
            OutcomeClass.of(Outcome.INTERMEDIATE),
            OutcomeClass.of(Outcome.RESISTANT),
            OutcomeClass.of(Outcome.NOT_ASSESSED)));
  }

  private static List<Detail> details(ResistanceReport report) {
    List<Detail> details = new ArrayList<>();
    for (Result result : report.results()) {
      Variant variant =
          report.variants().stream()
              .filter(candidate -> candidate.id().equals(result.variant()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no variant " + result.variant() + " in the report"));
      details.add(Detail.of("r" + (details.size() + 1), variant, result, decides(report, result)));
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

  /** One row per variant and drug, under its variant; a variant without a drug keeps one row. */
  private static List<Row> rows(List<Variant> variants, List<Detail> details) {
    List<Row> rows = new ArrayList<>();
    for (Variant variant : variants) {
      List<Detail> ofVariant =
          details.stream().filter(d -> d.variant().id().equals(variant.id())).toList();
      Site site = Site.of(variant, Math.max(1, ofVariant.size()));
      if (ofVariant.isEmpty()) {
        rows.add(new Row(List.of(site), List.of()));
      }
      for (Detail detail : ofVariant) {
        boolean first = detail == ofVariant.get(0);
        rows.add(new Row(first ? List.of(site) : List.of(), List.of(detail)));
      }
    }
    return rows;
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }

  /**
   * An outcome as the page shows it: a word, and a class that gives it colour and shape.
   *
   * @param word {@code not assessed}
   * @param css {@code not_assessed}
   */
  record OutcomeClass(String word, String css) {
    static OutcomeClass of(Outcome outcome) {
      return ofWord(outcome.toString());
    }

    /** Of the word in other outputs. */
    static OutcomeClass ofWord(String outcome) {
      return new OutcomeClass(outcome.replace('_', ' '), outcome);
    }
  }

  /** A fold change and the ends of its interval; empty texts where not known. */
  record Fold(String value, String low, String high) {
    static Fold of(
        Optional<BigDecimal> value, Optional<BigDecimal> low, Optional<BigDecimal> high) {
      return new Fold(number(value), number(low), number(high));
    }
  }

  /** The outcome of the sample for one drug. */
  record Card(
      String drug,
      String target,
      OutcomeClass outcome,
      Fold fold,
      String decidedBy,
      List<Level> exposure,
      List<Bar> bars,
      List<Whole> whole,
      List<FoldAxis.Tick> ticks,
      List<String> notes) {

    static Card of(SampleResult sample, FoldAxis axis) {
      return new Card(
          sample.drug(),
          sample.target(),
          OutcomeClass.of(sample.outcome()),
          Fold.of(sample.foldChange(), sample.foldLow(), sample.foldHigh()),
          sample.decidedBy().orElse(""),
          sample.exposure().map(Level::of).stream().toList(),
          Bar.allOf(sample.mechanisms(), axis),
          sample.foldChange().map(fold -> Whole.of(sample, fold, axis)).stream().toList(),
          axis.ticks(),
          sample.notes());
    }
  }

  /** IC50, Cmax and Ctrough, nM unbound; empty texts where not known. */
  record Level(String ic50, String cmax, String ctrough, String reason) {
    static Level of(Exposure exposure) {
      return new Level(
          number(exposure.ic50Nanomolar()),
          number(exposure.cmaxNanomolar()),
          number(exposure.ctroughNanomolar()),
          exposure.reason());
    }
  }

  /** A drug that may still work; empty texts where not known. */
  record Remaining(
      String target,
      int rank,
      String drug,
      OutcomeClass outcome,
      String fold,
      String margin,
      String decidedBy,
      String reason) {
    static Remaining of(Alternative alternative) {
      return new Remaining(
          alternative.target(),
          alternative.rank(),
          alternative.drug(),
          OutcomeClass.of(alternative.outcome()),
          number(alternative.foldChange()),
          number(alternative.margin()),
          alternative.decidedBy().orElse(""),
          alternative.reason());
    }
  }

  /** The clones under a regimen; empty texts where not known. */
  record Course(
      String drugs,
      int days,
      String relapseDay,
      String cells,
      String preexisting,
      List<ClonePart> clones,
      List<String> notes) {
    static Course of(Selection selection) {
      return new Course(
          String.join(" and ", selection.drugs()),
          selection.days(),
          number(selection.relapseDay()),
          number(selection.cells()),
          number(selection.preexisting()),
          selection.clones().stream()
              .map(
                  c ->
                      new ClonePart(
                          c.name(),
                          number(c.shareBefore()),
                          number(c.growthPerDay()),
                          number(c.shareAfter())))
              .toList(),
          selection.notes());
    }
  }

  /** A clone of a course. */
  record ClonePart(String name, String before, String growth, String after) {}

  /** One mechanism, and its bar from where the mechanisms before it end. */
  record Bar(
      String name,
      String gene,
      boolean assessed,
      String factor,
      String explanation,
      String css,
      String x,
      String width) {

    static List<Bar> allOf(List<Mechanism> mechanisms, FoldAxis axis) {
      List<Bar> bars = new ArrayList<>();
      double log = 0;
      for (Mechanism mechanism : mechanisms) {
        double from = axis.percent(log);
        log += FoldAxis.log10(mechanism.factor());
        double to = axis.percent(log);
        double width = Math.abs(to - from);
        bars.add(
            new Bar(
                mechanism.name().toString(),
                mechanism.gene(),
                mechanism.assessed(),
                number(mechanism.factor()),
                mechanism.explanation(),
                colour(mechanism.name()),
                FoldAxis.text(Math.min(from, to)) + "%",
                width < LEAST_WIDTH ? "" : FoldAxis.text(width) + "%"));
      }
      return bars;
    }

    private static String colour(MechanismKind mechanism) {
      return switch (mechanism) {
        case TARGET_ALTERED -> "altered";
        case TARGET_AMPLIFIED -> "amplified";
        case EFFLUX -> "efflux";
        default -> "other";
      };
    }
  }

  /** The whole fold change and its interval on the axis. */
  record Whole(String x, String low, String width) {
    static Whole of(SampleResult sample, BigDecimal fold, FoldAxis axis) {
      double low = axis.percent(FoldAxis.log10(sample.foldLow().orElse(fold)));
      double high = axis.percent(FoldAxis.log10(sample.foldHigh().orElse(fold)));
      return new Whole(
          FoldAxis.text(axis.percent(FoldAxis.log10(fold))) + "%",
          FoldAxis.text(low) + "%",
          FoldAxis.text(Math.max(0, high - low)) + "%");
    }
  }

  /**
   * A row of the table: the variant's cells in its first row, the result's cells where there is
   * one.
   */
  record Row(List<Site> site, List<Detail> result) {}

  /** A variant's own cells, over as many rows as it has results. */
  record Site(
      String gene,
      String change,
      String hgvsCoding,
      String location,
      String alleleFraction,
      String depth,
      int span) {
    static Site of(Variant variant, int span) {
      return new Site(
          variant.gene(),
          variant.change(),
          variant.hgvsCoding().orElse(""),
          variant.location().orElse(""),
          number(variant.alleleFraction()),
          variant.depth().map(String::valueOf).orElse(""),
          span);
    }
  }

  /** Everything about one variant and one drug. */
  record Detail(
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
      List<Bar> mechanisms,
      List<Bound> binding,
      List<Measured> evidence,
      List<String> notes) {

    static Detail of(String anchor, Variant variant, Result result, boolean decides) {
      String transcript = variant.transcript().map(name -> name + ":").orElse("");
      return new Detail(
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
          Bar.allOf(result.mechanisms(), FoldAxis.covering(List.of())),
          result.binding().map(Bound::of).stream().toList(),
          result.evidence().stream().map(Measured::of).toList(),
          result.notes());
    }
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

  /** A fusion; empty texts where not known. */
  record Joined(
      String name,
      Half upstream,
      Half downstream,
      String frame,
      String frameSource,
      String callerFrame,
      String kinaseDomain,
      String junctionReads,
      String spanningReads,
      String source) {
    static Joined of(Fusion fusion) {
      return new Joined(
          fusion.name(),
          Half.of(fusion.upstream()),
          Half.of(fusion.downstream()),
          words(fusion.frame()),
          fusion.frameSource().orElse(""),
          fusion
              .callerFrame()
              .filter(said -> !said.equals(fusion.frame()))
              .map(Joined::words)
              .orElse(""),
          words(fusion.kinaseDomain()),
          fusion.junctionReads().map(String::valueOf).orElse(""),
          fusion.spanningReads().map(String::valueOf).orElse(""),
          fusion.source());
    }

    private static String words(String snakeCase) {
      return snakeCase.replace('_', ' ');
    }
  }

  /** One gene of a fusion; empty texts where not known. */
  record Half(String gene, String transcript, String exon, String breakpoint) {
    static Half of(FusionPartner partner) {
      return new Half(
          partner.gene(),
          partner.transcript().orElse(""),
          partner.exon().map(String::valueOf).orElse(""),
          partner.breakpoint().orElse(""));
    }
  }

  /** Copies of a gene; empty texts where not assessed. */
  record Copies(String gene, String role, String copies, String log2, String source) {
    static Copies of(CopyNumber copyNumber) {
      return new Copies(
          copyNumber.gene(),
          copyNumber.role(),
          number(copyNumber.copies()),
          number(copyNumber.log2()),
          copyNumber.source().orElse(""));
    }
  }
}
