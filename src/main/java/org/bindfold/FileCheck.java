package org.bindfold;

import java.util.List;
import java.util.Optional;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.io.SkippedRecord;
import org.bindfold.variant.VariantSet;

/**
 * What a file is, what it holds for the panel, and which of its records cannot be used.
 *
 * @param file the path as the user gave it
 * @param variants its variants, for a file of variants
 * @param copyNumbers its copy numbers, for a file of those; one of the two is present
 */
public record FileCheck(
    String file, Optional<VariantSet> variants, Optional<CopyNumberProfile> copyNumbers) {

  /** How many records cannot be used; of very many only the first are listed. */
  public int skippedCount() {
    return variants.map(set -> set.counts().skipped()).orElseGet(() -> skipped().size());
  }

  /** The records that cannot be used, in file order. */
  public List<SkippedRecord> skipped() {
    return variants
        .map(VariantSet::skipped)
        .or(() -> copyNumbers.map(CopyNumberProfile::skipped))
        .orElse(List.of());
  }

  /** What a reader of the file should know. */
  public List<String> notes() {
    return variants
        .map(VariantSet::notes)
        .or(() -> copyNumbers.map(CopyNumberProfile::notes))
        .orElse(List.of());
  }
}
