package org.bindfold.pharmacology;

/**
 * A number and where it is from.
 *
 * @param value finite, not negative
 * @param unit {@code nM} or {@code ratio}
 * @param source doi, PMID, label or citation; begins with {@code derived} where it was worked out
 *     from cited numbers, and with {@code assumed} where none was found
 */
public record SourcedValue(double value, String unit, String source) {
  public SourcedValue {
    if (!(value >= 0) || Double.isInfinite(value) || source.isBlank()) {
      throw new IllegalArgumentException("a value needs to be finite, not negative, and sourced");
    }
  }

  /** Whether no source was found for it. */
  public boolean isAssumed() {
    return source.startsWith("assumed");
  }
}
