package org.bindfold.structure;

/**
 * A heavy atom as a file gives it, before its chemistry is known.
 *
 * @param name atom name
 * @param element symbol: {@code C}, {@code Cl}
 * @param position angstrom
 */
record RawAtom(String name, String element, Point position) {}
