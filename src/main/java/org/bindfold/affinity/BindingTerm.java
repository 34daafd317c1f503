package org.bindfold.affinity;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One term of the binding change. Each has one fitted weight: {@link CalibrationFit} finds it and a
 * {@link Calibration} holds it under the term's name.
 *
 * @param name in {@code calibration.tsv}
 * @param value of what a mutation does, kcal/mol; positive is a loss
 */
public record BindingTerm(String name, ToDoubleFunction<BindingTerms> value) {
  /** Contact with the ligand, after the backbone relaxed. */
  public static final BindingTerm CONTACT =
      new BindingTerm("contact", BindingTerms::relaxedContact);

  /** Hydrogen bonds that hold the bound conformation. */
  public static final BindingTerm STABILISATION =
      new BindingTerm("stabilisation", BindingTerms::stabilisation);

  /** The same of an inactive kinase. */
  public static final BindingTerm INACTIVE_STABILISATION =
      new BindingTerm("inactive_stabilisation", BindingTerms::inactiveStabilisation);

  /** The terms of the model, in the order of {@code calibration.tsv}. */
  public static final List<BindingTerm> ALL =
      List.of(CONTACT, STABILISATION, INACTIVE_STABILISATION);

  /** What a mutation costs by this term, before its weight, kcal/mol. */
  public double of(BindingTerms terms) {
    return value.applyAsDouble(terms);
  }
}
