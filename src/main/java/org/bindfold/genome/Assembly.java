package org.bindfold.genome;

import java.util.Locale;
import java.util.Optional;

/** The human genome assemblies that positions can refer to. */
public enum Assembly {
  /** GRCh37, also hg19 or b37. */
  GRCH37("GRCh37"),
  /** GRCh38, also hg38. */
  GRCH38("GRCh38");

  private final String label;

  Assembly(String label) {
    this.label = label;
  }

  /** The name as the Genome Reference Consortium writes it. */
  @Override
  public String toString() {
    return label;
  }

  /** The other one. */
  public Assembly other() {
    return this == GRCH37 ? GRCH38 : GRCH37;
  }

  /** An assembly by any of its usual names, in any case. */
  public static Optional<Assembly> ofName(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "grch37", "hg19", "b37" -> Optional.of(GRCH37);
      case "grch38", "hg38" -> Optional.of(GRCH38);
      default -> Optional.empty();
    };
  }
}
