package org.bindfold.genome;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.bindfold.io.ResourceTable;

/** Names and lengths of the human chromosomes 1 to 22, X and Y. */
public final class Chromosomes {
  private static final Map<String, Map<String, String>> ROWS =
      ResourceTable.read("/org/bindfold/genome/chromosomes.tsv").rows().stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get("chromosome"), row -> row));

  private Chromosomes() {}

  /**
   * A chromosome's name with its prefix, {@code chr9}, however a file writes it: {@code 9}, {@code
   * CHR9}.
   */
  public static String canonicalName(String name) {
    String bare =
        name.length() > 3 && name.substring(0, 3).equalsIgnoreCase("chr")
            ? name.substring(3)
            : name;
    return "chr" + (bare.length() == 1 ? bare.toUpperCase(Locale.ROOT) : bare);
  }

  /**
   * Length in bases; empty for a name that is not one of the 24 chromosomes.
   *
   * @param name with or without prefix
   */
  public static OptionalInt length(Assembly assembly, String name) {
    String column = assembly.toString().toLowerCase(Locale.ROOT) + "_length";
    return Optional.ofNullable(ROWS.get(canonicalName(name)))
        .map(row -> OptionalInt.of(Integer.parseInt(row.get(column))))
        .orElse(OptionalInt.empty());
  }

  /**
   * One arm of a chromosome. Positions are 1-based and closed; the centromere is shared out between
   * both arms.
   *
   * @param name {@code 5q}
   * @param start first base
   * @param end last base
   */
  public record Arm(String name, int start, int end) {
    /** Length in bases. */
    public int length() {
      return end - start + 1;
    }
  }

  /** The arm that a position lies on; empty for a name that is not one of the 24 chromosomes. */
  public static Optional<Arm> arm(Assembly assembly, String name, int position) {
    String canonical = canonicalName(name);
    OptionalInt length = length(assembly, canonical);
    if (length.isEmpty()) {
      return Optional.empty();
    }
    String column = assembly.toString().toLowerCase(Locale.ROOT) + "_short_arm_end";
    int shortArmEnd = Integer.parseInt(ROWS.get(canonical).get(column));
    String bare = canonical.substring("chr".length());
    return Optional.of(
        position <= shortArmEnd
            ? new Arm(bare + "p", 1, shortArmEnd)
            : new Arm(bare + "q", shortArmEnd + 1, length.getAsInt()));
  }
}
