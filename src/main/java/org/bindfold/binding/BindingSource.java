package org.bindfold.binding;

import java.util.List;
import java.util.Optional;
import org.bindfold.report.ResistanceReport;
import org.bindfold.sequence.ProteinChange;

/** Where the binding change of a drug and its mutated target comes from. */
public interface BindingSource {
  /** What can be said of a change; the same for the same change, from any thread. */
  Answer answer(ProteinChange change);

  /**
   * What can be said of a change.
   *
   * @param effect empty when it could not be worked out; the first note says why
   * @param notes what a reader must know
   */
  record Answer(Optional<Effect> effect, List<String> notes) {
    /** Why nothing can be said. */
    static Answer none(String reason) {
      return new Answer(Optional.empty(), List.of(reason));
    }
  }

  /**
   * A binding change.
   *
   * @param ddg kcal/mol; positive is weaker binding
   * @param low lower end of the 80% interval
   * @param high upper end of the 80% interval
   * @param shown the same as the report prints it
   */
  record Effect(double ddg, double low, double high, ResistanceReport.Binding shown) {}
}
