package org.bindfold.pharmacology;

/**
 * A number and where it is from.
 *
 * @param value finite
 * @param unit {@code nM} or {@code ratio}
 * @param source doi, PMID or citation; begins with {@code assumed} where none was found
 */
public record SourcedValue(double value, String unit, String source) {
  public SourcedValue {
    if (!(value >= 0) || Double.isInfinite(value) || source.isBlank()) {
      throw new IllegalArgumentException("a value needs to be finite, not negative, and sourced");
    }
  }
}
