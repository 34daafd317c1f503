package org.bindfold.structure;

import java.util.Optional;
import org.bindfold.energy.AtomType;

/** Types of the elements whose neighbours do not matter, in proteins and ligands alike. */
final class ElementTypes {
  private ElementTypes() {}

  /** Empty for any other element: what the potential does not know, or knows by its neighbours. */
  static Optional<AtomType> of(String element) {
    return switch (element) {
      case "S", "Se" -> Optional.of(AtomType.SULFUR);
      case "P" -> Optional.of(AtomType.PHOSPHORUS);
      case "F" -> Optional.of(AtomType.FLUORINE);
      case "Cl" -> Optional.of(AtomType.CHLORINE);
      case "Br" -> Optional.of(AtomType.BROMINE);
      case "I" -> Optional.of(AtomType.IODINE);
      default -> Optional.empty();
    };
  }
}
