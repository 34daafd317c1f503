package org.bindfold.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.WrittenChange;

/** A list of mutations to score, one a line. */
public final class MutationList {
  private static final Pattern HEADER = Pattern.compile("(?i)mutations?|variants?|changes?");

  private MutationList() {}

  /**
   * A mutation as it was given.
   *
   * @param number line, 1-based
   * @param mutation what stands there
   */
  public record Line(long number, WrittenChange mutation) {}

  /**
   * Reads a list: the first tab-separated cell of each line; blank lines, lines that begin with
   * {@code #}, and a header line are passed over.
   *
   * @throws InputException when no line is left
   */
  public static List<Line> read(InputFile input) {
    List<Line> lines = new ArrayList<>();
    long number = 0;
    boolean first = true;
    for (String raw : input.readAllLines()) {
      number++;
      String cell = firstCell(raw);
      if (cell.isEmpty() || cell.startsWith("#")) {
        continue;
      }
      if (!(first && HEADER.matcher(cell).matches())) {
        lines.add(new Line(number, WrittenChange.of(cell)));
      }
      first = false;
    }
    if (lines.isEmpty()) {
      throw InputException.file(
          input.name(), "holds no mutations; expected one a line, such as T315I.");
    }
    return lines;
  }

  private static String firstCell(String line) {
    int tab = line.indexOf('\t');
    return (tab < 0 ? line : line.substring(0, tab)).strip();
  }
}
