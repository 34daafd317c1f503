package org.bindfold.binding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.binding.MutationScores.Line;
import org.bindfold.binding.MutationScores.Numbering;
import org.bindfold.binding.MutationScores.Row;
import org.bindfold.io.InputException;
import org.bindfold.io.Remedy;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.sequence.ReferenceCheck;
import org.bindfold.sequence.SequenceFamily;
import org.bindfold.sequence.Substitution;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Ligand;
import org.bindfold.structure.Residue;

/**
 * A complex that is ready to be scored, with what mutations are numbered by.
 *
 * @param scorer of the complex
 * @param numbering that was asked for
 * @param chain the scored chain in the reference's numbers; empty for the structure's own
 * @param notes what a reader must know of the complex and the model
 */
record NumberedComplex(
    MutationScorer scorer,
    Numbering numbering,
    Optional<ChainNumbering> chain,
    List<String> notes) {
  private static final int MAX_SHOWN = 40;

  /**
   * Reads a complex.
   *
   * @throws InputException when it cannot be read, its chain is not the reference protein, or not
   *     that of the model's family
   */
  static NumberedComplex of(ComplexReader.Source source, Numbering numbering, ScoringModel model) {
    Complex complex = ComplexReader.read(source);
    model
        .family()
        .filter(family -> !MutationScorer.familyFits(complex, family))
        .ifPresent(family -> refuse(family, complex));
    List<String> notes = new ArrayList<>(complex.notes());
    if (complex.ligand().chemistry() == Ligand.ChemistrySource.GEOMETRY) {
      notes.add(
          "bond orders of ligand "
              + complex.ligand().name()
              + " are worked out from its geometry; a ligand file with bond orders is better");
    }
    if (!model.calibration().equals(Calibration.bundled())) {
      notes.add("scored with calibration " + model.calibration().version());
    }
    model
        .family()
        .ifPresent(
            family ->
                notes.add(
                    "exchanges are judged by the family of "
                        + shown(family)
                        + ", where it has the residue; else by BLOSUM62"));
    Optional<ChainNumbering> chain =
        numbering.reference().map(reference -> align(source.structure(), complex, reference));
    chain.ifPresent(c -> describe(c, notes));
    return new NumberedComplex(new MutationScorer(complex, model), numbering, chain, notes);
  }

  private static String shown(SequenceFamily family) {
    String name = family.reference().accession();
    return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "...";
  }

  private static void refuse(SequenceFamily family, Complex complex) {
    throw InputException.file(
        complex.name(),
        "chain "
            + complex.chain()
            + " is not the first protein of the family's alignment ("
            + shown(family)
            + "); expected an alignment whose first row is the scored protein.");
  }

  /** The scores of all 19 substitutions of a residue that has a {@link #name}. */
  List<Row> substitutions(Residue residue) {
    AminoAcid wildType = wildType(residue);
    List<Row> rows = new ArrayList<>();
    for (AminoAcid mutant : AminoAcid.values()) {
      if (mutant == wildType) {
        continue;
      }
      String name = wildType.letter() + name(residue).orElseThrow() + mutant.letter();
      List<MutationScorer.Site> sites = List.of(new MutationScorer.Site(residue, wildType, mutant));
      Optional<String> obstacle = scorer.obstacle(sites);
      Optional<BindingChange> binding =
          obstacle.isPresent() ? Optional.empty() : Optional.of(scorer.score(sites));
      String note = obstacle.orElseGet(() -> String.join("; ", binding.orElseThrow().notes()));
      rows.add(new Row(0, name, binding, note));
    }
    return rows;
  }

  /** A residue's number, with its insertion code; empty outside the reference. */
  Optional<String> name(Residue residue) {
    if (chain.isEmpty()) {
      return Optional.of(residue.id().label());
    }
    OptionalInt position = chain.get().position(residue);
    return position.isPresent()
        ? Optional.of(String.valueOf(position.getAsInt()))
        : Optional.empty();
  }

  /** What the reference has there, else what the structure has. */
  AminoAcid wildType(Residue residue) {
    return chain
        .flatMap(
            c ->
                c.position(residue).isPresent()
                    ? c.reference().at(c.position(residue).getAsInt())
                    : Optional.empty())
        .or(residue::aminoAcid)
        .orElseThrow();
  }

  private static ChainNumbering align(String file, Complex complex, ProteinSequence reference) {
    return ChainNumbering.of(complex, reference)
        .orElseThrow(
            () ->
                InputException.file(
                        file,
                        "chain "
                            + complex.chain()
                            + " is not "
                            + reference.accession()
                            + ": fewer than 60% of its residues agree. Check the accession or the chain, or"
                            + " number its residues as the file does.")
                    .mendedBy(Remedy.NUMBERING, "author"));
  }

  private static void describe(ChainNumbering chain, List<String> notes) {
    if (!chain.tags().isEmpty()) {
      notes.add(
          "expression tag or cloning residues: "
              + chain.tags().stream()
                  .map(d -> String.valueOf(d.residue()))
                  .collect(Collectors.joining()));
    }
    if (!chain.substitutions().isEmpty()) {
      String list =
          chain.substitutions().stream().map(Object::toString).collect(Collectors.joining(", "));
      notes.add(
          switch (chain.origin()) {
            case SPECIES -> "another species' residues: " + list;
            case CARRIED -> "mutations that the structure carries: " + list;
            case NOT_STATED ->
                "residues that differ from "
                    + chain.reference().accession()
                    + " (the file names no organism, so mutation and species cannot be told apart): "
                    + list;
          });
    }
  }

  /** The score of a mutation, or why there is none. */
  Row row(Line line) {
    ProteinChange change;
    try {
      change = ProteinChangeParser.parse(line.text());
    } catch (IllegalArgumentException e) {
      return unscored(line, String.valueOf(e.getMessage()));
    }
    if (change.effect() != ProteinChange.Effect.MISSENSE) {
      return unscored(line, "only residue for residue changes are scored");
    }
    Optional<String> mismatch =
        numbering.reference().flatMap(reference -> ReferenceCheck.mismatch(reference, change));
    if (mismatch.isPresent()) {
      return unscored(line, mismatch.get());
    }
    List<MutationScorer.Site> sites = new ArrayList<>();
    for (Substitution substitution : change.substitutions()) {
      Optional<Residue> residue = find(substitution.position());
      if (residue.isEmpty()) {
        return unscored(
            line,
            "residue " + substitution.position() + " is not in chain " + scorer.complex().chain());
      }
      Optional<AminoAcid> has = residue.get().aminoAcid();
      if (chain.isEmpty() && has.filter(a -> a == substitution.wildType()).isEmpty()) {
        return unscored(
            line,
            "the structure has "
                + has.map(AminoAcid::hgvs).orElse(residue.get().name())
                + " at "
                + residue.get().id()
                + ", not "
                + substitution.wildType().hgvs()
                + offsetHint(substitution));
      }
      sites.add(
          new MutationScorer.Site(residue.get(), substitution.wildType(), substitution.mutant()));
    }
    Optional<String> obstacle = scorer.obstacle(sites);
    if (obstacle.isPresent()) {
      return unscored(line, obstacle.get());
    }
    BindingChange binding = scorer.score(sites);
    return new Row(
        line.number(), line.text(), Optional.of(binding), String.join("; ", binding.notes()));
  }

  /**
   * Known numbering offsets: ABL1b is 19 ahead of ABL1a; DHFR papers leave out the first
   * methionine.
   */
  private String offsetHint(Substitution substitution) {
    for (int offset : new int[] {19, -19, 1, -1}) {
      boolean fits =
          find(substitution.position() + offset)
              .flatMap(Residue::aminoAcid)
              .filter(a -> a == substitution.wildType())
              .isPresent();
      if (fits) {
        return "; it has one at "
            + (substitution.position() + offset)
            + ": give the UniProt accession if the numbers are UniProt's";
      }
    }
    return "";
  }

  private Optional<Residue> find(int position) {
    if (chain.isPresent()) {
      return chain.get().residue(position);
    }
    return scorer.complex().scoredChain().residues().stream()
        .filter(r -> r.id().number() == position && r.aminoAcid().isPresent())
        .min(Comparator.comparing(r -> r.id().label()));
  }

  private static Row unscored(Line line, String reason) {
    return new Row(line.number(), line.text(), Optional.empty(), reason);
  }
}
