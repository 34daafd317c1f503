package org.bindfold.pharmacology;

/** The ways by which a cell needs more of a drug. */
public enum MechanismKind {
  /** The drug binds its mutated target less, or more. */
  TARGET_ALTERED("target altered"),
  /** There is more target to bind. */
  TARGET_AMPLIFIED("target amplified"),
  /** The target is not there. */
  TARGET_GONE("target gone"),
  /** A carrier brings the drug in. */
  UPTAKE("uptake"),
  /** An enzyme turns the drug into a form that stays. */
  TRAPPING("trapping"),
  /** An enzyme breaks the drug down. */
  METABOLISM("metabolism"),
  /** A pump carries the drug out. */
  EFFLUX("efflux"),
  /** The tumour sits where less of the drug gets. */
  SITE("site");

  private final String label;

  MechanismKind(String label) {
    this.label = label;
  }

  /** The words in every output. */
  @Override
  public String toString() {
    return label;
  }
}
