package org.bindfold.resistance;

/** What a variant, or a sample, means for a drug, from the best to what is not known. */
public enum Outcome {
  /** The drug is expected to work as on the wild type. */
  SENSITIVE("sensitive"),
  /** More drug is needed. */
  INTERMEDIATE("intermediate"),
  /** So much more drug is needed that it is expected to fail. */
  RESISTANT("resistant"),
  /** Not enough is known to say. */
  NOT_ASSESSED("not_assessed");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** The word in every output. */
  @Override
  public String toString() {
    return label;
  }
}
