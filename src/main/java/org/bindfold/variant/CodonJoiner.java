package org.bindfold.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Edit;
import org.bindfold.genome.GeneModel;
import org.bindfold.genome.GeneModels;
import org.bindfold.genome.GenomicAllele;
import org.bindfold.sequence.CodingChange;
import org.bindfold.sequence.CodingSequence;

/**
 * Translates substitutions that meet in a codon together where a phase set puts them on one
 * molecule: each alone would name an amino acid that the tumour does not make. Where the file does
 * not phase them they stay apart, and each says so.
 */
public final class CodonJoiner {
  private final GeneModels models;
  private final Assembly assembly;

  public CodonJoiner(GeneModels models, Assembly assembly) {
    this.models = models;
    this.assembly = assembly;
  }

  /**
   * A call and the bases that it puts in.
   *
   * @param at index of the call
   * @param bases new bases on the transcript's strand by CDS position
   */
  private record Part(int at, VariantCall call, TreeMap<Integer, Character> bases) {
    int firstCodon() {
      return (bases.firstKey() - 1) / 3;
    }

    int lastCodon() {
      return (bases.lastKey() - 1) / 3;
    }

    boolean meets(Part other) {
      return call.gene().equals(other.call.gene())
          && firstCodon() <= other.lastCodon()
          && other.firstCodon() <= lastCodon();
    }

    boolean sharesBase(Part other) {
      return bases.keySet().stream().anyMatch(other.bases::containsKey);
    }
  }

  /** One call, with how many of the given calls it stands for. */
  record Joined(VariantCall call, int parts) {}

  /** The calls in their order, those of one codon and one molecule made one. */
  List<Joined> join(List<VariantCall> calls) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      part(i, calls.get(i)).ifPresent(parts::add);
    }
    Map<Integer, Optional<Joined>> changed = new TreeMap<>();
    for (Part part : parts) {
      if (!changed.containsKey(part.at())) {
        join(part, parts, changed);
      }
    }
    List<Joined> joined = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      changed.getOrDefault(i, Optional.of(new Joined(calls.get(i), 1))).ifPresent(joined::add);
    }
    return joined;
  }

  private void join(Part first, List<Part> parts, Map<Integer, Optional<Joined>> changed) {
    List<Part> group = new ArrayList<>(List.of(first));
    List<Part> apart = new ArrayList<>();
    for (Part other : parts) {
      if (other.at() == first.at() || group.stream().noneMatch(other::meets)) {
        continue;
      }
      if (group.stream().anyMatch(other::sharesBase)) {
        continue;
      }
      if (first.call().phase().isPresent() && first.call().phase().equals(other.call().phase())) {
        group.add(other);
      } else if (!phased(first.call(), other.call())) {
        apart.add(other);
      }
    }
    if (group.size() > 1) {
      group.forEach(part -> changed.put(part.at(), Optional.empty()));
      changed.put(first.at(), Optional.of(new Joined(together(group), group.size())));
    } else if (!apart.isEmpty()) {
      String others = String.join(" and ", apart.stream().map(p -> name(p.call())).toList());
      String note =
          "shares a codon with "
              + others
              + "; the file does not phase them, so each is translated"
              + " alone";
      changed.put(first.at(), Optional.of(new Joined(withNote(first.call(), note), 1)));
    }
  }

  /** Whether the file says of both on which molecule they are, be it the same or not. */
  private static boolean phased(VariantCall a, VariantCall b) {
    return a.phase().isPresent() && a.phase().map(PhaseSet::id).equals(b.phase().map(PhaseSet::id));
  }

  /** Empty where it is no substitution in the coding sequence of a known transcript. */
  private Optional<Part> part(int at, VariantCall call) {
    Optional<GeneModel> model = models.of(call.gene()).filter(m -> m.isOn(assembly));
    if (model.isEmpty() || call.allele().isEmpty()) {
      return Optional.empty();
    }
    Edit edit = Edit.of(call.allele().get());
    if (edit.removed().length() != edit.inserted().length()) {
      return Optional.empty();
    }
    TreeMap<Integer, Character> bases = new TreeMap<>();
    for (int i = 0; i < edit.inserted().length(); i++) {
      OptionalInt position = model.get().codingPosition(assembly, edit.position() + i);
      if (position.isEmpty() || model.get().codingSequence().base(position.getAsInt()).isEmpty()) {
        return Optional.empty();
      }
      bases.put(position.getAsInt(), model.get().onTranscriptStrand(edit.inserted().charAt(i)));
    }
    return Optional.of(new Part(at, call, bases));
  }

  private VariantCall together(List<Part> group) {
    TreeMap<Integer, Character> bases = new TreeMap<>();
    group.forEach(part -> bases.putAll(part.bases()));
    GeneModel model = models.of(group.get(0).call().gene()).orElseThrow();
    CodingSequence coding = model.codingSequence();
    StringBuilder removed = new StringBuilder();
    StringBuilder inserted = new StringBuilder();
    for (int at = bases.firstKey(); at <= bases.lastKey(); at++) {
      char reference = coding.base(at).orElseThrow();
      removed.append(reference);
      inserted.append((char) bases.getOrDefault(at, reference));
    }
    CodingChange change =
        coding.replace(bases.firstKey(), removed.toString(), inserted.toString()).orElseThrow();
    VariantCall first = group.get(0).call();
    List<String> notes = new ArrayList<>();
    notes.add(
        String.join(" and ", group.stream().map(p -> name(p.call())).toList())
            + " are on one molecule and in one codon; they are translated together");
    // What an annotation says of a part is no disagreement when it says what all of them do.
    group.stream()
        .flatMap(p -> p.call().notes().stream())
        .filter(note -> !note.contains(change.protein().shortName()))
        .forEach(notes::add);
    return new VariantCall(
        first.file(),
        first.line(),
        first.gene(),
        Optional.of(model.transcript()),
        change.protein(),
        Optional.of(change.coding()),
        span(group, model).or(first::allele),
        lowestDepth(group),
        lowestFraction(group),
        first.filter(),
        first.phase(),
        notes);
  }

  /** All parts as one allele; empty where the bases between them are not known. */
  private Optional<GenomicAllele> span(List<Part> group, GeneModel model) {
    TreeMap<Integer, Character> inserted = new TreeMap<>();
    for (Part part : group) {
      Edit edit = Edit.of(part.call().allele().orElseThrow());
      for (int i = 0; i < edit.inserted().length(); i++) {
        inserted.put(edit.position() + i, edit.inserted().charAt(i));
      }
    }
    StringBuilder reference = new StringBuilder();
    StringBuilder alternate = new StringBuilder();
    for (int at = inserted.firstKey(); at <= inserted.lastKey(); at++) {
      Optional<Character> base = model.base(assembly, at);
      if (base.isEmpty()) {
        return Optional.empty();
      }
      reference.append((char) base.get());
      alternate.append((char) inserted.getOrDefault(at, base.get()));
    }
    return Optional.of(
        new GenomicAllele(
            model.chromosome(), inserted.firstKey(), reference.toString(), alternate.toString()));
  }

  private static OptionalInt lowestDepth(List<Part> group) {
    return group.stream().map(p -> p.call().depth()).flatMapToInt(OptionalInt::stream).min();
  }

  private static OptionalDouble lowestFraction(List<Part> group) {
    return group.stream()
        .map(p -> p.call().alleleFraction())
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  private static String name(VariantCall call) {
    return call.allele().orElseThrow().toString();
  }

  private static VariantCall withNote(VariantCall call, String note) {
    List<String> notes = new ArrayList<>(call.notes());
    notes.add(note);
    return new VariantCall(
        call.file(),
        call.line(),
        call.gene(),
        call.transcript(),
        call.change(),
        call.codingChange(),
        call.allele(),
        call.depth(),
        call.alleleFraction(),
        call.filter(),
        call.phase(),
        notes);
  }
}
