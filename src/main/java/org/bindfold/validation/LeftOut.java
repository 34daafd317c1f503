package org.bindfold.validation;

/** What a refit leaves out together. */
public enum LeftOut {
  /** All rows of a residue. */
  POSITION,
  /** All rows of a drug. */
  DRUG
}
