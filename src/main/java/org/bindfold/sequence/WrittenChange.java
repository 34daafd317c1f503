package org.bindfold.sequence;

import java.util.Optional;

/**
 * A protein change as somebody wrote it, read once: what follows asks for the change, not for the
 * text.
 *
 * @param text as it was written
 * @param change what it means; empty when it cannot be understood
 * @param fault why it cannot, in plain words; empty text when it can
 */
public record WrittenChange(String text, Optional<ProteinChange> change, String fault) {

  /** Reads a text such as {@code T315I}, {@code p.Thr315Ile} or {@code F31R/Q35E}. */
  public static WrittenChange of(String text) {
    try {
      return new WrittenChange(text, Optional.of(ProteinChangeParser.parse(text)), "");
    } catch (IllegalArgumentException e) {
      return new WrittenChange(text, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** A change that is known, written in its short form. */
  public static WrittenChange of(ProteinChange change) {
    return new WrittenChange(change.shortName(), Optional.of(change), "");
  }

  /** {@code T315I} for every way of writing it; what cannot be understood stays as it is. */
  public String shortName() {
    return change.map(ProteinChange::shortName).orElse(text);
  }
}
