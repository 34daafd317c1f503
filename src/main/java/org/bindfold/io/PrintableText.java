package org.bindfold.io;

import java.util.List;
import java.util.stream.Collectors;

/** Text of a file as it may appear in a message. */
public final class PrintableText {
  private static final int MAX_SHOWN = 60;
  private static final int MAX_LISTED = 20;

  private PrintableText() {}

  /** Without control characters, so that no file can write to the terminal; tabs become blanks. */
  public static String printable(String text) {
    return text.replace('\t', ' ').replaceAll("\\p{Cntrl}", "?");
  }

  /** The same, shortened. */
  public static String shown(String text) {
    String line = printable(text);
    return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN - 3) + "..." : line;
  }

  /** Names for a message, the first twenty. */
  public static String list(List<String> names) {
    String listed =
        names.stream()
            .limit(MAX_LISTED)
            .map(PrintableText::shown)
            .collect(Collectors.joining(", "));
    return names.size() > MAX_LISTED ? listed + ", ..." : listed;
  }
}
