package org.bindfold.io;

/** Text of a file as it may appear in a message. */
public final class PrintableText {
  private static final int MAX_SHOWN = 60;

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
}
