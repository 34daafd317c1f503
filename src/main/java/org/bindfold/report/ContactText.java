package org.bindfold.report;

import org.bindfold.affinity.Contact;

/** A contact in a cell of a table. */
final class ContactText {
  /** Between the contacts of one cell. */
  static final String SEPARATOR = "; ";

  private ContactText() {}

  /** {@code hydrogen bond OG1-N13 2.9}; the distance is text already. */
  static String of(Contact.Kind kind, String residueAtom, String ligandAtom, String distance) {
    return kind + " " + residueAtom + "-" + ligandAtom + " " + distance;
  }
}
