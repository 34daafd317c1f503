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
import org.bindfold.pharmacology.LossOfFunction;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChange.Effect;
import org.bindfold.sequence.Substitution;
import org.bindfold.variant.PhaseSet;
import org.bindfold.variant.VariantCall;

/**
 * The variants of one sample with their ids, and those that a phase set puts on one molecule
 * together: a protein with both changes is not the sum of two proteins with one each.
 */
public final class SampleVariants {
  private static final Set<Effect> ENDING_EARLY =
      Set.of(Effect.STOP_GAINED, Effect.FRAMESHIFT, Effect.START_LOST);

  private final List<Entry> entries;

  private SampleVariants(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A variant, or several on one molecule.
   *
   * @param id {@code v1}, {@code v2}, ... the compounds after the variants
   * @param call the call; of a compound the first one, with the changes of all
   * @param parts ids of the variants on the molecule; empty for a single variant
   * @param source where it stands
   */
  public record Entry(String id, VariantCall call, List<String> parts, String source) {
    boolean endsProteinEarly() {
      return ENDING_EARLY.contains(call.change().effect());
    }
  }

  public static SampleVariants of(List<VariantCall> calls) {
    List<Entry> entries = new ArrayList<>();
    Map<String, List<Entry>> molecules = new LinkedHashMap<>();
    for (VariantCall call : calls) {
      Entry entry = new Entry("v" + (entries.size() + 1), call, List.of(), call.source());
      entries.add(entry);
      if (call.change().effect() == Effect.MISSENSE) {
        call.phase()
            .ifPresent(
                phase ->
                    molecules
                        .computeIfAbsent(
                            call.file() + "\n" + call.gene() + "\n" + phase, k -> new ArrayList<>())
                        .add(entry));
      }
    }
    for (List<Entry> molecule : molecules.values()) {
      if (molecule.size() > 1) {
        compound("v" + (entries.size() + 1), molecule).ifPresent(entries::add);
      }
    }
    return new SampleVariants(entries);
  }

  /** Empty when two of the changes are at one residue, which no molecule can have. */
  private static Optional<Entry> compound(String id, List<Entry> molecule) {
    List<Substitution> substitutions =
        molecule.stream().flatMap(e -> e.call().change().substitutions().stream()).toList();
    if (substitutions.stream().map(Substitution::position).distinct().count()
        != substitutions.size()) {
      return Optional.empty();
    }
    VariantCall first = molecule.get(0).call();
    OptionalDouble fraction =
        molecule.stream().allMatch(e -> e.call().alleleFraction().isPresent())
            ? molecule.stream().mapToDouble(e -> e.call().alleleFraction().getAsDouble()).min()
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
        new Entry(
            id,
            call,
            molecule.stream().map(Entry::id).toList(),
            String.join(" and ", molecule.stream().map(Entry::source).toList())));
  }

  /** The variants in input order, then the compounds. */
  public List<Entry> entries() {
    return entries;
  }

  /** The genes that have variants. */
  public Set<String> genes() {
    Set<String> genes = new TreeSet<>();
    entries.forEach(e -> genes.add(e.call().gene()));
    return genes;
  }

  /** Whether a variant is part of a compound, which then speaks for it. */
  boolean isPartOfCompound(String id) {
    return entries.stream().anyMatch(e -> e.parts().contains(id));
  }

  /**
   * What phasing says of the missense variants of a gene: cis, trans, or not known.
   *
   * @return a sentence for each pair; empty for fewer than two variants
   */
  List<String> phasing(String gene) {
    List<Entry> own =
        entries.stream()
            .filter(e -> e.parts().isEmpty() && e.call().gene().equals(gene))
            .filter(e -> e.call().change().effect() == Effect.MISSENSE)
            .toList();
    List<String> sentences = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      for (int j = i + 1; j < own.size(); j++) {
        String pair = name(own.get(i)) + " and " + name(own.get(j));
        Optional<Boolean> cis = cis(own.get(i).call(), own.get(j).call());
        if (cis.isEmpty()) {
          unknown.add(pair);
        } else {
          sentences.add(
              pair
                  + (cis.get()
                      ? " are on one molecule (cis) and scored as one protein."
                      : " are on different molecules (trans)."));
        }
      }
    }
    if (!unknown.isEmpty()) {
      sentences.add(
          "Whether variants share a molecule is not known for "
              + String.join(", ", unknown)
              + "; each is taken to stand alone.");
    }
    return sentences;
  }

  /** Empty when the file does not phase the two with each other. */
  private static Optional<Boolean> cis(VariantCall a, VariantCall b) {
    Optional<String> set = a.phase().map(PhaseSet::id);
    if (set.isEmpty() || !set.equals(b.phase().map(PhaseSet::id)) || !a.file().equals(b.file())) {
      return Optional.empty();
    }
    return Optional.of(a.phase().equals(b.phase()));
  }

  private static String name(Entry entry) {
    return entry.call().change().shortName();
  }

  /** A variant that ends its protein early, with the share of copies that carry it. */
  static LossOfFunction loss(VariantCall call, double purity, double copies) {
    return LossOfFunction.of(
        call.gene(), call.change().shortName(), call.alleleFraction(), purity, copies);
  }
}
