package org.bindfold.structure;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.energy.AtomType;
import org.bindfold.io.ResourceTable;
import org.bindfold.sequence.AminoAcid;

/** The chemistry of protein atoms by residue and atom name, from {@code protein-atoms.tsv}. */
final class ProteinAtoms {
  /**
   * Residue names that mean a protonation or bonding state of a standard amino acid (AMBER,
   * CHARMM).
   */
  private static final Map<String, AminoAcid> STATES =
      Map.ofEntries(
          Map.entry("HID", AminoAcid.HIS),
          Map.entry("HIE", AminoAcid.HIS),
          Map.entry("HIP", AminoAcid.HIS),
          Map.entry("HSD", AminoAcid.HIS),
          Map.entry("HSE", AminoAcid.HIS),
          Map.entry("HSP", AminoAcid.HIS),
          Map.entry("CYX", AminoAcid.CYS),
          Map.entry("CYM", AminoAcid.CYS),
          Map.entry("ASH", AminoAcid.ASP),
          Map.entry("GLH", AminoAcid.GLU),
          Map.entry("LYN", AminoAcid.LYS));

  /** Modified residues and the standard parent that the wwPDB component dictionary gives them. */
  private static final Map<String, AminoAcid> MODIFIED =
      Map.ofEntries(
          Map.entry("MSE", AminoAcid.MET),
          Map.entry("PTR", AminoAcid.TYR),
          Map.entry("SEP", AminoAcid.SER),
          Map.entry("TPO", AminoAcid.THR),
          Map.entry("CSO", AminoAcid.CYS),
          Map.entry("CSD", AminoAcid.CYS),
          Map.entry("OCS", AminoAcid.CYS),
          Map.entry("CME", AminoAcid.CYS),
          Map.entry("KCX", AminoAcid.LYS),
          Map.entry("MLY", AminoAcid.LYS),
          Map.entry("ALY", AminoAcid.LYS),
          Map.entry("HYP", AminoAcid.PRO),
          Map.entry("TYS", AminoAcid.TYR));

  private record Chemistry(AtomType type, boolean aromatic, int charge) {}

  private static final Map<AminoAcid, Map<String, Chemistry>> TABLE = load();

  private ProteinAtoms() {}

  /** The amino acid of a residue name, the parent for a modified one. */
  static Optional<AminoAcid> aminoAcid(String residueName) {
    return AminoAcid.ofName(residueName)
        .or(() -> Optional.ofNullable(STATES.get(residueName)))
        .or(() -> Optional.ofNullable(MODIFIED.get(residueName)));
  }

  /** Whether the name is a chemically modified residue. */
  static boolean isModified(String residueName) {
    return MODIFIED.containsKey(residueName);
  }

  /** A typed atom of a standard amino acid; empty when the amino acid has no atom of that name. */
  static Optional<TypedAtom> atom(
      AminoAcid aminoAcid, String name, String element, Point position) {
    return Optional.ofNullable(TABLE.get(aminoAcid).get(name))
        .map(c -> new TypedAtom(name, element, position, c.type, c.aromatic, c.charge));
  }

  /**
   * Types an atom that no table names (modified residues, caps) by element and neighbours: a carbon
   * next to a hetero atom is polar; nitrogen gives, oxygen takes hydrogen bonds.
   *
   * @return empty for an element that the potential does not know
   */
  static Optional<TypedAtom> byElement(RawAtom atom, List<RawAtom> neighbours) {
    Optional<AtomType> type =
        switch (atom.element()) {
          case "C" -> {
            boolean polar =
                neighbours.stream()
                    .filter(n -> !n.element().equals("C") && !n.element().equals("H"))
                    .anyMatch(n -> n.position().distance(atom.position()) < 2.0);
            yield Optional.of(polar ? AtomType.CARBON_POLAR : AtomType.CARBON_HYDROPHOBIC);
          }
          case "N" -> Optional.of(AtomType.NITROGEN_DONOR);
          case "O" -> Optional.of(AtomType.OXYGEN_ACCEPTOR);
          default -> ElementTypes.of(atom.element());
        };
    return type.map(t -> new TypedAtom(atom.name(), atom.element(), atom.position(), t, false, 0));
  }

  /**
   * Sets the two nitrogens of a histidine from what surrounds it: a nitrogen within 3.5 angstrom of
   * an oxygen acceptor carries the hydrogen; by default the epsilon nitrogen does. Both are charged
   * when both have an acidic oxygen in reach.
   *
   * @param histidine typed by the table
   * @param surroundings atoms of other residues and ligands
   * @param hydrogens names of the hydrogens that the file gives the residue; when it gives any on a
   *     ring nitrogen, they decide
   */
  static Residue withHistidineState(
      Residue histidine, List<TypedAtom> surroundings, List<String> hydrogens) {
    boolean stated = hydrogens.contains("HD1") || hydrogens.contains("HE2");
    boolean delta =
        stated ? hydrogens.contains("HD1") : facesAcceptor(histidine, "ND1", surroundings);
    boolean epsilon =
        stated ? hydrogens.contains("HE2") : !delta || facesAcid(histidine, surroundings);
    List<TypedAtom> atoms =
        histidine.atoms().stream()
            .map(
                a ->
                    switch (a.name()) {
                      case "ND1" -> a.withType(nitrogen(delta), delta && epsilon ? 1 : 0);
                      case "NE2" -> a.withType(nitrogen(epsilon), delta && epsilon ? 1 : 0);
                      default -> a;
                    })
            .toList();
    return new Residue(
        histidine.id(), histidine.name(), histidine.aminoAcid(), histidine.modified(), atoms);
  }

  private static AtomType nitrogen(boolean hydrogen) {
    return hydrogen ? AtomType.NITROGEN_DONOR : AtomType.NITROGEN_ACCEPTOR;
  }

  private static boolean facesAcceptor(
      Residue histidine, String nitrogen, List<TypedAtom> surroundings) {
    Optional<Point> from = histidine.position(nitrogen);
    return from.isPresent()
        && surroundings.stream()
            .filter(a -> a.type().donor() || a.type().acceptor())
            .filter(a -> a.position().distance(from.get()) < 3.5)
            .min(Comparator.comparingDouble(a -> a.position().distance(from.get())))
            .map(a -> a.type().acceptor() && !a.type().donor())
            .orElse(false);
  }

  private static boolean facesAcid(Residue histidine, List<TypedAtom> surroundings) {
    Optional<Point> delta = histidine.position("ND1");
    Optional<Point> epsilon = histidine.position("NE2");
    return delta.isPresent()
        && epsilon.isPresent()
        && List.of(delta.get(), epsilon.get()).stream()
            .allMatch(
                p ->
                    surroundings.stream()
                        .anyMatch(a -> a.charge() < 0 && a.position().distance(p) < 3.5));
  }

  private static Map<AminoAcid, Map<String, Chemistry>> load() {
    Map<AminoAcid, Map<String, Chemistry>> table = new EnumMap<>(AminoAcid.class);
    for (Map<String, String> row :
        ResourceTable.read("/org/bindfold/structure/protein-atoms.tsv").rows()) {
      table
          .computeIfAbsent(AminoAcid.valueOf(row.get("residue")), k -> new HashMap<>())
          .put(
              row.get("atom"),
              new Chemistry(
                  AtomType.valueOf(row.get("type")),
                  row.get("aromatic").equals("1"),
                  Integer.parseInt(row.get("charge"))));
    }
    return table;
  }
}
