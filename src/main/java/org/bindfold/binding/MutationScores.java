package org.bindfold.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.WorkerPool;
import org.bindfold.report.ScoreCells;
import org.bindfold.report.ScoreJson;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Residue;
import org.bindfold.table.HeatMap;

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
    return of(source, numbering, lines, ScoringModel.bundled(), WorkerPool.all());
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
      WorkerPool workers) {
    NumberedComplex prepared = NumberedComplex.of(source, numbering, model);
    return new MutationScores(workers.map(lines, prepared::row), prepared.notes());
  }

  /**
   * Scores every substitution of the residues of the scored chain near the ligand, residue by
   * residue in chain order, the mutants in the order of their three-letter codes. Residues that are
   * no amino acid are passed over; modified ones start from their parent.
   *
   * @param radius nearest heavy atoms of residue and ligand, angstrom; infinite for the whole chain
   * @param model what turns terms into scores
   * @throws InputException as {@link #of}
   */
  public static MutationScores scan(
      ComplexReader.Source source,
      Numbering numbering,
      double radius,
      ScoringModel model,
      WorkerPool workers) {
    NumberedComplex prepared = NumberedComplex.of(source, numbering, model);
    List<Residue> residues =
        prepared.scorer().complex().scoredChain().residues().stream()
            .filter(r -> r.aminoAcid().isPresent())
            .filter(r -> prepared.scorer().distance(r) <= radius)
            .filter(r -> prepared.name(r).isPresent())
            .toList();
    // A residue stays with one thread: the scorer keeps its surroundings for the next mutant.
    List<Row> rows =
        workers.map(residues, prepared::substitutions).stream().flatMap(List::stream).toList();
    return new MutationScores(rows, prepared.notes());
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
      text.append(String.join("\t", ScoreCells.of(row))).append('\n');
    }
    return text.toString();
  }

  /** The rows as JSON: an object with {@code notes} and {@code mutations}, named as the columns. */
  public String json() {
    return ScoreJson.render(
        List.of(HEADER.split("\t")), rows.stream().map(ScoreCells::of).toList(), notes);
  }
}
