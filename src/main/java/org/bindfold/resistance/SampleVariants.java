package org.bindfold.resistance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.Substitution;
import org.bindfold.variant.PhaseSet;
import org.bindfold.variant.VariantCall;

/**
 * The variants of one sample, and those that a phase set puts on one molecule together: a protein
 * with both changes is not the sum of two proteins with one each.
 *
 * @param all the variants in input order, then the compounds
 */
public record SampleVariants(List<SampleVariant> all) {

  public SampleVariants {
    all = List.copyOf(all);
  }

  /** What is on one molecule: the file's word for it, and whose. */
  private record Molecule(String file, String gene, PhaseSet phase) {}

  /** The variants of these calls. */
  public static SampleVariants of(List<VariantCall> calls) {
    List<SampleVariant> variants = new ArrayList<>();
    Map<Molecule, List<SampleVariant>> molecules = new LinkedHashMap<>();
    for (VariantCall call : calls) {
      SampleVariant variant =
          new SampleVariant(variants.size() + 1, call, List.of(), call.source());
      variants.add(variant);
      if (variant.isMissense()) {
        call.phase()
            .map(phase -> new Molecule(call.file(), call.gene(), phase))
            .ifPresent(m -> molecules.computeIfAbsent(m, k -> new ArrayList<>()).add(variant));
      }
    }
    for (List<SampleVariant> together : molecules.values()) {
      if (together.size() > 1) {
        compound(variants.size() + 1, together).ifPresent(variants::add);
      }
    }
    return new SampleVariants(variants);
  }

  /** Empty when two of the changes are at one residue, which no molecule can have. */
  private static Optional<SampleVariant> compound(int number, List<SampleVariant> molecule) {
    List<Substitution> substitutions =
        molecule.stream().flatMap(v -> v.change().substitutions().stream()).toList();
    if (substitutions.stream().map(Substitution::position).distinct().count()
        != substitutions.size()) {
      return Optional.empty();
    }
    VariantCall first = molecule.get(0).call();
    OptionalDouble fraction =
        molecule.stream().allMatch(v -> v.call().alleleFraction().isPresent())
            ? molecule.stream().mapToDouble(v -> v.call().alleleFraction().getAsDouble()).min()
            : OptionalDouble.empty();
    VariantCall call =
        new VariantCall(
            first.file(),
            first.line(),
            first.gene(),
            first.transcript(),
            ProteinChange.missense(substitutions),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            fraction,
            Optional.empty(),
            first.phase(),
            List.of());
    return Optional.of(
        new SampleVariant(
            number,
            call,
            molecule,
            String.join(" and ", molecule.stream().map(SampleVariant::source).toList())));
  }

  /** The genes that have variants. */
  public Set<String> genes() {
    Set<String> genes = new TreeSet<>();
    all.forEach(v -> genes.add(v.gene()));
    return genes;
  }

  /** Whether a variant is part of a compound, which then speaks for it. */
  public boolean isPartOfCompound(SampleVariant variant) {
    return all.stream().anyMatch(v -> v.parts().contains(variant));
  }

  /** Whether two variants of one gene share a molecule. */
  public enum Phase {
    /** On one molecule. */
    CIS,
    /** On different molecules. */
    TRANS,
    /** The file does not phase the two with each other. */
    NOT_KNOWN
  }

  /**
   * Two missense variants of one gene.
   *
   * @param first in input order
   * @param second in input order
   * @param phase whether they share a molecule
   */
  public record Pair(SampleVariant first, SampleVariant second, Phase phase) {}

  /** What phasing says of each pair of missense variants of a gene. */
  public List<Pair> pairs(String gene) {
    List<SampleVariant> own =
        all.stream()
            .filter(v -> !v.isCompound() && v.gene().equals(gene) && v.isMissense())
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      for (int j = i + 1; j < own.size(); j++) {
        pairs.add(new Pair(own.get(i), own.get(j), phase(own.get(i).call(), own.get(j).call())));
      }
    }
    return pairs;
  }

  private static Phase phase(VariantCall a, VariantCall b) {
    Optional<String> set = a.phase().map(PhaseSet::id);
    if (set.isEmpty() || !set.equals(b.phase().map(PhaseSet::id)) || !a.file().equals(b.file())) {
      return Phase.NOT_KNOWN;
    }
    return a.phase().equals(b.phase()) ? Phase.CIS : Phase.TRANS;
  }
}
