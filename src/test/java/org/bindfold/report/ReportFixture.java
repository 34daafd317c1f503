package org.bindfold.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Contact.Kind;
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
import org.bindfold.report.ResistanceReport.SelectedClone;
import org.bindfold.report.ResistanceReport.Selection;
import org.bindfold.report.ResistanceReport.Skipped;
import org.bindfold.report.ResistanceReport.Tool;
import org.bindfold.report.ResistanceReport.Variant;
import org.bindfold.resistance.Outcome;

/**
 * Reports of three sizes. The positions are those of the real variants; every other number is made
 * up to exercise the writers and says nothing about a drug.
 */
final class ReportFixture {
  static final String HOSTILE = "<script>alert(1)</script>";
  static final String FORMULA = "=HYPERLINK(\"x\",\"y\")";
  static final int SKIPPED_IN_FULL = 27;

  private static final Tool TOOL = new Tool("bindfold", "0.1.0");
  private static final String SHA =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private ReportFixture() {}

  static Stream<ResistanceReport> all() {
    return Stream.of(empty(), typical(), full());
  }

  /** A VCF with a header and no records. */
  static ResistanceReport empty() {
    return new ResistanceReport(
        ResistanceReport.SCHEMA_VERSION,
        TOOL,
        "empty",
        List.of(),
        List.of(new Input("empty.vcf", "variants", "VCF 4.2", SHA)),
        "GRCh38",
        "from the header's contig lengths",
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Counts(0, 0, 0, 0, 0, 0, 0, 0),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** A relapse of chronic myeloid leukaemia: three changes of ABL1, amplified, under imatinib. */
  static ResistanceReport typical() {
    Mechanism amplified =
        new Mechanism(
            MechanismKind.TARGET_AMPLIFIED,
            "ABL1",
            true,
            number("1.84"),
            "4.1 copies of ABL1 instead of 2; more free target is left at the same dose.");
    Mechanism efflux =
        new Mechanism(
            MechanismKind.EFFLUX,
            "ABCB1",
            false,
            number("1.00"),
            "No segment covers ABCB1 and no expression was given.");
    Mechanism gatekeeper =
        altered("25.60", "T315I weakens binding by 1.92 kcal/mol, 80% interval 1.21 to 2.63.");
    return new ResistanceReport(
        ResistanceReport.SCHEMA_VERSION,
        TOOL,
        "cml-relapse",
        List.of(new DataVersion("drug catalog", "1.0.0"), new DataVersion("potential", "1.0.0")),
        List.of(
            new Input("mutations/cml-relapse.vcf", "variants", "VCF 4.2", SHA),
            new Input("mutations/cml-relapse.cns", "copy number", "CNVkit segments", SHA)),
        "GRCh38",
        "from the header's contig lengths",
        Optional.of("CML_RELAPSE"),
        List.of(
            new SampleResult(
                "imatinib",
                "ABL1",
                Outcome.RESISTANT,
                Optional.of(number("47.1")),
                Optional.of(number("14.2")),
                Optional.of(number("156.0")),
                Optional.of("T315I"),
                exposure("2731.800", "231.760", "87.267"),
                List.of(gatekeeper, amplified, efflux),
                List.of("Three variants of ABL1: they may be on one chromosome or on several."))),
        List.of(
            result(
                "v1",
                "E255K",
                "imatinib",
                Outcome.INTERMEDIATE,
                fold("7.18", "2.20", "23.5"),
                List.of(
                    altered(
                        "3.90",
                        "E255K weakens binding by 0.81 kcal/mol, 80% interval 0.10 to 1.51."),
                    amplified,
                    efflux),
                Optional.of(
                    new Binding(
                        number("0.81"),
                        number("0.10"),
                        number("1.51"),
                        number("3.90"),
                        BindingChange.Effect.SIMILAR,
                        number("0.125"),
                        PredictedBinding.Origin.SCORED,
                        "1IEP",
                        "STI",
                        false,
                        "A:255",
                        number("8.42"),
                        "E255 > Y253",
                        List.of(),
                        List.of())),
                List.of("No direct contact: the change reaches the drug through its neighbours.")),
            result(
                "v2",
                "T315I",
                "imatinib",
                Outcome.RESISTANT,
                fold("47.1", "14.2", "156.0"),
                List.of(gatekeeper, amplified, efflux),
                Optional.of(
                    new Binding(
                        number("1.92"),
                        number("1.21"),
                        number("2.63"),
                        number("25.60"),
                        BindingChange.Effect.WEAKER,
                        number("0.125"),
                        PredictedBinding.Origin.SCORED,
                        "1IEP",
                        "STI",
                        false,
                        "A:315",
                        number("2.91"),
                        "T315",
                        List.of(
                            new Contact(Kind.HYDROGEN_BOND, "OG1", "N13", number("2.91")),
                            new Contact(Kind.HYDROPHOBIC, "CG2", "C12", number("3.80"))),
                        List.of(new Contact(Kind.CLASH, "CD1", "C16", number("2.40"))))),
                List.of()),
            result(
                "v3",
                "F359V",
                "imatinib",
                Outcome.SENSITIVE,
                fold("1.55", "0.48", "5.02"),
                List.of(
                    altered(
                        "0.84",
                        "F359V strengthens binding by 0.10 kcal/mol, 80% interval -0.60 to 0.40."),
                    amplified,
                    efflux),
                Optional.of(
                    new Binding(
                        number("-0.10"),
                        number("-0.60"),
                        number("0.40"),
                        number("0.84"),
                        BindingChange.Effect.SIMILAR,
                        number("0.125"),
                        PredictedBinding.Origin.SCORED,
                        "1IEP",
                        "STI",
                        false,
                        "A:359",
                        number("3.66"),
                        "F359",
                        List.of(new Contact(Kind.AROMATIC, "CG", "C25", number("5.10"))),
                        List.of(new Contact(Kind.HYDROPHOBIC, "CG1", "C25", number("4.05"))))),
                List.of())),
        List.of(
            new Variant(
                "v1",
                "ABL1",
                "E255K",
                "p.Glu255Lys",
                Optional.of("c.763G>A"),
                Optional.of("NM_005157"),
                Optional.of("P00519"),
                "missense",
                Optional.of("chr9:130862976 G>A"),
                Optional.of(412),
                Optional.of(number("0.083")),
                Optional.of("PASS"),
                "mutations/cml-relapse.vcf:18"),
            new Variant(
                "v2",
                "ABL1",
                "T315I",
                "p.Thr315Ile",
                Optional.of("c.944C>T"),
                Optional.of("NM_005157"),
                Optional.of("P00519"),
                "missense",
                Optional.of("chr9:130872896 C>T"),
                Optional.of(388),
                Optional.of(number("0.410")),
                Optional.of("PASS"),
                "mutations/cml-relapse.vcf:19"),
            new Variant(
                "v3",
                "ABL1",
                "F359V",
                "p.Phe359Val",
                Optional.of("c.1075T>G"),
                Optional.of("NM_005157"),
                Optional.of("P00519"),
                "missense",
                Optional.of("chr9:130873027 T>G"),
                Optional.of(405),
                Optional.of(number("0.052")),
                Optional.of("PASS"),
                "mutations/cml-relapse.vcf:20")),
        List.of(
            new Fusion(
                "f1",
                "BCR::ABL1 e14a2 (p210)",
                new FusionPartner(
                    "BCR",
                    Optional.of("NM_004327"),
                    Optional.of(14),
                    Optional.of("chr22:23290413")),
                new FusionPartner(
                    "ABL1",
                    Optional.of("NM_005157"),
                    Optional.of(2),
                    Optional.of("chr9:130854064")),
                Optional.of("e14a2"),
                Optional.of("p210"),
                "in_frame",
                Optional.of("exons"),
                Optional.of("out_of_frame"),
                "kept",
                Optional.of(45),
                Optional.of(12),
                "mutations/cml-relapse.fusions.tsv:2")),
        List.of(
            new Alternative(
                "ABL1",
                1,
                "ponatinib",
                Outcome.SENSITIVE,
                Optional.of(number("1.92")),
                Optional.of(number("3.08")),
                Optional.of("E255K"),
                "IC50 of 0.52 nM unbound, within the Ctrough of 0.67 nM"),
            new Alternative(
                "ABL1",
                2,
                "imatinib",
                Outcome.RESISTANT,
                Optional.of(number("47.1")),
                Optional.of(number("0.08")),
                Optional.of("T315I"),
                "IC50 of 2731.80 nM unbound, above the Cmax of 231.76 nM")),
        List.of(
            new Selection(
                List.of("imatinib"),
                365,
                Optional.of(number("12.5")),
                number("1000000000"),
                Optional.of(number("0.993310")),
                List.of(
                    new SelectedClone(
                        "wild type", number("0.120"), number("-0.0200"), number("0.000")),
                    new SelectedClone("T315I", number("0.880"), number("0.0480"), number("1.000"))),
                List.of("Growth was assumed."))),
        List.of(
            new CopyNumber(
                "ABCB1", "pump for imatinib", Optional.empty(), Optional.empty(), Optional.empty()),
            new CopyNumber(
                "ABL1",
                "target of imatinib",
                Optional.of(number("4.1")),
                Optional.of(number("1.036")),
                Optional.of("mutations/cml-relapse.cns:9"))),
        List.of(
            new DrugValue(
                "imatinib",
                "dissociation constant",
                number("1.1000"),
                "nM",
                "doi:10.1038/nbt.1990")),
        new Counts(41, 3, 36, 1, 1, 0, 24, 0),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** Several genes and drugs, everything optional present somewhere, and text that means harm. */
  static ResistanceReport full() {
    List<SampleResult> samples = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    Mechanism uptake =
        new Mechanism(
            MechanismKind.UPTAKE, "SLC19A1", true, number("3.000"), "SLC19A1 is deleted.");
    Mechanism amplified =
        new Mechanism(
            MechanismKind.TARGET_AMPLIFIED, "DHFR", true, number("210.00"), "80 copies of DHFR.");
    Mechanism pump =
        new Mechanism(MechanismKind.EFFLUX, "ABCB1", true, number("1.50"), "5 copies of ABCB1.");
    Mechanism secondPump =
        new Mechanism(MechanismKind.EFFLUX, "ABCG2", true, number("2.00"), "6 copies of ABCG2.");
    List<Mechanism> many = List.of(altered("0.50", HOSTILE), uptake, amplified, pump, secondPump);
    for (String drug : List.of("bosutinib", "dasatinib", "methotrexate", FORMULA)) {
      samples.add(
          new SampleResult(
              drug,
              drug.equals("methotrexate") ? "DHFR" : "ABL1",
              drug.equals("dasatinib") ? Outcome.NOT_ASSESSED : Outcome.INTERMEDIATE,
              drug.equals("dasatinib") ? Optional.empty() : Optional.of(number("945.0000")),
              drug.equals("dasatinib") ? Optional.empty() : Optional.of(number("300.5")),
              drug.equals("dasatinib") ? Optional.empty() : Optional.of(number("2000.1")),
              drug.equals("bosutinib") ? Optional.of("T315I") : Optional.empty(),
              drug.equals("dasatinib")
                  ? Optional.empty()
                  : Optional.of(
                      new Exposure(number("12.500"), Optional.empty(), Optional.empty(), HOSTILE)),
              drug.equals("dasatinib") ? List.of() : many,
              List.of("A note & <b>more</b>", HOSTILE)));
      results.add(
          result(
              "v1",
              "T315I",
              drug,
              drug.equals("dasatinib") ? Outcome.NOT_ASSESSED : Outcome.INTERMEDIATE,
              drug.equals("dasatinib")
                  ? List.of(Optional.empty(), Optional.empty(), Optional.empty())
                  : fold("945.0000", "300.5", "2000.1"),
              drug.equals("dasatinib") ? List.of() : many,
              drug.equals("dasatinib")
                  ? Optional.empty()
                  : Optional.of(
                      new Binding(
                          number("-0.41"),
                          number("-1.10"),
                          number("0.28"),
                          number("0.50"),
                          BindingChange.Effect.SIMILAR,
                          number("0.125"),
                          PredictedBinding.Origin.SCORED,
                          "3UE4",
                          "DB8",
                          true,
                          "A:315",
                          number("3.70"),
                          "T315",
                          List.of(new Contact(Kind.SALT_BRIDGE, "OG1", "O\"4'", number("3.00"))),
                          List.of())),
              List.of("tab\there", "line\nbreak", HOSTILE)));
    }
    results.add(
        result(
            "v2",
            "Arg97Ter",
            "methotrexate",
            Outcome.NOT_ASSESSED,
            List.of(Optional.empty(), Optional.empty(), Optional.empty()),
            List.of(),
            Optional.empty(),
            List.of()));
    return new ResistanceReport(
        ResistanceReport.SCHEMA_VERSION,
        TOOL,
        "=full " + HOSTILE,
        List.of(new DataVersion("drug catalog", HOSTILE)),
        List.of(new Input("../in/\"full\".vcf.gz", "variants", "VCF 4.3", SHA)),
        "GRCh37",
        "as given & checked",
        Optional.of("@SUM(A1) \u202e \u0130\u0131 \u60a3\u8005"),
        samples,
        results,
        List.of(
            new Variant(
                "v1",
                "ABL1",
                "T315I",
                "p.Thr315Ile",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "missense",
                Optional.empty(),
                Optional.of(12345),
                Optional.of(number("0.5000")),
                Optional.of("-low;" + HOSTILE),
                "+in\t.vcf:3"),
            new Variant(
                "v2",
                "DHFR",
                "Arg97Ter",
                "p.Arg97Ter",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "stop_gained",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "-:4"),
            new Variant(
                "v3",
                "ESR1",
                "D538G",
                "p.Asp538Gly",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "missense",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "-:5")),
        List.of(
            new Fusion(
                "f1",
                HOSTILE,
                new FusionPartner(HOSTILE, Optional.empty(), Optional.empty(), Optional.empty()),
                new FusionPartner("ABL1", Optional.of(HOSTILE), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                "not_known",
                Optional.empty(),
                Optional.empty(),
                "not_known",
                Optional.empty(),
                Optional.empty(),
                "=in.tsv:7")),
        List.of(
            new Alternative(
                "DHFR",
                1,
                FORMULA,
                Outcome.NOT_ASSESSED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HOSTILE)),
        List.of(
            new Selection(
                List.of(FORMULA, "methotrexate"),
                1,
                Optional.empty(),
                number("1"),
                Optional.empty(),
                List.of(new SelectedClone(HOSTILE, number("1"), number("-0.1"), number("1"))),
                List.of(HOSTILE))),
        List.of(
            new CopyNumber(
                "DHFR",
                "target of methotrexate",
                Optional.of(number("80.0")),
                Optional.empty(),
                Optional.of("c.tsv:2"))),
        List.of(new DrugValue(FORMULA, HOSTILE, number("0.0034"), "nM", HOSTILE)),
        new Counts(39, 3, 5, 2, 3, SKIPPED_IN_FULL - 1, 9, 1),
        IntStream.rangeClosed(1, SKIPPED_IN_FULL)
            .mapToObj(
                line ->
                    new Skipped("in.vcf", line + 10, HOSTILE + "\u0007" + line, "REF is wrong."))
            .toList(),
        List.of("The assembly was assumed.", HOSTILE),
        Optional.of("2026-02-03T04:05:06Z"));
  }

  private static Mechanism altered(String factor, String explanation) {
    return new Mechanism(MechanismKind.TARGET_ALTERED, "ABL1", true, number(factor), explanation);
  }

  private static Result result(
      String variant,
      String change,
      String drug,
      Outcome outcome,
      List<Optional<BigDecimal>> fold,
      List<Mechanism> mechanisms,
      Optional<Binding> binding,
      List<String> notes) {
    return new Result(
        variant,
        change.equals("Arg97Ter") ? "DHFR" : "ABL1",
        change,
        drug,
        outcome,
        fold.get(0),
        fold.get(1),
        fold.get(2),
        fold.get(0).isPresent() ? exposure("416.440", "231.760", "87.267") : Optional.empty(),
        mechanisms,
        binding,
        List.of(
            new Evidence(
                "Kd",
                Optional.of(number("1.1")),
                number("10000"),
                "nM",
                true,
                number("5.40"),
                "not phosphorylated",
                "doi:10.1038/nbt.1990"),
            new Evidence(
                "ddG",
                Optional.empty(),
                number("-0.37"),
                "kcal/mol",
                false,
                number("-0.37"),
                "",
                drug.equals(FORMULA) ? HOSTILE : "PMID:1")),
        notes);
  }

  private static Optional<Exposure> exposure(String ic50, String cmax, String ctrough) {
    return Optional.of(
        new Exposure(
            number(ic50),
            Optional.of(number(cmax)),
            Optional.of(number(ctrough)),
            "IC50 above the Cmax"));
  }

  private static List<Optional<BigDecimal>> fold(String value, String low, String high) {
    return List.of(Optional.of(number(value)), Optional.of(number(low)), Optional.of(number(high)));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
