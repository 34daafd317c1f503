package org.bindfold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.copynumber.GeneCopyNumber;
import org.bindfold.genome.Assembly;
import org.bindfold.io.SkippedRecord;
import org.bindfold.variant.VariantCall;
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

  static FileCheck of(VariantSet set) {
    return new FileCheck(set.file(), Optional.of(set), Optional.empty());
  }

  static FileCheck of(CopyNumberProfile profile) {
    return new FileCheck(profile.file(), Optional.empty(), Optional.of(profile));
  }

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

  /**
   * One thing that a file is or holds.
   *
   * @param name {@code format}, {@code assembly}, {@code sample}, {@code records}, {@code variant},
   *     {@code copies}
   * @param value in words
   */
  public record Finding(String name, String value) {}

  /** What the file is and holds, in words: its format first, then its records one by one. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    variants.ifPresent(set -> describe(set, findings));
    copyNumbers.ifPresent(profile -> describe(profile, findings));
    return findings;
  }

  private static void describe(VariantSet set, List<Finding> findings) {
    findings.add(new Finding("format", set.format()));
    findings.add(
        new Finding(
            "assembly",
            set.assembly().map(Assembly::toString).orElse("none")
                + " ("
                + set.assemblyReason()
                + ")"));
    set.sample().ifPresent(name -> findings.add(new Finding("sample", name)));
    VariantSet.Counts counts = set.counts();
    findings.add(
        new Finding(
            "records",
            String.format(
                Locale.ROOT,
                "%d: %d change a protein of the panel, %d off the panel, %d synonymous, %d filtered"
                    + " out, %d cannot be used",
                counts.read(),
                counts.reported(),
                counts.offPanel(),
                counts.synonymous(),
                counts.filtered(),
                counts.skipped())));
    set.variants().forEach(call -> findings.add(new Finding("variant", describe(call))));
  }

  private static String describe(VariantCall call) {
    StringBuilder text =
        new StringBuilder(call.gene()).append(' ').append(call.change().shortName());
    call.line().ifPresent(line -> text.append(", line ").append(line));
    call.allele().ifPresent(allele -> text.append(", ").append(allele));
    call.alleleFraction()
        .ifPresent(
            fraction -> text.append(String.format(Locale.ROOT, ", fraction %.3f", fraction)));
    call.depth().ifPresent(depth -> text.append(", depth ").append(depth));
    call.phase()
        .ifPresent(
            phase ->
                text.append(", phase set ")
                    .append(phase.id())
                    .append('/')
                    .append(phase.haplotype()));
    call.notes().forEach(note -> text.append("; ").append(note));
    return text.toString();
  }

  private static void describe(CopyNumberProfile profile, List<Finding> findings) {
    findings.add(new Finding("format", profile.format()));
    findings.add(
        new Finding(
            "records", profile.records() + ": " + profile.skipped().size() + " cannot be used"));
    for (GeneCopyNumber gene : profile.genes()) {
      findings.add(
          new Finding("copies", String.format(Locale.ROOT, "%s %.2f", gene.gene(), gene.copies())));
    }
  }
}
