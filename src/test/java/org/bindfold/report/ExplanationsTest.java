package org.bindfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.bindfold.copynumber.GeneLevel;
import org.bindfold.pharmacology.Cause;
import org.bindfold.pharmacology.Cause.WithoutTarget;
import org.bindfold.pharmacology.CellContext;
import org.bindfold.pharmacology.Drug;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.pharmacology.LossOfFunction;
import org.bindfold.pharmacology.Mechanism;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.bindfold.pharmacology.TargetAltered;
import org.bindfold.pharmacology.WorkingLevel;
import org.bindfold.resistance.Note;
import org.bindfold.resistance.SampleVariant;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.variant.VariantCall;
import org.junit.jupiter.api.Test;

/** Every cause and every note has its words, and a report's readers know them. */
class ExplanationsTest {
  private static final DrugCatalog CATALOG = DrugCatalog.bundled();
  private static final Drug TAMOXIFEN = CATALOG.require("tamoxifen");
  private static final GeneLevel PUMP = GeneLevel.ofCopies("ABCB1", 4.996);
  private static final LossOfFunction MEASURED = new LossOfFunction("ABCB1", "R41*", 0.5, true);
  private static final LossOfFunction TAKEN = new LossOfFunction("ABCB1", "R41*", 1, false);

  private static final Map<Cause, String> CAUSES =
      Map.ofEntries(
          Map.entry(
              new Cause.BindingChange(38.126), "the dissociation constant changes 38.13-fold"),
          Map.entry(new Cause.BindingNotPredicted("no structure."), "no structure."),
          Map.entry(new Cause.NoResidueChange(), "no change of a residue of the target"),
          Map.entry(new Cause.ProductLevel(of(PUMP)), "5.00 copies of ABCB1, two are normal"),
          Map.entry(
              new Cause.ProductLevel(of(GeneLevel.ofExpression("ABCB1", 1.504))),
              "ABCB1 expressed 1.50 times normal"),
          Map.entry(
              new Cause.ProductLevel(new WorkingLevel(Optional.of(PUMP), Optional.of(MEASURED))),
              "5.00 copies of ABCB1, two are normal; R41* ends the protein on 0.50 of the copies"),
          Map.entry(
              new Cause.ProductLevel(new WorkingLevel(Optional.empty(), Optional.of(TAKEN))),
              "copies of ABCB1 not known; R41* ends the protein, and is taken to stand on every"
                  + " copy"),
          Map.entry(
              new Cause.InhibitedPump(of(PUMP), 0.125),
              "5.00 copies of ABCB1, two are normal; the regimen stops 0.13 of its export"),
          Map.entry(new Cause.LevelNotKnown("ABCB1"), "no copy number of ABCB1 was given"),
          Map.entry(
              new Cause.TargetDeleted(
                  GeneLevel.ofCopies("ESR1", 0.1), WithoutTarget.NOTHING_TO_ACT_ON),
              "0.10 copies of ESR1, two are normal; without it the drug has nothing to act on"),
          Map.entry(
              new Cause.TargetTruncated(MEASURED, WithoutTarget.COPIES_LEFT),
              "R41* ends the protein on 0.50 of the copies; working copies are left, so the target"
                  + " is not gone"),
          Map.entry(
              new Cause.TargetTruncated(TAKEN, WithoutTarget.WANTED),
              "R41* ends the protein, and is taken to stand on every copy; that is what the drug is"
                  + " given for, so no resistance"),
          Map.entry(
              new Cause.TruncatedCopiesNotKnown(TAKEN),
              "R41* ends the protein, on how many copies is not known"),
          Map.entry(
              new Cause.BrainShare(0.3062),
              "0.306 of the unbound drug in plasma reaches the brain"),
          Map.entry(
              new Cause.BrainShareNotKnown(TAMOXIFEN),
              "no brain-to-plasma ratio of tamoxifen is catalogued"));

  private static final Map<Note, String> NOTES =
      Map.of(
          new Note.BindingNotPredicted("no structure."),
          "no structure.",
          new Note.TruncatedCopiesNotKnown(TAKEN),
          "R41* ends the protein, on how many copies is not known",
          new Note.BrainShareNotKnown(TAMOXIFEN),
          "How much of tamoxifen reaches the brain is not known.",
          new Note.OfPrediction("315 is built."),
          "315 is built.",
          new Note.OneMolecule(List.of(variant(2), variant(5))),
          "v2 and v5 are on one molecule and scored as one protein.",
          new Note.RestDecides(),
          "What the change does to binding is not known; the rest decides without it.");

  private static WorkingLevel of(GeneLevel level) {
    return new WorkingLevel(Optional.of(level), Optional.empty());
  }

  private static SampleVariant variant(int number) {
    VariantCall call =
        new VariantCall(
            "given.vcf",
            OptionalLong.of(number),
            "ABL1",
            Optional.empty(),
            ProteinChange.other(ProteinChange.Effect.STOP_GAINED, "p.Arg41Ter"),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new SampleVariant(number, call, List.of(), call.source());
  }

  /** The records that may stand for a sealed interface. */
  private static Set<Class<?>> records(Class<?> sealed) {
    Set<Class<?>> records = new HashSet<>();
    for (Class<?> kind : sealed.getPermittedSubclasses()) {
      if (kind.isRecord()) {
        records.add(kind);
      } else {
        records.addAll(records(kind));
      }
    }
    return records;
  }

  @Test
  void everyCauseHasItsWords() {
    CAUSES.forEach((cause, words) -> assertThat(Explanations.of(cause)).isEqualTo(words));
    assertThat(CAUSES.keySet().stream().<Object>map(Object::getClass))
        .containsAll(records(Cause.class));
  }

  @Test
  void everyNoteHasItsWords() {
    NOTES.forEach((note, words) -> assertThat(Sentences.note(note)).isEqualTo(words));
    assertThat(NOTES.keySet().stream().<Object>map(Object::getClass))
        .containsAll(records(Note.class));
  }

  @Test
  void aCellOfManyCausesIsToldInTheOrderOfTheReport() {
    Drug methotrexate = CATALOG.require("methotrexate");
    CellContext context =
        new CellContext(
            Map.of("SLC19A1", GeneLevel.ofCopies("SLC19A1", 1)),
            Map.of(
                "DHFR", LossOfFunction.of("DHFR", "W25*", OptionalDouble.empty(), 1, 2),
                "SLC19A1", LossOfFunction.of("SLC19A1", "W105*", OptionalDouble.of(0.5), 1, 1)),
            Site.CNS,
            Map.of());

    List<String> told =
        context
            .mechanisms(methotrexate, TargetAltered.notKnown(methotrexate, Optional.empty()))
            .stream()
            .map(Mechanism::cause)
            .map(Explanations::of)
            .toList();

    assertThat(told)
        .startsWith(
            "no change of a residue of the target",
            "no copy number of DHFR was given",
            "W25* ends the protein, on how many copies is not known")
        .contains(
            "1.00 copies of SLC19A1, two are normal; W105* ends the protein on 0.50 of the copies");
  }
}
