package org.bindfold.binding;

import java.util.List;
import java.util.Optional;
import org.bindfold.sequence.ProteinChange;

/** Where the binding changes of one drug and its target come from. */
@FunctionalInterface
public interface BindingSource {
  /** What can be said of a change; the same for the same change, from any thread. */
  Answer answer(ProteinChange change);

  /**
   * What can be said of a change: a prediction with what a reader must know of it, or why there is
   * none.
   *
   * @param binding empty when it could not be worked out
   * @param obstacle one sentence that says why; empty when it could
   * @param notes what a reader must know of the prediction
   */
  record Answer(Optional<PredictedBinding> binding, Optional<String> obstacle, List<String> notes) {

    public Answer {
      notes = List.copyOf(notes);
      if (binding.isPresent() == obstacle.isPresent()) {
        throw new IllegalArgumentException("either a prediction or the reason why there is none");
      }
    }

    static Answer of(PredictedBinding binding, List<String> notes) {
      return new Answer(Optional.of(binding), Optional.empty(), notes);
    }

    static Answer none(String reason) {
      return new Answer(Optional.empty(), Optional.of(reason), List.of());
    }
  }
}
