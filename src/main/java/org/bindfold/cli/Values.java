package org.bindfold.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.bindfold.io.InputException;

/** Messages for option values that cannot be used. */
final class Values {
  private Values() {}

  static InputException wrong(String option, String found, String expected) {
    return InputException.request(option + ": found '" + found + "'; expected " + expected + ".");
  }

  static void require(boolean fits, String option, String found, String expected) {
    if (!fits) {
      throw wrong(option, found, expected);
    }
  }

  /** A path that was given. */
  static Path path(String option, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw wrong(option, value, "a path on this system");
    }
  }
}
