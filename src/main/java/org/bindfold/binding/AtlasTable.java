package org.bindfold.binding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.bindfold.affinity.Contact;
import org.bindfold.io.TsvRow;
import org.bindfold.sequence.Substitution;

/**
 * The precomputed scan of one drug and its target: every substitution near the ligand, and further
 * out those that one changed base can make. Immutable.
 */
public final class AtlasTable {
  static final String FOLDER = "/org/bindfold/binding/atlas/";
  static final List<String> COLUMNS =
      List.of(
          "mutation",
          "ddg_kcal_mol",
          "ddg_low",
          "ddg_high",
          "p_resistant",
          "distance_A",
          "residue",
          "path",
          "lost",
          "gained",
          "note");

  private final AtlasPair pair;

  /** Each substitution's line, taken apart when it is asked for: most never are. */
  private final Map<String, String> lines;

  private AtlasTable(AtlasPair pair, Map<String, String> lines) {
    this.pair = pair;
    this.lines = lines;
  }

  /**
   * One substitution.
   *
   * @param ddg kcal/mol, positive is weaker binding
   * @param low lower end of the 80% interval
   * @param high upper end of the 80% interval
   * @param pResistant probability that the mutant grows under the drug, 0 to 1
   * @param distance to the ligand, angstrom
   * @param residue as the structure names it
   * @param path contact path to the ligand
   * @param lost contacts lost
   * @param gained contacts gained
   * @param note what a reader must know; empty for nothing
   */
  public record Entry(
      double ddg,
      double low,
      double high,
      double pResistant,
      double distance,
      String residue,
      String path,
      List<Contact> lost,
      List<Contact> gained,
      String note) {}

  /** The table of a pair, which ships with the program. */
  static AtlasTable bundled(AtlasPair pair) {
    try (InputStream in = AtlasTable.class.getResourceAsStream(FOLDER + pair.tableName())) {
      if (in == null) {
        throw new IllegalStateException("no resource " + FOLDER + pair.tableName());
      }
      return read(pair, in);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + pair.tableName(), e);
    }
  }

  /** Reads a gzipped table as {@link AtlasBuilder} writes it. */
  static AtlasTable read(AtlasPair pair, InputStream in) throws IOException {
    Map<String, String> lines = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String first = line.substring(0, line.indexOf('\t'));
        if (!first.startsWith("#") && !first.equals(COLUMNS.get(0))) {
          lines.put(first, line);
        }
      }
    }
    return new AtlasTable(pair, lines);
  }

  private static Entry entry(String line) {
    List<String> cells = TsvRow.of(line).raw();
    return new Entry(
        Double.parseDouble(cells.get(1)),
        Double.parseDouble(cells.get(2)),
        Double.parseDouble(cells.get(3)),
        Double.parseDouble(cells.get(4)),
        Double.parseDouble(cells.get(5)),
        cells.get(6),
        cells.get(7),
        contacts(cells.get(8)),
        contacts(cells.get(9)),
        cells.get(10));
  }

  static String contacts(List<Contact> contacts) {
    return contacts.stream()
        .map(
            c ->
                c.kind().name()
                    + ","
                    + c.residueAtom()
                    + ","
                    + c.ligandAtom()
                    + ","
                    + AtlasBuilder.decimal(c.distance(), 1))
        .collect(Collectors.joining(";"));
  }

  private static List<Contact> contacts(String text) {
    return Arrays.stream(text.split(";"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split(","))
        .map(c -> new Contact(Contact.Kind.valueOf(c[0]), c[1], c[2], Double.parseDouble(c[3])))
        .toList();
  }

  /** What the table is of. */
  public AtlasPair pair() {
    return pair;
  }

  /**
   * One substitution, in the numbers of the pair's {@link AtlasPair#accession}; empty when the
   * table does not hold it.
   */
  public Optional<Entry> find(Substitution substitution) {
    return Optional.ofNullable(lines.get(name(substitution))).map(AtlasTable::entry);
  }

  static String name(Substitution s) {
    return "" + s.wildType().letter() + s.position() + s.mutant().letter();
  }
}
