package org.bindfold.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;

/**
 * One sequence of a FASTA file, of proteins or of bases.
 *
 * @param header the header line without its {@code >}
 * @param letters the sequence in upper case, without white space and without a final {@code *}; in
 *     an alignment with {@code -} for each gap
 * @param line line number of the header, 1-based
 */
public record FastaEntry(String header, String letters, long line) {
  private static final int MAX_LETTERS = 100_000;

  /**
   * Reads every entry. Lines that begin with {@code ;} are comments.
   *
   * @param file what messages call the file
   * @param lines its lines
   * @throws InputException when there is no header, an entry is empty, longer than 100,000 letters,
   *     or holds anything but letters
   */
  public static List<FastaEntry> parse(String file, List<String> lines) {
    return parse(file, lines, false);
  }

  /**
   * Reads every row of an alignment, gaps ({@code -} or {@code .}) included.
   *
   * @param file what messages call the file
   * @param lines its lines
   * @throws InputException as {@link #parse}, and when the rows differ in length
   */
  public static List<FastaEntry> parseAligned(String file, List<String> lines) {
    List<FastaEntry> rows = parse(file, lines, true);
    int columns = rows.get(0).letters.length();
    for (FastaEntry row : rows) {
      if (row.letters.length() != columns) {
        throw InputException.line(
            file,
            row.line,
            "is a row of "
                + row.letters.length()
                + " columns in an alignment of "
                + columns
                + "; expected all rows of one length, gaps as '-'. An A3M file must be expanded to"
                + " aligned FASTA first.");
      }
    }
    return rows;
  }

  private static List<FastaEntry> parse(String file, List<String> lines, boolean gaps) {
    List<FastaEntry> entries = new ArrayList<>();
    Optional<String> header = Optional.empty();
    long headerLine = 0;
    StringBuilder letters = new StringBuilder();
    long number = 0;
    for (String raw : lines) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith(">")) {
        if (header.isPresent()) {
          entries.add(entry(file, header.get(), letters, headerLine));
        }
        header = Optional.of(line.substring(1).strip());
        headerLine = number;
        letters.setLength(0);
      } else if (header.isEmpty()) {
        throw InputException.line(
            file,
            number,
            "is before any header; a FASTA file begins with a line like \">P00519\".");
      } else {
        append(letters, line, file, number, gaps);
      }
    }
    if (header.isEmpty()) {
      throw InputException.file(
          file, "holds no sequence; expected FASTA: \">name\", then letters.");
    }
    entries.add(entry(file, header.get(), letters, headerLine));
    return List.copyOf(entries);
  }

  /**
   * Reads every entry of a FASTA file that comes with the program.
   *
   * @param path absolute resource path
   */
  public static List<FastaEntry> ofResource(String path) {
    try (InputStream stream = FastaEntry.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("not in the jar: " + path);
      }
      return parse(path, InputFile.decode(path, stream.readAllBytes()).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of {@code name=value} in the header, up to the next blank; empty when not there. */
  public Optional<String> attribute(String name) {
    Matcher matcher =
        Pattern.compile("(?:^|\\s)" + Pattern.quote(name) + "=(\\S+)").matcher(header);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The first word of the header; of {@code sp|P00519|ABL1_HUMAN} the accession. */
  public String accession() {
    String word = header.split("\\s", 2)[0];
    String[] parts = word.split("\\|", -1);
    return parts.length >= 2 ? parts[1] : word;
  }

  private static void append(
      StringBuilder letters, String line, String file, long number, boolean gaps) {
    for (char c : line.toUpperCase(Locale.ROOT).toCharArray()) {
      if (c == ' ' || c == '\t') {
        continue;
      }
      if (gaps) {
        letters.append(aligned(c, file, number));
        continue;
      }
      if (!(c >= 'A' && c <= 'Z') && c != '*') {
        throw InputException.line(
            file,
            number,
            String.format(
                "holds the character %s (U+%04X); a sequence is letters only. Remove gaps and marks.",
                Character.isISOControl(c) ? "?" : String.valueOf(c), (int) c));
      }
      letters.append(c);
    }
    if (letters.length() > MAX_LETTERS) {
      throw InputException.line(
          file,
          number,
          "makes the sequence longer than " + MAX_LETTERS + " letters, the most read.");
    }
  }

  private static char aligned(char c, String file, long number) {
    if (c == '-' || c == '.') {
      return '-';
    }
    if (c < 'A' || c > 'Z') {
      throw InputException.line(
          file,
          number,
          String.format(
              "holds a character (U+%04X) that is no residue; expected letters, and gaps as '-' or '.'.",
              (int) c));
    }
    return c;
  }

  private static FastaEntry entry(String file, String header, StringBuilder letters, long line) {
    String text = letters.toString().replaceFirst("\\*$", "");
    if (text.isEmpty()) {
      throw InputException.line(file, line, "is a header without a sequence after it.");
    }
    int stop = text.indexOf('*');
    if (stop >= 0) {
      throw InputException.line(
          file,
          line,
          "has a stop (*) at position "
              + (stop + 1)
              + ", before its end; expected one open protein.");
    }
    return new FastaEntry(header, text, line);
  }
}
