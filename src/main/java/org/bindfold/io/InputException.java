package org.bindfold.io;

import java.io.Serial;

/**
 * Something given from outside cannot be used. The message is written for the person who gave it:
 * where it stands (file, line or record), what was found, what was expected, and how to mend it.
 *
 * <p>Everything else that is thrown is a fault of the program.
 */
public final class InputException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Which kind of thing was given. */
  public enum Kind {
    /** A value of the request: an unknown drug, an option out of range. */
    REQUEST,
    /** An input file or record. */
    FILE,
    /** The place the output should go to. */
    OUTPUT
  }

  private final Kind kind;

  private InputException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  private InputException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /**
   * A whole file that cannot be used.
   *
   * @param file the path as the user gave it
   * @param message what was found, what was expected, how to mend it
   */
  public static InputException file(String file, String message) {
    return new InputException(Kind.FILE, file + ": " + message);
  }

  /** As {@link #file(String, String)}, keeping the fault that made it known. */
  public static InputException file(String file, String message, Throwable cause) {
    return new InputException(Kind.FILE, file + ": " + message, cause);
  }

  /**
   * One line of a file that cannot be used.
   *
   * @param file the path as the user gave it
   * @param line line number, 1-based
   * @param message what was found, what was expected, how to mend it
   */
  public static InputException line(String file, long line, String message) {
    return new InputException(Kind.FILE, file + ":" + line + ": " + message);
  }

  /** A value of the request (an option, a drug name) that cannot be met. */
  public static InputException request(String message) {
    return new InputException(Kind.REQUEST, message);
  }

  /** An output that cannot be written. */
  public static InputException output(String path, String message, Throwable cause) {
    return new InputException(Kind.OUTPUT, path + ": " + message, cause);
  }

  /** Which kind of thing was given. */
  public Kind kind() {
    return kind;
  }
}
