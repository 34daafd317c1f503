package org.bindfold.genome;

import java.util.Locale;
import java.util.Map;

/** Gene symbols as files write them, and those by which the panel knows the genes. */
public final class GeneNames {
  /** The fusion is named after both genes; its kinase, and its numbering, are ABL1's. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "BCR-ABL", "ABL1",
          "BCR-ABL1", "ABL1",
          "BCR::ABL1", "ABL1",
          "BCR::ABL", "ABL1",
          "BCR/ABL1", "ABL1",
          "BCR/ABL", "ABL1",
          "ABL", "ABL1");

  private GeneNames() {}

  /** The HGNC symbol where it is a known synonym; else the name in upper case. */
  public static String symbol(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    return SYNONYMS.getOrDefault(upper, upper);
  }
}
