package org.bindfold.cli;

import org.bindfold.io.InputException;

/** The exit codes of every command. */
enum ExitCode {
  /** Done. */
  OK(0),
  /** A fault of the program. */
  FAULT(1),
  /** Wrong usage: unknown command, option, drug or gene; a value out of range. */
  USAGE(2),
  /** An input file cannot be used, or the output cannot be written; nothing is left behind. */
  UNUSABLE(3),
  /** Done, but some records were skipped. */
  SKIPPED(4),
  /** Done, and {@code --fail-on} was met, or two reports differ in a class. */
  FAIL_ON(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(InputException e) {
    return e.kind() == InputException.Kind.REQUEST ? USAGE : UNUSABLE;
  }
}
