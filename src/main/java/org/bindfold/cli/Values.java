package org.bindfold.cli;

import org.bindfold.io.InputException;

/** Messages for option values that cannot be used. */
final class Values {
  private Values() {}

  static InputException wrong(String option, String found, String expected) {
    return InputException.request(told(option, found, expected));
  }

  /** One sentence on a value that cannot be used. */
  static String told(String option, String found, String expected) {
    return option + ": found '" + found + "'; expected " + expected + ".";
  }

  static void require(boolean fits, String option, String found, String expected) {
    if (!fits) {
      throw wrong(option, found, expected);
    }
  }
}
