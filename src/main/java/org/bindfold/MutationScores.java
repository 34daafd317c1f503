package org.bindfold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Contact;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.input.InputException;
import org.bindfold.input.InputFile;
import org.bindfold.report.HeatMap;
import org.bindfold.report.ScoreJson;
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

/** The scores of a list of mutations in one complex, one row per mutation in the order given. */
public final class MutationScores {
  /** The columns of {@link #tsv()}. */
  public static final String HEADER =
      "mutation\tddg_kcal_mol\tddg_low\tddg_high\tfold_change\tp_resistant\tclass\tdistance_A\tnote"
          + "\tresidue\tddg_raw\tcontacts_lost\tcontacts_gained\tpath";

  private final List<Row> rows;
  private final List<String> notes;

  private MutationScores(List<Row> rows, List<String> notes) {
    this.rows = List.copyOf(rows);
    this.notes = List.copyOf(notes);
  }

  /**
   * A mutation as it was given.
   *
   * @param number line, 1-based
   * @param text the mutation
   */
  public record Line(long number, String text) {}

  /**
   * How mutations are numbered.
   *
   * @param reference the protein whose numbers are used; empty for the structure's own
   */
  public record Numbering(Optional<ProteinSequence> reference) {
    /** The structure's own numbers. */
    public static Numbering author() {
      return new Numbering(Optional.empty());
    }

    /** A protein's numbers. */
    public static Numbering uniprot(ProteinSequence reference) {
      return new Numbering(Optional.of(reference));
    }
  }

  /**
   * One mutation's score.
   *
   * @param line 1-based; 0 in a scan
   * @param mutation as it was given
   * @param binding empty when it could not be scored
   * @param note why not, or what a reader must know
   */
  public record Row(long line, String mutation, Optional<BindingChange> binding, String note) {}

  /**
   * Reads a list of mutations: the first tab-separated cell of each line; blank lines, lines that
   * begin with {@code #}, and a header line are passed over.
   *
   * @throws InputException when no line is left
   */
  public static List<Line> readLines(InputFile input) {
    List<Line> lines = new ArrayList<>();
    long number = 0;
    boolean first = true;
    for (String raw : input.readAllLines()) {
      number++;
      String cell = raw.split("\t", 2)[0].strip();
      if (cell.isEmpty() || cell.startsWith("#")) {
        continue;
      }
      if (!(first && cell.toLowerCase(Locale.ROOT).matches("mutations?|variants?|changes?"))) {
        lines.add(new Line(number, cell));
      }
      first = false;
    }
    if (lines.isEmpty()) {
      throw InputException.file(
          input.name(), "holds no mutations; expected one a line, such as T315I.");
    }
    return lines;
  }

  /**
   * Scores mutations.
   *
   * @throws InputException when the complex cannot be read, or its chain is not the reference
   *     protein
   */
  public static MutationScores of(
      ComplexReader.Source source, Numbering numbering, List<Line> lines) {
    return of(source, numbering, lines, ScoringModel.bundled(), Workers.all());
  }

  /**
   * As {@link #of(ComplexReader.Source, Numbering, List)}, with another model.
   *
   * @param workers the threads
   * @throws InputException also when the model's family is not that of the scored chain
   */
  public static MutationScores of(
      ComplexReader.Source source,
      Numbering numbering,
      List<Line> lines,
      ScoringModel model,
      Workers workers) {
    Prepared prepared = prepare(source, numbering, model);
    List<Row> rows =
        workers.map(lines, line -> row(line, prepared.scorer, numbering, prepared.chain));
    return new MutationScores(rows, prepared.notes);
  }

  /**
   * Scores every substitution of the residues of the scored chain near the ligand, residue by
   * residue in chain order, the mutants in the order of their three-letter codes. Residues that are
   * no amino acid are passed over; modified ones start from their parent.
   *
   * @param radius nearest heavy atoms of residue and ligand, angstrom; infinite for the whole chain
   * @throws InputException as {@link #of}
   */
  public static MutationScores scan(
      ComplexReader.Source source,
      Numbering numbering,
      double radius,
      ScoringModel model,
      Workers workers) {
    Prepared prepared = prepare(source, numbering, model);
    List<Residue> residues =
        prepared.scorer.complex().scoredChain().residues().stream()
            .filter(r -> r.aminoAcid().isPresent())
            .filter(r -> prepared.scorer.distance(r) <= radius)
            .filter(r -> prepared.name(r).isPresent())
            .toList();
    // A residue stays with one thread: the scorer keeps its surroundings for the next mutant.
    List<Row> rows =
        workers.map(residues, r -> substitutions(r, prepared)).stream()
            .flatMap(List::stream)
            .toList();
    return new MutationScores(rows, prepared.notes);
  }

  private static List<Row> substitutions(Residue residue, Prepared prepared) {
    AminoAcid wildType = prepared.wildType(residue);
    List<Row> rows = new ArrayList<>();
    for (AminoAcid mutant : AminoAcid.values()) {
      if (mutant == wildType) {
        continue;
      }
      String name = wildType.letter() + prepared.name(residue).orElseThrow() + mutant.letter();
      List<MutationScorer.Site> sites = List.of(new MutationScorer.Site(residue, wildType, mutant));
      Optional<String> obstacle = prepared.scorer.obstacle(sites);
      Optional<BindingChange> binding =
          obstacle.isPresent() ? Optional.empty() : Optional.of(prepared.scorer.score(sites));
      String note = obstacle.orElseGet(() -> String.join("; ", binding.orElseThrow().notes()));
      rows.add(new Row(0, name, binding, note));
    }
    return rows;
  }

  /** A complex that is ready to be scored. */
  private record Prepared(
      MutationScorer scorer, Optional<ChainNumbering> chain, List<String> notes) {

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
  }

  private static Prepared prepare(
      ComplexReader.Source source, Numbering numbering, ScoringModel model) {
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
    Optional<ChainNumbering> chain =
        numbering.reference().map(reference -> align(source.structure(), complex, reference));
    chain.ifPresent(c -> describe(c, notes));
    return new Prepared(new MutationScorer(complex, model), chain, notes);
  }

  private static void refuse(SequenceFamily family, Complex complex) {
    throw InputException.file(
        complex.name(),
        "chain "
            + complex.chain()
            + " is not the first protein of the family's alignment ("
            + family.reference().accession()
            + "); expected an alignment whose first row is the scored protein.");
  }

  /** The rows, in the order given. */
  public List<Row> rows() {
    return rows;
  }

  /** What a reader must know about the complex. */
  public List<String> notes() {
    return notes;
  }

  /** The rows of single substitutions as cells of a heat map. */
  public List<HeatMap.Cell> cells() {
    return rows.stream()
        .map(
            r ->
                new HeatMap.Cell(
                    r.mutation.substring(0, r.mutation.length() - 1),
                    r.mutation.charAt(r.mutation.length() - 1),
                    r.binding.map(b -> OptionalDouble.of(b.ddg())).orElse(OptionalDouble.empty())))
        .toList();
  }

  /** The rows as tab-separated text with {@link #HEADER}. */
  public String tsv() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Row row : rows) {
      text.append(String.join("\t", cells(row))).append('\n');
    }
    return text.toString();
  }

  /** The rows as JSON: an object with {@code notes} and {@code mutations}, named as the columns. */
  public String json() {
    return ScoreJson.render(
        List.of(HEADER.split("\t")), rows.stream().map(MutationScores::cells).toList(), notes);
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
                        + " use --numbering author."));
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

  private static Row row(
      Line line, MutationScorer scorer, Numbering numbering, Optional<ChainNumbering> chain) {
    ProteinChange change;
    try {
      change = ProteinChangeParser.parse(line.text);
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
      Optional<Residue> residue = find(substitution.position(), scorer.complex(), chain);
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
                + offsetHint(substitution, scorer.complex()));
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
        line.number, line.text, Optional.of(binding), String.join("; ", binding.notes()));
  }

  /**
   * Known numbering offsets: ABL1b is 19 ahead of ABL1a; DHFR papers leave out the first
   * methionine.
   */
  private static String offsetHint(Substitution substitution, Complex complex) {
    for (int offset : new int[] {19, -19, 1, -1}) {
      boolean fits =
          find(substitution.position() + offset, complex, Optional.empty())
              .flatMap(Residue::aminoAcid)
              .filter(a -> a == substitution.wildType())
              .isPresent();
      if (fits) {
        return "; it has one at "
            + (substitution.position() + offset)
            + ": use --numbering uniprot:ACCESSION for UniProt numbers";
      }
    }
    return "";
  }

  private static Optional<Residue> find(
      int position, Complex complex, Optional<ChainNumbering> chain) {
    if (chain.isPresent()) {
      return chain.get().residue(position);
    }
    return complex.scoredChain().residues().stream()
        .filter(r -> r.id().number() == position && r.aminoAcid().isPresent())
        .min(Comparator.comparing(r -> r.id().label()));
  }

  private static Row unscored(Line line, String reason) {
    return new Row(line.number, line.text, Optional.empty(), reason);
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.mutation);
    if (row.binding.isEmpty()) {
      cells.addAll(List.of("", "", "", "", "", "", "", clean(row.note), "", "", "", "", ""));
      return cells;
    }
    BindingChange b = row.binding.get();
    cells.add(decimal(b.ddg(), 2));
    cells.add(decimal(b.low(), 2));
    cells.add(decimal(b.high(), 2));
    cells.add(decimal(BindingChange.fold(b.ddg()), 2));
    cells.add(decimal(b.pResistant(), 3));
    cells.add(b.effect().name().toLowerCase(Locale.ROOT));
    cells.add(decimal(b.distance(), 1));
    cells.add(clean(row.note));
    cells.add(b.sites().stream().map(r -> r.id().toString()).collect(Collectors.joining(",")));
    cells.add(decimal(b.terms().contact(), 2));
    cells.add(contacts(b.lost()));
    cells.add(contacts(b.gained()));
    cells.add(
        b.path().stream()
            .map(
                r ->
                    r.aminoAcid().map(a -> String.valueOf(a.letter())).orElse("X") + r.id().label())
            .collect(Collectors.joining(" > ")));
    return cells;
  }

  private static String contacts(List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                c.kind().label()
                    + " "
                    + c.residueAtom()
                    + "-"
                    + c.ligandAtom()
                    + " "
                    + decimal(c.distance(), 1))
        .collect(Collectors.joining("; "));
  }

  private static String clean(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }

  private static String decimal(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.0*") ? text.substring(1) : text;
  }
}
