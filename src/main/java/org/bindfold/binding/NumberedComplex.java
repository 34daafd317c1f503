package org.bindfold.binding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.io.InputException;
import org.bindfold.io.Remedy;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.sequence.ReferenceCheck;
import org.bindfold.sequence.SequenceFamily;
import org.bindfold.sequence.Substitution;
import org.bindfold.sequence.WrittenChange;
import org.bindfold.structure.BundledStructures;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Ligand;
import org.bindfold.structure.Residue;

/**
 * A complex that is ready to be scored, in a protein's numbering or in its own. Everything that
 * scores a mutation goes through here: files of mutations, scans, the atlas, reports. Safe for use
 * by several threads.
 */
public final class NumberedComplex {
  private static final int MAX_SHOWN = 40;

  /** Known numbering offsets: ABL1b is 19 ahead of ABL1a; DHFR papers leave out the first Met. */
  private static final int[] KNOWN_OFFSETS = {19, -19, 1, -1};

  private final MutationScorer scorer;
  private final Optional<ChainNumbering> chain;
  private final List<String> notes;

  private NumberedComplex(
      MutationScorer scorer, Optional<ChainNumbering> chain, List<String> notes) {
    this.scorer = scorer;
    this.chain = chain;
    this.notes = List.copyOf(notes);
  }

  /**
   * Reads a complex from files.
   *
   * @throws InputException when it cannot be read, its chain is not the reference protein, or not
   *     that of the model's family
   */
  public static NumberedComplex read(
      ComplexReader.Source source, Numbering numbering, ScoringModel model) {
    Complex complex = ComplexReader.read(source);
    model
        .family()
        .filter(family -> !MutationScorer.familyFits(complex, family))
        .ifPresent(family -> refuse(family, complex));
    Optional<ChainNumbering> chain =
        numbering.reference().map(reference -> align(source.structure(), complex, reference));
    List<String> notes = new ArrayList<>(complex.notes());
    notes.addAll(notes(complex.ligand(), model));
    chain.ifPresent(c -> describe(c, notes));
    return new NumberedComplex(new MutationScorer(complex, model), chain, notes);
  }

  /** A bundled complex, in the numbers of its UniProt sequence. */
  static NumberedComplex bundled(BundledStructures.Entry entry, ScoringModel model) {
    Complex complex = BundledStructures.load(entry);
    ProteinSequence reference = BundledSequences.of(entry.accession()).orElseThrow();
    return new NumberedComplex(
        new MutationScorer(complex, model), ChainNumbering.of(complex, reference), List.of());
  }

  private static List<String> notes(Ligand ligand, ScoringModel model) {
    List<String> notes = new ArrayList<>();
    if (ligand.chemistry() == Ligand.ChemistrySource.GEOMETRY) {
      notes.add(
          "bond orders of ligand "
              + ligand.name()
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
    return notes;
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

  /** What a reader of any score must know of the complex and the model. */
  public List<String> notes() {
    return notes;
  }

  /** The residues of the scored chain that are amino acids and have a {@link #name}. */
  public List<Residue> residues() {
    return scorer.complex().scoredChain().residues().stream()
        .filter(r -> wildType(r).isPresent() && name(r).isPresent())
        .toList();
  }

  /** Distance of the nearest heavy atoms of a residue and the ligand, angstrom. */
  public double distance(Residue residue) {
    return scorer.distance(residue);
  }

  /**
   * A residue's number, with its insertion code where it is the structure's own; empty outside the
   * reference.
   */
  public Optional<String> name(Residue residue) {
    if (chain.isEmpty()) {
      return Optional.of(residue.id().label());
    }
    OptionalInt position = chain.get().position(residue);
    return position.isPresent()
        ? Optional.of(String.valueOf(position.getAsInt()))
        : Optional.empty();
  }

  /**
   * What a mutation of a residue starts from: what the reference has there, which the structure may
   * not (another species, a mutant), else what the structure has; empty for what is no amino acid.
   */
  public Optional<AminoAcid> wildType(Residue residue) {
    return chain
        .flatMap(
            c ->
                c.position(residue).isPresent()
                    ? c.reference().at(c.position(residue).getAsInt())
                    : Optional.empty())
        .or(residue::aminoAcid);
  }

  /** The contact path of a score, in these numbers: {@code E255 > V256}. */
  public String path(BindingChange change) {
    return change.path(this::wildType, r -> name(r).orElse(r.id().label()));
  }

  /** The score of a mutation as it was written. */
  public MutationScore score(long line, WrittenChange written) {
    return written
        .change()
        .map(change -> score(line, written.text(), change))
        .orElseGet(
            () ->
                MutationScore.none(
                    line,
                    written.text(),
                    Obstacle.of(Obstacle.Kind.NOT_UNDERSTOOD, written.fault())));
  }

  /** The score of a change. */
  MutationScore score(long line, String text, ProteinChange change) {
    if (change.effect() != ProteinChange.Effect.MISSENSE) {
      return MutationScore.none(
          line,
          text,
          Obstacle.of(
              Obstacle.Kind.NOT_A_SUBSTITUTION, "only residue for residue changes are scored"));
    }
    Optional<String> mismatch = chain.flatMap(c -> ReferenceCheck.mismatch(c.reference(), change));
    if (mismatch.isPresent()) {
      return MutationScore.none(
          line, text, Obstacle.of(Obstacle.Kind.NOT_THE_REFERENCE, mismatch.get()));
    }
    List<MutationScorer.Site> sites = new ArrayList<>();
    for (Substitution substitution : change.substitutions()) {
      Optional<Residue> residue = find(substitution.position());
      Optional<Obstacle> obstacle =
          residue.isPresent()
              ? misfit(residue.get(), substitution)
              : Optional.of(absent(substitution.position()));
      if (obstacle.isPresent()) {
        return MutationScore.none(line, text, obstacle.get());
      }
      sites.add(
          new MutationScorer.Site(
              residue.orElseThrow(), substitution.wildType(), substitution.mutant()));
    }
    return score(line, text, sites);
  }

  private Obstacle absent(int position) {
    return Obstacle.at(
        position,
        Obstacle.Kind.RESIDUE_ABSENT,
        "residue " + position + " is not in chain " + scorer.complex().chain());
  }

  /** In the structure's own numbers it is the structure that must have the residue named. */
  private Optional<Obstacle> misfit(Residue residue, Substitution substitution) {
    boolean fits =
        chain.isPresent() || residue.aminoAcid().equals(Optional.of(substitution.wildType()));
    return fits
        ? Optional.empty()
        : Optional.of(
            Obstacle.at(
                substitution.position(),
                Obstacle.Kind.NOT_THE_STRUCTURE,
                otherResidue(residue, substitution) + offsetHint(substitution)));
  }

  private MutationScore score(long line, String text, List<MutationScorer.Site> sites) {
    return scorer
        .obstacle(sites)
        .map(reason -> Obstacle.of(Obstacle.Kind.NOT_REBUILDABLE, reason))
        .map(obstacle -> MutationScore.none(line, text, obstacle))
        .orElseGet(() -> MutationScore.of(line, text, scorer.score(sites)));
  }

  /**
   * The scores of the substitutions of one of {@link #residues}, in the order of the mutants'
   * three-letter codes. The scorer keeps the residue's surroundings for the next substitution.
   *
   * @param mutants which of the other 19 amino acids are wanted
   */
  public List<MutationScore> substitutions(Residue residue, Predicate<AminoAcid> mutants) {
    AminoAcid wildType = wildType(residue).orElseThrow();
    String number = name(residue).orElseThrow();
    List<MutationScore> scores = new ArrayList<>();
    for (AminoAcid mutant : AminoAcid.values()) {
      if (mutant != wildType && mutants.test(mutant)) {
        scores.add(
            score(
                0,
                wildType.letter() + number + mutant.letter(),
                List.of(new MutationScorer.Site(residue, wildType, mutant))));
      }
    }
    return scores;
  }

  private static String otherResidue(Residue residue, Substitution substitution) {
    return "the structure has "
        + residue.aminoAcid().map(AminoAcid::hgvs).orElse(residue.name())
        + " at "
        + residue.id()
        + ", not "
        + substitution.wildType().hgvs();
  }

  private String offsetHint(Substitution substitution) {
    for (int offset : KNOWN_OFFSETS) {
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
}
