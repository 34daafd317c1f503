package org.bindfold.affinity;

import java.util.List;
import java.util.Locale;

/** Fitted values as a table of parameter and value, under a header that says what they are. */
final class ParameterTable {
  private ParameterTable() {}

  static String of(
      String what,
      String version,
      String source,
      String maker,
      String method,
      List<String> names,
      List<Double> values) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(what).append(" Version: ").append(version).append(".\n");
    text.append("# Source: ").append(source).append('\n');
    text.append("# ").append(method).append('\n');
    text.append("# Made by: ").append(maker).append(".\n");
    text.append("parameter\tvalue\n");
    for (int i = 0; i < names.size(); i++) {
      text.append(names.get(i)).append(String.format(Locale.ROOT, "\t%.4f%n", values.get(i)));
    }
    return text.append("version\t").append(version).append('\n').toString().replace("\r\n", "\n");
  }
}
