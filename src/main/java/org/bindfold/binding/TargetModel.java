package org.bindfold.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.pharmacology.Drug;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.sequence.Substitution;
import org.bindfold.structure.BundledStructures;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.Residue;

/** The complex in which the changes of one drug's target are scored, with its residue numbers. */
final class TargetModel {
  private final Optional<BundledStructures.Entry> entry;
  private final Optional<Scored> scored;

  private record Scored(MutationScorer scorer, ChainNumbering numbering) {}

  private TargetModel(Optional<BundledStructures.Entry> entry, Optional<Scored> scored) {
    this.entry = entry;
    this.scored = scored;
  }

  /**
   * What can be said of a change.
   *
   * @param binding empty when it could not be worked out; the first note says why
   * @param notes what a reader must know
   */
  record Answer(Optional<BindingChange> binding, List<String> notes) {}

  static TargetModel of(Drug drug, Calibration calibration) {
    Optional<BundledStructures.Entry> entry = BundledStructures.ofDrug(drug.name());
    Optional<Scored> scored =
        entry.map(
            e -> {
              Complex complex = BundledStructures.load(e);
              ProteinSequence reference = BundledSequences.of(e.accession()).orElseThrow();
              return new Scored(
                  new MutationScorer(complex, calibration),
                  ChainNumbering.of(complex, reference).orElseThrow());
            });
    return new TargetModel(entry, scored);
  }

  Answer answer(ProteinChange change) {
    if (change.effect() != ProteinChange.Effect.MISSENSE) {
      return new Answer(
          Optional.empty(),
          List.of(
              change.hgvs()
                  + " is no residue for residue change; its effect on the drug is not modelled."));
    }
    if (scored.isEmpty()) {
      return new Answer(
          Optional.empty(), List.of("no structure of this drug and target is bundled."));
    }
    Scored model = scored.get();
    List<MutationScorer.Site> sites = new ArrayList<>();
    for (Substitution substitution : change.substitutions()) {
      Optional<Residue> residue = model.numbering.residue(substitution.position());
      if (residue.isEmpty()) {
        return new Answer(
            Optional.empty(),
            List.of(
                "residue "
                    + substitution.position()
                    + " is not in structure "
                    + structureId()
                    + ", so binding was not worked out."));
      }
      sites.add(
          new MutationScorer.Site(residue.get(), substitution.wildType(), substitution.mutant()));
    }
    Optional<String> obstacle = model.scorer.obstacle(sites);
    if (obstacle.isPresent()) {
      return new Answer(Optional.empty(), List.of(obstacle.get() + "."));
    }
    BindingChange binding = model.scorer.score(sites);
    List<String> notes = new ArrayList<>(binding.notes());
    if (standsIn()) {
      notes.add(
          ligandName()
              + " in structure "
              + structureId()
              + " stands in for "
              + entry.orElseThrow().drug()
              + ".");
    }
    return new Answer(Optional.of(binding), notes);
  }

  String structureId() {
    return entry.orElseThrow().id();
  }

  String ligandName() {
    return entry.orElseThrow().ligand();
  }

  boolean standsIn() {
    return entry.filter(BundledStructures.Entry::standsIn).isPresent();
  }

  /** The contact path in reference numbers: {@code E255 > V256}. */
  String path(BindingChange change) {
    ChainNumbering numbering = scored.orElseThrow().numbering;
    return change.path().stream()
        .map(
            r ->
                r.aminoAcid().map(a -> String.valueOf(a.letter())).orElse("X")
                    + (numbering.position(r).isPresent()
                        ? String.valueOf(numbering.position(r).getAsInt())
                        : r.id().label()))
        .collect(Collectors.joining(" > "));
  }
}
