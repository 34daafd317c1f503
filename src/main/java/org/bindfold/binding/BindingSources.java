package org.bindfold.binding;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.structure.BundledStructures;

/**
 * The binding sources of every drug, each opened when it is first asked and kept: from sample to
 * sample nothing is read again. Safe for use by several threads.
 */
public final class BindingSources {
  private final ScoringModel model;
  private final Map<Pair, BindingSource> opened = new ConcurrentHashMap<>();

  /** Sources that score with a model; the atlas was computed with the bundled one. */
  public BindingSources(ScoringModel model) {
    this.model = model;
  }

  private record Pair(String drug, String gene) {}

  /**
   * The source for a drug and its target: the bundled complex where it holds the drug itself, else
   * the atlas; and what the first cannot answer, the other is asked. Where there is neither, it
   * answers so.
   *
   * @param drug catalogued name
   * @param gene HGNC symbol of its target
   */
  public BindingSource of(String drug, String gene) {
    return opened.computeIfAbsent(new Pair(drug, gene), this::open);
  }

  /** Tables and complexes are read when they are first needed: a cold start needs few of them. */
  private BindingSource open(Pair pair) {
    Optional<BundledStructures.Entry> entry = BundledStructures.of(pair.drug, pair.gene);
    Optional<AtlasPair> table = AtlasPair.of(pair.drug, pair.gene);
    Optional<BindingSource> complex =
        entry.map(e -> new WhenNeeded(() -> new ComplexSource(e, model)));
    Optional<BindingSource> atlas =
        table.map(t -> new WhenNeeded(() -> new AtlasSource(AtlasTable.bundled(t))));
    boolean complexFirst = entry.filter(e -> !e.standsIn()).isPresent();
    BindingSource ofComplex = complex.orElse(BindingSources::noComplex);
    if (atlas.isEmpty()) {
      return ofComplex;
    }
    return complexFirst
        ? firstThatKnows(ofComplex, atlas.get())
        : firstThatKnows(atlas.get(), ofComplex);
  }

  /** The first source's answer, unless only the second has a prediction. */
  private static BindingSource firstThatKnows(BindingSource first, BindingSource second) {
    return change -> {
      BindingSource.Answer answer = first.answer(change);
      if (answer.binding().isPresent()) {
        return answer;
      }
      BindingSource.Answer other = second.answer(change);
      return other.binding().isPresent() ? other : answer;
    };
  }

  private static BindingSource.Answer noComplex(ProteinChange change) {
    return BindingSource.Answer.none(
        change.effect() == ProteinChange.Effect.MISSENSE
            ? "no structure of this drug and target is bundled."
            : ComplexSource.notModelled(change));
  }

  /** A source that is opened by the first question. */
  private static final class WhenNeeded implements BindingSource {
    private final Supplier<BindingSource> opener;
    private Optional<BindingSource> source = Optional.empty();

    WhenNeeded(Supplier<BindingSource> opener) {
      this.opener = opener;
    }

    @Override
    public Answer answer(ProteinChange change) {
      return source().answer(change);
    }

    private synchronized BindingSource source() {
      if (source.isEmpty()) {
        source = Optional.of(opener.get());
      }
      return source.get();
    }
  }
}
