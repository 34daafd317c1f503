package org.bindfold.io;

import java.io.Serial;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Something given from outside cannot be used. The message is written for the person who gave it:
 * where it stands (file, line or record), what was found, what was expected, and how to mend it.
 * Where a setting of the request mends it, the message says so in plain words and {@link
 * #remedies()} says which.
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

  // An exception is serializable, which Optional and the interface List are not.
  private final EnumSet<Remedy> remedies;
  private final String remedyValue;

  private InputException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.remedies = EnumSet.noneOf(Remedy.class);
    this.remedyValue = "";
  }

  private InputException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.remedies = EnumSet.noneOf(Remedy.class);
    this.remedyValue = "";
  }

  private InputException(InputException said, EnumSet<Remedy> remedies, String remedyValue) {
    super(said.getMessage(), said.getCause());
    this.kind = said.kind;
    this.remedies = remedies;
    this.remedyValue = remedyValue;
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

  /**
   * The same, with the settings of the request that mend it.
   *
   * @param first one of them
   * @param others the others; the message says whether one is enough
   */
  public InputException mendedBy(Remedy first, Remedy... others) {
    return new InputException(this, EnumSet.of(first, others), "");
  }

  /**
   * The same, with the setting that mends it and what to set it to.
   *
   * @param value as the setting is written, such as {@code GRCh37}
   */
  public InputException mendedBy(Remedy remedy, String value) {
    return new InputException(this, EnumSet.of(remedy), value);
  }

  /** Which kind of thing was given. */
  public Kind kind() {
    return kind;
  }

  /** The settings of the request that mend it; none where something else must be done. */
  public List<Remedy> remedies() {
    return List.copyOf(remedies);
  }

  /** What to set the remedy to, where there is one and that is known. */
  public Optional<String> remedyValue() {
    return remedyValue.isEmpty() ? Optional.empty() : Optional.of(remedyValue);
  }
}
