package org.bindfold.variant.vcf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The alleles of a GT field, each with what the file says of its phase. {@code |} before an allele
 * phases it, {@code /} does not; before the first one the sign may be left out, and is then {@code
 * /} where any other is (VCF 4.4 and 4.5 specifications, GT).
 */
final class PhasedAlleles {
  private final List<String> numbers;
  private final List<Boolean> phased;

  private PhasedAlleles(List<String> numbers, List<Boolean> phased) {
    this.numbers = numbers;
    this.phased = phased;
  }

  /** Reads a field such as {@code 0|1}, {@code /0|1} or {@code .}. */
  static PhasedAlleles of(String field) {
    List<String> numbers = new ArrayList<>();
    List<Boolean> phased = new ArrayList<>();
    boolean leading = field.startsWith("|") || field.startsWith("/");
    boolean sign = leading ? field.startsWith("|") : field.indexOf('/') < 0;
    int start = leading ? 1 : 0;
    for (int at = start; at <= field.length(); at++) {
      boolean end = at == field.length();
      if (end || field.charAt(at) == '|' || field.charAt(at) == '/') {
        numbers.add(field.substring(start, at));
        phased.add(sign);
        sign = !end && field.charAt(at) == '|';
        start = at + 1;
      }
    }
    return new PhasedAlleles(numbers, phased);
  }

  /** Alleles in the field, with those that are missing. */
  int count() {
    return numbers.size();
  }

  /**
   * Where an allele stands in the field, from 0; empty where it stands twice or not at all, where
   * it is not phased, or where there is no other haplotype.
   *
   * @param number 0 for the reference, 1 for the first alternate
   */
  OptionalInt haplotype(int number) {
    String wanted = String.valueOf(number);
    int at = numbers.indexOf(wanted);
    return count() > 1 && at >= 0 && at == numbers.lastIndexOf(wanted) && phased.get(at)
        ? OptionalInt.of(at)
        : OptionalInt.empty();
  }
}
